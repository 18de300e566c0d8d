"""Marks: what the shape of a post tells, apart from its words. Labels, hashtags, lists, addresses, sums.

Patterns that are searched for in every item begin with a class of characters, and look behind themselves for what
stands before: that is how `re` finds a place to try at several characters a nanosecond. Where the size of letters
tells nothing, patterns are written in small letters for a text in small letters: disregarding it takes twice as long.
"""

import re

from arrowtui.lanes.figures import SPANNING, figure_marks, near_digits
from arrowtui.lanes.orders import IMPERATIVE
from arrowtui.lanes.wording import Wording, stems_of

HASHTAG = re.compile(r"#(?<![\w&/].)(\w{2,60})")
LABEL = re.compile(
    r"""(?P<lead>(?:\s|RT\s+@[\w.@-]+:?|@[\w.-]+(?:@[\w.-]+)?|\#\w+|[.>"“”'‘*_~-]|(?=[ria])(?:repost|reminder
      |icymi|again|reup)\b:?)*)
    (?:(?P<letter>[QATPRFVB])\.?\s?(?P<number>\d{1,2})(?:[a-d]\b)?(?![\w%/-]*\d)(?!\w|\.\d)
      |(?=[qfpvart])(?P<word>question|frage|pregunta|pergunta|vraag|answer|antwort|respuesta|resposta|réponse|antwoord|topic|thema|tema)
        \s\#?(?P<count>\d{1,2})\b
      |(?=[bciw])(?P<bonus>bonus\s?(?:q|question|frage|vraag)\b|bonusfrage|CT\b(?=\s?[:.?-])|closing\sthoughts:|icebreaker\b|warm-?up:))
    (?P<end>\s?[:.)\]\-–—?/=|…,]|️?⃣|\s|$)""",
    re.VERBOSE | re.IGNORECASE,
)
"""What its words begin with is said before them, as one class of characters: to try each takes twice as long."""
LABELS = frozenset(
    {"bonus", "bonusq", "bonusquestion", "bonusfrage", "bonusvraag", "ct", "closing", "icebreaker", "warm", "warmup"}
)
"""The words a label without a number begins with."""
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

EMAIL = re.compile(r"@(?<=[\w.+-]@)[\w-]+\.\w")
HIDDEN_EMAIL = re.compile(
    r"[(\[{<](?:(?<=\w.)|(?<=\w\s.))\s?(?:at|arobase|arroba|ät|@)\s?[)\]}>]\s?\w|[(](?<=\w.)a\)\w"
)
DOT = "dot"
"""Without this word no address is spelled out."""
SPELLED_EMAIL = re.compile(r"(?<=\w) (?:AT|at) [\w-]+ (?:DOT|dot) \w")
BOXES = re.compile(r"[(\[](?:(?<=\()\s{0,2}\)|(?<=\[)\s{0,2}\])")
DRAWN_BOX = re.compile("[☐◻○🅰🅱🅾]")
LETTERED = re.compile(
    r"[A1](?:(?<=A)\s?[=)]\s?\w.{0,60}?\bB\s?[=)]|(?<=1)️⃣.{1,80}?2️⃣|(?<!\d.)\s\w+ 2\s\w+ 3\s\w)", re.DOTALL
)
REACTION = re.compile(r"[👍❤😮🌱☀🍎🎉👎😂🔥👏]\ufe0f?\s?(?:for|=|per|für|pour|voor|para|\w{2,9}\b,)", re.IGNORECASE)
NUMBERED = re.compile(r"[\d•–*✅✔→➡▪-](?<!\S.)(?:(?<=\d)\d?[.)/]|(?<=\D))\s+\S")
DASHED = re.compile(r"[-*]\s")
"""What the signs of a list with dashes have, where no blank follows them."""
NUMERAL = re.compile(r"\d[.)/]\s")
FIELD = re.compile(
    r"^\W*(?:deadline|(?:media )?outlet|who|what|query|request|publication|respond|reply (?:by|to)|compensation"
    r"|eligib\w+|incentive|submissions due|rate|seeking|enquiry type|requirements?|summary|category"
    r"|wer|wann|wo|quién|qué|quoi"
    r"|qui|quem|wie|wat|rémunération|contact|contacto|kontakt|medio|média|frist|plazo|prazo)\s?:",
    re.MULTILINE,
)
FIELD_WORDS = """
deadline media outlet who what query request publication respond reply compensation eligible incentive submissions rate
seeking enquiry requirement summary category wer wann wo quién qué quoi qui quem wie wat rémunération contact contacto
kontakt medio média frist plazo prazo
"""
FIELDS = frozenset(stems_of(FIELD_WORDS.split()))
"""How the words begin with which these lines do."""
FAQ = re.compile(r"(?:^|\s)Q:\s.{3,400}?\sA:\s", re.DOTALL)
HEADED = re.compile(
    r"\W{0,3}(?:how (?:to|we|i|not)\b|(?:\d+|two|three|four|five|six|seven|ten) (?:\w+ )?(?:tips|ways|rules"
    r"|tricks|habits|things to)\b"
    r"|(?:a|the) (?:\w+ )?guide to\b|tips (?:for|on)\b|cómo |guía |comment |so (?:geht|machst|klappt)\b"
    r"|wie (?:man|du|sie|wir)\b"
    r"|como |dicas |hoe (?:je|u|wij|we)\b|zo (?:maak|doe|krijg|schrijf)\b)[^\n?]{8,}(?:\n|$)",
)
"""A title that says which how-to follows; one that asks does not."""
HEADS = frozenset(
    {"how", "two", "three", "four", "five", "six", "seven", "ten", "a", "the", "tips"}
    | {"cómo", "guía", "comment", "so", "wie", "como", "dicas", "hoe", "zo"}
)
"""The words such a title begins with, where it does not begin with a number."""
COUNTED = frozenset({"tips", "ways", "rules", "tricks", "habits", "things"})
"""One of which it holds, where it does."""
SHOUT = re.compile(r"[A-Z](?<!\w.)[A-Z]{2,}\b(?:\W{1,3}[A-Z]{2,}\b)+")
CAPITALS = re.compile(r"[A-Z]{3}[^A-Z]{0,3}[A-Z]{2}")
"""What the signs of every text have in which somebody shouts."""
EMOJI = re.compile(r"[\U0001F300-\U0001FAFF☀-➿]")
DRAWN = re.compile("[☀-➿◻○\U0001f170-\U0001faff]")
"""Emoji and drawn boxes: where there is none of these, neither need be looked for."""
SENTENCE = re.compile(r"[.!?:;\n•,—–)/-]\s+(?:(?<=[,—–]\s)then\s+)?([A-Za-zÀ-ÿ]{2,14})\b")
FIRST_WORD = re.compile(r"([A-Za-zÀ-ÿ]{2,14})\b")
MARKING = IMPERATIVE | SPANNING | LABELS | COUNTED | {DOT, *FIELD_WORDS.split()}
"""Words without which some marks are not looked for."""


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
    return frozenset([tag.casefold() for tag in HASHTAG.findall(text)]) if "#" in text else frozenset()


def names_chat(tag: str) -> bool:
    """Whether a folded hashtag is called a chat, an hour, a round table; years and numbers behind it do not matter."""
    return tag.rstrip("0123456789").endswith(CHAT_ENDINGS)


def _bare(name: str) -> str:
    return NOT_BARE.sub("", name.casefold().split(".bsky")[0].split("@example")[0])


def marks(wording: Wording, author: str) -> list[str]:
    """The marks of a post, by name: `wording` is that of title and text in one, `author` who wrote it."""
    text, signs, digits = wording.text, wording.signs, wording.digits
    figures = near_digits(wording.lower, digits)
    has_drawn = not signs.isascii() and DRAWN.search(text) is not None
    tags = hashtags(text) if "#" in signs else frozenset()
    return [
        *(_label_marks(text, figures, bool(tags)) if digits or not LABELS.isdisjoint(wording.known) else ()),
        *(_tag_marks(tags, author) if tags else ()),
        *(["email"] if _gives_email(wording) else ()),
        *(["link"] if "http" in text else ()),
        *(figure_marks(figures, wording) if figures else ()),
        *(["options"] if _offers_options(wording, has_drawn) else ()),
        *(["list"] if _may_be_list(wording, figures, has_drawn) and len(NUMBERED.findall(text)) >= 2 else ()),
        *(["headed"] if _may_be_headed(wording) and HEADED.match(wording.lower) else ()),
        *(_form_marks(wording) if ":" in signs else ()),
        *(_order_marks(wording.lower) if not IMPERATIVE.isdisjoint(wording.known) else ()),
        *_voice_marks(wording, has_drawn),
    ]


def _label_marks(text: str, figures: str, has_tags: bool) -> list[str]:
    label = label_of(text)
    if not label and "⃣" in text and KEYCAP.match(text) and text.count("⃣") == 1:
        label = "keycap"
    if label:
        return [f"label_{label}", "label_tag"] if has_tags else [f"label_{label}"]
    if figures and LETTER_DIGIT.search(figures) and INNER_LABEL.search(text):
        return ["inner_label_tag" if has_tags else "inner_label"]
    return []


def _tag_marks(tags: frozenset[str], author: str) -> list[str]:
    found = ["tags"]
    if len(tags) >= 3:
        found.append("tags3")
    if any(map(names_chat, tags)):
        found.append("chat_tag")
    if long := [tag for tag in tags if len(tag) > 4]:
        who = _bare(author)
        if any(tag in who for tag in long):
            found.append("own_tag")
    return found


def _gives_email(wording: Wording) -> bool:
    text, signs = wording.text, wording.signs
    if "@" in signs and EMAIL.search(text):
        return True
    if ("(" in signs or "[" in signs or "{" in signs or "<" in signs) and HIDDEN_EMAIL.search(text):
        return True
    return DOT in wording.known and SPELLED_EMAIL.search(text) is not None


def _may_be_list(wording: Wording, figures: str, has_drawn: bool) -> bool:
    """Whether a text has a sign or number that begins a line of a list."""
    text, signs = wording.text, wording.signs
    if has_drawn or "•" in text or "–" in text or "→" in text or "▪" in text:
        return True
    if figures and NUMERAL.search(figures):
        return True
    if "-" not in signs and "*" not in signs:
        return False
    return (
        "* " in text
        or "- " in text
        or not text.isascii()
        or (bool(wording.digits) and DASHED.search(signs) is not None)
    )


def _offers_options(wording: Wording, has_drawn: bool) -> bool:
    text, signs = wording.text, wording.signs
    if ("(" in signs or "[" in signs) and BOXES.search(text):
        return True
    if has_drawn and (DRAWN_BOX.search(text) or REACTION.search(text)):
        return True
    lettered = "B" in signs and ("B)" in text or "B=" in text or "B =" in text or "B )" in text)
    numbered = ("2" in signs and "3" in signs and " 2 " in text and " 3 " in text) or (
        not signs.isascii() and "2️⃣" in text
    )
    return (lettered or numbered) and LETTERED.search(text) is not None


def _may_be_headed(wording: Wording) -> bool:
    for first in wording.words[:1]:
        return first in HEADS or (first.isdecimal() and not COUNTED.isdisjoint(wording.known))
    return False


def _form_marks(wording: Wording) -> list[str]:
    text = wording.text
    found = []
    if not FIELDS.isdisjoint(wording.stems) and text.count(":") > text.count("://") and FIELD.search(wording.lower):
        found.append("fields")
    if "Q: " in text and FAQ.search(text):
        found.append("faq")
    return found


def _order_marks(lower: str) -> list[str]:
    begins = SENTENCE.findall(lower)
    if first := FIRST_WORD.match(lower):
        begins.append(first[1])
    orders = sum([word in IMPERATIVE for word in begins])
    return ["order", "orders"] if orders >= 3 else ["order"] if orders else []


def _voice_marks(wording: Wording, has_drawn: bool) -> list[str]:
    text, signs = wording.text, wording.signs
    size = len(text)
    found = ["short" if size < 90 else "middling" if size < 220 else "long" if size < 600 else "very_long"]
    if "?" in signs:
        found.append("asks")
        if text.rstrip(" #")[-1:] == "?":
            found.append("ends_asking")
    if signs.count("!") >= 2:
        found.append("exclaims")
    if CAPITALS.search(signs) and SHOUT.search(text):
        found.append("shouts")
    if text.startswith("@"):
        found.append("reply")
    if text.startswith(("RT @", "rt @")):
        found.append("repost")
    if has_drawn and EMOJI.search(text):
        found.append("emoji")
    return found
