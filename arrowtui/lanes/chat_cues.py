"""Words that tell what a post in a chat is, when no label does. A row a family; each a pattern over folded text."""

import re
from datetime import datetime
from sys import intern

OPENING = re.compile(
    r"\b(?:welcome|we'?re live|let'?s (?:go|start|begin)|tonight|today|tomorrow|reminder|join us|starts? in|is back"
    r"|(?:minutes?|mins?) (?:to|until|till)|\d+ mins?!|who'?s in|kick(?:ing)? off|questions tonight|topic:"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day \d"
    r"|next (?:week|month|time|mon|tue|wed|thu|fri|sat|sun)\w*|this week|introduce yourself|intros?\b|guest host"
    r"|your (?:guest|host|co-?host)|co-?host here|host \w+ here|i'?m hosting|heads up|coming up"
    r"|bienvenid\w*|buenas noches|esta noche|hoy \d|hoy a las|mañana|presentaos|preséntense|cuéntennos"
    r"|arrancamos|empezamos|comenzamos|tema:"
    r"|willkommen|guten abend|morgen abend|heute abend|heute um|stellt euch|thema:|wir starten|los geht"
    r"|bienvenue|bonsoir|ce soir|demain|présentez-vous|thème|c'est parti"
    r"|welkom|vanavond|morgen|stel je|onderwerp|we beginnen"
    r"|bem-vind\w*|hoje|boa noite|apresentem|começou|começamos|amanhã"
    r"|here(?:,| i)|happy to be|here to help|setting (?:out|up)|ten minutes|going live)\b"
)
CLOSING = re.compile(
    r"\b(?:that'?s (?:a wrap|it|all|\d+|an hour|time|the hour|our hour)|wrap(?:ping)? up|we'?re done|thank(?:s"
    r"| you)|thanx|thx|good ?night"
    r"|see you|transcript|recap|summary|round-?up|archive|full log|official end|nearly time|time'?s up|out of time"
    r"|that was (?:a|great|fun)|same time next|back (?:on )?\d"
    r"|gracias|resumen|hasta (?:la|el)|próxima cita|se (?:nos )?acabó|la hora|nos vemos|transcripción"
    r"|das war'?s|danke|zusammenfassung|nächste\w*|bis (?:nächste|zum nächsten|bald)|mitschrift|das war"
    r"|merci|compte[- ]rendu|récap\w*|à (?:la semaine|bientôt|la prochaine|jeudi|mardi|mercredi|lundi)"
    r"|c'est (?:l'heure|fini|terminé)|synthèse"
    r"|bedankt|dank(?: jullie| je| allemaal| u)?|samenvatting|dat was(?: het| 'm)?|tot (?:volgende|de volgende"
    r"|morgen)|fijne avond"
    r"|obrigad\w*|resumo|até (?:a próxima|para a semana|semana que vem|quarta|domingo|terça|quinta|segunda)"
    r"|acabou|foi isso"
    r"|hour\b|chat (?:is )?over|done)\b"
)
NEXT_TIME = re.compile(
    r"^\W*(?:(?:the |der |das |die |el |la |le |o |a |het |de |notre |our |unser |nuestr[oa] |onze |nosso |nossa )?"
    r"(?:next|nächste\w*|próxim\w*|prochaine?|volgende)\b|la semaine prochaine|la semana que viene|nächste woche)",
    re.IGNORECASE,
)
HOSTS_IT = re.compile(
    r"\b(?:(?:your|i'?m (?:the|your)) (?:guest|host|co-?host|moderator)|(?:co-?)?host \w* ?here|guest host"
    r"|be your guest"
    r"|(?:invitad[oa]|anfitri[oó]na?|moderadora?|convidad[oa]|gastvrouw|gastheer|gastgeber(?:in)?"
    r"|moderator(?:in)?|invitée?|animatrice"
    r"|animateur|guest|host)\b.{0,14}\b(?:tonight|today|hoy|esta noche|vanavond|vandaag|heute|ce soir|hoje|noite"
    r"|abend)"
    r"|os modero|les modero|ich moderiere|je modère|j'anime|ik modereer|eu modero)\b",
    re.IGNORECASE,
)
GREETING = re.compile(
    r"^\W*(?:hi+|hello|hey|hiya|yo|hola|buenas|moin|servus|grüezi|hallo|hoi|guten|n'?abend|bonjour|bonsoir|salut"
    r"|coucou|olá|oi+|e aí|boa noite"
    r"|goedenavond|goeienavond|dag allemaal|evening|morning|afternoon|howdy|greetings|good (?:evening|morning"
    r"|afternoon|session|night)"
    r"|night|ta all|thanks?|thank you|thx|cheers|gracias|danke|merci|bedankt|dank|obrigad\w*|bye|adiós|tschüss"
    r"|ciao|au revoir|doei|tchau)\b"
    r"|\b(?:gute nacht|good ?night|bonne nuit|buenas noches|boa noite a tod|following you all|first time (?:here"
    r"|joining)"
    r"|just (?:reading|lurking|here to)|mucho gusto)\b"
)
ABOUT_THE_CHAT = re.compile(
    r"\b(?:this (?:chat|tag|hour|is so good|thread)|these (?:answers|are)|all of these|lurking|did we lose"
    r"|have we lost|where'?s the host"
    r"|shall we (?:carry|go) on|host\b|first #|best (?:half )?hour|we meant to|my (?:dinner|thumbs|notes)"
    r"|pages of notes|keeps me going"
    r"|moves? (?:so )?fast|can'?t keep up|loving (?:these|this)|so good|reading along"
    r"|sorry (?:i'?m|to be|for being|that i'?m) late|late to the party|(?:i'?ll|we'?ll|let'?s) (?:carry on|take over)"
    r"|sorry dat ik|ben (?:wat |te )?laat|ik ga (?:wel |maar )?verder|llego tarde|perd[oó]n por (?:llegar"
    r"|el retraso|la demora)"
    r"|sigo yo|désolée? (?:du|pour le|d'être en) retard|je (?:continue|reprends)\b|(?:bin|war) (?:zu "
    r"|etwas )?spät dran"
    r"|verspätung|ich (?:mach|mache|übernehme)\b.{0,12}(?:weiter|mal)|(?:cheguei|chego) (?:tarde|atrasad)"
    r"|desculp\w+ (?:o|pelo) atraso"
    r"|continuo eu|sorry (?:all|everyone|folks)|gotta (?:go|run|dash)|(?:have|need) to (?:go|run|dash)\b"
    r"|must dash|brb"
    r"|muss (?:los|weg)"
    r"|tengo que irme|je dois (?:filer|partir)|moet (?:gaan|weg)|tenho (?:de|que) ir|preciso sair|tomando nota"
    r"|taking notes|anotando todo|schreibe (?:alles )?mit|prends des notes|estou (?:a )?anota\w+"
    r"|schrijf mee"
    r"|qué maravilla|este chat|esta charla|qué (?:buena|linda|rápid\w+) charla|leyendo(?: nomás)?|solo leo|sólo leo"
    r"|voy leyendo|primera vez (?:acá|aquí|por)|cuánto nivel"
    r"|dieser chat|diese runde|lese (?:nur|heute|einfach)? ?mit|erstes mal (?:hier|dabei)"
    r"|geht das (?:hier )?schnell|so schnell hier"
    r"|ce chat|cette heure|première fois (?:ici|pour moi)|je (?:vous )?lis(?: seulement| juste)?"
    r"|ça va (?:trop )?vite|je suis le fil"
    r"|deze chat|wat gaat (?:dit|het) (?:snel|hard)|lees (?:vooral|alleen|graag|even)? ?mee|eerste keer hier|meelezen"
    r"|este (?:papo|chat)|esta conversa|só (?:lendo|a ler|acompanhando)|primeira vez aqui|que (?:papo|conversa) b)"
)
CLARIFIES = re.compile(
    r"\b(?:do you mean|d'you mean|you mean|what (?:counts|exactly|qualifies|is meant)|what do you mean"
    r"|meinst du|meint ihr"
    r"|was (?:heißt|zählt|genau)|te refieres|os referís|se refieren|qué (?:cuenta|significa|entendéis)"
    r"|qué es exactamente"
    r"|tu veux dire|vous (?:voulez dire|parlez)|qu'entendez-vous|ça compte|c'est quoi|bedoel je|bedoelen jullie"
    r"|wat (?:telt|bedoel)|telt (?:het|dat)|quer dizer|querem dizer|o que conta|o que é exatamente|conta como)\b.*\?",
    re.DOTALL,
)
"""Asks back what a question means: a reaction, no answer."""
ASKS_OTHERS = re.compile(
    r"^\W*(?:anyone|anybody|someone|does any|has any|did (?:we|i|the)|where (?:is|did|has)|who(?:'s| is) "
    r"|is (?:the|our) (?:host|mod)|quelqu'un|qui (?:a|sait)|où (?:est|sont)|alguien|dónde|sabéis|saben|quién"
    r"|hat (?:jemand|wer)|weiß (?:jemand|wer)|ist (?:jemand|der|die) |wo (?:ist|sind)|alguém|onde|cadê"
    r"|quem (?:sabe|viu)"
    r"|iemand|weet iemand|waar (?:is|zijn)|is (?:de|er) )\b[^.!?]*\?",
    re.IGNORECASE,
)
"""Begins by asking the others something."""
TO_ALL = re.compile(
    r"\b(?:you (?:all|guys|lot|people|are (?:all|giving|making|killing))|y'all|vocês|ustedes|vosotr[oa]s"
    r"|me (?:estáis|están)|ihr"
    r"|vous (?:êtes|me|m')|jullie)\b"
)
"""Speaks to everybody there."""
MINE_TOO = re.compile(
    r"\b(?:mein\w*|mine too|same here|me too|yo también|la mía|moi aussi|le mien|ik ook"
    r"|eu também|ich auch|bei uns auch)\b"
)
FIRST_ONE = re.compile(
    r"\b(?:first one|la primera|die erste|la première|de eerste|a primeira|the last one|previous (?:one|question))\b",
    re.IGNORECASE,
)
REPORTER = re.compile(
    r"\b(?:i'?m reporting|reporter|journalist|for (?:a|my) (?:story|piece|article|survey|study)|dm me"
    r"|(?:looking for|i'm after|ik zoek|zoek ik|ich suche|suche ich|busco|je cherche"
    r"|procuro)\b.{4,200}(?:\w@\w+|\bdms?\b)"
    r"|as a researcher|anyone collecting|willing to talk|busco testimonios|soy periodista|recherche pour"
    r"|ich recherchiere|je cherche des témoign"
    r"|sou jornalista|ik ben journalist)\b"
)
PROMO = (
    re.compile(
        r"https?://|\blink (?:in|na|in der|en) (?:la )?bio\b|\b(?:enlace|lien) en (?:la )?bio\b"
        r"|\b[\w-]+\.(?:com|net|io|shop|store|co|biz|example)\b|\b(?:dms?|whatsapp) (?:us|now|💼|\W*$)|👉"
    ),
    re.compile(
        r"[$£€₹₦¥]\s?\d|\d\s?/\s?(?:bag|kg|unit|pc|piece|box|hr|day|month)\b"
        r"|-\s?\d+\s?%|\d\s?(?:%|percent|€|/wk|/mo\b)|\d+k/|\bpricing\b|\bper week\b"
    ),
    re.compile(
        r"\b(?:off\b|sale|discount|deals?|bundle|offer|promo|code [a-z0-9]{4,}|free (?:for|trial|housing"
        r"|webinar|e-?book)|gratis|descuento|rabatt|kostenlos"
        r"|réduction|korting|desconto|bespaar|aproveite|profitez|últimas vagas|plazas limitadas|and save\b"
        r"|save (?:big|money|up to)|cheap(?:est)?|best price"
        r"|(?:earn|make|ganhe|gana|gagnez|verdiene?) [$£€]?\d|win (?:a|an|one"
        r"|£|€|\$)|voucher!|vouchers?!|guaranteed?|passive income|limited|ends tonight|first \d+ get|flatrate)\b"
    ),
    re.compile(
        r"\b(?:apply(?: today| now)?|book a demo|buy|sign up|subscribe|order now|request it|follow for"
        r"|visit (?:us|booth)|our (?:app|tool|platform|gummies|deck"
        r"|product|software|new book)|my (?:debut|new) (?:\w+ )?(?:book|course)|hiring|contracts|vacanc\w+"
        r"|download|click\b|escr[ií]b[eae]nos al|inscreva-se|inscríbete|jetzt (?:buchen|sichern)|bestel nu"
        r"|réservez|tired of|need an? [\w+]+ (?:paper|essay))\b"
    ),
)
OWN_SLIP = re.compile(
    r"\b(?:oops|sorry|whoops|perd[oó]n|ups|meant|pardon|meinte|entschuldigung|désolée?|desculpa|foutje|ops|oeps"
    r"|correction|corrección|korrektur|errata|erratum|corrijo|correctie|correção|rectific\w+|rectif|berichtigung"
    r"|numbering|miscounted|misnumbered|can'?t count|that was [qtpfv]\d|should (?:be|have been|read) [qtpfv]\d"
    r"|verzählt"
    r"|falsch nummeriert|me equivoqué|mal numerad\w+|me suis trompée?|enganei-me|me enganei|verkeerd genummerd"
    r"|tippfehler|zahlendreher|typo"
    r"|vergissing)\b"
)
CORRECTING = re.compile(
    r"(?:\b(?:sorry|oops|ops|ups|oeps|whoops|huch|digo|euh|meant|i mean|perd[oó]n|pardon|meinte|quer[ií]a decir"
    r"|je voulais dire"
    r"|bedoel(?:de)?|ou melhor|no wait|make that)\b\W*(?:that'?s |was |for |it'?s )?)$"
)
COMING = re.compile(
    r"^\s*(?:(?:lands?|drops?|comes?|coming|is next|is up|in|at|a las|um|à|om)\s+(?:at\s+"
    r"|in\s+)?(?:a\s+)?(?:\d|few|minute|sec|half|just|one|two|three|five|ten|couple|zwei|drei|fünf|dos|cinco"
    r"|deux|cinq|twee|vijf|unos|ein paar)|(?:to|[-–—=&]|bis|à|a)\s*[a-z]?\d|=|on the blog|up next|soon)",
    re.IGNORECASE,
)
SOON = re.compile(
    r"\b(?:next|first|second|third|fourth|fifth|last|final|nächste|erste|zweite|dritte|vierte|letzte|próxima"
    r"|primera|segunda"
    r"|tercera|cuarta|última|primeira|terceira|quarta|prochaine|première|deuxième|troisième|quatrième|dernière"
    r"|volgende"
    r"|eerste|tweede|derde|vierde|laatste) (?:question|one|frage|pregunta|pergunta|vraag)\b.{0,16}\b(?:coming"
    r"|in (?:a|one|two"
    r"|three|five|\d+)|soon|is up|on its way|shortly|kommt|gleich|folgt|viene|llega|en (?:un|dos|cinco|\d+)"
    r"|arrive|dans|vem"
    r"|chega|em (?:um|dois|cinco|\d+)|komt|volgt|over (?:een|twee|vijf|\d+))\b"
)
"""Says that a question is about to come, in words for its number."""
EMOJI = re.compile(r"[\U0001F300-\U0001FAFF☀-➿]")
PART = re.compile(
    r"^\W*(?:\(?\s*[2-9]\s?/\s?[2-9n]\s*\)?|\^|cont(?:'?d|inued)?\b)|\(?\b[2-9]/[2-9]\)?\W*$", re.IGNORECASE
)
_WEEKDAYS = (
    ("mon", "lun", "seg", "maa"),
    ("tue", "mar", "die", "ter", "din"),
    ("wed", "mié", "mie", "mit", "mer", "qua", "woe"),
    ("thu", "jue", "don", "jeu", "qui"),
    ("fri", "vie", "fre", "ven", "sex", "vri"),
    ("sat", "sáb", "sab", "sam", "zat"),
    ("sun", "dom", "son", "dim", "zon"),
)
_NAMED_DAY = re.compile(
    r"\b(?:(?P<today>today|hoy|heute|aujourd|hoje|vandaag)\w*|(?P<day>(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|lunes|martes|mi[ée]rcoles|jueves"
    r"|viernes|sábado|domingo|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi"
    r"|jeudi|vendredi|samedi"
    r"|dimanche|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|segunda|terça|quarta|quinta|sexta))",
    re.IGNORECASE,
)


def weekday_named(text: str, now: datetime) -> int | None:
    """The weekday a text names (0 is Monday), "today" being that of `now` on its own clock; None when it names none."""
    found = _NAMED_DAY.search(text)
    if found is None:
        return None
    if found["today"]:
        return now.weekday()
    said = found["day"][:3].lower()
    return next((number for number, names in enumerate(_WEEKDAYS) if said in names), None)


_STOP_WORDS = """
that this with what when where which have your from they them then than there their would could should about
into just like more most much only other over some such very were will been being does doing each even ever
every here make made many must need never next once same still take tell them these thing things think those
through time want week what's know you're don't it's para como este esta cuando donde porque tiene pero más
todo haces qué una uno unas los las del con por que eine einer eines nicht dass auch aber oder wenn dann noch
schon sich euch eure für mehr haben sind wird wozu was
"""
STOP = frozenset(_STOP_WORDS.split())
_WORD = re.compile(r"[^\W\d_]{4,}")


def content_words(text: str) -> frozenset[str]:
    """The words that carry what a text is about, cut to a rough stem of six letters."""
    return frozenset(intern(word[:6]) for word in _WORD.findall(text.casefold()) if word not in STOP)
