"""`arrowtui note`, `notes`, `intentions`: what was thought and what is to be done, from the shell."""

from datetime import timedelta
from functools import partial

import click

from arrowtui.cli.checked import checked
from arrowtui.cli.opening import with_store
from arrowtui.cli.output import JsonValue, columns, day, fitted, json_line, say, stamp, tell
from arrowtui.cli.typed import TYPED, piped
from arrowtui.cli.words import WordsCommand
from arrowtui.gateways.clock import SystemClock
from arrowtui.gateways.places import Folders
from arrowtui.model.errors_notes import NoSuchItem, NothingWritten
from arrowtui.model.item import ItemId
from arrowtui.model.note import About, Note, NoteRow, Subject
from arrowtui.model.review import Intention
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.services.notebook import Notebook
from arrowtui.services.reflection import Reflection
from arrowtui.store import Store

DAYS_AHEAD = 366


@click.command("note")
@click.argument("words", nargs=-1, type=TYPED)
@click.option("--item", type=int, help="Beside this item (its id in `arrowtui list --json`); else about today.")
@click.option("--tag", "tags", multiple=True, type=TYPED, help="A tag for the note; may be given several times.")
@click.pass_obj
def note_command(folders: Folders, words: tuple[str, ...], item: int | None, tags: tuple[str, ...]) -> None:
    """Write a note: the words given, or what comes on the standard input."""
    text = " ".join(words) if words else piped()
    if not text.strip():
        raise NothingWritten
    cues = checked(folders).cues()
    note = with_store(folders, partial(_write, text=text.rstrip("\n"), item=item, tags=tags, cues=cues))
    tell(f"Noted: {note.title}")


async def _write(store: Store, text: str, item: int | None, tags: tuple[str, ...], cues: tuple[str, ...]) -> Note:
    from arrowtui.services.notekeeper import clean_note

    clock = SystemClock()
    journal, today = Journal(store, clock, cues), clock.now().astimezone().date()
    if item is not None:
        if not await Library(store).rows([ItemId(item)]):
            raise NoSuchItem(item)
        note = await journal.begin_note(ItemId(item))
    else:
        note = await journal.begin_note(subject=Subject.of_day(today), about=About(f"{today:%A, %d %B %Y}"))
    written = await journal.write_layer(note.layer.id, clean_note(text))
    if tags:
        await journal.tag_note(note.id, tags, ())
    return written


@click.command("notes", cls=WordsCommand)
@click.argument("words", nargs=-1, type=TYPED)
@click.option("--tag", type=TYPED, help="Only notes with this tag (and without words).")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="How many at most.")
@click.option("--json", "as_json", is_flag=True, help="JSON lines, whole notes; see docs/cli.md.")
@click.pass_obj
def notes_command(folders: Folders, words: tuple[str, ...], tag: str | None, limit: int, as_json: bool) -> None:
    """List notes, the last written first; with words those that hold them."""
    found = with_store(folders, partial(_found, words=" ".join(words), tag=tag, limit=limit))
    width = columns()
    for row, note in found:
        if as_json:
            json_line(_record(note))
        else:
            layers = f" ({row.layers} layers)" if row.layers > 1 else ""
            about = f"{row.about_title}: " if row.about_title else ""
            line = f"{day(row.changed_at)}  {about}{row.opening}{layers}"
            say(fitted(line, width).rstrip() if width else line)
    if not found and not as_json:
        tell("No note was found." if words or tag else "No notes yet: `arrowtui note WORDS` writes one.")


async def _found(store: Store, words: str, tag: str | None, limit: int) -> list[tuple[NoteRow, Note]]:
    notebook = Notebook(store)
    rows = await notebook.rows(limit=limit, words=words or None, tag=tag)
    notes = [await notebook.note(row.id) for row in rows]
    return [(row, note) for row, note in zip(rows, notes, strict=True) if note is not None]


def _record(note: Note) -> dict[str, JsonValue]:
    return {
        "id": note.id,
        "subject": note.subject.kind.value,
        "key": note.subject.key,
        "item": note.item,
        "about": note.about.title,
        "link": note.about.link,
        "author": note.about.author,
        "title": note.title,
        "tags": note.tags,
        "created_at": stamp(note.created_at),
        "changed_at": stamp(note.changed_at),
        "layers": [
            {"text": layer.text, "begun_at": stamp(layer.begun_at), "changed_at": stamp(layer.changed_at)}
            for layer in note.layers
        ],
    }


@click.command("intentions")
@click.option("--json", "as_json", is_flag=True, help="JSON lines, see docs/cli.md.")
@click.pass_obj
def intentions_command(folders: Folders, as_json: bool) -> None:
    """List what you meant to do and have not done yet, by its day."""
    found = with_store(folders, _meant)
    if not found and not as_json:
        say("Nothing with a day is open.")
    for each in found:
        if as_json:
            json_line(
                {"id": each.id, "note": each.note, "words": each.words, "day": str(each.day) if each.day else None}
            )
        else:
            say(f"{each.day}  {each.words}")


async def _meant(store: Store) -> tuple[Intention, ...]:
    clock = SystemClock()
    until = clock.now().astimezone().date() + timedelta(days=DAYS_AHEAD)
    return await Reflection(store, clock).intentions(until)
