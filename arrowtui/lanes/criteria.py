"""Who is wanted: the span of the plain text that says so, copied exactly.

Every lead-in ("looking for", "are you", "HR folk,") opens a candidate that ends where the task, the outlet or the next
sentence begins. The candidate that most looks like a description of people wins.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from arrowtui.lanes.criteria_ends import END, QUESTION_END, VOCATIVE_END
from arrowtui.lanes.criteria_lead import Lead
from arrowtui.lanes.criteria_leads import LEADS
from arrowtui.lanes.people import GENERIC, RELATIVE, names_people
from arrowtui.lanes.post import Post

TRIM_LEAD = re.compile(
    r"^(?:(?:any(?:one|body) (?:here|out there)|to (?:speak|talk|chat) (?:to|with)|to hear from|to (?:find|meet"
    r"|interview)|for|from|with|of|any|some|more|also|only|just|either|really|ideally|an? (?:few"
    r"|couple)(?: of)?|mit|nach|noch|avec|com|naar|met|für|unter|voor|onder"
    r"|(?:an? )?(?:\w+ ){0,2}(?:doc|documentary|docuseries|show|series|film|podcast|spot|advert) (?:on|about|with)"
    r"|real-life (?=\w+ \w+)|experiences? (?:of|from)|stories (?:of|from)|testimonios de(?: la| los| las)?"
    r"|voces de|historias de|a (?=(?:personas|gente|docentes|profes|alguien|\w+[oa]s)\b)|le témoignage d(?:e "
    r"|')|des témoignages d(?:e |')|témoignages? d(?:e |')|other|fellow|dear|our|your|all(?: the)?|every|each"
    r"|readers,?|(?:he|she|they|who)(?:'s| is| are)? (?:needs?|wants?|after|looking for|seeks?)|procuramos"
    r"|procuro|buscamos|busco|se buscan?"
    r"|(?:wir )?suchen(?: wir)?|(?:nous )?(?:re)?cherchons|(?:wij |we )?zoeken|unser(?:e|en)?|nos"
    r"|nuestr[oa]s|trois|mes)\s+|[\"“”'«:,(/•*·-]+\s*)+",
    re.IGNORECASE,
)
TRIM_TAIL = re.compile(
    r"(?:[\s,;:!?\"“”'«»(–—-]+|\s(?:and|or|who|that|to|for|with|but|y|und|et|e|en|we|i|ou|o|es|is|please|pls"
    r"|only please|in|on|at|by|, as|is|are|here|out there|there|anywhere|today|tomorrow|tonight|asap"
    r"|urgently|needed|wanted|sought|required))+$",
    re.IGNORECASE,
)
NOT_A_GROUP = re.compile(
    r"^(?:you\b|it\b|this\b|that\b|me\b|us\b|your\b|his\b|them\b|there\b|here\b|how\b|what\b|why\b|where\b"
    r"|when\b|whether\b|is\b|was\b|as\b|at\b|in\b|on\b|by\b|up\b|and\b|but\b|so\b|we\b|i\b|i'|we'|my\b"
    r"|the (?:survey|form|poll|link|best|right|next|first|last|new)\b|to\b|a new\b|euch\b|sie\b|dich\b|ihnen\b"
    r"|mir\b|ich\b|wir\b|vous\b|je\b|nous\b|ti\b|contigo|jou\b|u\b|dir\b|eure|votre|vos\b|sua\b|jouw"
    r"|everyone|everybody|anything|something|all\b|some of|one of|most\b|today|tomorrow|tonight"
    r"|(?:\w+ ){0,4}of (?:you|u|them)\b|not\b|no\b|also\b|http|@|more info|details|help\b|feedback\b|thoughts\b"
    r"|ideas\b|a (?:word|call|chat|quote|copy|look|lift|hand|moment|minute|line|question|few (?:minutes|words"
    r"|questions))\b|\d+ (?:minutes|mins|min|questions|words|hours|quotes|quick)\b|(?:expert|sir|madam|team"
    r"|editor|friend)s?\W*$)",
    re.IGNORECASE,
)
NOT_ADDRESSED = re.compile(
    r"^(?:did|do|does|have|has|had|are|were|was|is|can|could|should|shall|would|will|may|might|want|need|needs"
    r"|which|what|how|where|when|why|who|looking|seeking|if|ty|thx|submit|apply|send|write|email|mail|reply"
    r"|call|text|deadline|rate|pay|contact"
    r"|register|see"
    r"|thank|thanks|anyone|anybody|any|places?|user research|more|please|quick|update|edit|reminder|reposting"
    r"|urgent|procur\w+|busc\w+|happy|still|now|gesucht|gezocht|wanted|(?:online-)?(?:umfrage|befragung"
    r"|fragebogen|encuesta|cuestionario|sondage|enquête"
    r"|pesquisa|inquérito|questionário|vragenlijst|survey|questionnaire)|colleagues, forwarding"
    r"|für (?:ein|mein|unser)\w*|pour (?:une?|mon|ma|notre)|para (?:una?|uma?|mi|meu|minha)|voor (?:een|mijn|ons)"
    r"|all (?:set|sorted|done|good)|filled|found|closed"
    r"|ya|já|hast|habt|haben|sind|bist|seid|such\w*|wir|ich|wer|was|welche[nrs]?|wie|avez|avons|cherch\w+"
    r"|recherch\w+|merci|je|nous"
    r"|(?:the|our|my|a) (?:\w+ ){0,2}(?:survey|poll|study|form|questionnaire|call)|thema|tema|sujet|heb|ben"
    r"|zoek\w*|wie|welke|dank|wij|ik|danke|gracias|obrigad\w+|está|hay|quién|quem|qui"
    r"|qual|quel\w*)\b",
    re.IGNORECASE,
)
"""How no address to a group begins: with a question, a wish or thanks."""
THING = re.compile(
    r"\b(?:poll|survey|study|questionnaire|umfrage|encuesta|sondage|inquérito|vragenlijst|call-?out|sign up)$",
    re.IGNORECASE,
)
NOT_AT_ALL = re.compile(r"^(?:you\b|it\b|to\b|we\b|http|@|anyone\b|and\b|but\b)", re.IGNORECASE)
ONLY_WORD = re.compile(
    r"^(?:anyone|someone|people|readers|personas|alguien|jemanden?|personnes|pessoas|mensen|iemand)\W*$", re.IGNORECASE
)
ASKING = re.compile(
    r"\b(?:how|what|which|where|when|why|who|many|much|often|long|far|wie|was|cómo|qué|cuánt\w+|comment"
    r"|combien|que|como|quant\w+|hoe|wat)\b[^.!?:;]{0,30}$",
    re.IGNORECASE,
)
LIVED = re.compile(
    r"^\W{1,3}\s?(?P<more>(?:(?:have|has|were|did) you (?:ever )?(?:been|had|lost|quit|left|worked"
    r"|switched|changed|refused|moved|tried|stopped|seen|faced|given|got|gone)|who's|who've|who has|who have"
    r"|lost|been|had|quit)\b[^?]{4,140})\?",
    re.IGNORECASE,
)
WRAPPED = re.compile(r"(?<=[^\n]{56})\n(?=[a-z(&])")
WHO = re.compile(r"[^\W\d][\w' -]{2,40} who(?:'ve|'s|se)?\b", re.IGNORECASE)
"""What has a "who" are people."""
LIMIT = 260
LONGEST = 20_000


CLOSING_FOR = re.compile(
    r"\b(?:(?:got|found|have|has|had|heard from) (?:now )?(?:enough|all the|all my|all our|plenty of|my|our|all \d+)"
    r"|(?:suficientes|bastantes)(?: testimonios de| voces de)?|genug|genügend|(?:alle|meine)(?= \w+(?:innen"
    r"|kräfte|leute))"
    r"|j'ai trouvé (?:mes|assez de|tous mes|toutes mes)|nous avons (?:nos|assez de)|já (?:tenho|temos"
    r"|encontrei) (?:as|os|tod[ao]s [ao]s)"
    r"|genoeg|ya (?:tengo|tenemos) (?:a )?(?:mis|las|los|todas las|todos los))\s+"
    r"(?P<who>(?:(?!(?:replies|responses|answers|respuestas|antworten|réponses|respostas|reacties"
    r"|of you)\b)(?:[^.!?,;:(]|:(?=innen))){4,80}?)"
    r"(?=\s(?:now|for|gefunden|gevonden|für|para|pour|voor|de que|que preciso|in|am|zum|thank|and|und|et|y|e"
    r"|en)\b|[.!?,;:(]|$)",
    re.IGNORECASE,
)


class Candidate(Struct, frozen=True):
    words: str
    score: float


def criteria_of(post: Post, text: str, fields: dict[str, str]) -> str | None:
    """The span of `text` (plain, white space folded) that says who is wanted, or None for everyone and unsaid."""
    lined = unwrapped(post.text)
    best = _best(_candidates(lined, text, fields))
    if best is None and (closed := CLOSING_FOR.search(text)):
        return _closed_for(closed["who"])
    if best is None and post.title:
        best = _best(_candidates(unwrapped(post.title), " ".join(post.title.split()), {}))
    return best.words if best else None


def _best(candidates: Iterator[Candidate]) -> Candidate | None:
    """The candidate that most looks like a description of people, the first of equals; None where none does."""
    found = max(candidates, key=lambda one: one.score, default=None)
    return found if found and found.score >= 3 else None


def _closed_for(words: str) -> str | None:
    """Whom a closing notice had asked for: "I've got enough tenants now"."""
    named = " ".join(TRIM_TAIL.sub("", words).split())
    return named if len(named) > 3 and not NOT_A_GROUP.match(named) and not GENERIC.match(named) else None


def unwrapped(text: str) -> str:
    """The text with its line breaks, but for those a mail program made in the middle of a sentence."""
    lines = "\n".join(" ".join(line.split()) for line in text[:LONGEST].split("\n"))
    return re.sub(r"\n{2,}", "\n", WRAPPED.sub(" ", lines))


def _candidates(lined: str, text: str, fields: dict[str, str]) -> Iterator[Candidate]:
    if given := fields.get("criteria"):
        yield from _given(given, text)
    for lead in LEADS:
        for hit in lead.read.finditer(lined):
            if lead.is_question and ASKING.search(lined[: hit.start()][-60:]):
                continue
            words = _cut(lined[hit.end() : hit.end() + LIMIT], text, lead)
            if words and (score := _score(words, lead)) > 0:
                yield Candidate(_lived(words, text) if lead.end is VOCATIVE_END else words, score - hit.start() / 2000)


def _lived(words: str, text: str) -> str:
    """A group with the question that tells who of them: "Bus drivers: have you been assaulted on shift?"."""
    at = text.find(words) + len(words)
    if more := LIVED.match(text[at : at + 170]):
        return text[at - len(words) : at + more.end("more")]
    return words


def _given(value: str, text: str) -> Iterator[Candidate]:
    """A field's first sentence, if it describes people; inside it the part behind "looking for"."""
    end = re.search(r"(?<!\b[a-z])(?<!max)(?<!min)(?<!yrs)\.(?:\s|$)", value)
    words = TRIM_TAIL.sub("", TRIM_LEAD.sub("", value[: end.start()] if end else value, count=1))
    words = " ".join(words.split())[:LIMIT]
    if words and words in text and (names_people(words) or RELATIVE.search(words)):
        yield Candidate(words, 9.0)


def _score(words: str, lead: Lead) -> float:
    """How much a candidate looks like a description of people."""
    score = lead.trust
    people = not lead.needs_people or names_people(words[:60]) or WHO.match(words) is not None
    if lead.needs_people:
        score += 2.0 if people else -1.5
    if RELATIVE.search(words):
        score += 1.0
    if GENERIC.match(words):
        score -= 2.6
    elif len(words.split()) <= 3 and words[:1].isdigit():
        score -= 1.2
    if len(words.split()) >= 4:
        score += 0.6
    if lead.must_name and not people:
        return 0.0
    return score


def _cut(words: str, text: str, lead: Lead) -> str | None:
    """The description alone: lead-in and what follows cut off; None where none is left."""
    if lead.is_address and NOT_ADDRESSED.match(words):
        return None
    if found := TRIM_LEAD.match(words):
        words = words[found.end() :]
    end = (QUESTION_END if lead.is_question else lead.end or END).search(words)
    if end is None and lead.is_question:
        return None
    if end:
        words = words[: end.start()]
    words = " ".join(_balanced(TRIM_TAIL.sub("", words)).split())
    if (
        len(words) < 4
        or (NOT_A_GROUP if lead.needs_people else NOT_AT_ALL).match(words)
        or ONLY_WORD.match(words)
        or THING.search(words)
        or words not in text
        or "@" in words
    ):
        return None
    return words


def _balanced(words: str) -> str:
    """Without a bracket that is opened and never closed, or closed and never opened."""
    opened = words.rfind("(")
    if opened >= 0 and ")" not in words[opened:]:
        words = TRIM_TAIL.sub("", words[:opened])
    return words.rstrip(")") if "(" not in words else words
