"""Shapes: how a short post or a bare title is built. Terse advice has no word of advice in it; its build tells it.

"Cold floor: warm the bottle, not the floor." and "Writing labels for children" are know-how, "rain. again." is none,
and no phrase says so. What is seen here is learnt from; nothing here decides.
"""

import re

from arrowtui.lanes.wording import Wording

LINK = re.compile(r"https?://\S+")
SENTENCE_END = re.compile(r"[.!…][\"”'»)]?\s*$")
"""How remarks end, and titles do not."""
DENYING = frozenset({"not", "nie", "nunca", "jamais", "niet"})
CONTRAST = re.compile(rf", (?:{'|'.join(sorted(DENYING))}) ")
CLIPPED_WORDS = 3.5
TITLED = frozenset({"feed", "hn", "pinterest", "reddit", "email", "page"})
"""Kinds of sources whose items have titles: there, one line alone is a title."""
INVITING = re.compile(
    r"\b(?:tell us|talk to us|send us|show us|write to us|get in touch|call for evidence|have your say"
    r"|we want to hear"
    r"|(?:i|we)'d like to hear|share your (?:stor\w+|experiences?|memor\w+|photo\w*|views?|thoughts|opinions?|tips)"
    r"|take part in (?:our|the)|take our|fill in our|help us (?:\w+ )?(?:map|write|rewrite|choose|price|find"
    r"|tell|build)"
    r"|(?:erzählen|schreiben|schildern|schicken|senden|sagen|zeigen|verraten) sie (?:es |sie )?uns|melden sie sich"
    r"|machen sie mit|mitmachen|leseraufruf|ihre (?:meinung|geschichte|erfahrung\w*)\b.{0,40}\b(?:gefragt|gesucht)"
    r"|(?:parlez|racontez|dites|écrivez|contactez|envoyez|montrez)-nous|témoignez|appel à témoi\w+|donnez votre avis"
    r"|partagez (?:votre|vos)|participez à (?:notre|l'enquête|la consultation)|(?:cuénta|hábla|escríbe|envía"
    r"|mánda|di|da)nos"
    r"|participa en (?:nuestra|la)|comparte tu|(?:vertel|stuur|mail|schrijf|bel|laat) (?:het )?ons|deel (?:je"
    r"|jouw|uw) (?:ervaring"
    r"|verhaal|foto)\w*|doe mee aan (?:ons|onze|de)|meld je|(?:fale|conte|conta|compartilhe) (?:com|para"
    r"|pra) (?:a gente|nós|nos)"
    r"|(?:conte|conta)-nos|conte (?:como|sua)|(?:mande|envie|partilhe|compartilhe) (?:a |as )?suas?"
    r"|participe d[ae] noss\w)\b",
    re.IGNORECASE,
)
"""Bids the reader to answer: in a title with no text, that is what the item is for."""
BARE_CHARS = 140
HEAD_CHARS = 64
NUMBERS_WORDS = """
two three four five six seven eight nine ten twelve zwei drei vier fünf sechs sieben acht neun zehn zwölf dos tres
cuatro cinco seis siete ocho nueve diez doce deux trois quatre cinq six sept huit neuf dix douze twee drie vijf zes
zeven acht negen tien twaalf dois duas três quatro sete oito nove dez doze
"""
NUMBERS = frozenset(NUMBERS_WORDS.split())
ASKING_WORDS = """
how why when what which where wie warum wann was wo welche welcher welches wieso cómo cuándo qué cuál dónde comment
pourquoi quand quel quelle quels quelles où hoe waarom wanneer wat welke como quando qual quais onde
"""
ASKING = frozenset(ASKING_WORDS.split())
ENDINGS = ("ar", "er", "ir", "re", "oir")
"""How the names of doings end in Spanish, French and Portuguese: a title that begins with one says what is shown."""
OWN_WORDS = """
i i'm my me mine we our us ich mich mir mein meine meinen wir uns unser unsere yo mi mis me nos nuestro nuestra je
moi mon ma mes nous notre nos on ik mij mijn wij ons onze eu meu minha meus minhas nós nosso nossa
"""
OWN = frozenset(OWN_WORDS.split())
YOURS_WORDS = """
you your yours yourself du dich dir dein deine ihr euch euer sie ihre ihnen tú tu tus te usted ustedes vosotros su
vous votre vos toi ta tes je jij jou jouw jullie uw você vocês teu tua seu sua
"""
YOURS = frozenset(YOURS_WORDS.split())
SHAPING = OWN | YOURS | DENYING
"""Words that shape a post wherever they stand in it."""


def shapes(wording: Wording, kind: str) -> list[str]:
    """The shapes of a post, by name: `wording` is that of title and body, `kind` its source's."""
    first, _, rest = wording.text.partition("\n")
    is_title = kind in TITLED
    found = []
    if len(first) <= BARE_CHARS and _is_blank(rest):
        found.append("bare")
        if is_title and SENTENCE_END.search(first):
            found.append("bare_said")
        elif is_title:
            found.append(f"bare_{kind}")
            if INVITING.search(first):
                found.append("invites")
    if wording.words:
        found += _head_shapes(first, wording.words[0], is_title)
    return [*found, *_voice_shapes(wording)]


def _is_blank(rest: str) -> bool:
    """Whether nothing follows but links."""
    rest = rest.lstrip()
    return not rest or (rest.startswith("http") and not LINK.sub("", rest).strip())


def _head_shapes(first: str, begins: str, is_title: bool) -> list[str]:
    """What the first line is like, and the word it begins with."""
    found = []
    if begins.isdecimal() or begins in NUMBERS:
        found.append("counts_title" if is_title else "counts")
    if begins in ASKING and "?" not in first:
        found.append("explains_title" if is_title else "explains")
    if len(begins) > 5 and begins.endswith("ing"):
        found.append("doing_title" if is_title else "doing")
    elif is_title and len(begins) > 4 and begins.endswith(ENDINGS):
        found.append("doing_title")
    if ":" in first:
        head, colon, after = first[: HEAD_CHARS + 1].partition(": ")
        if colon and after and "." not in head:
            found.append("colon_title" if is_title else "colon")
            if first.count(", ") >= 2:
                found.append("enumerates")
    if first[:1].islower():
        found.append("lower")
    return found


def _voice_shapes(wording: Wording) -> list[str]:
    """Who speaks to whom, and in how many words."""
    text, signs, words, size = wording.text, wording.signs, wording.known, len(wording.words)
    found = ["words_6" if size <= 6 else "words_12" if size <= 12 else "words_24" if size <= 24 else "words_more"]
    if OWN.isdisjoint(words):
        found.append("impersonal" if YOURS.isdisjoint(words) else "to_you")
    if _is_clipped(wording):
        found.append("clipped")
    if "`" in signs or ("=" in signs and "=>" in text) or ("(" in signs and "()" in text):
        found.append("code")
    if not DENYING.isdisjoint(words) and CONTRAST.search(text):
        found.append("contrast")
    return found


def _is_clipped(wording: Wording) -> bool:
    """Whether its sentences are of three words or so: many words between few signs need no closer look."""
    text, signs, size = wording.text, wording.signs, len(wording.words)
    if size > CLIPPED_WORDS * (len(signs) + 1) or size > CLIPPED_WORDS * (
        signs.count(".") + signs.count("?") + signs.count("!") + 1
    ):
        return False
    stops = text.count(". ") + text.count("? ") + text.count("! ") + 1
    return stops >= 2 and size / stops <= CLIPPED_WORDS
