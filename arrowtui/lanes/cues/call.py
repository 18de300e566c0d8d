"""What speaks for a call: somebody asks readers for experience, knowledge, opinion or participation."""

from arrowtui.lanes.cues import Cue
from arrowtui.model.lane import Lane

CALL = (
    Cue(
        "journo_tag",
        Lane.CALL,
        1.6,
        "carries a tag for source requests",
        """
        #journorequest|journorequests|prrequest|prrequests|sourcerequest|helpareporter|haro|callout|calloutforsources
        #protagonistengesucht|protagonisten|protagonist|protagonistinnen|recherche|interviewpartner|gesprächspartner
        #appelatemoins|appelàtémoins|appelatémoins|appelatemoignages|appelàtémoignages|appelatemoignage
        #buscotestimonios|testimonios|buscofuentes|periodismo|pedidodefontes|fontes|precisodefontes
        #oproep|gezocht|journovraag|bronnengezocht
        #studienteilnehmer|umfrageteilnahme|participantswanted|researchparticipants
        """,
        "Nurses on nights? #journorequest",
        "a journo request is a craft",
    ),
    Cue(
        "seeks",
        Lane.CALL,
        1.3,
        "looks for people",
        """
        looking|searching|hunting for; looking to speak|talk|hear|interview|chat; keen|hoping|eager to hear|speak|talk
        in search of; on the hunt|lookout for; calling all; seeking; seeks; sought; we're|we|i|i'm|am|are|is after
        i|we need a|an|some|someone|somebody|people|to|one|two|three|four|five|six|eight|ten; need to speak|talk|hear
        needs guests|people|volunteers|testers|readers; need two|three|four|five|six|ten|a|an .. who|whose; wanted
        participants|volunteers|testers|readers|respondents|teachers|nurses invited|wanted|needed|sought
        still need|needs|looking|after; recruiting; shout out|shoutout to; callout; call out
        call for participants|testers|voices|stories; any _ _ who|whose|willing|up|fancy|keen
        anyone|anybody out? there? who|who's|who've|whose|that|here|run|work|willing|been|had
        does anyone|anybody here? have|know|run|use|work; has anyone|anybody; have any of you; is there anyone|anybody
        can|could anyone|anybody|someone who; could one|two|three|four|five|six|ten of?; busco; buscamos; buscando
        se busca|buscan|necesita|necesitan; necesito|necesitamos; alguien que; alguna persona que; hay alguien
        algún|alguna _ que|dispuesto|dispuesta; queremos entrevistar|hablar; quiero entrevistar|hablar; suche
        suchen wir; wir suchen; ich suche; gesucht; werden gesucht; gesucht werden; sucht
        suchen noch|teilnehmende|menschen|personen|leute; wer von euch|ihnen; gibt es hier|jemanden
        jemand hier|da|dabei; wer hat|kennt|arbeitet|war|ist; je|on|j'ai cherche|cherchons|recherche|besoin
        nous cherchons|recherchons; cherche; cherchons; recherche des|un|une|personnes; recherchons; qui parmi vous
        y a-t-il des|quelqu'un; quelqu'un|quelqu'une qui|a|aurait|connaît; procuro; procuramos; procura-se
        procuram-se; à|em procura|busca de; preciso|precisamos de; alguém que|aqui|aí|trabalha|já
        gostava|gostaria|gostaríamos|queremos|quero de? falar|conversar|ouvir|entrevistar; zoek; zoeken; gezocht
        op zoek naar; wie van jullie|u; wie heeft|kent|werkt|wil|is; is er iemand|hier; ik|wij|we zoek|zoeken; cerco
        cerchiamo; cercasi; qualcuno che
        """,
        "We are looking for two bakers",
        "no more looking back",
    ),
    Cue(
        "hear_from",
        Lane.CALL,
        1.5,
        "wants to hear from readers",
        """
        hear|hearing from
        want|like|love|keen|hoping|need|happy|order|willing|wanting to talk|speak|chat|meet|interview|quote|hear
        would like to|your; talk|speak|chat with|to you; tell us; tell me; share your|their; let us|me know
        get in touch; be in touch; reach out; have your say; we want your; put your hand up; hands up; want you on
        drop us|me a line|note; write|email|mail|message|dm|text|call me|us
        your experience|experiences|story|stories|thoughts|view|views|opinion|opinions
        help us|me report|understand|find|choose|decide|improve|test|design|shape|out
        i'd|we'd love|like|welcome|appreciate|value|be; interested to|in hear|hearing|talking|speaking
        come on the|my|our show|podcast|programme|program; sound off; weigh in; chime in; crowdsourcing; asking for
        curious how|what|whether; cuéntanos|cuéntame|contadnos|contadme|cuéntenos
        contar|cuenta|cuentes tu|su|vuestra historia|experiencia
        escríbenos|escríbeme|escribidme|escribidnos|escribid|escriban; déjanos|dejadnos|mándanos|mandadnos|envíanos
        nos|me gustaría|gustaria|interesa|encantaría; hablar con; quieres|queréis participar|contar|contarlo
        ayúdanos|ayudadnos|ayúdame; tu|vuestra|su experiencia|opinión|testimonio; queremos saber|conocer|escuchar
        erzählt|erzähl|erzählen sie? uns|mir|eure; meldet|melde|melden sie? euch|dich|sich
        schreibt|schreib|schreiben sie? mir|uns; würde|würden gerne|gern
        eure|deine|ihre erfahrung|erfahrungen|meinung|meinungen|geschichte|geschichten|rückmeldung|perspektive
        freue mich|uns über; freuen uns über|auf; sprechen mit|möchte|mag|will; bereit|lust mit|zu|darüber|zum
        teilt|teile eure|deine; helft|hilf uns|mir; racontez|raconte
        écrivez|écrivez-moi|écrivez-nous|contactez|contactez-moi|contactez-nous; dites-nous|dites-moi|donnez-nous
        témoignez; témoigner; laissez; votre|vos|ton|tes expérience|expériences|avis|témoignage|témoignages|histoire
        j'aimerais|nous aimerions|on aimerait|voudrait; parler|échanger avec|à
        appel à|a témoins|témoignages|témoin|témoignage|participation|volontaires|participants
        conte|contem|conta|contem-nos|conte-nos|contem-me|escreva|escrevam|escreve|escrevam-me
        partilhe|partilhem|compartilhe a|sua|vossa; a|sua|tua experiência|história|opinião; falar com
        ajudem-nos|ajude-nos; queremos|quero ouvir|saber|conhecer; vertel|vertellen ons|mij|me|je
        laat ons|me|mij|het weten; mail|stuur|bel|app mij|me|ons|naar
        jouw|je|jullie|uw ervaring|ervaringen|verhaal|verhalen|mening; spreken|praten|kom met|in; horen graag|van
        help ons|mij|me; graag in contact; raccontaci|raccontatemi|scrivetemi|scriveteci
        """,
        "We'd like to talk with you for a piece",
        "They talk a lot about it",
    ),
    Cue(
        "media_use",
        Lane.CALL,
        1.4,
        "names an article, programme or book it is for",
        """
        for a|an|my|our|the|this|next|tomorrow's|tonight's .. story|article|piece
        for a|an|my|our|the|this|next|tomorrow's|tonight's .. feature|report|documentary|docuseries
        for a|an|my|our|the|this|next|tomorrow's|tonight's .. doc|film|show|programme|program|podcast|book|episode
        for a|an|my|our|the|this|next|tomorrow's|tonight's .. series|segment|column|magazine|newspaper|paper|dossier
        for a|an|my|our|the|this|next|tomorrow's|tonight's .. newsletter|broadcast|issue|edition
        for a|an|my|our|the|this|next|tomorrow's|tonight's .. section|thesis|dissertation|chapter; for a story
        for tv|radio|telly; writing|working|reporting on?|about? a|an|this|the|my .. piece|story|feature|article|book
        writing|working|reporting on?|about? a|an|this|the|my .. report|chapter|episode|follow-up|profile
        writing|reporting|working|researching|investigating about|on|for|up
        i'm|i write|reporting|report|cover|writing for; story for; piece for|on|about|re; on my|our podcast
        doing a|an|some story|piece|episode|research|interviews; our next issue|episode|story; would be|get quoted
        quote you; to quote; be quoted; running|runs a|the? story; story runs
        para un|una|mi|nuestro .. reportaje|artículo|articulo|programa|pieza
        para un|una|mi|nuestro .. libro|documental|podcast|radio|revista|tesis; preparo un|una; preparamos un|una
        estoy|estamos escribiendo|preparando|haciendo; reportaje en|para|sobre
        für einen|eine|ein|meinen|meine|mein|unseren|unsere|den|das|die .. artikel|beitrag|geschichte|reportage
        für einen|eine|ein|meinen|meine|mein|unseren|unsere|den|das|die .. recherche|doku|dokumentation|film|podcast
        für einen|eine|ein|meinen|meine .. sendung|buch|radiobeitrag|tv-beitrag|porträt
        für mein|unseren|unsere|den|das|die .. sendung|buch|radiobeitrag|tv-beitrag|porträt
        für einen|eine|ein|meinen|meine|mein|unseren|unsere|den|das|die .. stück|magazin|serie|dokureihe|vortrag
        recherchiere zu|für; schreibe gerade|einen|über|für; drehe|drehen einen|eine; interviewpartner*
        gesprächspartner*; protagonist*
        pour un|une|mon|notre|ma .. article|dossier|reportage|documentaire|émission|podcast
        pour un|une|mon|notre|ma .. livre|enquête|sujet|portrait|film|magazine|mémoire; je prépare|prépare un|une
        prépare une|un; j'écris|écris un|sur|pour
        para uma|um|a|o|minha|meu .. reportagem|matéria|artigo|peça|documentário|livro
        para uma|um|a|o|minha|meu .. programa|podcast|revista|jornal|tese|livro
        estou|estamos a? escrever|preparar|escrevendo|preparando|fazendo|fazer
        voor een|mijn|ons|onze|het|de .. artikel|verhaal|reportage|uitzending|podcast|documentaire
        voor een|mijn|ons|onze|het|de .. boek|serie|stuk|interview|krant|programma|onderzoek; schrijf een|over
        ik|we|wij schrijf|maak|maken|schrijven een|over
        """,
        "writing a piece on parcel depots",
        "for a while now",
    ),
    Cue(
        "reporter",
        Lane.CALL,
        1.0,
        "comes from a reporter or producer",
        """
        i'm|i am|as a|an|the? .. reporter|journalist|producer|freelancer
        i'm|i am|as a|an|the? .. correspondent|researcher|podcaster|documentarian|columnist
        our|a|the|one reporter|journalist|producer; reporter here|at|for|looking|with
        journalist here|at|for|looking|with; producer for|at|here|looking|of|may
        a reporter|producer|journalist may|will|might; freelance journalist|reporter|feature|features|writer
        reporter's|journalist's ask|query|request; our reporters; the newsroom
        soy periodista|reportera|redactora|redactor|reportero; periodista de|en|busca
        trabajo|escribo en|para una|un|el|la; nuestra redactora|reportera|periodista; ich bin|als journalist*
        journalist*; redaktion; reporterin; volontärin; unsere reporterin|redakteurin; journaliste; pigiste
        la|notre|ma rédaction; notre journaliste; jornalista; repórter; a nossa|nossa redação|jornalista
        journaliste|verslaggever|verslaggeefster|redacteur|programmamaker; onze verslaggever|redactie
        namens de redactie
        """,
        "I'm a health reporter at a weekly",
        "she reported the fault",
    ),
    Cue(
        "survey",
        Lane.CALL,
        0.9,
        "is about a survey",
        """
        survey; surveys; questionnaire; questionnaires; google|short|online form; callout form; fill in|out|this
        form about|below|here|in; encuesta; encuestas; cuestionario; formulario; umfrage; umfragen; fragebogen
        online-umfrage; online-befragung; befragung; sondage; enquête; enquete; formulaire; inquérito; inquéritos
        questionário; pesquisa; formulário; vragenlijst; peiling
        """,
        "our rates survey is open",
        "surveyors met today",
    ),
    Cue(
        "survey_ask",
        Lane.CALL,
        1.6,
        "asks readers to answer a survey",
        """
        take|do|complete|answer our|my|this|the|a|in|out|it .. survey|questionnaire|form|poll|questions
        fill|finish|start|try our|my|this|the|a|in|out|it .. survey|questionnaire|form|poll|questions
        take part|our|my|this|the .. survey; survey|questionnaire is|now live|open|takes|closes|link|closing|for
        survey for|of|about; minutes|min|mins|minute survey|questionnaire|anonymous
        question|questions survey|form|questionnaire; answer|answers|answering _ questions
        open|live till|until|through|for; takes|takes about|about two|three|five|ten|_ minutes|mins|min
        your answers|responses|numbers; anonymous answers|survey|questionnaire|responses
        pls|please|kindly rt|share|boost|fill|take|vote|complete|answer|help|spread|pass
        responde|responded|rellena|rellenad|contesta nuestra|la|el|esta|este|en|a|a?
        contestad|participa|participad|participe|colabora|ayúdanos nuestra|la|el|esta|este|en|a|a?; nuestra encuesta
        minutos|preguntas de|y
        nehmt|mach|macht|füllt|nehmen|mitmachen|teilnehmen teil|mit|bitte|an|den|unsere|den|sie|aus
        an|bei unserer|meiner|der umfrage|befragung; ausfüllen; dauert|dauer ca|etwa|nur|circa|rund|10|5|15
        bitte teilen|mitmachen|weiterleiten
        répondez|répondre|participez|participer|remplissez|remplir à|au|notre|mon|ce|le|cette
        questionnaire|sondage|enquête de|en|anonyme|en|pour; merci de|d' répondre|participer|partager|relayer
        responda|respondam|preencha|preencham a|ao|o|este|nosso|no|na|num|neste|com
        participe|participem|colabore|ajude a|ao|o|este|nosso|no|na|num|neste|com
        inquérito|questionário sobre|anónimo|anônimo|de|online
        vul|invullen|doe|neem|beantwoord|meedoen de|mee|onze|deze|mijn|in|deel|aan|het
        vragenlijst over|invullen|duurt|van|voor; duurt ongeveer|slechts|maar; graag delen|invullen|rt
        """,
        "Take our five-question survey",
        "the survey found little",
    ),
    Cue(
        "vote",
        Lane.CALL,
        1.0,
        "asks for a vote",
        """
        vote; voting; votes; poll; polls; pick one
        which one|of|would|should|colour|color|label|name|option|design|date|evening|day; react with?; cast your vote
        show of hands; vota; votad; voten; votación; abstimmen; abstimmung; stimmt|stimm ab; votez; votons; vote en
        vote na|no|em; votem; votação; stem; stemmen; stemt
        """,
        "Teachers, vote in the comments",
        "devoted readers",
    ),
    Cue(
        "study",
        Lane.CALL,
        1.2,
        "looks for people to take part in a study",
        """
        study; studies; research project|study|participants|interview|interviews|panel; participants; participant
        focus group|groups; usability test|session|study|testing; user test|testing|research|interviews; diary study
        clinical trial; recruiting for|until|now|participants|people|teachers|nurses; take part in; screener; eligible
        eligibility; interview study; think-aloud; we're studying|researching|investigating
        i'm studying|researching|investigating|interviewing; estudio; participantes; grupo de discusión|grupo focal
        studie; interviewstudie; tagebuchstudie; teilnehmende; teilnehmer*; proband*; studienteilnehm*; nutzertest
        testpersonen; versuchspersonen; étude; estudo; estudo de; deelnemers; onderzoek naar|naar|over|van
        gebruikerstest; proefpersonen; testgebruikers
        """,
        "participants for a focus group",
        "studious and kind",
    ),
    Cue(
        "research_marks",
        Lane.CALL,
        1.1,
        "carries the marks of academic research",
        """
        irb; ethics approved|approval|committee|number|ref|reference|board; ethically approved; informed consent
        phd student|candidate|survey|research|study|project|researcher; doctoral student|research|candidate
        master's|masters|bachelor's|msc|undergraduate thesis|student|dissertation|research|project
        my|for|our thesis|dissertation; for my|our phd; principal investigator; academic research|study|survey
        research team|assistant; masterarbeit; bachelorarbeit; doktorarbeit; dissertation; promotion an; hochschule
        forschungsprojekt; abschlussarbeit; mémoire de; thèse; doctorante; doctorant; laboratoire; université; tesis
        tfm; tfg; trabajo de fin; universidad; doctorado; doctoranda; tese; mestrado; doutoramento; doutorado
        dissertação; tcc; universidade; scriptie; masterscriptie; promotieonderzoek; universiteit; afstudeeronderzoek
        """,
        "IRB approved at Tallgrass",
        "She gave a talk on ethics in sport",
    ),
    Cue(
        "casting",
        Lane.CALL,
        1.3,
        "casts for a show or a shoot",
        """
        casting; castings; now casting; casting call|notice|director
        appear in|on a|an|our|the .. film|show|series|programme|documentary; contestants; apply to be on; on camera
        real nurses|teachers|people|families|couples; submissions due; docuseries; self tape; self-tape
        wants|seeks|need|needs|seeking|seeking .. to appear; be on tv|television|telly; kandidat*; drehtag*; drehort
        komparsen; statist*; figurants; tournage; rodaje; concursantes; figuración; gravação; figurantes; concorrentes
        opnames; figuranten; kandidaten; deelnemers voor tv
        """,
        "NOW CASTING couples who share a shop",
        "cast iron pans",
    ),
    Cue(
        "feedback_ask",
        Lane.CALL,
        1.3,
        "puts something up for comment",
        """
        your feedback|comments|input|thoughts; feedback from|on|please|wanted|welcome|before
        harsh|honest|brutal feedback; roast my|our; tear apart; poke holes; pick holes; critique my|our
        what's|what is|what wrong|missing|unclear with|from|in?
        what would|do you change|cut|add|miss|need|want|wish|expect|trust|think|see
        tell me|us why|what|where|which|how|when; where people|would|do you|it .. get? stuck
        open for comment|comments|feedback|consultation; comment online|on|by; comments accepted|open|welcome|by|until
        public consultation; consultation ends|closes|open|is
        draft plan|policy|map|strategy|proposal|guide|guidelines; we've|i've|we drafted|rewritten|redesigned|redrafted
        before we|i freeze|ship|print|publish|launch|decide|vote|release|submit|finalise|finalize|sign; rfc
        beta testers; try|test|play with? the|our|my|a .. prototype|beta|demo; early access testers; break our|my|the
        would this|that|you .. hurt|work|break|trust|use|help|pay
        qué os|te|le parece|falta|cambiaríais|cambiarías|sobra; vuestra|tu|su opinión|opinion|aportación|comentarios
        consulta pública; borrador; was fehlt|haltet|meint|denkt|würdet|stört euch|ihr|dir|ihnen; rückmeldung*
        feedback zu|an|bis|erwünscht|willkommen; entwurf; beteiligung; stellungnahme*
        votre|vos avis|retours|commentaires|remarques; que manque-t-il; qu'en pensez-vous; consultation publique
        avant-projet; o que|que falta|mudariam|acham|acha; rascunho; a vossa|vossa|sua opinião
        wat mist|missen|vinden|vind|zou|zouden je|jullie|u; jullie|uw|je feedback|mening|reactie|inspraak; inspraak
        concept*; reacties welkom
        """,
        "Draft is up: poke holes in section 4",
        "they gave feedback last year",
    ),
    Cue(
        "named_group",
        Lane.CALL,
        0.8,
        "calls a group of people by name",
        """
        are you; if you've|you're
        if you work|run|use|have|were|are|teach|live|own|manage|sell|drive|answer|schedule|know; have you; did you
        were you; do you work|run|sell|teach|have|live|use|own|manage|drive|know|grow|keep|ever; you've ever
        who's ever; who've; who's had|been|worked|left; people who; those who; somebody who; someone who|whose
        anyone who|whose; folks; folk; fellow; colleagues :; eres; sois; trabajas en|como|de|y
        si trabajas|eres|tienes|has; si tu|sois; bist du; sind sie|sie; seid ihr; arbeitest|arbeiten du|sie
        wenn du|ihr|sie; hast du|habt ihr|haben sie; habt ihr; vous êtes|avez|travaillez|exercez; êtes-vous; avez-vous
        si vous; travaillez-vous; celles et ceux; ceux qui
        é|és|foste|trabalha|trabalhas professor|professora|enfermeira|enfermeiro|em|como|na|no|médico
        se trabalha|é|tem|trabalhas; quem trabalha|já|tem|vive; ben|bent je|jij|u|jullie; werk|werkt je|jij|u
        als je|jij|u; heb|hebt je|jij|u|jullie; mensen die; wie werkt|heeft
        """,
        "Do you work permanent nights?",
        "They know those are old",
    ),
    Cue(
        "anonymity",
        Lane.CALL,
        1.3,
        "promises discretion",
        """
        off the record; on background; on the record; on or off; on record; in confidence
        names withheld|changed|will|can|may|won't; name will|can|won't; anonymity; anonymous is|fine|ok|okay
        keep you|it|your|everything .. anonymous|confidential|private; can be anonymous; be anonymous
        stay|remain anonymous; confidential; no names; anonymously; first name only|fine
        protect your|sources|identity; anonimato; de forma anónima; anónimo; confidencial; anonym; vertraulich
        vertraulichkeit; anonymisiert; anonymat; anonyme; anonymement; confidentiel*; confidencialidade; anonimamente
        anónima; anônimo; anônima; sigilo; anoniem; vertrouwelijk
        """,
        "On background is fine",
        "the record was off by one",
    ),
    Cue(
        "route",
        Lane.CALL,
        0.8,
        "says how to answer",
        """
        dm me|us|for|or|if|please|pls; dms open|are; dm's open; my dms
        message|email|mail|text|call|ring|phone|whatsapp|signal|ping me|us|or|the; send me|us your|an?|a
        drop me|us|it; reply to|with|below|here|by|and|in|if; replies by|or|to; hit reply; contact :
        contact me|us|our|details; sign|signing up here|at|by|via|below|through|:; apply at|here|via|by|through
        in the comments; comment below|or|and|here; leave a|us .. message|voicemail|comment|note; respond :
        respond within|by|here; fill in|out the|our|this|it; use our form; link in|below|:; form :; book a slot
        write to; escribid|escribe|escríbeme|escribidme|manda|envía a|por|un|al; por privado; md abiertos|abierto|o
        contacto; apúntate|apuntaos|inscríbete|inscripción; contact; kontakt
        meldung|meldungen|anmeldung|anmelden|melden|zuschriften an|unter|bei|bis|per|:; per mail|pn|dm
        schreib|schreibt an|mir|uns; écrire à; écrivez à; mp ouverts|ou; en mp|dm; inscription|inscriptions
        contacto|contato; mandem|enviem|envie|escreva|escrevam para|um|mensagem; dm aberta|abertas
        inscrições|inscrição; mail naar; reageer|reageren via|op|hier|onder; aanmelden|meld kan|via|bij|je|voor
        stuur een; dm mij|me|staat
        """,
        "DMs open or email me",
        "a shop sign was lost",
    ),
    Cue(
        "relayed",
        Lane.CALL,
        0.7,
        "is passed on for somebody else",
        """
        my|our|a colleague is|wants|needs|has|at; my friend|student|sister is|wants|needs; on behalf of
        please share|rt|pass|circulate|forward|boost; pls rt|share|boost; boosts welcome|appreciated|please
        rts appreciated|welcome; rt please|pls; forwarding; cross-posting; crossposting; reposting|repost for|as
        se agradece; difundid|difusión|compartid|compartir; bitte teilen|weiterleiten|weitersagen|retweeten
        teilen erwünscht; gerne teilen; boost* erwünscht|willkommen; merci de partager|relayer
        partage|partages bienvenu|bienvenus|apprécié*; rt bienvenus; partilhem|partilha agradecida|por|se
        compartilhem; graag delen|rt; delen wordt|mag; doorsturen mag
        """,
        "My colleague is after two vets. RT please",
        "colleagues share a desk",
    ),
    Cue(
        "offers_incentive",
        Lane.CALL,
        0.9,
        "offers something for taking part",
        """
        voucher; vouchers; gift card|cards|certificate; incentive; honorarium; compensation; compensated; reimbursed
        for your time; as a thank; thank you gift; prize draw; entered into; unpaid; no fee; fee paid
        paid research|study|interview|interviews|session; contributor fee; expenses covered|paid; tarjeta regalo
        vale de|regalo; sorteo de|un|una|entre; remunerado; remunerada; aufwandsentschädigung; gutschein*; vergütung
        verlost; verlosen; honorar; keine gage; unbezahlt; rémunéré*; indemnis*; dédommag*; chèque-cadeau; bon d'achat
        non rémunéré; cartão oferta|presente; vale-presente; ajudas de custo; vergoeding; cadeaubon; bol-bon
        onkostenvergoeding; onbetaald
        """,
        "$40 gift card for an hour",
        "the couch was a gift",
    ),
    Cue(
        "stated_use",
        Lane.CALL,
        0.9,
        "says what the answers are for",
        """
        for a talk|workshop|slide|handout|policy|guide|training|report|presentation|session|module|course
        i'm|we're|i am|we are|our .. rewriting|writing|choosing|deciding|building|drafting|designing|redesigning
        i'm|we're|i am|we are|our .. revising|preparing|planning|updating|presenting|compiling|collecting|gathering
        we'll|i'll|we|i will? go with|act on|use|take|count|read|pick|share|publish|print|summarise|summarize|post
        results shared|free|go|will|published|in; i'll share|post|count|publish|summarise|summarize|credit
        will credit; the majority; governance board; to the board; our members|readers|users|community
        for our|an app|next|new|the|a; deciding; we decide; how do you|y'all|your|people|others
        what do you use|do|say|wish|tell|need|charge; what's your; how does your; what does your
        how many|much|often|long|far do|did|does|would; para una charla|ponencia|guía|formación
        wie macht|haltet|löst|handhabt|geht|viel|viele|oft ihr; für meinen|einen|unseren vortrag|workshop
        comment faites-vous; pour une|ma formation|présentation; como fazem|faz|fazes; voor een presentatie|workshop
        hoe doen|doe|pakken jullie|je
        """,
        "I write our policy this week, how do you book desks?",
        "a policy was written",
    ),
    Cue(
        "deadline_words",
        Lane.CALL,
        0.7,
        "names a deadline for answers",
        """
        deadline; ddl
        closes|closing on|today|tonight|friday|sunday|monday|tuesday|wednesday|thursday|saturday|at|in|_
        open until|till|through|for; respond within
        by noon|midnight|cob|eod|tomorrow|tonight|friday|monday|tuesday|wednesday|thursday|saturday|sunday|end|today
        before friday|monday|tuesday|wednesday|thursday|saturday|sunday|noon|tomorrow|the; cut-off|cutoff|cut
        last day|chance to; until noon|friday|monday|tuesday|wednesday|thursday|saturday|sunday|tomorrow|midnight
        plazo; hasta el|mañana|la|las|hoy; antes del|de; cierra el|la|hoy|mañana
        bis zum|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|heute|ende|spätestens; spätestens
        frist; einsendeschluss; läuft noch|bis; avant le|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|ce
        jusqu'au; jusqu'à; date limite; prazo
        até ao|à|dia|amanhã|sexta|segunda|terça|quarta|quinta|sábado|domingo|hoje|às; antes de; uiterlijk
        tot en|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|morgen; vóór
        voor maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|morgen; sluit op; deadline is|:
        """,
        "Deadline COB Friday",
        "the border was closed",
    ),
    Cue(
        "closed_call",
        Lane.CALL,
        1.5,
        "closes a call",
        """
        callout|call|survey|study|enrolment|enrollment|poll|request|casting|form is|are|now? now? closed; now closed
        closed now; closing this|the callout|the; closed early; no longer needed|looking|accepting|accepts
        got my|our|all|what|enough; we have|i've|i have|we've enough; all sorted; fully booked; slots are|all|filled
        at capacity; been filled|fulfilled|cast; has been fulfilled; we've cast; cerramos el|la; cerrado; ya tenemos
        ya tengo; geschlossen; haben|habe genug|genügend; ist beendet; nous avons|on a assez|trouvé; clos; closed :
        fechado; encerrado; já temos|encontrámos|encontramos; gesloten; hebben genoeg|we; niet meer nodig; is vol
        """,
        "Survey now CLOSED, thanks",
        "the shop is closed on Monday",
    ),
)
