"""What speaks for noise: jobs, calls to outward work, adverts and give-aways."""

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
        we hiring; nowhiring; year|deputy head|teacher; closing date; interviews w; from september; visits warmly
        estamos contratando; buscamos técnico|profesor|profesora|enfermera a; a jornada; contrato sem|sin
        estamos a recrutar; wir suchen zum|eine|einen netzmeister|pflegefachkraft; nous recrutons; en cdi; 32 uur
        vacature :
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
        abierta la convocatoria; jornadas de; resúmenes hasta|de; tagung; call for papers :
        journée d'étude; propositions avant; chamada de trabalhos; resumos até; abstracts tot; congres; workshop on
        keynotes; cohort applications; speaker directory; get listed; get booked; pitch your; we want reported
        a word; pitches please
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
        every pound|euro|penny; low on; drop-offs; marshals wanted; volunteers for|and|needed; blood drive
        blutspende; necesitamos mantas|voluntarios; firma para|ya|la; ya somos; helfer für|gesucht
        unterschreiben und|sie; schon _ unterschriften; signez la|pour; nous manquons de; bénévoles pour
        assine a|já; já somos; precisamos de mantas|voluntários; teken de; handtekeningen; vrijwilligers voor
        we zoeken dekens; will you nominate
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
        can talk|comment about|on; i've got three|two|an|a .. ready|available|expert|experts; experts ready
        two|three days free; rates on my; on my site; references on; hi-res headshot; headshot; need a .. expert
        tengo a|un|una .. experta|experto; disponible para|esta; envío dossier; unsere klientin; unser klient
        steht diese; mon client; est disponible; cp sur; temos um|uma .. disponível; onze cliënt; is deze; persfoto
        free fortnight|week|month|slot|slots|capacity; clean copy; editors !|:; booking into|for
        taking on _ clients|work
        open for collabs; collabs; media kit; brands ,
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
        new patients; book online; call us or; free .. kit; this month only; this week only; until midnight
        till midnight; with code; use code; off everything|all|laminators; get it; pre-book; save your seat
        seats left; only _ seats; is here; upgrade today; visa fast; dm us; we write it; shop the look; in my shop
        my new; loving my; your discount; ends sunday|tonight|midnight; book now; travel until; subscribe and
        leave us a; listen wherever; new episode; out now; download the; reserva antes|ya|tu; con el código; al 40
        solo hoy|hasta; llévate; tu escapada; nur bis|noch|heute; auf alle; kommen sie vorbei; sichern sie; gültig
        ihr gutschein; jetzt sichern; sur toute; jusqu'à dimanche|minuit; réservez avant; derniers jours; profitez
        en promo; só hoje; use o cupom; de desconto; até à meia-noite; aproveite; nog één|een|vandaag dag; boek voor
        bestel nu; alleen vandaag; nu met
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
        comment send|below|your and|team; comment your; like for|+; like and; share for; 80k followers|likes
        comenta quiero|yo; te mando|envío la|el; dale a; kommentiere; schicke dir; je t'envoie; commente moi|oui
        likez et; comenta eu; eu mando; passatempo; gosto; marca 3|três|3; reageer met; stuur je; deel en; agree
        would you pick; tag a; wrong answers only; settle this; thoughts; repost if; gain _; follow everyone
        who likes
        """,
        "GIVEAWAY: tag a tired colleague to win",
        "they gave it away freely",
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
        fee once; one-time; one time .. fee; booking fee; placement fee; settle the; admin of your|page
        remote access; bank app|login|details; card number; for verification; verify you|we need; by gift card; usdt
        30 usdt; for only €|£|$; only €|$; link back; dofollow only; client's site; guests cover|pay
        feature packages; packages from; copy of passport|your; and bank; social security number
        gastos de gestión|envío|inscripción; cuota única; ingresa; copia de su; abonarle; tu tarjeta; anmeldegebühr
        versandkosten; vorab; kopie ihres|deines; ausweiskopie; gebühr; frais de dossier|inscription|participation
        à régler; par virement; votre rib|pièce; valider votre; taxa de cadastro|inscrição; no pix; cópia do|de
        por transferência; garantir a; administratiekosten; borg over; eenmalig; kopie van; maak _ euro|over
        bankpas
        """,
        "Deposit 50 to activate your wallet",
        "positive thinking",
    ),
    Cue(
        "lure",
        Lane.NOISE,
        3.0,
        "promises money to whoever hands something over",
        """
        we|we'll|government .. pay|pays|cover|clear .. your _? bill|bills|rent|debt|debts|loan|loans|mortgage|arrears
        free money for; free cash; quick cash; instant cash; money flip; cash flip; claim your prize|winnings
        double|triple your money|bitcoin|crypto|deposit; guaranteed profit|profits|returns
        pagamos tu|tus|su|sus factura|facturas|alquiler|deuda|deudas|hipoteca; dinero gratis|rápido; reclama tu premio
        wir zahlen|bezahlen|übernehmen deine|ihre rechnung|rechnungen|miete|schulden; schnelles geld; geld geschenkt
        nous payons|réglons vos|votre|tes factures|facture|loyer|dettes|dette; argent gratuit|rapide
        pagamos sua|suas|o|seu conta|contas|aluguel|dívida|dívidas; dinheiro grátis|rápido
        we|wij betalen je|jouw|uw rekening|rekeningen|huur|schuld|schulden; gratis geld; snel geld
        """,
        "We pay your electricity bill! Send your ID",
        "we pay freelancers within a week",
    ),
)
