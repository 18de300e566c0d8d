"""Marks: what the shape of a post tells, apart from its words. Labels, hashtags, lists, addresses, sums.

Patterns that are searched for in every item begin with a class of characters, and look behind themselves for what
stands before: that is how `re` finds a place to try at several characters a nanosecond. Where the size of letters
tells nothing, patterns are written in small letters for a text in small letters: disregarding it takes twice as long.
"""

import re
from collections.abc import Iterator

from arrowtui.lanes.orders import IMPERATIVE

NEAR_DIGITS = re.compile(r"\d(?:.{0,40}\d)*.{0,40}", re.DOTALL)
LEFT = 8
"""Characters before a digit that may belong to it: "from £", "+(0"."""
HASHTAG = re.compile(r"#(?<![\w&/].)(\w{2,60})")
LABEL = re.compile(
    r"""(?P<lead>(?:\s|RT\s+@[\w.@-]+:?|@[\w.-]+(?:@[\w.-]+)?|\#\w+|[.>"“”'‘*_~-]|(?:repost|reminder|icymi"
    r"|again|reup)\b:?)*)
    (?:(?P<letter>[QATPRFVB])\.?\s?(?P<number>\d{1,2})(?:[a-d]\b)?(?![\w%/-]*\d)(?!\w|\.\d)
      |(?P<word>question|frage|pregunta|pergunta|vraag|answer|antwort|respuesta|resposta|réponse|antwoord|topic|thema|tema)
        \s\#?(?P<count>\d{1,2})\b
      |(?P<bonus>bonus\s?(?:q|question|frage|vraag)\b|bonusfrage|CT\b(?=\s?[:.?-])|closing\sthoughts:|icebreaker\b|warm-?up:))
    (?P<end>\s?[:.)\]\-–—?/=|…,]|️?⃣|\s|$)""",
    re.VERBOSE | re.IGNORECASE,
)
KEYCAP = re.compile(r"(?:\s|#\w+)*\d\ufe0f?⃣")
"""A number drawn as a key: alone at the head of a post it is a chat's label, several of them are a list."""
ANSWERS = frozenset("AR")
ANSWER_WORDS = frozenset({"answer", "antwort", "respuesta", "resposta", "réponse", "antwoord"})
LETTER_DIGIT = re.compile(r"[qatprf]\d")
INNER_LABEL = re.compile(r"(?<![\w$€£#/.-])(?:[QATPRF]\d|[QATPRF]\d️?⃣)(?=\s?[:.)–—-]|️?⃣|\s[A-Zdlw¿]|/[AR]\d)")
CHAT_ENDINGS = (
    *("chat", "chats", "hour", "talk", "charla", "plausch", "klatsch", "stammtisch", "salon", "runde"),
    *("tertulia", "debate", "debat", "uur", "avond", "papo"),
)

NOT_BARE = re.compile(r"[^a-z0-9]+")

EMAIL = re.compile(r"(?<=[\w.+-])@[\w-]+\.\w")
HIDDEN_EMAIL = re.compile(
    r"[(\[{<](?:(?<=\w.)|(?<=\w\s.))\s?(?:at|arobase|arroba|ät|@)\s?[)\]}>]\s?\w|[(](?<=\w.)a\)\w"
)
SPELLED_EMAIL = re.compile(r"(?<=\w) (?:AT|at) [\w-]+ (?:DOT|dot) \w")
DIGITS = re.compile(r"\d[\d ().-]{7}")
"""Cheap to look for, and in every telephone number."""
PHONE = re.compile(
    r"[+(\d](?<![\w/.$€£=&-].)(?:(?<=\+)\s?\d[\d ().-]{7,16}\d|(?:(?<=0)|(?<=\()0)\d{1,4}\)?[ ./-]?\d[\d ./-]{4,12}\d"
    r"|(?:(?<=[2-9])|(?<=\()[2-9])\d\d\)?[ .-]{1,2}\d{3}[ .-]\d{4}|(?<=[679])\d\d ?\d\d ?\d\d ?\d\d"
    r"|(?<=[6789])\d\d \d{3} \d{3}"
    r"|(?<=1)[ .-]\d{3}[ .-]\d{3}[ .-]\d{4})(?![\w-]|[.:]\d)"
)
"""A number as countries write them: with + or a leading 0, or in the groups of North America and Southern Europe."""
MONEY = re.compile(
    r"[$€£¥\d](?:(?<=\D)\s?\d|(?<=\d)\s?(?:€|£|\$|euros?\b|eur\b|usd\b|dollars?\b|pounds?\b|reais\b|chf\b))",
)
CLOCK = re.compile(
    r"\d(?:\s?(?:[ap]m\b|[ap]\.m\.|uhr\b|uur\b|h\b|hrs\b)|(?:(?<=\b\d)|(?<=\b\d\d))"
    r"(?:[:h]\d\d\b|\.\d\d\s?(?:[ap]m|uhr|uur)\b))",
)
BOXES = re.compile(r"[(\[](?:(?<=\()\s{0,2}\)|(?<=\[)\s{0,2}\])")
DRAWN_BOX = re.compile("[☐◻○🅰🅱🅾]")
LETTERED = re.compile(
    r"[A1](?:(?<=A)\s?[=)]\s?\w.{0,60}?\bB\s?[=)]|(?<=1)️⃣.{1,80}?2️⃣|(?<!\d.)\s\w+ 2\s\w+ 3\s\w)", re.DOTALL
)
REACTION = re.compile(r"[👍❤😮🌱☀🍎🎉👎😂🔥👏]\ufe0f?\s?(?:for|=|per|für|pour|voor|para|\w{2,9}\b,)", re.IGNORECASE)
NUMBERED = re.compile(r"[\d•–*✅✔→➡▪-](?<!\S.)(?:(?<=\d)\d?[.)/]|(?<=\D))\s+\S")
FIELD = re.compile(
    r"^\W*(?:deadline|(?:media )?outlet|who|what|query|request|publication|respond|reply (?:by|to)|compensation"
    r"|eligib\w+|incentive|submissions due|rate|seeking|enquiry type|requirements?|summary|category"
    r"|wer|wann|wo|quién|qué|quoi"
    r"|qui|quem|wie|wat|rémunération|contact|contacto|kontakt|medio|média|frist|plazo|prazo)\s?:",
    re.MULTILINE,
)
FAQ = re.compile(r"(?:^|\s)Q:\s.{3,400}?\sA:\s", re.DOTALL)
_FROM = "|".join(rf"(?<=\b{word} \d)|(?<=\b{word} [£$€]\d)" for word in ("from", "von", "de", "van", "du", "da"))
SPAN = re.compile(rf"\d(?:{_FROM})[\d.,]*\S{{0,3}} ?\w{{0,12}} ?(?:to|auf|a|à|para|naar|zu) [£$€]?\d")
CHANGE = re.compile(
    r"\d\s?(?:%|x\b|per ?cent|prozent|por ciento|por cento|procent"
    r"|min\b|mins\b|minut\w+|hours\b|hrs\b|stunden|horas\b"
    r"|heures\b|uur\b)",
)
HEADED = re.compile(
    r"\W{0,3}(?:how (?:to|we|i|not)\b|(?:\d+|two|three|four|five|six|seven|ten) (?:\w+ )?(?:tips|ways|rules"
    r"|tricks|habits|things to)\b"
    r"|(?:a|the) (?:\w+ )?guide to\b|tips (?:for|on)\b|cómo |guía |comment |so (?:geht|machst|klappt)\b"
    r"|wie (?:man|du|sie|wir)\b"
    r"|como |dicas |hoe (?:je|u|wij|we)\b|zo (?:maak|doe|krijg|schrijf)\b)[^\n?]{8,}(?:\n|$)",
)
"""A title that says which how-to follows; one that asks does not."""
MEASURE = re.compile(
    r"\d(?:\s?(?:°|(?:g|kg|ml|mm|cm|bar|volt|amps?|psi|grit|grad|degrees?|gramm?|gramos|gramas)\b)|(?<=\b\d):\d\b|(?<=\b\d\d):\d\b)",
)
"""How much, how warm, how thick, in what proportion: what instructions give."""
SHOUT = re.compile(r"[A-Z](?<!\w.)[A-Z]{2,}\b(?:\W{1,3}[A-Z]{2,}\b)+")
EMOJI = re.compile(r"[\U0001F300-\U0001FAFF☀-➿]")
DRAWN = re.compile("[☀-➿◻○\U0001f170-\U0001faff]")
"""Emoji and drawn boxes: where there is none of these, neither need be looked for."""
SENTENCE = re.compile(r"[.!?:;\n•,—–)/-]\s+(?:(?<=[,—–]\s)then\s+)?([A-Za-zÀ-ÿ]{2,14})\b")
FIRST_WORD = re.compile(r"([A-Za-zÀ-ÿ]{2,14})\b")


def label_of(text: str) -> str | None:
    """What the label at the beginning of a post says: `question`, `answer`, or None for no label."""
    found = LABEL.match(text)
    if found is None:
        return None
    if found["bonus"]:
        return "question"
    if found["word"]:
        return "answer" if found["word"].lower() in ANSWER_WORDS else "question"
    if found["end"].isspace() and found["letter"].islower() and found["letter"] not in "qa":
        return None
    return "answer" if found["letter"].upper() in ANSWERS else "question"


def hashtags(text: str) -> frozenset[str]:
    """The hashtags of a text, folded."""
    return frozenset(tag.casefold() for tag in HASHTAG.findall(text)) if "#" in text else frozenset()


def names_chat(tag: str) -> bool:
    """Whether a folded hashtag is called a chat, an hour, a round table; years and numbers behind it do not matter."""
    return tag.rstrip("0123456789").endswith(CHAT_ENDINGS)


def _bare(name: str) -> str:
    return NOT_BARE.sub("", name.casefold().split(".bsky")[0].split("@example")[0])


def marks(text: str, lower: str, author: str) -> Iterator[str]:
    """The marks of a post, by name: title and text in one, at most a few thousand characters, and who wrote it."""
    figures = _near_digits(lower)
    has_drawn = not text.isascii() and DRAWN.search(text) is not None
    has_emoji = has_drawn and EMOJI.search(text) is not None
    label = label_of(text)
    tags = hashtags(text)
    if not label and KEYCAP.match(text) and text.count("⃣") == 1:
        label = "keycap"
    if label:
        yield f"label_{label}"
        if tags:
            yield "label_tag"
    elif figures and LETTER_DIGIT.search(figures) and INNER_LABEL.search(text):
        yield "inner_label_tag" if tags else "inner_label"
    yield from _tag_marks(tags, author)
    yield from _contact_marks(text)
    if figures:
        yield from _figure_marks(figures)
    yield from _list_marks(text, lower, has_drawn, bool(figures))
    yield from _voice_marks(text, has_emoji)


def _tag_marks(tags: frozenset[str], author: str) -> Iterator[str]:
    if not tags:
        return
    yield "tags"
    if len(tags) >= 3:
        yield "tags3"
    if any(map(names_chat, tags)):
        yield "chat_tag"
    who = _bare(author)
    if any(len(tag) > 4 and tag in who for tag in tags):
        yield "own_tag"


def _near_digits(text: str) -> str:
    """The text about its digits: what is told by figures need not be looked for anywhere else."""
    return "\0".join([text[max(0, near.start() - LEFT) : near.end()] for near in NEAR_DIGITS.finditer(text)])


def _figure_marks(figures: str) -> Iterator[str]:
    if DIGITS.search(figures) and PHONE.search(figures):
        yield "phone"
    if MONEY.search(figures):
        yield "money"
    if CLOCK.search(figures):
        yield "clock"
    if MEASURE.search(figures):
        yield "measures"
    if CHANGE.search(figures) or SPAN.search(figures):
        yield "figures"


def _contact_marks(text: str) -> Iterator[str]:
    if ("@" in text and EMAIL.search(text)) or _hides_email(text):
        yield "email"
    if "http" in text:
        yield "link"


def _hides_email(text: str) -> bool:
    if ("(" in text or "[" in text or "{" in text or "<" in text) and HIDDEN_EMAIL.search(text):
        return True
    return (" dot " in text or " DOT " in text) and SPELLED_EMAIL.search(text) is not None


def _list_marks(text: str, lower: str, has_drawn: bool, has_figures: bool) -> Iterator[str]:
    if _offers_options(text, has_drawn):
        yield "options"
    if (has_figures or "* " in text or "- " in text or not text.isascii()) and len(NUMBERED.findall(text)) >= 2:
        yield "list"
    if HEADED.match(lower):
        yield "headed"
    if text.count(":") > text.count("://") and FIELD.search(lower):
        yield "fields"
    if "Q: " in text and FAQ.search(text):
        yield "faq"
    begins = SENTENCE.findall(lower)
    if first := FIRST_WORD.match(lower):
        begins.append(first[1])
    orders = sum([word in IMPERATIVE for word in begins])
    if orders:
        yield "order"
    if orders >= 3:
        yield "orders"


def _offers_options(text: str, has_drawn: bool) -> bool:
    if ("(" in text or "[" in text) and BOXES.search(text):
        return True
    if has_drawn and (DRAWN_BOX.search(text) or REACTION.search(text)):
        return True
    lettered = "B)" in text or "B=" in text or "B =" in text or "B )" in text or "2️⃣" in text
    return (lettered or (" 2 " in text and " 3 " in text)) and LETTERED.search(text) is not None


def _voice_marks(text: str, has_emoji: bool) -> Iterator[str]:
    asked = text.count("?")
    if asked:
        yield "asks"
        if text.rstrip(" #")[-1:] == "?":
            yield "ends_asking"
    if text.count("!") >= 2:
        yield "exclaims"
    if SHOUT.search(text):
        yield "shouts"
    if text.startswith("@"):
        yield "reply"
    if text.startswith(("RT @", "rt @")):
        yield "repost"
    if has_emoji:
        yield "emoji"
    size = len(text)
    yield "short" if size < 90 else "middling" if size < 220 else "long" if size < 600 else "very_long"
