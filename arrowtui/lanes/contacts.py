"""Every way to respond that a call offers: e-mail with disguises undone, forms, direct messages, telephone."""

import re
from collections.abc import Iterator

from msgspec import Struct

from arrowtui.lanes.phones import phones
from arrowtui.lanes.post import Post
from arrowtui.model.call import Contact, ContactKind

PLAIN = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
AT = (
    r"\s?[(\[{<*]\s?(?:at|arobase|arroba|ät|a|@|chez|klammeraffe|apestaartje|æt)\s?[)\]}>*]\s?|\s(?:AT|at"
    r"|arobase|arroba)\s|\s@\s"
)
DOT = (
    r"\s?[(\[{<*]\s?(?:dot|punkt|punto|point|ponto|punt|\.)\s?[)\]}>*]\s?|\s(?:DOT|dot|punkt|punto|point"
    r"|ponto|punt)\s|\."
)
DISGUISED = re.compile(rf"(?<![\w.+-])(?P<name>[\w+-]+(?:\.[\w+-]+)*)(?P<at>{AT})(?P<host>[\w-]+(?:(?:{DOT})[\w-]+)+)")
SPELLED = re.compile(DOT)
LINKS = re.compile(r"https?://[^\s<>\"'”“]+|(?<![\w@/.])(?:www\.|bit\.ly/|forms\.gle/|tinyurl\.com/)[^\s<>\"']+")
TAIL = ".,;:!?)]}»”…'"

NOT_FOR_ANSWERS = re.compile(
    r"unsubscri|privacy|(?-i:\bsafety\b)|abuse|complain|preferences|manage|corrections?\b|datenschutz|abmelden"
    r"|abbestell"
    r"|baja|privacidad"
    r"|désabonn|desabonn|cancelar|afmeld|uitschrijv|report problems|problems to|no-?reply",
    re.IGNORECASE,
)
# What stands before a link (or is its words) when answers go there, and when it is only to be looked at.
ANSWER_THERE = re.compile(
    r"form\b|survey|question|here\b|apply|sign|respond|submit|tell us|tell me|answer|take (?:it|the|part|our"
    r"|my)|screener|start\b|book a|slot|comment|share|join|fill|link\b"
    r"|register|participa|interest|vote|poll|enter|confirm|hold|claim|mark\b|annoyed|feedback|rates|live\b"
    r"|minutes|mins|RT\b|voucher|anonym|open (?:until|through|till|for)|before|by\b|raw data|free"
    r"|encuesta|apúntate|inscr|rellen|contest|aquí|formular|cuestionario|minutos|umfrage|fragebogen|anmeld"
    r"|hier\b|teilnahme|teilnehm|mitmach|studie|sondage|enquête|ici\b|répond|lien"
    r"|inquérito|aqui\b|formulário|respond|vragenlijst|meedoen|aanmeld|link:|👉|👇|➡|→|🔗|📋|📝",
    re.IGNORECASE,
)
LOOK_THERE = re.compile(
    r"(?:demo|beta|try (?:the|it|out)|prototype?|prototyp|website|site|see|read|more|about us|listen|watch"
    r"|example|background|context|home ?page|learn|details on the project|info(?:s)? at|mehr|web|lire"
    r"|slides|repo|source|code|github|portfolio|project page|leer|más|saiba|meer info)\W*$",
    re.IGNORECASE,
)
ASIDE = re.compile(r"\(\s*$")
DIRECT = re.compile(
    r"\bdms?\b|\bd\.m\.|(?<!\d)(?<!\d\s)\bpms?\b(?=\W|$)|\bdirect messages?\b|\b(?:private |priv)?messages? (?:me|us)\b"
    r"|\bmessage (?:me|us|the page|here)|\binbox (?:me|us)|\bpm (?:me|us)"
    r"|\b(?:en|par message) privé\b|\bpor interno\b|\bal privado\b|\bno privado\b|\bin privé\b|\bpor privado"
    r"|\bpor (?:md|dm)\b|\bmds? abiertos?|\bmensaje privado|\bpn\b|\bper (?:pn|dm|direktnachricht"
    r"|nachricht)|\bdirektnachricht|\bmps? ouverts?|\ben mp\b|\bmessage privé|\ben dm\b|\bmp\b(?=\W)"
    r"|\bmensagem (?:privada|direta)|\bmensagens abertas|\bprivébericht|\bstuur (?:me |mij |ons )?een (?:dm|pb"
    r"|berichtje)|\bschreibt? mir (?:hier|gern|privat)|\bchat me\b",
    re.IGNORECASE,
)
NO_DIRECT = re.compile(
    r"\b(?:no|not|don'?t|please don't|keine|no por|sin"
    r"|pas de|geen|sem)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
DM_OTHER = re.compile(
    r"(?:dm|message|pm|ping|hit up|holler at|shout|text|contact|escríb\w* a|contacta(?: con)?|schreibt?"
    r"|écri\w+ à)\s(?P<who>@[\w.@-]+\w"
    r"|u/[\w-]+)",
    re.IGNORECASE,
)
SENDER = re.compile(r"<\s*(?P<address>[^<>\s]+@[^<>\s]+)\s*>")
REPLY_TO_SENDER = re.compile(
    r"\b(?:hit reply|(?:please|kindly|just|simply) (?:reply|respond|answer|write back)|reply (?:to this|by"
    r"|before|until|here|and|with|or|directly"
    r"|straight|fast|asap|today|soon|now|urgently|within)|replying to this|(?:just|simply"
    r"|or) reply|reply\.|by reply|respond(?:e|a|an|ed) a este|contest(?:e|en|a|ad) a este"
    r"|(?:bitte )?antwort(?:en|et)?(?: sie)? (?:einfach )?(?:auf|bis)|auf diese mail"
    r"|répond(?:ez|re) (?:simplement )?à ce|respond(?:a|am) a est|antwoord (?:gewoon )?op (?:deze|dit)"
    r"|beantwoord deze)",
    re.IGNORECASE,
)
REPOSTED = re.compile(r"^\W*RT (?P<who>@[\w.@-]+\w)", re.IGNORECASE)
SIGNATURE = re.compile(r"\s--\s|\s—\s?$")
MESSAGING = frozenset({"x", "bluesky", "mastodon", "reddit", "facebook", "instagram", "threads", "linkedin", "hn"})


class Place(Struct, frozen=True):
    """A link of the post, where it stands in the text (-1: only behind words), and what is said of it."""

    target: str
    before: str


def contacts(post: Post, text: str) -> tuple[Contact, ...]:
    """Ways to respond, in order of kind: e-mail, form, direct message, phone. `text` is the folded plain text."""
    found = [*_emails(post, text), *_direct(post, text)]
    found += [Contact(ContactKind.PHONE, number) for number in phones(text, post)]
    found += _forms(post, text, bool(found))
    if not any(contact.kind is ContactKind.EMAIL for contact in found) and (sender := _sender(post, text)):
        found.append(Contact(ContactKind.EMAIL, sender))
    return tuple(dict.fromkeys(found))


def _emails(post: Post, text: str) -> Iterator[Contact]:
    seen: set[str] = set()
    own = SENDER.search(post.author)
    for address, start in _addresses(text):
        before = text[max(0, start - 44) : start]
        is_signature = own is not None and address == own["address"].casefold() and SIGNATURE.search(text[:start][-60:])
        if address in seen or NOT_FOR_ANSWERS.search(before + address.split("@")[0]) or is_signature:
            continue
        seen.add(address)
        yield Contact(ContactKind.EMAIL, address)
    for anchor in post.anchors:
        if anchor.target.lower().startswith("mailto:"):
            address = anchor.target[7:].split("?")[0].strip().casefold()
            if PLAIN.fullmatch(address) and address not in seen and not NOT_FOR_ANSWERS.search(address + anchor.words):
                seen.add(address)
                yield Contact(ContactKind.EMAIL, address)


def _addresses(text: str) -> Iterator[tuple[str, int]]:
    """Every e-mail address of a text with its place, plain and disguised, lower case."""
    bare = LINKS.sub(lambda link: " " * len(link.group()), text)
    for hit in PLAIN.finditer(bare):
        start = hit.start()
        if not bare[max(0, start - 1) : start].startswith(("@", "/")):
            yield hit.group().rstrip(".-_").casefold(), start
    for hit in DISGUISED.finditer(bare):
        plain_at = hit["at"].strip().lower() in {"at", "arobase", "arroba"} and hit["at"].startswith(" ")
        if plain_at and not re.search(
            r"[\s(\[](?:dot|punkt|punto|point|ponto"
            r"|punt)[\s)\]]|[a-z]\.[a-z]{2,}$",
            hit["host"],
            re.IGNORECASE,
        ):
            continue
        if (
            plain_at
            and hit["at"].strip().islower()
            and not re.search(
                r"\sdot\s|\spunkt\s|\spunto\s"
                r"|\spoint\s|\sponto\s",
                hit["host"],
            )
        ):
            continue  # "work at example.org" is a sentence
        host = SPELLED.sub(".", hit["host"]).strip(".")
        yield f"{hit['name']}@{host}".casefold(), hit.start()


def _sender(post: Post, text: str) -> str | None:
    """The sender's address, where a mail asks to be replied to."""
    sender = SENDER.search(post.author)
    if sender is None or post.kind != "email":
        return None
    asked = REPLY_TO_SENDER.search(text)
    if asked is None or NOT_FOR_ANSWERS.search(text[asked.start() : asked.end() + 40]):
        return None
    return sender["address"].casefold()


def _direct(post: Post, text: str) -> Iterator[Contact]:
    if other := DM_OTHER.search(text):
        yield Contact(ContactKind.DM, other["who"])
        return
    if post.kind not in MESSAGING:
        return
    for hit in DIRECT.finditer(text):
        if NO_DIRECT.search(text[: hit.start()][-24:]):
            continue
        reposted = REPOSTED.match(text)
        yield Contact(ContactKind.DM, reposted["who"] if reposted else post.handle or post.author)
        return


def _places(post: Post, text: str) -> Iterator[Place]:
    """The links of a post with the words before them; for a link behind words, those words."""
    seen: set[str] = set()
    for anchor in post.anchors:
        target = anchor.target
        if anchor.is_tag or not target.lower().startswith(("http://", "https://")) or target in seen:
            continue
        seen.add(target)
        at = text.find(anchor.words[:24]) if anchor.words else -1
        words = "" if anchor.words.startswith(("http", "www")) else anchor.words
        yield Place(target, f"{text[max(0, at - 90) : at] if at > 0 else ''} {words}".strip())
    if not post.anchors:
        for hit in LINKS.finditer(text):
            target = hit.group().rstrip(TAIL)
            if target.count("(") < target.count(")"):
                target = target.rstrip(")")
            if target not in seen:
                seen.add(target)
                yield Place(target, text[max(0, hit.start() - 90) : hit.start()])


def _forms(post: Post, text: str, has_other: bool) -> Iterator[Contact]:
    places = [place for place in _places(post, text) if not NOT_FOR_ANSWERS.search(place.before[-40:] + place.target)]
    for place in places:
        is_home = re.fullmatch(r"https?://[^/]+/?", place.target) is not None
        near = place.before[-70:]
        if LOOK_THERE.search(near.rstrip()) and (has_other or len(places) > 1):
            continue
        if is_home and (ASIDE.search(near) or has_other):
            continue
        if has_other and not ANSWER_THERE.search(near):
            continue
        yield Contact(ContactKind.FORM, place.target)
