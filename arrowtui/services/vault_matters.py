"""What of the vault wants the person's decision, and her decisions. Touches the store alone: files follow at the next
pass, so the screen may use it."""

from dataclasses import replace

from arrowtui.model.note import NoteId
from arrowtui.model.ports import Clock
from arrowtui.model.vault import Choice, FileState, Matter, VaultMatter
from arrowtui.services import writing
from arrowtui.services.journal import Done
from arrowtui.services.taking_in import Pen, before_of, set_text
from arrowtui.store import Connection, Store, layers, matters, undo
from arrowtui.store.layers import LayerState
from arrowtui.store.matters import ClashRow, FileRow
from arrowtui.store.times import stamp
from arrowtui.store.undo import FileBefore, RivalBefore, Several
from arrowtui.store.vault import wait

NOTHING = Done("That is decided already", 0)


class VaultMatters:
    """Every method raises StoreError when the file cannot be used."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    async def list(self) -> tuple[VaultMatter, ...]:
        """What is undecided: clashes, then deleted files, then odd ones."""
        from arrowtui.ingest.clean import clean_line  # start-up time

        async with self._store.reading() as db:
            clashes, files = await matters.clash_rows(db), await matters.file_rows(db)
        found = [*map(_clash, clashes), *map(_file, files)]
        found.sort(key=lambda matter: list(Matter).index(matter.kind))
        return tuple(
            replace(
                matter,
                title=clean_line(matter.title),
                path=clean_line(matter.path) if matter.path else None,
                why=clean_line(matter.why),
            )
            for matter in found
        )

    async def decide(self, matter: VaultMatter, choice: Choice) -> Done:
        """Both texts of a clash as layers, or one of them alone; a deleted file's note without it (both), with it again
        (mine), or deleted as well (theirs). Each is one step to undo."""
        async with self._store.write() as db:
            match matter.kind:
                case Matter.CLASH:
                    return await self._clash(db, matter, choice)
                case Matter.GONE if matter.note is not None:
                    return await self._gone(db, matter.note, choice)
        return Done("Look at that file yourself; nothing is lost", 0)

    async def _clash(self, db: Connection, matter: VaultMatter, choice: Choice) -> Done:
        if matter.kept is None or matter.other is None:
            return NOTHING
        rival, is_here = await matters.rival_of(db, matter.other)
        kept, other = await layers.layer_state(db, matter.kept), await layers.layer_state(db, matter.other)
        if rival is None or kept is None or other is None or other.deleted_at is not None:
            return NOTHING
        if choice is Choice.BOTH:
            await matters.set_rival_of(db, matter.other, None, False)
            await undo.log(db, self._clock.now(), "Kept both versions", RivalBefore(other.layer, rival, is_here))
            return Done("Kept both as layers", 1)
        await self._keep_one(db, kept, other, is_here is (choice is Choice.MINE), choice)
        return Done("Kept mine" if choice is Choice.MINE else "Kept the other one", 1)

    async def _keep_one(
        self, db: Connection, kept: LayerState, other: LayerState, is_other: bool, choice: Choice
    ) -> None:
        """The text of `other` takes the place of the one in `kept`, or not; then `other` goes."""
        now = self._clock.now()
        changes = [before_of(kept)] if is_other else []
        if is_other:
            await set_text(db, kept.layer, other.text, Pen(now))
            other = await layers.layer_state(db, other.layer) or other
        changes.append(before_of(other))
        await layers.put(db, replace(other, deleted_at=stamp(now), note_changed_at=stamp(now)))
        sentence = "Kept my version" if choice is Choice.MINE else "Kept the other version"
        await undo.log(db, now, sentence, Several(tuple(changes)))

    async def _gone(self, db: Connection, note: NoteId, choice: Choice) -> Done:
        now = self._clock.now()
        before = await matters.file_state_of(db, note)
        if before != FileState.GONE.value:
            return NOTHING
        if choice is Choice.THEIRS:
            is_done = await writing.delete(db, note, now)
            return Done("Deleted the note as its file was", 1) if is_done else NOTHING
        after = FileState.WANTED if choice is Choice.MINE else FileState.LEFT
        await matters.set_file_state_of(db, note, after.value)
        if after is FileState.WANTED:
            await wait(db, [note])
        said = "Its file will be written again" if after is FileState.WANTED else "Kept the note without a file"
        await undo.log(db, now, said, FileBefore(note, before))
        return Done(said, 1)


def _clash(row: ClashRow) -> VaultMatter:
    mine, theirs = (row.other_text, row.kept_text) if row.is_here else (row.kept_text, row.other_text)
    return VaultMatter(Matter.CLASH, row.title, note=row.note, kept=row.kept, other=row.other, mine=mine, theirs=theirs)


def _file(row: FileRow) -> VaultMatter:
    kind = Matter.GONE if row.trouble is None else Matter.FILE
    return VaultMatter(kind, row.title or row.path, row.path, row.note, why=row.trouble or "")
