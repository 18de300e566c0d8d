"""The vault: notes and their files brought together, two ways.

One pass looks at what changed on either side, brings each note's two versions together, writes the store first and then
the file, and remembers at last what both agree on. It may be killed anywhere: what was done is done again to the same
end, because merging twice is merging once.
"""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from arrowtui.gateways.vault_folder import Stat, VaultFolder, digest
from arrowtui.model.ports import Clock
from arrowtui.model.replace import replace
from arrowtui.model.vault import FileState, VaultCount
from arrowtui.services.vault_pass import Known, VaultPass
from arrowtui.services.vault_plan import Seen, plan, seen_file
from arrowtui.store import Store, sharing
from arrowtui.store import vault as rows
from arrowtui.store.vault import KnownFile, VaultState


class Vault:
    """Notes as files in one folder. Every method raises StoreError, VaultMissing and VaultUnwritable."""

    def __init__(self, store: Store, clock: Clock, folder: VaultFolder, cues: Sequence[str] = ()) -> None:
        """`cues` are prompts of the person's own whose answers are intentions where they name a day."""
        self._store, self._clock, self._folder = store, clock, folder
        self._cues = tuple(cues)

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self._folder.path

    async def begin(self) -> int:
        """Make the folder the vault. Markdown files that are there already and are no notes of ours are left alone, now
        and later; returns how many."""
        await asyncio.to_thread(self._folder.begin)
        async with self._store.write() as db:
            if not await rows.begin_folder(db, str(self._folder.path)):
                return 0
        listing = await asyncio.to_thread(self._folder.listing)
        foreign = await asyncio.to_thread(self._foreign, listing)
        async with self._store.write() as db:
            for row in foreign:
                await rows.put_file(db, row)
        return len(foreign)

    async def sync(self) -> VaultCount:
        """One pass. Returns what was done."""
        listing = await asyncio.to_thread(self._folder.listing)
        async with self._store.write() as db:
            await rows.begin_folder(db, str(self._folder.path))
            await sharing.meet_wanted(db)
        async with self._store.reading() as db:
            files, waiting = await rows.known_files(db), await rows.waiting_notes(db)
        changed = _changed(listing, files)
        seen = await asyncio.to_thread(self._read, changed)
        there = [path for path in listing if path in seen or path not in changed]
        fresh = {path: each for path, each in seen.items() if _says_something_new(each, files.get(path))}
        async with self._store.reading() as db:
            uids = [each.file.uid for each in fresh.values() if each.file and each.file.uid]
            planned = plan(there, files, fresh, await rows.notes_by_uid(db, uids), waiting)
        planned.rows += [_touched(seen[path], files[path]) for path in seen if path not in fresh]
        one = VaultPass(self._store, self._clock, self._folder, self._cues, Known(files))
        count = await one.run(planned)
        async with self._store.write() as db:
            await rows.set_synced(db, self._clock.now())
        return count

    async def state(self) -> VaultState:
        """How it fares."""
        async with self._store.reading() as db:
            return await rows.vault_state(db)

    def _read(self, listing: Mapping[str, Stat]) -> dict[str, Seen]:
        """The files of a listing, understood; those that have gone since are left out."""
        found = {}
        for path, stat in listing.items():
            data = self._folder.read(path)
            if data is not None or self._folder.stat(path) is not None:
                found[path] = seen_file(path, stat, data, digest(data or b""))
        return found

    def _foreign(self, listing: Mapping[str, Stat]) -> list[KnownFile]:
        found = []
        for path, stat in listing.items():  # one after the other: there may be many, and large ones
            for each in self._read({path: stat}).values():
                if each.file is None or each.file.uid is None:
                    found.append(KnownFile(path, None, each.digest, stat.size, stat.changed_ns))
        return found


def _changed(listing: Mapping[str, Stat], files: Mapping[str, KnownFile]) -> dict[str, Stat]:
    """The files that may say something else than when they were last seen."""
    return {path: stat for path, stat in listing.items() if not _is_as_before(stat, files.get(path))}


def _is_as_before(stat: Stat, row: KnownFile | None) -> bool:
    return (
        row is not None and row.state is FileState.THERE and (row.size, row.changed_ns) == (stat.size, stat.changed_ns)
    )


def _says_something_new(seen: Seen, row: KnownFile | None) -> bool:
    return row is None or row.state is not FileState.THERE or row.size < 0 or row.digest != seen.digest


def _touched(seen: Seen, row: KnownFile) -> KnownFile:
    """A file with another date that says the same."""
    return replace(row, size=seen.stat.size, changed_ns=seen.stat.changed_ns)


def total(counts: Iterable[VaultCount]) -> VaultCount:
    """Several passes as one."""
    names = VaultCount.__match_args__
    every = list(counts)
    return VaultCount(**{name: sum(getattr(count, name) for count in every) for name in names})
