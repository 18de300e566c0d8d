"""What speaks for noise: outward calls, adverts, news, jokes and private life."""

from arrowtui.lanes.cues import Cue
from arrowtui.model.lane import Lane

NOISE = (
    Cue(
        "job",
        Lane.NOISE,
        2.4,
        "offers a job",
        """
        hiring; we're|is|are|now hiring|recruiting for|a; vacancy; vacancies
        job|jobs opening|alert|alerts|offer|fair|vacancy|opportunity; new jobs; join our|the team
        apply now|by|today|within; career; careers; salary; full time; full-time; part time; part-time; per annum
        hybrid; permanent; position; cv|cvs to; who is hiring; contracts in|at|available; staff needed
        years' experience; competitive; benefits package; pension
        deputy|associate|officer|manager|engineer|developer wanted|vacancy|role|position|needed|post
        designer|nurse|teacher|assistant|analyst|reporter|editor wanted|vacancy|role|position|needed|post; vacante
        oferta de empleo|trabajo; contratamos; se incorpora; jornada completa|parcial; envía tu cv|currículum; empleo
        stellenanzeige; stellenangebot; wir stellen; verstärkung; unbefristet; befristet; teilzeit; vollzeit; bewirb
        bewerbt; bewerbung|bewerbungen bis|an|unter|als; stelle als|frei|in; zum nächstmöglichen; festanstellung
        recrute; recrutons; recrutement; cdi; cdd; poste; temps plein; candidature|candidatures avant|à|jusqu'au
        offre d'emploi; vaga; vagas; contrata-se; recruta; recrutamos; envie currículo|cv; emprego; candidaturas até
        vacature; vacatures; wij zoeken een; solliciteer; solliciteren; per direct; fulltime; parttime; salaris
        collega gezocht
        """,
        "We're hiring! Apply by 27 March",
        "his job is done",
    ),
    Cue(
        "outward_paper",
        Lane.NOISE,
        2.4,
        "asks for papers, talks or pitches",
        """
        cfp; call for papers|proposals|abstracts|submissions|speakers|entries|chapters
        call for contributions|articles|pitches|posters|nominations|essays|artists
        submit a|an|your .. talk|abstract|abstracts|paper|proposal|proposals|session|story|poster|entry|application
        abstracts of|by|due|to; speakers wanted|needed; panelists; panel speakers; pitch me|us; pitches to|by|on
        open for|to pitches|submissions; accepting|commissioning pitches|submissions; i'm|we're|now commissioning
        pitch :; special issue; lightning talks; be on stage; submissions open|are|for|close|welcome; keynote
        convocatoria de|abierta; ponencias; comunicaciones; presenta tu; resúmenes; call for
        beiträge bis|für das|einreichen; einreichung*; vortragsvorschl*
        appel à communications|communication|contributions|articles|projets|candidatures|candidature|propositions
        proposition de; chamada de|para trabalhos|artigos|comunicações|resumos; envio de; submissão; submeta
        oproep voor bijdragen|papers; dien een|je; indienen
        """,
        "The CFP is open, 20 min talks",
        "a wall paper call",
    ),
    Cue(
        "outward_money",
        Lane.NOISE,
        2.0,
        "asks for money, signatures, entries or helping hands",
        """
        petition; signatures; sign the|our|this petition|letter|pledge; add your name; donate; donation; donations
        fundraiser; fundraising; raise funds|money; crowdfunding; kickstarter; chip in; sponsor me|us
        volunteers needed|wanted|to; volunteer to|for|this|with|at|drivers; applications are|open|close|for|now; grant
        grants; fund opens|is; bursary; scholarship; award; awards; nominate; nominations; entries close|open|are|for
        entry fee; shortlisted; enter the|our|now|by; food bank; foodbank; fellowship|fellowships; competition
        firma|firmad la|esta|nuestra; recogida de firmas; peticion; petición; dona|donad; donación|donaciones
        voluntarios|voluntarias para; becas; beca; premios; convocatoria; subvenciones; unterschreib*; unterschriften
        spende|spendet|spenden; ehrenamtliche|freiwillige gesucht|für|helfer; förderung; stipendium; preis; pétition
        signez; don|dons; faire un; bénévoles; bourse; prix; concours; petição; assine|assinem; doe|doem
        doação|doações; voluntários para; bolsas; prémio; prêmio; edital; petitie; teken; doneer; donatie|donaties
        vrijwilligers gezocht|nodig; subsidie; beurs; collecte
        """,
        "10,000 signatures by Friday! Add your name",
        "he funded a war",
    ),
    Cue(
        "offers_self",
        Lane.NOISE,
        2.2,
        "offers an expert or a writer instead of asking for one",
        """
        available for|to comment|comments|interview|interviews|commissions|work
        available for|to hire|quotes|talk|freelance|projects|bookings; for hire; my client; a client; got experts
        have experts|an expert|a .. client|psychologist|expert; experts on|available|ready|in
        expert available|on hand; can comment|offer|talk on; happy to comment; just shout; portfolio
        commissions from|open|; open for commissions|work
        freelance writer|copywriter|designer|editor|illustrator|developer available|with; writing for you|your
        hire me; rates on; ready to go; spokesperson|spokespeople|ceo|executive is|available; for immediate release
        press release; hi-res; high-res; samples; gift guide; looking for work|opportunities|commissions|clients|my
        gaps in; on request; disponible para; ofrezco; experta|experto disponible; mi cliente; nota de prensa
        portafolio; stehe für|zur; steht für|als|zur; verfügbar für; pressemitteilung; biete; freie kapazitäten
        disponible pour; communiqué de; je propose mes; disponível para; ofereço; nota de imprensa; meu cliente
        beschikbaar voor; persbericht; bied mezelf; heb nog ruimte
        """,
        "I have a psychologist client available for comment",
        "the client list is long",
    ),
    Cue(
        "sells",
        Lane.NOISE,
        2.2,
        "advertises or sells",
        """
        off till|until|with|today|all|your|everything|this|now; discount; discounts; promo; code; coupon; sale; shop
        shop the|now|our; buy now|it|my|the|here|one; order now|your|today; pre-order; preorder|preorders; on sale
        in stock; drop :; new drop; link in bio; book a demo|call|discovery; book my|your; demo today|now; free trial
        your trial; trial ends|of; sign up now|today|free|for; upgrade now; subscribe
        register now|before|today|anyway|here|by|at|to; early bird; tickets; seats; spots; limited; last chance
        only today; special offer; offer ends|expires; affiliate; referral
        my shop|store|book|course|newsletter|course|programme|etsy|podcast; instant download; bundle
        launch|launching|launched|introducing; introducing; waitlist; beta waitlist; lifetime; pricing; per month
        customers; our new|latest|brand product|collection|release|app|range|feature|platform|tool
        available now|in|from; out now|today; is out|here|live now|today; get yours; free shipping
        dm to|for|me price|order|book|claim|details|prices|the; 1:1 audit; coaching; masterclass; webinar
        workshop on|places|tickets; enrol|enroll now; course starts|opens; audio room|rooms; recording of|available
        spaces tonight; descuento; rebajas; oferta; compra; comprar; tienda; suscríbete; regístrate
        inscripciones abiertas; reserva tu|ya; últimas plazas; código; novedad; lanzamos; presentamos; rabatt
        jetzt kaufen|bestellen|buchen|sichern|anmelden|testen; gutscheincode; angebot; neu im|bei
        newsletter abonnieren; sichere|sichert dir|euch; plätze; demo buchen; soldes; achetez; commandez; boutique
        abonnez-vous; réservez; inscrivez-vous; code promo; offre; nouveauté; places; desconto; promoção; compre; loja
        assine; inscreva-se; inscrevam-se; garanta; vagas; lançamento; cupom; korting; koop; bestel; webshop; winkel
        schrijf je; abonneer; nu verkrijgbaar; aanbieding; kortingscode; boek nu|je
        """,
        "20% off till Sunday with code CHALK",
        "he shopped around",
    ),
    Cue(
        "giveaway",
        Lane.NOISE,
        2.2,
        "is a giveaway or fishes for attention",
        """
        giveaway; give away; tag a|3|three|two|your|someone|friends|the
        tag one|your|my friend|friends|colleague|colleagues|person|who; win a|an|this|brunch|one|your|the; be entered
        like this|if|and|for; like and share; follow and|me|us|for|+; retweet to|if|and; rt to|if|for|+
        comment _ and|below|to|for|for; comment yes|me|grow|guide|ready|info|link|ja|si|sí|oui|quero|eu
        i'll dm|send you|the|it; dm it; agree ?; agree or; thoughts ?; who else; am i the; raise your; double tap
        drop a; type ready|yes|me|amen; follow for; link for; number one secret; secrets; you won't believe
        won't tell you; nobody tells; exact playbook; followers; viral; passive income; six figures; 10k; mentor
        crypto; usdt; hustle; grindset; mindset; manifest; sorteo; participa en|y; etiqueta a; gana un|una; síguenos
        dale like; gewinnspiel; gewinne|gewinnt; verlosung; markiert|markiere; folgt|folge uns|mir; liken
        jeu concours; jeu-concours; gagnez; taguez; likez; abonnés; sorteio; ganhe; marque um|uma|amigos; marca um|uma
        siga; curta; seguidores; winactie; win een; tag een; volg ons|mij; like en; winnaar
        """,
        "GIVEAWAY: tag a tired colleague to win",
        "they gave it away freely",
    ),
    Cue(
        "news",
        Lane.NOISE,
        1.4,
        "is news",
        """
        breaking; announces; announced; acquires; acquired; acquisition; raises; raised series|funding; funding
        series a|b|c|d; votes to; voted to; council approves|votes|to; according to; said on|in|the|that; says
        a report|spokesman|spokesperson|spokeswoman says|said; reported that; minister; ministers; president; mayor
        police; court; resurfaced; to open|close in; opens in; strike; strikes; talks resume; election; budget
        inflation; shares; stock; profits; revenue; merger; killed; injured; arrested; weather; forecast; storm; snow
        traffic; delays; cancelled; resigns; appointed; names new; wins; results are; received _ responses; findings
        survey finds|shows|found; new survey|study|research|report finds|shows|says|suggests; launches; unveils
        expected to; million; billion; per cent; percent; yesterday; on monday|tuesday|wednesday|thursday|friday
        today's; última hora; anuncia; anunció; gobierno; ayuntamiento; ministerio; según; aprueba; huelga; dimite
        detenido; millones; eilmeldung; laut; teilt|teilte mit; regierung; bundesregierung; stadtrat; polizei; streik
        millionen; unfall; sperrung; gesperrt; fällt aus|heute; beschließt; gouvernement; ministre; selon; annonce
        mairie; grève; millions; conseil municipal; adopte; démissionne; governo; ministro; anunciou; câmara; segundo
        greve; milhões; aprova; prefeitura; kabinet; gemeente; volgens; staking; miljoen; politie; kondigt; besluit
        """,
        "BREAKING: board votes to close the school",
        "she newly arrived",
    ),
    Cue(
        "private",
        Lane.NOISE,
        1.3,
        "is small talk or private life",
        """
        my dog|cat|kids|kid|son|daughter|mum|mom|dad|wife|husband
        my partner|garden|weekend|birthday|holiday|train|coffee|tea|brain|back|feet
        happy easter|birthday|christmas|new|friday|monday|holidays|thanksgiving|diwali|eid; merry christmas
        good morning; good night; miss the|those; overheard; lol; omg; haha; hahaha; jajaja; mdr; kkk; kkkk; rsrs
        rant; vent; sigh; unpopular opinion; hot take; mood; grateful; thankful; proud to; proud of; blessed
        excited to; thrilled to; so happy; can't believe; finally planted|finished|done|got|home
        that is|that's the tweet|post; nobody :; me :; meanwhile; somebody|someone ate|stole|left|took|keeps
        the person who; is it just; why is|are|do|does it|my; today i; this morning; last night; on my way; sunset
        sunrise; weekend; vacation; holiday; recipe; bake; knit; garden; beach; outfit; wedding; nails; decor
        see you|say there|hi|hello; come say; front row; great place; honoured; honored; award-winning
        congratulations; congrats; years ago today; throwback; photo of; look at; red scarf; turno doble
        qué|que cansancio|sueño|lunes|frío|calor; feliz; buenos días; vacaciones; mi perro|gato|madre|hijo|hija
        por fin; jaja; orgullosa|orgulloso; guten morgen; endlich; feierabend; wochenende; urlaub; mein hund|sohn|zug
        meine katze|tochter; stolz; wir feiern; verspätung; bonne année|journée|nuit; vacances
        mon chat|chien|fils|train; ma fille; enfin; fière|fier; trois copies; férias; meu cachorro|gato|filho
        minha filha|gata; bom dia; orgulho; saudades; finalmente; fijne; vakantie; mijn hond|kat|zoon|dochter|trein
        eindelijk; trots; gefeliciteerd; wat een dag
        """,
        "Finally planted the tomatoes, so happy",
        "privacy by design",
    ),
    Cue(
        "own_need",
        Lane.NOISE,
        1.5,
        "asks for help with a private matter",
        """
        help :; help|halp with|me|my|please|pls; any ideas; any idea how|why|what
        any suggestions|recommendations|recs; recommend a|an|me|some|any; recommendations for|?
        anyone know a|any|how|if|where|why|the|of|what|whether; does anyone know a|how|if|where|why|the
        does anyone have the|a; anyone have|got a|the; which .. should i; should i
        how do i|you .. make|get|fix|count|stop|remove|set; what should i; is it worth; is there a|any way
        why does|is|do my; stuck on|with; i'm stuck; can't figure; asking for my|a
        looking for a .. recommendation|dentist|plumber|flat|room|mechanic|place|job|new|house|laptop; anyone selling
        lost :; found :; missing :; lost a|my; have you seen; witness; witnesses; appeal; dashcam; not asking for
        quick question; what do you use; budget is; eli5; newbie question; alguien sabe; ayuda con|por
        cómo puedo|hago; me recomendáis|recomendais|recomiendan|recomiendas; recomendáis; perdido|perdida
        se ha perdido; testigos; weiß jemand; kann mir jemand; kennt jemand|wer; hilfe :; empfehlung|empfehlungen für
        verloren; zeugen; zeugenaufruf; wie kann ich; quelqu'un sait|connaît|aurait; comment je|puis-je; une idée
        besoin d'aide; perdu; trouvé; alguém sabe|conhece|recomenda; como faço; ajuda com; perdido; perdeu-se; achado
        weet iemand; kan iemand mij|me; kent iemand; hulp nodig; gevonden; getuigen; tips voor een
        """,
        "Anyone know a good dentist near me?",
        "he helped build it",
    ),
    Cue(
        "past_call",
        Lane.NOISE,
        1.6,
        "speaks of a call that is over and done",
        """
        the piece|story|article|episode is|went|comes out|live|up|online; is out today|now; new episode; you sent us
        we asked; told us; thank you to the|everyone|all; thanks to everyone|the|all; our survey finds|found|says
        survey found|shows|says; of respondents; responses; received; we've published; here's what you; who took part
        published today; preprint; consultation received|responses; report back; what you told; the results
        results of; results|findings are in; bingo; on a scale; gracias a quienes|todas|todos; resultados de
        ya está publicado; nuevo episodio; ergebnisse; danke an alle; mitgemacht haben; ist erschienen; neue folge
        résultats; merci à celles|toutes|tous; nouvel épisode; est paru|sorti; resultados do|da
        obrigada|obrigado a todos|todas; já saiu|está; novo episódio; resultaten; dank aan; bedankt aan|iedereen
        verschenen; nieuwe aflevering; staat nu
        """,
        "The piece is out today, thank you to the 38 nurses",
        "the mosaic has many pieces",
    ),
    Cue(
        "pay_first",
        Lane.NOISE,
        2.5,
        "wants the respondent to pay or hand over papers",
        """
        activation; refundable; deposit; registration fee; processing fee; admin|administration|administrative fee
        portfolio fee; screening fee; background check; pay shipping; only pay; production contribution
        contribute _ towards; guests contribute; packages from|start; cover badge; gift card to|via
        bank details|account|and; card number|details; social security; passport; id card; copy of your; screen access
        dofollow; backlink; backlinks; link to our; per mention; guaranteed publication|feature|placement; claim your
        your spot; secures your; we send the invoice; cashier's check; wire transfer; western union; bitcoin; admin of
        usuario y clave; datos bancarios; tarjeta de crédito; depósito; cuota de; kaution; vorkasse; überweis*
        bankdaten; kontodaten; personalausweis; frais de dossier|port|inscription; coordonnées bancaires
        numéro de carte; pièce d'identité; taxa de; dados bancários; caução; cartão de crédito; borg; bankgegevens
        inschrijfkosten; kopie van je; verzendkosten
        """,
        "Deposit 50 to activate your wallet",
        "positive thinking",
    ),
)
