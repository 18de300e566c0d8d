"""The templates: what the usual records of continuing professional development ask for, filled from notes.

Sources: the record cards of health, teaching and engineering bodies agree on date, activity, hours, what was learned,
what was done with it and what shows it; revalidation of nurses asks for written accounts and for hours.
"""

from collections.abc import Callable, Iterator, Mapping

from arrowtui.model.log import Log, LogEntry
from arrowtui.notes.log.page import Block, EntryEnd, Fact, Heading, Page, Quote, Table, Writing
from arrowtui.notes.log.reading import Part, parts_of, without_told

EXCERPT = 600
NO_GOAL = "Without a goal"


def entries(log: Log) -> Page:
    """Every entry in full: facts, what shows it, each layer under its date."""
    blocks: list[Block] = [*_head(log)]
    for entry in log.entries:
        blocks += [Heading(f"{_day(entry)} {entry.title or entry.activity}"), *_facts(entry), *_evidence(entry)]
        blocks += [Writing(f"{layer.begun_at:%Y-%m-%d}", layer.text) for layer in entry.layers]
        blocks += [*_meant(entry), EntryEnd()]
    columns = ("Date", "Activity", "Evidence", "Author", "Link", "Reflection", "Tags", "Goals", "Hours")
    rows = tuple(
        (
            _day(entry),
            entry.activity,
            entry.evidence.title or "",
            entry.evidence.author or "",
            entry.evidence.link or "",
            "\n\n".join(f"{layer.begun_at:%Y-%m-%d}: {without_told(layer.text)}" for layer in entry.layers),
            ", ".join(entry.tags),
            "; ".join(entry.goals),
            hours_text(entry.hours),
        )
        for entry in log.entries
    )
    return Page(_title("Learning log", log), blocks, Table(columns, rows))


def record(log: Log) -> Page:
    """One row an entry: the record card most bodies ask for."""
    columns = ("Date", "Activity", "Hours", "What I learned", "What I did or will do with it", "Evidence")
    table = Table(columns, tuple(_record_row(entry) for entry in log.entries))
    return Page(_title("Record of professional development", log), [*_head(log), table], table)


def _record_row(entry: LogEntry, *, goals: bool = False) -> tuple[str, ...]:
    """`goals`: the goals stand in a cell before these."""
    parts = parts_of(entry.layers, goals=goals)
    learned = parts.get(Part.LEARNED) or parts.get(Part.WHAT) or ""
    done = "\n\n".join(parts[part] for part in (Part.CHANGE, Part.NEXT) if part in parts)
    evidence = ", ".join(filter(None, (entry.evidence.title, entry.evidence.author, entry.evidence.link)))
    return _day(entry), entry.activity, hours_text(entry.hours), learned, done, evidence


def account(log: Log) -> Page:
    """A written account of each entry, question by question; what only the person can answer is left open."""
    blocks: list[Block] = [*_head(log)]
    columns = ("Date", *ACCOUNT, "Goals", "Hours")
    rows = []
    for entry in log.entries:
        parts = parts_of(entry.layers)
        answers = {
            question: "\n\n".join(parts[part] for part in asked if part in parts) for question, asked in ACCOUNT.items()
        }
        blocks += [Heading(f"{_day(entry)} {entry.title or entry.activity}"), *_facts(entry), *_evidence(entry)]
        blocks += [Writing(question, text, is_blank=not text) for question, text in answers.items()]
        blocks.append(EntryEnd())
        rows.append((_day(entry), *answers.values(), "; ".join(entry.goals), hours_text(entry.hours)))
    return Page(_title("Reflective accounts", log), blocks, Table(columns, tuple(rows)))


ACCOUNT: Mapping[str, tuple[Part, ...]] = {
    "What was the activity or event?": (Part.WHAT,),
    "What did I learn from it?": (Part.LEARNED,),
    "What did I change, or will I change, in my practice?": (Part.CHANGE, Part.NEXT),
    "How does it bear on the standards of my profession?": (),
}


def hours(log: Log) -> Page:
    """Hours alone: entries that give them, and their sum."""
    columns = ("Date", "Activity", "Topic", "Hours")
    given = [entry for entry in log.entries if entry.hours is not None]
    rows = [(_day(entry), entry.activity, ", ".join(entry.tags), hours_text(entry.hours)) for entry in given]
    table = Table(columns, (*rows, ("", "Total", "", hours_text(log.hours))))
    without = len(log.entries) - len(given)
    left = (
        [
            Fact(
                "Without hours",
                f"{without} {'entry' if without == 1 else 'entries'}; write a line such as “Hours: 1.5” into a note",
            )
        ]
        if without
        else []
    )
    return Page(_title("Learning hours", log), [*_head(log), table, *left], table)


def goals(log: Log) -> Page:
    """By goal: what was learned toward it, and what is to be done next; tags stand in where no goals are named."""
    grouped = _by_goal(log.entries)
    blocks: list[Block] = [*_head(log)]
    rows = []
    for goal, members in grouped.items():
        spent = sum(entry.hours or 0 for entry in members)
        blocks += [Heading(goal), Fact("Entries", f"{len(members)}{f', {hours_text(spent)} hours' if spent else ''}")]
        for entry in members:
            parts = parts_of(entry.layers)
            blocks.append(Heading(f"{_day(entry)} {entry.title or entry.activity}", 3))
            blocks += [Fact("Hours", hours_text(entry.hours))] if entry.hours is not None else []
            blocks += [Writing("", parts[part]) for part in (Part.WHAT, Part.LEARNED, Part.CHANGE) if part in parts]
            blocks += [Writing("Next", parts[Part.NEXT])] if Part.NEXT in parts else []
            rows.append((goal, *_record_row(entry, goals=True)))
        blocks.append(EntryEnd())
    columns = ("Goal", "Date", "Activity", "Hours", "What I learned", "What I did or will do with it", "Evidence")
    return Page(_title("Learning by goal", log), blocks, Table(columns, tuple(rows)))


def _by_goal(found: tuple[LogEntry, ...]) -> dict[str, list[LogEntry]]:
    has_goals = any(entry.goals for entry in found)
    grouped: dict[str, list[LogEntry]] = {}
    for entry in found:
        for goal in (entry.goals if has_goals else tuple(f"#{tag}" for tag in entry.tags)) or (NO_GOAL,):
            grouped.setdefault(goal, []).append(entry)
    return dict(sorted(grouped.items(), key=lambda pair: (pair[0] == NO_GOAL, pair[0].casefold())))


Form = Callable[[Log], Page]
FORMS: Mapping[str, Form] = {
    "entries": entries,
    "record": record,
    "account": account,
    "hours": hours,
    "goals": goals,
}


def hours_text(spent: float | None) -> str:
    """Hours as short as they can be said; "" for none."""
    return "" if spent is None else f"{spent:.2f}".rstrip("0").rstrip(".")


def _day(entry: LogEntry) -> str:
    return f"{entry.begun_at.astimezone():%Y-%m-%d}"


def _title(words: str, log: Log) -> str:
    return f"{words} {log.period.first} to {log.period.last}"


def _head(log: Log) -> Iterator[Block]:
    if log.name:
        yield Fact("Name", log.name)
    if log.narrowed:
        yield Fact("Only", log.narrowed)
    total = f", {hours_text(log.hours)} hours" if log.hours else ""
    yield Fact("Entries", f"{len(log.entries)}{total}")


def _facts(entry: LogEntry) -> Iterator[Block]:
    yield Fact("Activity", entry.activity)
    if entry.hours is not None:
        yield Fact("Hours", hours_text(entry.hours))
    if entry.goals:
        yield Fact("Goal", "; ".join(entry.goals))
    if entry.tags:
        yield Fact("Tags", ", ".join(entry.tags))
    if entry.used_at:
        yield Fact("Used", ", ".join(f"{at.astimezone():%Y-%m-%d}" for at in entry.used_at))


def _evidence(entry: LogEntry) -> Iterator[Block]:
    shown = entry.evidence
    by = f" by {shown.author}" if shown.author else ""
    on = f", {shown.published_at.astimezone():%Y-%m-%d}" if shown.published_at else ""
    via = f" ({shown.source})" if shown.source else ""
    if shown.title or shown.link:
        yield Fact("Evidence", f"{shown.title or shown.link}{by}{on}{via}", shown.link)
    for said in shown.transcript:
        when = f" {said.at.astimezone():%Y-%m-%d %H:%M}" if said.at else ""
        yield Quote(said.text[:EXCERPT], f"{said.author or 'somebody'}{when}")


def _meant(entry: LogEntry) -> Iterator[Block]:
    for meant in entry.intentions:
        by = f" (by {meant.day})" if meant.day else ""
        done = f"done {meant.done_at.astimezone():%Y-%m-%d}" if meant.done_at else "open"
        yield Fact("Meant to", f"{meant.words}{by}: {done}")
