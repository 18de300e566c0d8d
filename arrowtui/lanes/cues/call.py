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
        #buscofuente|buscamostestimonios|testimonio|fuentes|presseanfrage|aufruf|zeugengesucht|casestudy|casestudies|callforparticipants|phdlife|studyparticipants|umfrage|mitmachen|protagonistes|temoignage|témoignage|temoignages|témoignages|procurase|depoimentos|ervaringsverhalen|ervaringen|deelnemersgezocht|callouts
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
        trying|want to find|reach|trace; desperately seeking; help me|us find; is anyone; are there any; has your
        have your; anyone who; got a story|photo|letter; do you know a|an|any|someone|anybody|anyone who|whose
        we'd like .. of you; short of; more to go; places for; i still|only need; still hoping|looking|after|missing
        room for; need :; wanted :; needed :; seeking :; asking :; callout !; call-out; call-outs
        podcast guests wanted|needed; source|sources wanted|needed; para una; hace falta gente
        necesita hablar|testimonios|voluntarios; conocéis|conoces|conocen a alguien; nos faltan; me faltan; me falta
        sigo|seguimos buscando; estoy|estamos buscando; buscan; si conoces|conocéis a alguien
        quién ha|trabaja|vive|tiene; wer mag|möchte|hätte|macht|leitet|nutzt|lebt; wer war|wer musste|hat schon
        kennt ihr jemanden; kennt jemand jemanden; uns fehlen noch; mir fehlen noch; fehlt noch; noch gesucht
        braucht noch; benötigt|benötigen noch|wir; wir brauchen; ich brauche; gesucht :; suchen dringend gesucht
        il me|nous manque; besoin de; nous avons besoin; j'aurais besoin; je suis à la recherche
        cherche encore|toujours; qui aurait|aurait-il; connaissez-vous; tu connais
        une consœur|confrère|collègue cherche; faltam-me; faltam; ainda procuro|procuramos|preciso|precisamos
        conhecem alguém; conhece alguém; preciso falar; precisa de falar; quem já; procuram; precisa-se
        wie kent|wil|weet|doet|maakt|had|mist; ken je iemand; kent u iemand; nog nodig; ik mis nog; we missen nog
        zoekt nog; zoek nog; zoeken nog; wij zoeken; ik ben op zoek; ben benieuwd naar; we hebben nog
        qualcuno ha|che; stiamo cercando; sto cercando; avete mai
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
        want your; give us your; your views; your say; your voice; your answers; your turn; we're listening
        we are listening; call us|me; ring us|me; ring jo|us|me|on; leave us|me a voicemail|message; text the word
        will ring|call you back; will get in touch; gets in touch; i'd be grateful; grateful for
        would love an|a|your; would like your; i'd like to; we'd like to; we would like; i would love
        we want to understand|know|hear; i want to understand|know|hear; tell us about|how|what|why|where
        tell me about|how|what|why|where; show us; send a|us|your picture|photo|photos|letter; let us have
        help us make|write|plan|build|map; llámanos; llamadnos; llame; deja|dejad|deje un audio|mensaje; mándame
        mandadme; escríbeme; opina; opinar; da tu; danos tu; dinos; decidnos; díganos; cuál|qué os; nos encantaría
        me encantaría; queremos tu|vuestra; ayúdanos a; échanos una; participa; puedes contarme|contarnos
        se pondrá en contacto; rufen sie|rufen; ruft uns|an; rufen sie uns; schicken sie|schick|schickt uns|mir|eine
        sagen sie|sagt|sag uns|mir; erzählen sie; mag|mögen mir|uns sagen|erzählen|schreiben; uns eure|ihre
        eure|ihre ideen|anmerkungen|antworten|stimme; machen sie mit; mach mit; macht mit; wir freuen uns
        über rückmeldungen|antworten|eine nachricht; wer mag; meldet sich|euch; melden sich; tragen sie
        bringen sie sich; beteiligen sie; diskutieren sie; helfen sie uns; hilf uns
        gern|gerne anonym|vertraulich|per; appelez|appelez-nous|appelez-moi; laissez-nous|laissez-moi
        donnez votre|nous; dites; partagez votre|vos; envoyez-nous|envoyez-moi|envoyez; répondez-moi|répondez-nous
        nous recueillons; je recueille; recueillons des; vous rappellera; vous rappelle; prenez contact
        contactez-nous; aidez-nous|aidez-moi; n'hésitez pas à me|nous; votre voix; je voudrais|souhaite|souhaiterais
        nous voulons|souhaitons; qui accepterait|accepteraient; ligue|liguem|liga; ligue-nos
        deixe|deixem um|uma mensagem; mande|manda|mandem áudio|mensagem; diga|digam|diga-nos|digam-nos
        partilhe|partilhem connosco; contacte|contactem-nos|contacte-nos; a sua|tua|vossa voz; ajude-nos|ajudem-me
        queremos saber|ouvir|perceber; gostava de ouvir; gostaríamos de; dê a sua; deem a vossa; liga-lhe
        entrará em contacto|contato; bel ons|mij|me; app een|ons|me; spreek een|ons; laat een bericht|voicemail
        stuur ons|me|mij|een; deel je|jouw|uw ervaring|verhaal; denk mee; doe mee; praat mee; help ons
        vertel ons|me|het; laat weten; we horen graag; ik hoor graag; hoor graag; uw mening|reactie|ervaring
        belt je terug; neemt contact; ik wil graag|spreken; we willen graag; spreek ik graag; reageer of|via|op
        geef je|uw mening
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
        on air; we're on air; tomorrow|tonight|friday|monday on air; piece runs; for tonight's; we're talking about
        we are talking about; for our|my|the book|show|talk|exhibition|map; an exhibition; a column; oral history
        a documentary; a radio essay; a feature; back page; front page; a photo essay; book research
        research for a book; for weekend; a new series; documentary seeks; podcast callout; reader callout
        en antena; hablamos de|del; para el programa|reportaje|podcast|periódico|diario
        para un|una tema|pieza|documental|serie|exposición; estoy|estamos preparando; preparo
        me|nos gustaría contar; auf sendung; für einen|eine|ein text|film|serie|hörfunkbeitrag|ausstellung
        für die sendung|zeitung|doku; thema morgen|heute; wir drehen|sprechen|berichten; für eine doku
        zwei drehtage; on en parle; en parle demain
        pour un|une papier|documentaire|exposition|enquête|sujet|chronique
        mon|notre prochain papier|article|épisode; je travaille sur; nous travaillons sur; j'enquête; nous enquêtons
        aidez-nous à enquêter; je|nous prépare|préparons; em direto; falamos disto|de
        para um|uma documentário|série|exposição|peça; estou a preparar|fazer; ajude-nos a investigar
        a minha|nossa próxima; voor een verhaal|artikel|reportage|documentaire|serie|expositie; in de uitzending
        we praten|hebben het over; help ons onderzoeken|onderzoek; ik werk aan; we werken aan
        voor mijn|ons volgende
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
        i'm|i|as am? a|an|the? .. reporter|journalist|producer|freelancer
        i'm|i|as am? a|an|the? .. correspondent|researcher|podcaster|documentarian|columnist
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
        reporter here; a producer; the producer; producer will; our newsdesk; newsroom; a journalist; a reporter
        features desk|editor|writer; news desk; una periodista; un periodista; periodista; reportera; die; unsere
        un journaliste; une journaliste; rédaction; um jornalista; redação; verslaggever; een verslaggever
        de redactie; redactie
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
        questionari*; short form; the form; this form; census; formulár*; online-fragebogen; kurzumfrage
        mini-sondage; miniencuesta; rellena; preencha; remplissez; annual count; tally
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
        fill in|out|this form|it; fill in this; complete this|the|our; the questionnaire; my questionnaire
        our questionnaire; do my|our; 2|3|4|5|6|7|8|9|10|12|15 min|mins|minutes|minuten|minutos|minuut; anonymous
        anonym; anónima|anónimo; anonyme; anoniem; mods approved; closes tonight|friday|sunday|soon
        help me finish|reach|get; responses short; answers short; responses needed; more responses
        rellena|rellenad el|la|este; contesta a|la|el; responde a|al|la; abierta|abierto hasta
        sorteo de|dos|tres|entre; cualquier ciudad|edad; füllt|füllen sie? aus|den|das|bitte
        bitte mitmachen|teilen|teilnehmen; teilnahme dauert|bis|unter; unter allen; an der umfrage; nimm teil
        nehmen sie teil; dauert nur; remplissez ce|le|notre; répondez à|au; tirage au sort; ouvert jusqu'au|à
        toute personne; preencha o|este; responda ao|a; sorteio de; aberto até; qualquer; vul het|de|deze
        doe mee aan|met; onder de deelnemers; verloot; open tot; neemt vijf|tien|5|10
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
        majority wins; we decide|pick|choose on|at; deciding on|by; decide on friday|thursday|sunday; left or right
        a or b; which would you|your; which cover|label|name|set|colour|color|title|logo; tally; i'll draw
        poll for|:; quick poll; two versions|ways|options|designs|drafts; votes close; cast a vote; votad|vota en
        dos versiones; cuál os|te|le|entendería|preferís|prefieres; decidimos el; a o b; encuesta rápida; mayoría
        stimmen sie? ab; zwei entwürfe|versionen|varianten; welchen|welche|welches würden|würdet|würdest|soll|sollen
        links oder rechts; wir entscheiden am|bis; auszählung; a oder b; mehrheit; votez en|pour
        deux versions|maquettes|options; laquelle|lequel|lesquelles; on tranche|décide; gauche ou droite; a ou b
        majorité; votem na|no|em; duas versões; qual dá|preferem|prefere|escolhiam; decidimos na|no
        esquerda ou direita; stem op|mee|in; twee versies|ontwerpen; welke geeft|kies|kiezen|vind|vinden|zou
        we kiezen|beslissen; links of rechts
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
        trial; cream diary study; cohort; lab study; playtest; sleep lab; take part; paid study; study participants
        para una entrevista; entrevista de; investigación sobre; participar en; estudio sobre
        für eine interviewstudie; ethikvotum; forschungsprojekt; für ein interview; probandinnen; pour un entretien
        entretien d'une; entretien de; recherche des participants; étude sur; para entrevista de; estudo sobre
        participar em; investigação sobre; voor een interview; promotieonderzoek; onderzoek naar|over; interview van
        meedoen aan
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
        mods approved; doctorate; msc; my thesis; study ref; tesis sobre; mi tesis; mi tfm; máster; ethikkommission
        ma thèse; ma thèse sur; mon mémoire doutoramento; a minha tese; minha dissertação; mijn scriptie; promotie
        faculteit; universitätsklinikum
        """,
        "IRB approved at Eastfen",
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
        seeking twins|couples|families; casting twins; documentary seeks; two shooting days; shooting days
        se busca|buscan gente para; para un documental; figurant* opnamen; opnames in; tournage en; rodaje en
        gravações em; drehtage audition; auditions
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
        your views; your comments; want your views; views on; comments on; tell us what you'd; what you'd change
        what would you change; have your say; the draft is|of|plan|map; draft .. is out|ready|up; is open
        throw it back; be brutal; brutal; which one would; would you|your trust|use|read|grab; what trips you up
        get in your way; get in the way; what annoys; switched off; constraints; sign-off; walk through
        test our|the|a new; opina|opinar sobre|del|de; plan de; consulta abierta; aportaciones
        qué cambiarías|cambiarías; qué le falta|sobra; alegaciones; probar el|nuestra|la
        ihre meinung|anmerkungen|hinweise; anregungen; planentwurf; was würden sie|würdest|ändern; stört sie
        bürgerbeteiligung; testet unseren|unsere; votre avis; donnez votre avis; concertation; projet de
        enquête publique; que changeriez-vous; qu'est-ce qui manque|cloche; tester notre; em consulta; diga o que
        o que mudava|mudaria|falta; a sua opinião; participação pública; testar a|o; denk mee; reageren kan
        zienswijze; uw mening; het plan; wat zou je|u; wat ontbreekt; probeer onze
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
        people who've|have; anyone whose; anybody whose; those of you; are you a|an; have you ever; parents :
        teachers :; nurses :; users of; patients :; commuters :; si llevas|vives|das; habéis
        has vivido|estado|dejado; los que|las que; wer gestern; waren sie; warst du; leben sie; eltern, die
        menschen, die; alle, die; vous|tu attendez|vivez|enseignez|gérez|avez; avez-vous|êtes-vous|vivez-vous
        vous êtes restés; ceux|celles|celle qui; tuteurs :; ficou|viveu|trabalha|trabalhou|teve|sofreu
        vive|mora em|no|na; foste|estiveste; quem atende|trabalha|vive; tutores :; é enfermeiro|professor|médico
        stond|woont|werkt|bent|heeft u|je; sta je; woon je; werk je; wie bij|in|als; ouders die; begeleiders :
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
        names changed; anonymity fine; not naming; no name; can stay; cover your name; anonim*; anonymat possible
        podem ser anónimos; pode ser anónimo; anoniem mag; gern anonym; gerne anonym; gerne vertraulich
        confidencialidad; sin nombre; ohne namen; sans nom; sem nome; zonder naam; off record; not for attribution
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
        pm me; voicemail; voice note; reply here; replies here; reply below; reply or; comment or; comments or
        comment with; in a reply; sign-up link; sign up :; screener :; mail :; email : call :; por dm; por md; al dm
        escribe a; escribid a|al; mándame un; llama al; llámanos al; por aquí; en los comentarios; inscripciones
        schreibt an; schreibt mir; mail an; nachricht an; kommentar oder; kommentiert; hier melden
        anmeldung unter|über; en dm; en mp; par mail; par message; en commentaire|commentaires; réponse avant
        message vocal; por mensagem; para o; comentem ou; nos comentários; escreva para; escrevam para; ligue
        contacto :; pelo whatsapp; via dm; app naar; per mail; reageer; stuur een bericht; in de reacties
        aanmelden via; bel
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
        reposting for; friend of mine; for a friend; tell her|him|them i; a colleague; my colleague
        via newsletter|list; passing on; pass it on; colleague needs; mi compañera|compañero|colega; una compañera
        una colega; meine|mein kollegin|kollege sucht; eine kollegin|kollege; ma|mon collègue; une consœur
        un confrère; a minha|meu colega; uma colega; collega zoekt; delen mag; partilhem por; merci de relayer
        rt porfa|por favor; difundir
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
        travel paid|covered; travel expenses; we pay tarjeta regalo; dietas; gastos pagados
        fahrtkosten défrayé|défraiement; rémunéré|rémunérée; com cachê; met vergoeding; reiskosten; cadeaubonnen
        bons d'achat
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
        i'm|we're|i|we|our am|are? .. rewriting|writing|choosing|deciding|building|drafting|designing|redesigning
        i'm|we're|i|we|our am|are? .. revising|preparing|planning|updating|presenting|compiling|collecting|gathering
        we'll|i'll|we|i will? go with|act on|use|take|count|read|pick|share|publish|print|summarise|summarize|post
        results shared|free|go|will|published|in; i'll share|post|count|publish|summarise|summarize|credit
        will credit; the majority; governance board; to the board; our members|readers|users|community
        for our|an app|next|new|the|a; deciding; we decide; how do you|y'all|your|people|others
        what do you use|do|say|wish|tell|need|charge; what's your; how does your; what does your
        how many|much|often|long|far do|did|does|would; para una charla|ponencia|guía|formación
        wie macht|haltet|löst|handhabt|geht|viel|viele|oft ihr; für meinen|einen|unseren vortrag|workshop
        comment faites-vous; pour une|ma formation|présentation; como fazem|faz|fazes; voor een presentatie|workshop
        hoe doen|doe|pakken jullie|je
        i'll share|draw|revise|read|credit|name; we'll share|go|print|publish; i revise|present|decide|print|vote
        printing on; presenting on; everyone gets named|credited; gets the pdf
        for a booklet|handout|lecture|conference|course|deck; at our conference; i'm putting together
        putting together a; i maintain; we maintain; i run a small; compiling a|an; figures go to; end up with
        what we end; for the association|board|council|union; los comparto|la comparto; comparto el; lo comparto
        preparando una|un; preparo una|un; para mi|una clase|formación|ponencia|guía; estoy escribiendo
        estamos rediseñando; ihr bekommt; bekommt das ergebnis
        ich schreibe|erstelle|baue|bereite gerade|an|einen|eine|ein
        für unseren|unsere|meinen|meine|eine|einen leitfaden|handreichung|vortrag|schulung|kurs|workshop|richtlinie
        stelle ich|die|es zusammen; fasse zusammen; teile das|die|ich; je partage|partagerai
        je rédige|compile|rassemble; nous rédigeons|réécrivons; pour un|une|notre|mon guide|formation|cours|livret
        synthèse; partilho|partilhamos o|a|os; estou a escrever|preparar|montar|redigir
        para um|uma guia|formação|curso|manual; cito quem; ik deel; deel het resultaat; deel ik|de|het
        ik maak|schrijf een; voor een|onze|mijn gids|training|handleiding|cursus; krijg je|jullie
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
        by tuesday|wednesday|thursday|friday|monday|noon|tonight|tomorrow|2pm|3pm|4pm|5pm|6pm
        before thursday|wednesday|friday|sunday|the; until sunday|friday|the|end|30|20
        closes friday|tonight|sunday|saturday; open for _ days; still time; deciding|decide on urgent :; on deadline
        respond by; replies by; antes del|de miércoles|viernes|jueves|lunes|martes; hasta el; plazo :; urgente
        cierra; bis freitag|montag|mittwoch|sonntag|donnerstag|dienstag; bis zum; frist :; noch bis
        avant mercredi|vendredi|lundi|jeudi|dimanche|mardi|le; réponse avant au plus tard
        até sexta|quinta|segunda|quarta|domingo|amanhã|dia; prazo :; até às; vóór|voor woensdag|vrijdag|maandag
        tot en met; reactie voor|vóór
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
        got my|our|all|what|enough; we|i have enough; we've|i've enough; all sorted; fully booked; slots are|all|filled
        at capacity; been filled|fulfilled|cast; has been fulfilled; we've cast; cerramos el|la; cerrado; ya tenemos
        ya tengo; geschlossen; haben|habe genug|genügend; ist beendet; nous avons|on a assez|trouvé; clos; closed :
        fechado; encerrado; já temos|encontrámos|encontramos; gesloten; hebben genoeg|we; niet meer nodig; is vol
        call closed; call's closed; recruitment closed; recruitment is; study is full; is full; has all
        has been filled; all filled; got enough|all|everyone|everybody|everything; have enough
        found my|our|enough|three|two|all; thanks all; enough now; i'm sorted; stand down; filled now
        no more needed; ya tengo|tenemos suficientes|bastantes|todas|todos|mis|los|las; cerrada
        no busco|buscamos más; convocatoria cerrada; gracias a todas|todos, ya; genug|genügend gefunden
        aufruf ist|geschlossen|beendet|erledigt; habe|haben jetzt|inzwischen|nun|alle|genug; suche beendet
        hat sich erledigt; ist voll; aufnahmestopp; umfrage ist|beendet|geschlossen; j'ai trouvé|assez|tout|mes
        appel clos; c'est complet; étude est complète; complet ,; n'acceptons plus; nous n'acceptons; plus besoin
        clôturé; sondage clos|terminé; já tenho|temos as|os|tudo|todas|todos|pessoas; pedido encerrado; encerrada
        já não preciso|precisamos|procuro; inquérito fechado|encerrado; vagas preenchidas
        genoeg|voldoende gevonden|reacties|mensen|deelnemers; oproep gesloten; ik heb genoeg; we hebben genoeg
        is gesloten; is rond; vol ,
        """,
        "Survey now CLOSED, thanks",
        "the shop is closed on Monday",
    ),
)
