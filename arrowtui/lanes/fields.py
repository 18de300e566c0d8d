"""Given facts of a request: the fields a digest's reader filled in, and lines like "Deadline: Friday" in the text."""

import re
from types import MappingProxyType

from arrowtui.lanes.post import Post

LINE = re.compile(r"^[\s>*•#-]*(?P<name>[^\W\d_][^:\n]{1,28}?)\s?:[ \t]*(?P<value>[^\n]*)$", re.MULTILINE)
# What a field is called, folded, and what it stands for here.
NAMES = MappingProxyType(
    {
        name: meaning
        for meaning, names in (
            (
                "outlet",
                "media outlet|outlet|publication|project|show|programme|program|podcast|magazine|title of show"
                "|medium|médium"
                "|medio|média|media|veröffentlichung|publicación|publication / média|publicação|veículo|publicatie"
                "|client",
            ),
            ("from", "from|journalist|von|de|asker|van"),
            (
                "criteria",
                "who|eligible|eligibility|requirements|requirement|seeking|wanted|looking for|who we need"
                "|participants|we need|who can take part"
                "|who can apply|criteria|wer|gesucht|teilnahme|voraussetzungen|zielgruppe|quién|quiénes|perfil"
                "|buscamos|requisitos|qui|profil"
                "|profil recherché|quem|público|participantes|wie|wie zoeken we|doelgroep|gezocht|source wanted"
                "|sources wanted|expert needed",
            ),
            (
                "deadline",
                "deadline|reply by|respond by|submissions due|deadline was|due|due date|closing date|time left"
                "|closes|apply by|ddl|frist|bis wann"
                "|einsendeschluss|anmeldeschluss|plazo|fecha límite|cierre|date limite|échéance|clôture|prazo"
                "|data limite|sluitingsdatum|reageren voor",
            ),
            (
                "query",
                "query|request|brief|details|summary|call out|anfrage|thema|solicitud|demande|pedido|vraag|oproep",
            ),
            (
                "paid",
                "compensation|incentive|pay|rate|fee|payment|honorarium|thanks|reward|vergütung"
                "|aufwandsentschädigung|honorar|compensación|remuneración"
                "|retribución|pago|rémunération|indemnité|compensação|remuneração|pagamento|vergoeding",
            ),
            (
                "contact",
                "email|e-mail|reply to|respond|contact|submit|apply|answer on the site|how to respond|kontakt"
                "|contacto|contato",
            ),
        )
        for name in names.split("|")
    }
)
UNNAMED = re.compile(
    r"^\W*(?:anonymous\w*|anonym\w*|not disclosed|undisclosed|withheld|tbc|tba|n/?a|none|confidential|various"
    r"|nicht genannt|sin especificar|anónimo"
    r"|non précisé|a national|freelance|regional radio|a regional.*|national \w+|unknown|keine angabe)\W*$",
    re.IGNORECASE,
)


def fields_of(post: Post) -> dict[str, str]:
    """The given facts of a post by meaning: outlet, from, criteria, deadline, query, paid, contact. First one wins."""
    found: dict[str, str] = {}
    lines = ((hit["name"], _value(post.text, hit)) for hit in LINE.finditer(post.text))
    for name, value in (*post.fields, *lines):
        meaning = NAMES.get(" ".join(name.casefold().split()))
        if meaning and value.strip():
            found.setdefault(meaning, value.strip())
            if meaning == "criteria" and name.casefold() in {"requirements", "requirement"}:
                found["requirements"] = value.strip()
    return found


def _value(text: str, hit: re.Match[str]) -> str:
    """What stands behind the colon, or the next line that is not empty when nothing does."""
    if hit["value"].strip():
        return hit["value"]
    following = text[hit.end() : hit.end() + 1200].lstrip()
    return following.split("\n", 1)[0]
