"""What speaks for a call: surveys, votes, studies, castings, things to try and tell about."""

from arrowtui.lanes.cues import Cue
from arrowtui.model.lane import Lane

STUDY = (
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
        survey for|about; minutes|min|mins|minute survey|questionnaire|anonymous
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
)
