"""Words that tell what a post in a chat is, when no label does. A row a family; each a pattern over folded text."""

import re

OPENING = re.compile(
    r"\b(?:welcome|we'?re live|let'?s (?:go|start|begin)|tonight|today|tomorrow|reminder|join us"
    r"|starts? in|minutes? (?:to|until|till)"
    r"|mins? (?:to|until|till)|next (?:week|month|time|mon|tue|wed|thu|fri|sat|sun)\w*|this week"
    r"|introduce yourself|intros?\b|guest host"
    r"|your (?:guest|host|co-?host)|co-?host here|host \w+ here|heads up|coming up|bienvenid\w*"
    r"|buenas noches|mañana|presentaos|arrancamos"
    r"|empezamos|willkommen|guten abend|morgen abend|heute abend|stellt euch|bienvenue|bonsoir|ce soir"
    r"|demain|welkom|vanavond|bem-vind\w*"
    r"|hoje|here(?:,| i)|happy to be|here to help|setting (?:out|up)|ten minutes|going live)\b"
)
CLOSING = re.compile(
    r"\b(?:that'?s (?:a wrap|it|all|\d+|an hour|time)|wrap(?:ping)? up|thank(?:s| you)|thanx|good ?night"
    r"|see you|transcript|recap|summary|round-?up"
    r"|archive|full log|official end|nearly time|time'?s up|that was (?:a|great|fun)|same time next"
    r"|back (?:on )?\d|gracias|resumen|hasta (?:la|el)"
    r"|próxima cita|das war'?s|danke|zusammenfassung|nächste\w*|merci|compte rendu|à (?:la semaine"
    r"|bientôt)|bedankt|samenvatting|obrigad\w*|resumo"
    r"|hour\b|chat (?:is )?over|done)\b"
)
NEXT_TIME = re.compile(
    r"^\W*(?:next (?:week|month|time|\w+day)|nächste\w*|próxim\w*|la semaine prochaine|volgende)\b", re.IGNORECASE
)
GREETING = re.compile(
    r"^\W*(?:hi+|hello|hey|hola|buenas|moin|hallo|guten|bonjour|bonsoir|salut|olá|oi|hoi|goedenavond"
    r"|evening|morning|howdy|greetings"
    r"|good (?:evening|morning|afternoon|session|night)|night|ta all|thanks?|thank you|thx|gracias|danke"
    r"|merci|bedankt|obrigad\w*|bye)\b"
    r"|\b(?:gute nacht|good ?night|following you all|first time (?:here|joining)|just (?:reading|lurking"
    r"|here to)|mucho gusto)\b"
)
ABOUT_THE_CHAT = re.compile(
    r"\b(?:this (?:chat|tag|hour|is so good|thread)|these (?:answers|are)|all of these|lurking|did we lose"
    r"|shall we (?:carry|go) on|host\b|first #"
    r"|best (?:half )?hour|we meant to|my (?:dinner|thumbs|notes)|pages of notes|keeps me going|este chat"
    r"|dieser chat|loving (?:these|this)|so good)"
)
REPORTER = re.compile(
    r"\b(?:i'?m reporting|reporter|journalist|for (?:a|my) (?:story|piece|article|survey|study)|dm me"
    r"|willing to talk|busco testimonios|recherche pour)\b"
)
PROMO = (
    re.compile(r"https?://|\blink in bio\b|\bdms? (?:us|now|💼|\W*$)|👉"),
    re.compile(r"[$£€]\s?\d|\d\s?(?:%|percent|€|/wk|/mo\b)|\d+k/|\bpricing\b|\bper week\b"),
    re.compile(
        r"\b(?:off\b|sale|discount|deals?|bundle|offer|promo|code [a-z0-9]{4,}|free (?:for|trial|housing"
        r"|webinar|e-?book)|gratis|descuento|rabatt|kostenlos"
        r"|réduction|korting|desconto|guaranteed?|passive income|limited|ends tonight|first \d+ get|flatrate)\b"
    ),
    re.compile(
        r"\b(?:apply(?: today| now)?|book a demo|buy|sign up|subscribe|order now|request it|follow for"
        r"|visit (?:us|booth)|our (?:app|tool|platform|gummies|deck"
        r"|product|software|new book)|my (?:debut|new) (?:\w+ )?(?:book|course)|hiring|contracts|vacanc\w+"
        r"|download|tired of|need an? [\w+]+ (?:paper|essay))\b"
    ),
)
OWN_SLIP = re.compile(
    r"\b(?:oops|sorry|whoops|perd[oó]n|ups|meant|pardon|meinte|entschuldigung|désolée?|desculpa|foutje)\b"
)
CORRECTING = re.compile(
    r"(?:\b(?:sorry|oops|meant|i mean|perd[oó]n|pardon|meinte|quer[ií]a decir|je voulais dire"
    r"|bedoel(?:de)?|ou melhor|no wait|make that)\b\W*(?:that'?s |was |for |it'?s )?)$"
)
COMING = re.compile(
    r"^\s*(?:(?:lands?|drops?|comes?|coming|is next|is up|in|at|a las|um|à|om)\s+(?:at\s+"
    r"|in\s+)?(?:a\s+)?(?:\d|few|minute|sec|half|just)|(?:to|[-–—=&]|bis|à|a)\s*[a-z]?\d|=|on the blog|up next|soon)",
    re.IGNORECASE,
)
EMOJI = re.compile(r"[\U0001F300-\U0001FAFF☀-➿]")
PART = re.compile(
    r"^\W*(?:\(?\s*[2-9]\s?/\s?[2-9n]\s*\)?|\^|cont(?:'?d|inued)?\b)|\(?\b[2-9]/[2-9]\)?\W*$", re.IGNORECASE
)
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
    return frozenset(word[:6] for word in _WORD.findall(text.casefold()) if word not in STOP)
