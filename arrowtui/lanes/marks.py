"""Marks: what the shape of a post tells, apart from its words. Labels, hashtags, lists, addresses, sums.

Patterns that are searched for in every item begin with a class of characters, and look behind themselves for what
stands before: that is how `re` finds a place to try at several characters a nanosecond. Where the size of letters
tells nothing, patterns are written in small letters for a text in small letters: disregarding it takes twice as long.
"""

import re
from collections.abc import Sequence

from arrowtui.lanes.figures import figure_marks, near_digits
from arrowtui.lanes.orders import IMPERATIVE

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
BOXES = re.compile(r"[(\[](?:(?<=\()\s{0,2}\)|(?<=\[)\s{0,2}\])")
DRAWN_BOX = re.compile("[☐◻○🅰🅱🅾]")
LETTERED = re.compile(
    r"[A1](?:(?<=A)\s?[=)]\s?\w.{0,60}?\bB\s?[=)]|(?<=1)️⃣.{1,80}?2️⃣|(?<!\d.)\s\w+ 2\s\w+ 3\s\w)", re.DOTALL
)
REACTION = re.compile(r"[👍❤😮🌱☀🍎🎉👎😂🔥👏]\ufe0f?\s?(?:for|=|per|für|pour|voor|para|\w{2,9}\b,)", re.IGNORECASE)
NUMBERED = re.compile(r"[\d•–*✅✔→➡▪-](?<!\S.)(?:(?<=\d)\d?[.)/]|(?<=\D))\s+\S")
FIGURE = re.compile(r"\d")
NUMERAL = re.compile(r"\d[.)/]\s")
FIELD = re.compile(
    r"^\W*(?:deadline|(?:media )?outlet|who|what|query|request|publication|respond|reply (?:by|to)|compensation"
    r"|eligib\w+|incentive|submissions due|rate|seeking|enquiry type|requirements?|summary|category"
    r"|wer|wann|wo|quién|qué|quoi"
    r"|qui|quem|wie|wat|rémunération|contact|contacto|kontakt|medio|média|frist|plazo|prazo)\s?:",
    re.MULTILINE,
)
FAQ = re.compile(r"(?:^|\s)Q:\s.{3,400}?\sA:\s", re.DOTALL)
HEADED = re.compile(
    r"\W{0,3}(?:how (?:to|we|i|not)\b|(?:\d+|two|three|four|five|six|seven|ten) (?:\w+ )?(?:tips|ways|rules"
    r"|tricks|habits|things to)\b"
    r"|(?:a|the) (?:\w+ )?guide to\b|tips (?:for|on)\b|cómo |guía |comment |so (?:geht|machst|klappt)\b"
    r"|wie (?:man|du|sie|wir)\b"
    r"|como |dicas |hoe (?:je|u|wij|we)\b|zo (?:maak|doe|krijg|schrijf)\b)[^\n?]{8,}(?:\n|$)",
)
"""A title that says which how-to follows; one that asks does not."""
SHOUT = re.compile(r"[A-Z](?<!\w.)[A-Z]{2,}\b(?:\W{1,3}[A-Z]{2,}\b)+")
EMOJI = re.compile(r"[\U0001F300-\U0001FAFF☀-➿]")
DRAWN = re.compile("[☀-➿◻○\U0001f170-\U0001faff]")
"""Emoji and drawn boxes: where there is none of these, neither need be looked for."""
SIGN = re.compile("[•–→▪☀-➿◻○\U0001f170-\U0001faff]")
"""These, and what lines of a list begin with."""
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
    return frozenset([tag.casefold() for tag in HASHTAG.findall(text)]) if "#" in text else frozenset()


def names_chat(tag: str) -> bool:
    """Whether a folded hashtag is called a chat, an hour, a round table; years and numbers behind it do not matter."""
    return tag.rstrip("0123456789").endswith(CHAT_ENDINGS)


def _bare(name: str) -> str:
    return NOT_BARE.sub("", name.casefold().split(".bsky")[0].split("@example")[0])


def marks(text: str, lower: str, words: Sequence[str], author: str) -> list[str]:
    """The marks of a post, by name.

    Args:
        text: title and text in one, at most a few thousand characters.
        lower: the same in small letters, `words` the words of that in order.
        author: who wrote it.
    """
    has_figures = FIGURE.search(lower) is not None
    figures = near_digits(lower) if has_figures else ""
    has_signs = not text.isascii() and SIGN.search(text) is not None
    has_drawn = has_signs and DRAWN.search(text) is not None
    tags = hashtags(text)
    return [
        *_label_marks(text, figures, bool(tags)),
        *(_tag_marks(tags, author) if tags else ()),
        *_contact_marks(text, lower),
        *(figure_marks(figures) if figures else ()),
        *(["options"] if _offers_options(text, has_drawn) else ()),
        *(["list"] if _may_be_list(text, figures, has_figures, has_signs) and len(NUMBERED.findall(text)) >= 2 else ()),
        *_form_marks(text, lower),
        *_order_marks(lower, words),
        *_voice_marks(text, has_drawn),
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


def _contact_marks(text: str, lower: str) -> list[str]:
    found = []
    if ("@" in text and EMAIL.search(text)) or _hides_email(text, lower):
        found.append("email")
    if "http" in text:
        found.append("link")
    return found


def _hides_email(text: str, lower: str) -> bool:
    if ("(" in text or "[" in text or "{" in text or "<" in text) and HIDDEN_EMAIL.search(text):
        return True
    return " dot " in lower and SPELLED_EMAIL.search(text) is not None


def _may_be_list(text: str, figures: str, has_figures: bool, has_signs: bool) -> bool:
    """Whether a text has a sign or number that begins a line of a list."""
    if has_signs or (figures and NUMERAL.search(figures)):
        return True
    has_dashes = "-" in text or "*" in text
    return has_dashes and (has_figures or not text.isascii() or "* " in text or "- " in text)


def _offers_options(text: str, has_drawn: bool) -> bool:
    if ("(" in text or "[" in text) and BOXES.search(text):
        return True
    if has_drawn and (DRAWN_BOX.search(text) or REACTION.search(text)):
        return True
    lettered = "B" in text and ("B)" in text or "B=" in text or "B =" in text or "B )" in text)
    numbered = "2" in text and ("2️⃣" in text or (" 2 " in text and " 3 " in text))
    return (lettered or numbered) and LETTERED.search(text) is not None


def _form_marks(text: str, lower: str) -> list[str]:
    found = []
    if HEADED.match(lower):
        found.append("headed")
    if ":" in text:
        if text.count(":") > text.count("://") and FIELD.search(lower):
            found.append("fields")
        if "Q: " in text and FAQ.search(text):
            found.append("faq")
    return found


def _order_marks(lower: str, words: Sequence[str]) -> list[str]:
    if IMPERATIVE.isdisjoint(words):
        return []
    begins = SENTENCE.findall(lower)
    if first := FIRST_WORD.match(lower):
        begins.append(first[1])
    orders = sum([word in IMPERATIVE for word in begins])
    return ["order", "orders"] if orders >= 3 else ["order"] if orders else []


def _voice_marks(text: str, has_drawn: bool) -> list[str]:
    size = len(text)
    found = ["short" if size < 90 else "middling" if size < 220 else "long" if size < 600 else "very_long"]
    if "?" in text:
        found.append("asks")
        if text.rstrip(" #")[-1:] == "?":
            found.append("ends_asking")
    if "!" in text and text.count("!") >= 2:
        found.append("exclaims")
    if SHOUT.search(text):
        found.append("shouts")
    if text.startswith("@"):
        found.append("reply")
    if text.startswith(("RT @", "rt @")):
        found.append("repost")
    if has_drawn and EMOJI.search(text):
        found.append("emoji")
    return found
