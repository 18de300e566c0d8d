"""What speaks for a chat: a moderated, scheduled discussion in text. Labels and hashtags are told apart in `marks`."""

from arrowtui.lanes.cues import Cue
from arrowtui.model.lane import Lane

CHAT = (
    Cue(
        "chat_announced",
        Lane.CHAT,
        1.4,
        "announces a live chat",
        """
        twitter|tweet|bluesky|mastodon|live|slow|hashtag chat|discussion; tweetchat; twitterchat
        join us tonight|tomorrow|today|now|at|on|this|next|for|in
        tonight's|today's|tomorrow's|next|this|week's topic|guest|chat|host|theme
        our guest|guests|host tonight|today|answers|is|this|will; see you at|tonight|tomorrow|next|there|in|all
        minutes|mins|min to|until|till|before; starts|starting|kicking|kicks in|off|at|soon; hour from now; reminder :
        one|an hour to; label|labelling your answers|answer|posts|replies
        answer|reply|respond with|using a1|r1|t1|the; questions drop|every|go|come|will|tonight
        lurkers|newcomers|beginners|first-timers welcome|are; intros first; topic :; today's|tonight's moderator
        guest host; guest hosting; hosting tonight|today|this; moderating tonight|today|this; submit|send topic ideas
        no chat this|next|tonight|today; chat is cancelled|canceled|moved|off|back; moves to
        q1 at|in|is|to|through|up|drops|coming; t1 to|at|through; first question in|at|up|is|coming
        next question in|coming|at; we're live in; live in the comments; esta noche|tarde; hoy a las; mañana a las
        a las 19|20|21|22; tema :; preguntas|preguntaremos; responded|respondan|responde|respondéis con|usando|citando
        os|te|les esperamos; heute abend; morgen abend|um; ab 18|19|20|21; um 19|20|21|20:00|19:00; thema :; zum thema
        antwortet mit; antworten mit; stellen fragen; chat zum; ce soir; demain soir|à
        rendez-vous à|ce|demain|jeudi|mardi; on|vous répond|répondez avec; thème :; débutants bienvenus; esta noite
        hoje às; amanhã às; respondam com; responda com; perguntas; vanavond; morgenavond; om 20|19|21; onderwerp :
        antwoord|antwoorden met
        tonight on|at; live now; live in the; we start|begin at|in; starts at; kicks off; begin at
        questions one|are|drop; one every; all four|five|three|questions are; already in
        newcomers|everyone very? welcome; newcomers; in five mins|minutes; coming up; chat moves; back on the
        same time; no _ this week; as it's half; bring your; hosting; two hosts; i'll start answering; monthly text
        text chat; in the comments of; question 1|2|3|4 of; arrancamos; empezamos; hablamos de .. con; esta noche a
        os esperamos en; a las 20|21|22:00; p1 a; cuatro|cinco preguntas; beginnt um; heute um; start um
        wir starten; wir beginnen; f1 kommt; um 20:00|20|19:30; moderiert heute; antwortet; ce soir à
        première question dans; présentez-vous; on commence; thème du; à 20h30|20h|21h; rendez-vous; hoje às|pelas
        quatro|cinco perguntas; respondam com|a; começamos; às 21h|22h; vanavond om|bij; v1 komt; we beginnen
        stel je even; antwoord met; om 20.00|20.05|20:00
        """,
        "Tonight's topic: burnout. Label your answers",
        "we chat about cats",
    ),
    Cue(
        "chat_opened",
        Lane.CHAT,
        1.0,
        "greets those who join a chat",
        """
        welcome to|in|everyone|everybody|all; introduce yourself|yourselves; tell us your name; say hello|hi
        hi|hello|hey|evening|morning|afternoon|hiya all|everyone|everybody|folks|friends|chat|team|there
        good evening|morning|afternoon all|everyone|everybody|folks; joining from|late|in|tonight|you|the; from _ here
        here from; lurking; first time here|joining|in; happy to be; checking in from; running late; sorry i'm late
        bienvenidas|bienvenidos; buenas noches|tardes a|desde|soy; hola a|desde|soy
        soy _ de|desde|maestra|profe|docente; presentaos|preséntate
        guten abend|morgen|tag zusammen|alle|allerseits|aus|in; hallo zusammen|aus|in|ihr|alle; moin zusammen
        willkommen zum|zur|bei|im; stellt euch; erste mal|mal dabei; lese mit|nur
        bonsoir à|tous|toutes|tout|de|depuis|ici; bonjour à|tous|toutes; bienvenue à|au|dans|sur
        boa noite a|pessoal|de|aqui|desde; olá a|pessoal|de|aqui; bem-vindos|bem-vindas
        goedenavond allemaal|iedereen|vanuit; hoi allemaal; welkom bij|allemaal
        say hi; hi and tell; tell us where; thanks for having; so happy to; hello from; just reading|lurking
        reading along; lurking along; if that's ok; first time at|here; llego tarde; hola, soy; soy _ de; lese heute
        nur mit; guten abend; bonjour à; bonsoir de; présentez; stel je; even voor; goedenavond vanuit|uit
        boa noite de; olá, sou; buenas a; hallo vanuit; buonasera
        """,
        "Evening all, Dana from Leeds, lurking",
        "hello world program",
    ),
    Cue(
        "chat_wrapped",
        Lane.CHAT,
        1.3,
        "wraps up or recounts a chat",
        """
        out of time; that's our hour|time|a wrap; that's a wrap; that's it for; time's up
        thanks|thank to|you everyone|all|you|for for|who|joining|joined|at|taking
        thanks for joining|a|the|tonight|coming|sharing; for joining; recap; recap of|friday|tomorrow|soon|up|is
        transcript; transcript of|is|up
        chat|tonight's|yesterday's|full summary|archive|log|transcript|recap|highlights
        the|tuesday's|monday's|wednesday's|thursday's summary|archive|log|transcript|recap|highlights; highlights from
        last night's|week's|tuesday's|wednesday's|thursday's|monday's; official end; next week :
        next week's|month's topic|chat|guest|session|host; next :; same time; closing thoughts; final thoughts|question
        see you next; keep the|tweeting conversation|to; catching up on|with; late to the; stragglers; thread reader
        missed it|the|last|tonight|tonight's; icymi; wakelet; storify; thanks all; ty all|everyone; great chat
        resumen|recopilación del|de|la; gracias a|por; hasta la|el próxima|próximo|miércoles|jueves|martes
        transcripción; se acabó|acaba; última pregunta; zusammenfassung; nachlese; protokoll|mitschrift des|vom
        danke an|fürs|für|euch|allen|alle; bis nächste|zum|nächsten; das war's|wars|war
        merci à|pour|d'avoir tous|toutes|vous|votre|vos; récap|compte-rendu|résumé|synthèse du|de|des|en
        à la|jeudi|mardi|mercredi prochaine|prochain; c'est fini|terminé; resumo do|da
        obrigada|obrigado a|por|pela|pelas; até para|à|quarta|quinta|terça; transcrição; samenvatting van|staat
        bedankt voor|allemaal|iedereen; tot volgende; dat was
        we're done; and we're done; that's time; that is time; grab the|a summary; keep going without
        thanks to everybody|everyone who; night night; see you all|next; good to see; transcript goes; goes up
        is on the blog; recap of; missed it; all _ posts; next chat|week|one; loved tonight; pages of notes; ta all
        huge turnout; a day late; over breakfast; catching up; still thinking; under q1|q2|q3|t1|t2|f1
        gracias a todas|todos por; la próxima; el resumen de|del|sale|mañana|sube|está; subimos; mañana subimos
        hasta el próximo; das war's
        danke an; nächste woche geht; bis zum nächsten|nächsten; zusammenfassung kommt; bis nächste; on se retrouve
        le récap; à jeudi|mardi|mercredi|lundi prochain; merci à tous ,; récap arrive; obrigado|obrigada a todos
        o resumo; até à próxima; até para|quarta; dank|bedankt voor jullie|alle|de antwoorden|bijdragen|reacties
        danke für eure|die|alle antworten|beiträge
        merci pour vos réponses; gracias por vuestras|sus|tantas respuestas; obrigada|obrigado pelas respostas
        het verslag
        dat was het; dank allemaal; tot volgende|donderdag|dinsdag
        de samenvatting; volgende week
        """,
        "That's our hour! Recap Friday",
        "our house was wrapped",
    ),
    Cue(
        "chat_answers",
        Lane.CHAT,
        0.9,
        "speaks of questions and answers by number",
        """
        q0|q1|q2|q3|q4|q5|q6|q7|q8|q9|q10; a1|a2|a3|a4|a5|a6|a7|a8|a9; t1|t2|t3|t4|t5|t6; p1|p2|p3|p4|p5|p6|p7
        r1|r2|r3|r4|r5|r6|r7; f1|f2|f3|f4|f5|f6; v1|v2|v3|v4|v5; question 1|2|3|4|5|6|7; frage 1|2|3|4|5
        pregunta 1|2|3|4|5; pergunta 1|2|3|4|5; vraag 1|2|3|4|5; bonus q|question; bonusfrage
        four|five|six|seven|eight|4|5|6|7|8 questions|qs; cinco|seis|cuatro preguntas; vier|fünf|sechs fragen
        cinq|quatre|six questions; cinco|quatro|seis perguntas; vijf|vier|zes vragen
        last one; question 1|2|3|4|5|6; q3|q2|q1 is; still time; from ola; meant for; next free; odd questions
        the even; poll q1|q2|q3|q4; bonus :; correction :; was q3|q4|q2|q5; not q3|q4|q2; day 2|3|4|5
        """,
        "Still on Q3 here",
        "the A340 has landed",
    ),
    Cue(
        "ama",
        Lane.CHAT,
        2.6,
        "is an ask-me-anything or a discussion thread",
        """
        ama; ask me anything; ask us anything; ask your questions; answering your questions
        answer|answering|take|taking questions|your about|from|on|until|today|now|below|live|here
        i'm|i'll|we're|we'll be? here|around for the next|until; here from
        weekly|monthly|daily chat|discussion|open|help .. thread; question of the week|day|month
        weekly|monthly|daily|friday|monday|tuesday|wednesday|thursday|open discussion|thread|question
        discussion thread; this week's|today's prompt|question; megathread; q&a thread
        pregúntame|pregúntenme|preguntadme lo|cualquier; pregúntenme; fragt mich alles|was
        frag|fragen sie mich alles|was; posez-moi|posez vos questions; demandez-moi
        pergunte-me|perguntem-me|perguntem qualquer|o; vraag me|mij alles|maar; stel je|al|jullie vragen; fragestunde
        sprechstunde heute
        ask-a-vet; ask a vet; ask an expert; our vet; here all day; leave questions; till i run; around for
        start answering; stay till; wrote the; weekly thread; same rules; this week's prompt; monthly thread
        usual rules; ask about; next couple of; next few hours
        """,
        "AMA: I teach people to be on call",
        "I have questions about my tax",
    ),
)
