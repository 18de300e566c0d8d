"""Whose work the answers go into: a publication, a programme, a university, or the body that asks."""

import re
from collections.abc import Iterator

from arrowtui.lanes.fields import UNNAMED
from arrowtui.lanes.outlet_names import NAME, PATTERNS, SMALL, UNIVERSITY
from arrowtui.lanes.post import Post

READ = tuple(re.compile(pattern) for pattern in PATTERNS)
RESEARCH = re.compile(UNIVERSITY)
NOT_OUTLET = re.compile(
    r"^(?:I|I'm|We|DM|DMs|RT|PM|UK|US|USA|EU|NHS|AI|TV|HR|PR|ET|PT|CT|MT|GMT|UTC|BST|CET|EST|PST|Zoom|Teams"
    r"|Google|WhatsApp|Signal|Telegram|Python|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Jan\w*"
    r"|Feb\w*|Mar|March|Apr\w*|May|June?|July?|Aug\w*|Sep\w*"
    r"|Oct\w*|Nov\w*|Dec\w*|Montag|Lehrkräfte|Email|E-mail|Mail|Hi|Hello|Hey|Dear|Please|Thanks|Anyone|Looking"
    r"|Need|Teachers?|Nurses?|People|Parents|The|A|An|London|Paris|Berlin|Madrid|New York|England|Scotland"
    r"|Wales|Ireland|Canada|Germany|France|Spain|Europe|America|Africa"
    r"|Your?|Our|My|This|That|CV|IRB|PhD|MA|MSc|Brexit|Christmas|Easter"
    r"|Covid\S*|\d+|X|Who|What|FAQ|OK|Ok|Not|No|Yes|If|It|In|On|At|For|To|From|And|But)$"
)
RELAY = re.compile(
    r"\b(?:queries|query|requests?|digest|list|listserv|alerts?|callouts?|call ?outs? daily|relay|bot|group"
    r"|grupo|gruppe|groupe|matches|notices|newsdesk|features desk|night desk"
    r"|outreach|office|helpdesk|forum|community|network of)\b"
    r"|\((?:group|grupo|gruppe|groupe|groep)\)|\bin red\b|\bmoderator\b",
    re.IGNORECASE,
)
TITLE_ONLY = re.compile(
    r"^(?:the |la |le |die |der |o |a |de )?(?:(?:features?|news|managing|deputy|casting|guest)\s)*(?:editor"
    r"|editorial|producer|redaction"
    r"|redacción|redaktion|rédaction|redação|redactie|outreach|casting|press|interviews?|magazine|support|admin"
    r"|team|news"
    r"|info|contact)(?:\s[A-Z][a-z]+)?$",
    re.IGNORECASE,
)
"""A sender that is only an office: "Features Editor", "La Rédaction", "Producer Anna"."""
TEAM_OF = re.compile(
    r"^(?:the\s)?(?:team|people|folks|crew|everyone|équipe|equipo|equipa)\s(?:at|of|behind|from|de|da|do)\s",
    re.IGNORECASE,
)
TEAM = re.compile(
    r"(?<=\w)\s(?:Team|News ?room|Newsdesk|Editorial|Press Office|Research Team|Features|Desk|Libraries|Library"
    r"|Public Media|(?<=Hospital )Research|(?<=University )Research|Communications|Alumni"
    r"|Newsletter|Changelog|changelog|News|Blog|blog|\(blog\)|\(magazine\)"
    r"|\(podcast\)|Physical Therapy|Psychology|Nursing|School of .*|Department .*|Dept .*|Redaktion|Redacción"
    r"|Rédaction|Redação|Redactie)$"
)
ORGANISATION = frozenset({"facebook", "feed", "email", "pinterest", "youtube", "page", "linkedin"})
PERSON = re.compile(
    r"^(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s)?[A-ZÀ-Þ][a-zà-ÿ'’-]+\s(?:[A-Z]\.\s|(?:de|van|der|den|von|da"
    r"|di|del|la)\s){0,2}[A-ZÀ-Þ][a-zà-ÿ'’-]+$"
)
ORG_WORD = re.compile(
    r"\b(?:radio|fm|tv|news|magazine|press|media|university|college|council|library|libraries|museum|school"
    r"|trust|association|society|union|club|studio|studios|productions?|films?|podcast|pod|co|inc|ltd|gmbh"
    r"|credit|bank|hospital|clinic|charity|foundation|institute|coalition|network|project|agency|party|league"
    r"|post|times|herald"
    r"|gazette|ledger|journal|review|register|observer|wire|daily|weekly|channel|atelier|verein|stadt|archiv"
    r"|gemeinde|ayuntamiento|asociación|fundación|revista|diario|mairie|ville|association|fondation|câmara"
    r"|associação|fundação|jornal|vereniging|stichting|gemeente|omroep|desk|lab|team|notes|reader|collective"
    r"|co-op|pto|pta|surveys|research|casting|form|board|collective|kitchen|shop|farm|company)\b",
    re.IGNORECASE,
)


def outlet_of(post: Post, text: str, fields: dict[str, str]) -> str | None:
    """The outlet as written, without team or department; None when it is not named or named by nobody but a relay."""
    if (given := fields.get("outlet") or _from_field(fields.get("from"))) is not None:
        return _given(given)
    is_study = _institution(text)
    for name in _named(text, post):
        if is_study is None or is_study in name or not _academic(text):
            return name
    if is_study:
        return is_study
    return _sender(post, text)


def _institution(text: str) -> str | None:
    """The university named; of several the first that is no mere institute of one."""
    names = [hit["name"].strip() for hit in RESEARCH.finditer(text)]
    names = [name for name in names if not name.startswith(("Our ", "The State", "My "))]
    whole = (name for name in names if not name.startswith(("Institut", "School", "Department")))
    return next(whole, names[0] if names else None)


def _academic(text: str) -> bool:
    return (
        re.search(
            r"\b(?:study|survey|phd|thesis|irb|ethics|dissertation|research|studie|umfrage|étude|estudio"
            r"|encuesta|questionnaire|estudo)\b",
            text,
            re.IGNORECASE,
        )
        is not None
    )


def _given(words: str) -> str | None:
    """A field's value: quotes, addresses, notes in brackets taken off; None for "anonymous" and its like."""
    name = re.sub(r"\s*[(\[].*$|https?://\S+", "", words).strip(" \"“”'«».,;")
    return None if not name or UNNAMED.match(name) or name.islower() else name


def _from_field(words: str | None) -> str | None:
    """ "Staff writer, Ferry & Quay Monthly" and "Freelance, for Cooper's Week"."""
    if words is None:
        return None
    parts = re.split(r",\s*(?:for\s|at\s|of\s|für\s|pour\s|para\s)?|\s(?:at|for)\s", words)
    return parts[-1] if len(parts) > 1 else None


def _named(text: str, post: Post) -> Iterator[str]:
    for read in READ:
        for hit in read.finditer(f"{post.title} {text}" if read.pattern.startswith("^(?:Show") else text):
            if (
                text[hit.end("name") : hit.end("name") + 1] in {":", "*", "·", "_"}
                and text[hit.end("name") + 1 :][:5].isalpha()
            ):
                continue  # "Lokführer:innen": a word for people, with its own way of naming both
            name = _tidy(hit["name"])
            if name and not NOT_OUTLET.match(name) and not re.fullmatch(r"[A-Z]{2,}s|[A-Z]{1,2}", name):
                yield name


def _tidy(name: str) -> str | None:
    name = re.sub(r"^the\s", "", name.strip())
    name = re.sub(r"['’]s$", "", re.split(r"['’]s\s(?=[A-Z][a-z]+\s?\d|\d)", name)[0])
    name = re.sub(rf"(?:\s(?:{SMALL}))+$", "", name)
    name = re.sub(
        r"\s(?:DM|Email|Call|Text|Names?|Please|Signal|WhatsApp|RT|PM|I|We|Anyone|Any|If|Must|Remote|No"
        r"|Named|Short|Quick)\b.*$",
        "",
        name,
    )
    words = name.split()
    if not words or (len(words) == 1 and (len(name) < 3 or (name.islower() and not name.startswith("r/")))):
        return None
    return name


SINGLE = re.compile(
    r"\b(?:I|I'm|I'd|I've|my|me|ich|mein\w*|mir|je|j'|mon|ma|mes|yo|mi|mis|eu|meu|minha|ik"
    r"|mijn)\b(?!\s?\))"
)


def _speaks_as_one(text: str) -> bool:
    """Whether a post speaks as one person rather than as an organisation."""
    return (
        SINGLE.search(text.replace("’", "'")) is not None
        and re.search(
            r"\b(?:we|our|wir|unser\w*|nous|notre"
            r"|nosotr\w+|nuestr\w+"
            r"|nós|noss\w+|wij|ons|onze)\b",
            text,
            re.IGNORECASE,
        )
        is None
    )


def _signature(name: str, text: str) -> str | None:
    """What stands behind the sender's own name at the end of a mail: "Ruth Adeyemi, Carers Weekly"."""
    if not PERSON.match(name):
        return None
    hit = re.search(rf"{re.escape(name)}\s?[,|–—-]\s?(?:(?:[a-z]+\s){{1,3}}(?:at|for|of|with)\s)?{NAME}\W*$", text)
    return _tidy(hit["name"]) if hit else None


def _sender(post: Post, text: str) -> str | None:
    """The page, feed or mail sender, where it speaks as an organisation and asks for itself."""
    if post.kind not in ORGANISATION:
        return None
    name = re.sub(r"\s*<[^>]*>", "", post.author).strip(" \"'") or post.source
    if signed := _signature(name, text):
        return signed
    if not name or RELAY.search(name) or TITLE_ONLY.match(name) or "@" in name:
        return None
    if PERSON.match(name) and (_speaks_as_one(text) or (post.kind == "email" and not ORG_WORD.search(name))):
        return None
    name = TEAM_OF.sub("", name)
    if post.kind in ("feed", "pinterest") and _speaks_as_one(text) and not ORG_WORD.search(name):
        return None
    if post.kind == "linkedin" and not ORG_WORD.search(name):
        return None
    if university := RESEARCH.match(name):
        return university["name"].strip()
    first = name.split()[0]
    if len(first) > 3 and first.isupper() and re.search(rf"\b{re.escape(first)}\b", text) and name not in text:
        return first
    return _given(TEAM.sub("", name)) or None
