"""Which of the moments a post names is the last one to respond: told by the words around it.

Filming days, publication dates, draws and meetings are not deadlines; a moment counts only with a cue of its own.
"""

import re
from datetime import datetime

from msgspec import Struct

from arrowtui.lanes.dates.find import Moment, moments
from arrowtui.lanes.dates.resolve import Instant, Posted, resolve
from arrowtui.lanes.region import writes_month_first
from arrowtui.model.call import Deadline, Precision

SMALL = (
    r"[\s:(=*\"'–—-]*(?:(?:der|die|das|kommenden?|diesen|aanstaande|komende|deze|este|ce|cette|the|at|on|is|was"
    r"|now|this|um|am|den|dem|el|la|las|le|les|o|a|à|de|du|del|em|op|om"
    r"|ist|es|est|é|pm"
    r"|noch|nur|about|around|latest|einschließlich|inclusive|por|para|next|coming|in|en|día|dia|zum|final"
    r"|around|say|war|era|ca)"
    r"\b[\s:(–—-]*)*$"
)
# Strength, what stands right before the moment, an example it catches and a near miss.
BEFORE: tuple[tuple[int, str, str, str], ...] = (
    (
        9,
        r"\b(?:(?:new|extended|final) deadline|deadline (?:(?:has been|has|is|was) )?(?:now )?(?:extended|moved|moves"
        r"|now)(?: back)?(?: to| until| till)?|deadline is now"
        r"|(?:extended|moved|pushed) (?:the |our )?deadline(?: back)? (?:to|until|till)"
        r"|extended (?:to|until|till|through)"
        r"|verlängert bis(?: zum)?|ampliado hasta|ampliamos hasta|prolongé jusqu['’]au|prorrogado até|verlengd tot)",
        "New deadline Tuesday 10am",
        "a new deal on Tuesday",
    ),
    (
        7,
        r"\b(?:deadlines?|ddl|dl(?=\s?:)|turnaround|(?:last|final) (?:responses|replies|answers|entries)"
        r"|due(?: by| on| date)?|no later than|not later than|at the latest by"
        r"|cut-?off(?: date)?|closing date"
        r"|last day(?: to \w+)?|reply by|respond by|responses by|answers by|expires?(?: in)?|respond within"
        r"|einsendeschluss|frist|anmeldeschluss"
        r"|stichtag|meldeschluss|redaktionsschluss|abgabeschluss|teilnahmeschluss"
        r"|cierre|fin de plazo|fecha l[ií]mite|plazo(?: de \w+)?(?: hasta| abierto hasta)?|a más tardar"
        r"|como máximo|date limite|bouclage"
        r"|clôture|au plus tard|dernier délai|prazo(?: final)?|data limite|no máximo|o mais tardar"
        r"|uiterste datum|sluitingsdatum|uiterlijk"
        r"|spätestens(?: bis)?(?: zum)?)",
        "Deadline: Friday 3pm",
        "the last dayroom Friday",
    ),
    (
        6,
        r"\b(?:clos(?:e|es|ing)(?: (?:it|this|the \w+|registration|on|at|in|off|down|out))*|open (?:until|till"
        r"|til|through|thru|for|bis|hasta|till)"
        r"|(?:poll|vote|voting|survey|form|consultation|sign-?ups?|call|callout|applications?|recruitment|it"
        r"|that|which|this) (?:ends?|runs?|closes?|shuts?|wraps(?: up)?|comes down"
        r"|is open|stays \w+|finish\w*)"
        r"(?: (?:on|at|in|for|until|through|till))*|accepted (?:until|till|for|through|by)|(?:now )?runs (?:to"
        r"|until|till|through)|ends?(?: in| on"
        r"| at)?|stays? (?:live|open|up)(?: for| until| till| through)?"
        r"|stop(?:ping)? (?:taking|accepting|reading|recruiting|counting)(?: \w+)?(?: \w+)?(?: on| at)?"
        r"|offer expires|time left:?(?: respond)?(?: within)?"
        r"|endet(?: in| am)?|schließt(?: am| in)?|läuft(?: noch)?(?: bis)?(?: zum)?|offen bis|schluss ist"
        r"|cierra(?:mos|n)?(?: el| en)?|cierro(?: el| en)?|cerramos(?: el)?|fecho(?: em| no| na)?|termina(?: en"
        r"| el| a)?|finaliza|acaba(?: el)?"
        r"|abiert[ao]s? hasta|ferme(?: le| à)?|se termine|ouvert(?:e)? jusqu['’]|prend fin|clos le|clôturé"
        r"|encerra(?:-se|m)?(?: em| a| no| na)?|fecha(?: em| a| no| na| dia)?|abert[ao] até|sluit(?: op| over)?"
        r"|eindigt|loopt(?: nog)?(?: tot)?|open tot(?: en met)?)",
        "Poll closes in 24 hours",
        "close friends in Leeds",
    ),
    (
        5,
        r"\b(?:by|before|b4|until|till|til|'til|through|thru|up to|within(?: the)?(?: next)?|inside|bis(?: zum"
        r"| spätestens| einschließlich)?"
        r"|vor(?: dem)?|innerhalb(?: von| der nächsten)?|hasta(?: el| las| la)?|antes del?(?: las| la| día)?"
        r"|en las próximas|en los próximos|dentro de|avant(?: le)?|jusqu['’](?:au|à|en)|d['’]ici(?: à| au| le)?"
        r"|sous|dans les"
        r"|até(?: ao| à| às| o| a| dia)?|antes d[eoa]s?|nas próximas|nos próximos|dentro de|tot(?: en met"
        r"| uiterlijk)?|t/m|vóór|voor|binnen(?: de)?(?: komende)?)",
        "e-mail me by Thursday",
        "stand by me on Thursday",
    ),
    (
        3,
        r"\b(?:i(?:'m|'ll| am)? fil(?:e|ing)(?: it| this| copy)?|je (?:boucle|rends)|fecho (?:o texto|a matéria|isto)"
        r"|ich gebe (?:das |es )?ab|(?:lo )?entrego|ik lever (?:het )?in|(?:lo )?(?:necesito|necesitamos) para"
        r"|(?:il me|il nous) (?:le |les )?faut pour|à (?:renvoyer|rendre|retourner|remplir) pour|preciso para"
        r"|nodig voor|lock it in|count(?:ing)?(?: replies| votes| them)?|tally(?:ing)?|picking|we pick|i pick"
        r"|i'll pick|we'll pick|decid(?:e|ing)|wins|results?(?: drawn)?|final call|ends up|crowdsourcing"
        r"|ausgezählt|ausgewertet|auszählung(?: ist)?|entscheiden|entscheidung|décid(?:e|ons)|tranch(?:e|ons)"
        r"|decidimos|beslissen|kiezen|printing|contamos|contaremos|comptons|tellen|(?:off "
        r"|going )?to (?:the )?print(?:ers?)?)(?: it| up| in| them"
        r"| replies)?(?: on| am"
        r"| el| le| op)?",
        "We'll lock it in Friday at noon",
        "locked in on a Friday",
    ),
)
BEFORE_READ = tuple((strength, re.compile(words + SMALL, re.IGNORECASE)) for strength, words, _, _ in BEFORE)
AFTER = re.compile(
    r"^[\s,)]*(?:(?:is|was) (?:the|my|our) (?:deadline|cut-?off|last day)|deadline|at the latest|latest"
    r"|cut-?off|spätestens|au plus tard|a más tardar"
    r"|ist (?:einsendeschluss|deadline|schluss|anmeldeschluss)|is de deadline|es la fecha límite|é o prazo"
    r"|\(deadline\)|left|übrig|te quedan|restantes)\b",
    re.IGNORECASE,
)
# Words just before "by", "until" and the like that make it another thing's time.
OTHER_THING = re.compile(
    r"\b(?:publish(?:ed|ing)?|film(?:ed|ing)?|shoot(?:ing|s)?|drehen|air(?:s|ing)?|broadcast|runs?|release[ds]?"
    r"|ship(?:ped|s)?|deliver(?:ed)?|launch(?:ed|es)?|arrive[ds]?|(?<!get )(?<!hear )(?<!come )back"
    r"|ready|written|report(?:ed)? back"
    r"|results?(?: \w+)?|paid|answer you|know|decision|summary|recap|erscheint|veröffentlich\w+|publicaremos"
    r"|publicamos|tournage|publi[ée]\w*|publicad\w+|gravaç\w+|opnames"
    r"|meet(?:ing)?|in place|finali[sz]ed?|move[ds]?|opens?|starts?|begins?|beginnt|startet|empieza|commence"
    r"|começa|not be|work(?:ed|ing)? there|born|(?<!is )(?<!stays )live[ds]?|employed|available|free|home"
    r"|(?<!reply )(?<!answer )(?<!respond )(?<!comment )(?<!vote )(?<!below )(?<!us )(?<!me )here)"
    r"\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
NOW = re.compile(
    r"\b(?:e-?mail|call|ring|text|reply|repl(?:y|ies)|send|dm|message|get in touch|need|urgent|please|pls|asap"
    r"|talk|speak|chat|quick|looking|seeking|respond|contact|answers?|write|if poss(?:ible)?"
    r"|respuestas?|necesito|necesitamos|rückmeldung(?:en)?|antworten|réponses?|besoin|reacties?|graag|respostas?|preciso"
    r"|llama|escrib\w+|urge\w*|hoy mismo|contesta\w*|ruf\w*|melde\w*|schreib\w*|dringend|appelez|écrivez|urgent"
    r"|envíe|envoyez|senden|stuur"
    r"|ligue\w*|escrev\w+|bel|mail|dringend)\b",
    re.IGNORECASE,
)
EVENT_TODAY = re.compile(
    r"\b(?:start(?:ed|s)?|begin|live|out|on air|ruling|news|announce\w*|publish\w*|launch\w*|earlier|happened"
    r"|opened|stopped|from"
    r"|since|was|were|here|tonight's|today's)\s*$",
    re.IGNORECASE,
)
WITHIN = re.compile(
    r"\w\s(?:by|before|until|till|bis|spätestens|avant|antes d\w+|até|hasta|voor|uiterlijk)\s", re.IGNORECASE
)
"""A cue between the pieces of a moment: "tomorrow before 2pm"."""

NAMED = re.compile(r"\b[A-ZÀ-Ý]\w+\s$")
"""A capital right before "Tonight": the name of a programme."""


MOVED = 9
"""The strength of words that tell of a new deadline in the place of an earlier one."""


class Candidate(Struct, frozen=True):
    strength: int
    moment: Moment
    words: str


def read_deadline(
    text: str, posted_at: datetime, *, closed: bool = False, north_american: bool | None = None, least: int = 0
) -> Deadline | None:
    """The last moment to respond that a plain text names.

    Args:
        text: plain text, white space folded.
        posted_at: when it was posted, aware; its own offset counts where the text names no zone.
        closed: whether the call is closed; only then may the deadline be past.
        north_american: whether 3/12 is 12 March; None: told by zone and words of the post.
        least: how strongly the words must make it a deadline; `MOVED` is of one that was moved.
    """
    month_first = writes_month_first(text, posted_at) if north_american is None else north_american
    posted = Posted(posted_at, month_first)
    for candidate in sorted(_candidates(text), key=lambda one: (-one.strength, one.moment.start)):
        found = resolve(candidate.moment, posted, past=closed)
        if candidate.strength < (5 if closed else least):
            continue
        if found is not None and (closed or found.at >= posted_at):
            return _deadline(candidate, found)
    return None


def _deadline(candidate: Candidate, found: Instant) -> Deadline:
    precision = Precision.MINUTE if found.to_the_minute else Precision.DAY
    return Deadline(found.at, precision, candidate.words, found.zone)


def _candidates(text: str) -> list[Candidate]:
    return [
        Candidate(strength, moment, words)
        for moment in moments(text)
        for strength, words in (_cued(text, moment),)
        if strength
    ]


def _cued(text: str, moment: Moment) -> tuple[int, str]:
    """How strongly the words around a moment make it a deadline, and the words it is read from."""
    before = text[max(0, moment.start - 64) : moment.start]
    words = text[moment.start : moment.end]
    for strength, cue in BEFORE_READ:
        if found := cue.search(before):
            if strength <= 5 and OTHER_THING.search(before[: found.start()]):
                return 0, words
            if strength == 5 and _is_length(moment, found.group()):
                return 0, words
            return strength, (found.group() + words).strip()
    if after := AFTER.match(text[moment.end : moment.end + 30]):
        if moment.piece("duration") and "left" not in after.group().lower():
            return 0, words
        return 6, words + after.group()
    if moment.piece("hour_word") and re.search(
        r"\b(?:COB|EOB|close of|end of (?:play|business))\b", words, re.IGNORECASE
    ):
        return 5, words
    if moment.piece("end_of_day") or words.lower().startswith("eod"):
        return 4, words
    if WITHIN.search(words) and not OTHER_THING.search(f"{before} "):
        return 4, words
    if _says_in(moment, before):
        return 4, words
    if moment.piece("today", "night", "afternoon") and not moment.piece("clock"):
        return _today(text, moment, before), words
    return 0, words


def _is_length(moment: Moment, cue: str) -> bool:
    """ "up to 3 hours", "before two weeks", "for 5 days" say how long, not by when."""
    return moment.piece("duration") is not None and not re.match(
        r"\b(?:within|inside|innerhalb|en las|en los|dentro|dans|sous|d['’]ici|nas|nos|binnen|in)", cue, re.IGNORECASE
    )


def _says_in(moment: Moment, before: str) -> bool:
    """ "in the next 48 hours", "over the next two days", "you have 3 days"."""
    return moment.piece("duration") is not None and bool(
        re.search(
            r"\b(?:in the next|over the next|for the next|you have|you've got|next|in den nächsten"
            r"|dans les prochain\w+|próxim[ao]s|komende)\s$",
            before,
            re.IGNORECASE,
        )
    )


def _today(text: str, moment: Moment, before: str) -> int:
    """A bare "today" is the deadline where the sentence wants an answer and nothing else happens then."""
    if EVENT_TODAY.search(before) or (moment.pieces[0].words.istitle() and NAMED.search(before)):
        return 0
    start = max(text.rfind(mark, 0, moment.start) for mark in ".!?\n")
    return 2 if NOW.search(text[start + 1 : moment.end + 40]) else 0
