"""One pass between store and folder, note by note."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from arrowtui.gateways.vault_folder import Stat, VaultFolder, Written, digest
from arrowtui.model.errors_vault import VaultUnwritable
from arrowtui.model.note import NoteId
from arrowtui.model.ports import Clock
from arrowtui.model.replace import replace
from arrowtui.model.vault import Clash, FileState, SharedBase, SharedNote, VaultCount
from arrowtui.notes.vault.links import Names
from arrowtui.notes.vault.merge import base_of, merged
from arrowtui.notes.vault.names import path_for
from arrowtui.services.taking_in import Pen, take_in
from arrowtui.services.vault_names import Directory
from arrowtui.services.vault_plan import Plan, Seen, Task, seen_file
from arrowtui.services.vault_versions import (
    as_file,
    cleaned,
    is_lossy,
    items_told,
    says_the_same,
    targets_of,
    told,
    with_own_layers,
    with_texts,
)
from arrowtui.store import Connection, Store
from arrowtui.store import vault as rows
from arrowtui.store.sharing import StoredNote, insert_shared, items_of, keys_of, stored_notes
from arrowtui.store.vault import KnownFile

AT_ONCE = 50
"""Notes in one transaction: many enough to be quick, few enough that a screen that saves need not wait."""


@dataclass(slots=True)
class Known:
    """What a pass knows of all notes; grows as it makes some."""

    files: dict[str, KnownFile]
    names: Directory = field(default_factory=Directory)

    def row_of(self, note: NoteId) -> KnownFile | None:
        """The file of a note as it was last seen."""
        name = self.names.get(note)
        row = self.files.get(name.path) if name and name.path else None
        return row if row and row.note == note else None


class Outcome(Struct, frozen=True):
    """What became of a note in the store. `data` is what its file is to say, None where it says so already, or has no
    file; `is_going`: its file is to be taken away; `times` as of `waiting_notes`."""

    task: Task
    note: NoteId
    now: SharedNote
    times: int
    data: bytes | None = None
    is_going: bool = False


class Filed(Struct, frozen=True):
    """What came of it on the disk. `is_done` False: somebody else was at the file, it is looked at again next time.
    `late` is what that one wrote in the very last moment."""

    outcome: Outcome
    is_done: bool
    stat: Stat | None = None
    late: Seen | None = None


@dataclass(slots=True)
class VaultPass:
    """Lives for one pass."""

    store: Store
    clock: Clock
    folder: VaultFolder
    cues: Sequence[str]
    known: Known
    count: VaultCount = field(default_factory=VaultCount)
    trouble: VaultUnwritable | None = None

    async def run(self, planned: Plan) -> VaultCount:
        """Do what was planned.

        Raises: VaultUnwritable at the end, where a file could not be written; all others are then done.
        """
        self._add(unreadable=planned.unreadable)
        async with self.store.write() as db:
            await self._prepare(db, planned)
        for first in range(0, len(planned.tasks), AT_ONCE):
            await self._together(planned.tasks[first : first + AT_ONCE])
        if self.trouble is not None:
            raise self.trouble
        return self.count

    async def _prepare(self, db: Connection, planned: Plan) -> None:
        """Remember what needs no merging, begin the notes that are new here, give paths to those without a file."""
        for path in planned.forget:
            await rows.forget_file(db, path)
            self.known.files.pop(path, None)
        for row in planned.rows:
            await self._put(db, row)
        written = await rows.titles(db, [row.note for row in planned.gone if row.note is not None])
        for row in planned.gone:
            if row.note in written:
                await self._put(db, replace(row, state=FileState.GONE))
                self._add(gone=1)
            else:  # its note was put away: nobody misses it
                await rows.forget_file(db, row.path)
                self.known.files.pop(row.path, None)
        times = await rows.waiting_times(db, planned.settled)
        await rows.settle(db, times.items())
        for task in planned.tasks:
            if task.note is None:
                await self._begin(db, task)
        self.known.names = Directory(await rows.names(db))
        if planned.renamed:
            await rows.wait_linking(db, planned.renamed)
        await self._give_paths(db, planned.tasks)

    async def _begin(self, db: Connection, task: Task) -> None:
        """A note that is new here: its name now, its words with all others. The row says that it was not read yet."""
        assert task.seen and task.seen.file and task.uid and task.path
        known = await rows.notes_by_uid(db, [task.uid])
        if task.uid in known:
            task.note = known[task.uid][0]
        else:
            now = self.clock.now()
            note = cleaned(task.seen.file.note(task.uid, now))
            created, changed = min(note.created_at, now), min(note.changed_at, now)  # no other clock is ahead of ours
            task.note = await insert_shared(db, replace(note, created_at=created, changed_at=changed))
            self._add(created=1)
        await self._put(db, KnownFile(task.path, task.note, b"", -1, 0))

    async def _give_paths(self, db: Connection, tasks: Sequence[Task]) -> None:
        """Notes that were never written, or were put away, get none."""
        bare = [task for task in tasks if task.path is None and task.note is not None]
        titles = await rows.titles(db, [task.note for task in bare if task.note is not None])
        taken = {*self.known.files, *self.known.names.paths}
        for task in bare:
            if task.note is not None and task.note in titles:
                name = self.known.names.get(task.note)
                assert name is not None, "a note that has a title has a name"
                task.path = path_for(titles[task.note], name.uid, taken)
                taken.add(task.path)
                self.known.names.move(task.note, task.path)

    async def _together(self, tasks: Sequence[Task]) -> None:
        """Merge, store, write, remember: in this order."""
        ready = await asyncio.to_thread(self._with_files, tasks)
        async with self.store.write() as db:
            outcomes = await self._merge_all(db, ready)
        filed = await asyncio.to_thread(lambda: [self._file(each) for each in outcomes])
        async with self.store.write() as db:
            for each in filed:
                await self._remember(db, each)
        late = [self._again(each.outcome, each.late) for each in filed if each.late is not None]
        if late:
            await self._together(late)

    def _with_files(self, tasks: Sequence[Task]) -> list[Task]:
        """Tasks whose file is read, if they have one. What cannot be read just now is left for the next pass."""
        ready = []
        for task in tasks:
            row = self.known.row_of(task.note) if task.note is not None else None
            if task.seen is None and row is not None:
                task.seen = self._look(row.path)
                if task.seen is None:
                    continue
            if task.seen is None or task.seen.file is not None:
                ready.append(task)
        return ready

    def _look(self, path: str) -> Seen | None:
        stat, data = self.folder.stat(path), self.folder.read(path)
        return seen_file(path, stat, data, digest(data or b"")) if stat is not None else None

    async def _merge_all(self, db: Connection, tasks: Sequence[Task]) -> list[Outcome]:
        ids = [task.note for task in tasks if task.note is not None]
        stored = await stored_notes(db, ids)
        linked = {
            target.item for note in stored.values() for target in targets_of(note.note) if target.item is not None
        }
        keys = await keys_of(db, sorted(linked))
        items = await items_of(db, (key for task in tasks for key in items_told(task)))
        names = self.known.names.called(keys | {item: key for key, item in items.items()})
        pen = Pen(self.clock.now(), self.cues, self.known.names.numbered(items).own)
        merged_tasks = [
            await self._merge(db, task, stored[task.note], names, pen)
            for task in tasks
            if task.note is not None and task.note in stored
        ]
        times = await rows.waiting_times(db, ids)
        return [replace(outcome, times=times.get(outcome.note, 0)) for outcome in merged_tasks]

    async def _merge(self, db: Connection, task: Task, stored: StoredNote, names: Names, pen: Pen) -> Outcome:
        """One note: both versions as one, in the store."""
        mine = with_texts(stored.note, names.shared)
        row = self.known.row_of(stored.id)
        # A file that comes back to a note that was put away: the note comes back, as the file has it.
        task.base = base = row.base if row else base_of(mine) if stored.is_away else SharedBase()
        theirs = told(task.seen.file, mine, base) if task.seen and task.seen.file else None
        is_told = theirs is None or (row is not None and base_of(theirs) == base)
        if stored.is_away and not task.copies and is_told:
            return Outcome(task, stored.id, mine, 0, is_going=theirs is not None)
        one, clashes = await self._merged(db, mine, theirs, task)
        if await take_in(db, stored, mine, one, pen):
            self._add(taken_in=1, clashes=len(clashes))
        now = with_texts(one, lambda text: names.shared(pen.own(text)), mine)
        has_file = task.path is not None and (theirs is not None or now.is_written)
        file = task.seen.file if task.seen else None
        is_written = theirs is not None and file is not None and says_the_same(now, theirs, file)
        return Outcome(task, stored.id, now, 0, as_file(now, names, task.seen) if has_file and not is_written else None)

    async def _merged(
        self, db: Connection, mine: SharedNote, theirs: SharedNote | None, task: Task
    ) -> tuple[SharedNote, list[Clash]]:
        """All versions as one."""
        versions = [(theirs, task.base)] if theirs else []
        versions += [(told(copy.file, mine, agreed), agreed) for copy, agreed in task.copies if copy.file]
        clashes: list[Clash] = []
        for version, agreed in versions:
            owners = await rows.owners_of(db, [layer.uid for layer in version.layers])
            foreign = {uid for uid, owner in owners.items() if owner != task.note}
            both = merged(mine, with_own_layers(version, foreign), agreed)
            mine = both.note
            clashes += both.clashes
        return mine, clashes

    def _file(self, outcome: Outcome) -> Filed:
        """Bring the file in line."""
        task, seen = outcome.task, outcome.task.seen
        try:
            if outcome.is_going and task.path is not None and seen is not None:
                return Filed(outcome, self.folder.remove(task.path, seen.digest))
            if outcome.data is None or task.path is None:
                return Filed(outcome, True, seen.stat if seen else None)
            if seen is not None and seen.file is not None and is_lossy(seen.file):
                self.folder.keep(task.path, seen.data)
            written = self.folder.write(task.path, outcome.data, seen.digest if seen else None)
        except VaultUnwritable as trouble:
            self.trouble = self.trouble or trouble
            return Filed(outcome, False)
        if isinstance(written, Written):
            return Filed(outcome, True, written.stat)
        if written.data is None:
            return Filed(outcome, False)
        late = seen_file(task.path, Stat(len(written.data), 0), written.data, digest(written.data))
        return Filed(outcome, True, Stat(-1, 0), late)

    async def _remember(self, db: Connection, filed: Filed) -> None:
        """What store and file agree on now."""
        outcome, path = filed.outcome, filed.outcome.task.path
        if not filed.is_done:
            return
        if outcome.is_going and path is not None:
            await rows.forget_file(db, path)
            self.known.files.pop(path, None)
            self._add(removed=1)
        elif path is not None and filed.stat is not None:
            seen = outcome.task.seen
            content = digest(outcome.data) if outcome.data is not None else seen.digest if seen else b""
            size, changed_ns = filed.stat.size, filed.stat.changed_ns
            await self._put(db, KnownFile(path, outcome.note, content, size, changed_ns, base_of(outcome.now)))
            self._add(written=outcome.data is not None)
        await rows.settle(db, [(outcome.note, outcome.times)])

    def _again(self, outcome: Outcome, late: Seen) -> Task:
        """The same note once more, with what somebody wrote in the last moment over what we both had agreed on."""
        return Task(None, outcome.note, outcome.task.path, None, ((late, outcome.task.base),))

    async def _put(self, db: Connection, row: KnownFile) -> None:
        await rows.put_file(db, row)
        self.known.files[row.path] = row
        if row.note is not None:
            self.known.names.move(row.note, row.path)

    def _add(self, **counts: int) -> None:
        self.count = replace(self.count, **{name: getattr(self.count, name) + by for name, by in counts.items()})
