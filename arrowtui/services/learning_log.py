"""The learning log: the notes of a period with what shows them, ready for every form and format."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from arrowtui.ingest.clean import clean_line
from arrowtui.model.chat_board import FollowedChat
from arrowtui.model.item import ItemId
from arrowtui.model.log import Evidence, Log, LogEntry, LogIntention, LogLayer, Period, Said
from arrowtui.model.note import Note, SubjectKind
from arrowtui.model.replace import replace
from arrowtui.model.review import Intention, Outcome
from arrowtui.notes.log.forms import FORMS
from arrowtui.notes.log.html import as_html
from arrowtui.notes.log.markdown import as_markdown
from arrowtui.notes.log.reading import goals_in, hours_in, without_links
from arrowtui.notes.log.sheet import as_csv, as_json
from arrowtui.services.transcripts import transcript_of
from arrowtui.store import Connection, Store, intentions, notes, schedules
from arrowtui.store.evidence import ItemFacts, facts_of, notes_in, talk_of

MOST_SAID = 12
"""Posts of a talk that are shown as evidence."""
SAID = 400
TALKS = {SubjectKind.QUESTION, SubjectKind.ANSWER, SubjectKind.SESSION, SubjectKind.SERIES}


class Format(StrEnum):
    """What a log is set in. `PRINT` is HTML made for paper and PDF."""

    MARKDOWN = "markdown"
    HTML = "html"
    PRINT = "print"
    CSV = "csv"
    JSON = "json"


class LearningLog:
    """Every method raises StoreError when the file cannot be read."""

    def __init__(self, store: Store, name: str = "", followed: Sequence[FollowedChat] = ()) -> None:
        """`followed` are chats whose further hashtags and length are known: for what was said in them."""
        self._store, self._name, self._followed = store, name, tuple(followed)

    async def log(self, period: Period, tag: str | None = None, goal: str | None = None) -> Log:
        """Every note with a layer begun in the period, with all layers up to its end.

        Args:
            tag: only notes with this tag; goal: only those with a goal that holds these words.
        """
        first, end = _begin(period.first), _begin(period.last + timedelta(days=1))
        async with self._store.reading() as db:
            found = await notes.notes_by_id(db, await notes_in(db, first, end))
            entries = await self._entries(db, [_until(note, end) for note in found])
        told = tuple(sorted((each for each in entries if _fits(each, tag, goal)), key=lambda each: each.begun_at))
        narrowed = " · ".join(filter(None, (f"#{tag}" if tag else "", f"goal {goal}" if goal else "")))
        return Log(period, told, self._name, narrowed)

    async def _entries(self, db: Connection, found: Sequence[Note]) -> list[LogEntry]:
        facts = await facts_of(db, [note.item for note in found if note.item is not None])
        meant = await intentions.intentions_of(db, [note.id for note in found])
        return [await self._entry(db, note, facts, [each for each in meant if each.note == note.id]) for note in found]

    async def _entry(
        self, db: Connection, note: Note, facts: Mapping[ItemId, ItemFacts], meant: Sequence[Intention]
    ) -> LogEntry:
        layers = tuple(LogLayer(layer.begun_at, without_links(layer.text)) for layer in note.layers if layer.text)
        texts = [layer.text for layer in layers]
        met = await schedules.reviews_of(db, note.id)
        return LogEntry(
            note=note.id,
            title=clean_line(without_links(note.title), 120),
            kind=note.subject.kind,
            begun_at=layers[0].begun_at if layers else note.created_at,
            evidence=await self._evidence(db, note, facts.get(note.item) if note.item is not None else None),
            layers=layers,
            tags=note.tags,
            goals=goals_in(texts, note.tags),
            hours=hours_in(texts),
            intentions=tuple(LogIntention(each.words, each.day, each.done_at) for each in meant if not each.let_go_at),
            met_at=tuple(at for at, outcome in met if outcome.is_grade),
            used_at=tuple(at for at, outcome in met if outcome is Outcome.USED),
        )

    async def _evidence(self, db: Connection, note: Note, item: ItemFacts | None) -> Evidence:
        """The item as it is now; as it was when the note was begun where it is gone; of a chat what was said."""
        transcript = await transcript_of(db, note.subject, self._followed)
        if item is None:
            return Evidence(note.about.title, note.about.link, note.about.author, transcript=transcript)
        if not transcript and note.subject.kind in TALKS:
            said = await talk_of(db, item.root, MOST_SAID)
            transcript = tuple(Said(clean_line(each.text, SAID), each.author, each.at) for each in said)
        return Evidence(item.title, item.link, item.author, item.published_at, item.source, transcript)


def rendered(log: Log, format: Format, form: str) -> bytes:
    """A log in a format, after a form.

    Args:
        form: a name of `notes.log.forms.FORMS`. JSON has everything, whatever the form.
    """
    if format is Format.JSON:
        return as_json(log)
    page = FORMS[form](log)
    match format:
        case Format.CSV:
            return as_csv(page.sheet)
        case Format.MARKDOWN:
            return as_markdown(page).encode("utf-8", "replace")
        case _:
            return as_html(page, for_print=format is Format.PRINT).encode("utf-8", "replace")


def _until(note: Note, end: datetime) -> Note:
    return replace(note, layers=tuple(layer for layer in note.layers if layer.begun_at < end))


def _fits(entry: LogEntry, tag: str | None, goal: str | None) -> bool:
    has_tag = tag is None or tag.lstrip("#").strip().lower() in entry.tags
    wanted = (goal or "").casefold()
    return has_tag and (not wanted or any(wanted in each.casefold() for each in entry.goals))


def _begin(day: date) -> datetime:
    """The first moment of a day in the person's own zone."""
    return datetime.combine(day, time()).astimezone()
