"""The vault on several machines: commit, bring together with the other place, send. With the person's own git.

What only one side changed git puts together itself (a rebase). What both changed is put together note by note as in
`notes.vault`, in a merge, so that each machine comes to the same and no version of a file is ever out of reach.
"""

import logging
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from arrowtui.gateways.git import Git, Staged
from arrowtui.ingest.clean import clean_line
from arrowtui.model.errors import ArrowError
from arrowtui.model.errors_vault import GitClash, GitFailed, GitUnfinished, NoRepository
from arrowtui.model.ports import Clock
from arrowtui.model.subscription import Trouble
from arrowtui.model.vault import FileState, Uid, VaultCount
from arrowtui.notes.vault.both import both_files
from arrowtui.notes.vault.file import NoteFile, NotText, read_note
from arrowtui.services.vault import Vault, total
from arrowtui.store import Store
from arrowtui.store import vault as rows

log = logging.getLogger(__name__)

TRIES = 4
"""How often to begin anew when somebody else was quicker, there or here."""


@dataclass(slots=True)
class Sent:
    """How sending and fetching went. `remote` None: there is no other place."""

    count: VaultCount = field(default_factory=VaultCount)
    committed: int = 0
    fetched: int = 0
    pushed: bool = False
    remote: str | None = None


@dataclass(slots=True)
class _Sides:
    """The versions of one note that git could not bring together, with the paths they lie at."""

    found: dict[int, tuple[NoteFile, str, bytes]] = field(default_factory=dict)

    def file(self, stage: int) -> NoteFile | None:
        return self.found[stage][0] if stage in self.found else None

    @property
    def only(self) -> bytes | None:
        """What the one side has that still has it."""
        return next((self.found[stage][2] for stage in (2, 3) if stage in self.found), None)

    @property
    def path(self) -> str:
        """Where it is to lie: on the side that moved it, else where it was; the first by name where both moved it."""
        paths = [self.found[stage][1] for stage in (2, 3) if stage in self.found]
        before = self.found[1][1] if 1 in self.found else None
        return min([path for path in paths if path != before] or paths or [before or ""])


class VaultGit:
    """One for each vault with git."""

    def __init__(self, store: Store, clock: Clock, vault: Vault, git: Git) -> None:
        self._store, self._clock, self._vault, self._git = store, clock, vault, git

    async def begin(self) -> None:
        """Make a repository of the folder unless it lies in one. Raises: VaultError."""
        await self._git.begin()

    async def sync(self) -> Sent:
        """Notes to files, files to commits, both to the other place and back.

        Raises: VaultError (GitOffline where the other place cannot be reached: all is committed then), StoreError.
        """
        sent = Sent()
        try:
            await self._sync(sent)
        except ArrowError as error:
            trouble = Trouble(type(error).__name__, clean_line(error.headline()), clean_line(error.hint()))
            await self._remember(False, trouble)
            raise
        await self._remember(True, None)
        return sent

    async def _sync(self, sent: Sent) -> None:
        prefix = await self._git.prefix()
        if prefix is None:
            raise NoRepository(str(self._vault.folder))
        if what := await self._git.unfinished():
            raise GitUnfinished(what)
        await self._commit(sent, prefix)
        sent.remote = await self._git.remote()
        if sent.remote is None:
            return
        for _ in range(TRIES):
            await self._git.fetch(sent.remote)
            if not await self._bring_together(sent, prefix):
                continue
            await self._commit(sent, prefix)
            if await self._is_sent(sent.remote) or await self._git.push(sent.remote):
                sent.pushed = True
                return
        raise GitFailed(f"send to {sent.remote}", "others were quicker again and again")

    async def _commit(self, sent: Sent, prefix: str) -> None:
        """The state of notes and files as a commit; nothing but notes of ours goes into it."""
        sent.count = total((sent.count, await self._vault.sync()))
        async with self._store.reading() as db:
            known = await rows.known_files(db)
        ours = {
            f"{prefix}{row.path}" for row in known.values() if row.note is not None and row.state is FileState.THERE
        }
        paths = [path for signs, path in await self._git.changed() if path in ours or await self._was_ours(signs, path)]
        if paths:
            await self._git.commit(paths, f"{len(paths)} note{'s' if len(paths) > 1 else ''} changed")
            sent.committed += len(paths)

    async def _was_ours(self, signs: str, path: str) -> bool:
        """A file that is no more: was it a note?"""
        if "D" not in signs or not path.endswith(".md"):
            return False
        before = await self._git.version(path)
        return before is not None and (file := _read(before)) is not None and file.uid is not None

    async def _is_sent(self, remote: str) -> bool:
        other = await self._git.upstream(remote)
        return other is not None and (await self._git.apart(other))[0] == 0

    async def _bring_together(self, sent: Sent, prefix: str) -> bool:
        """What is there and what is here as one; False where a file changed under our hands: then all begins anew."""
        other = await self._git.upstream(sent.remote or "")
        if other is None:
            return True
        here, there = await self._git.apart(other)
        sent.fetched += there
        if not there:
            return True
        try:
            if not here:
                await self._git.catch_up(other)
            elif not (await self._git.is_clean() and await self._git.rebase(other)):
                await self._merge(other)
        except GitFailed as failed:
            if await self._is_changed_meanwhile(prefix):
                log.info("a file was changed while git was at it: %s", failed)
                await self._commit(sent, prefix)
                return False
            raise
        return True

    async def _is_changed_meanwhile(self, prefix: str) -> bool:
        async with self._store.reading() as db:
            ours = {f"{prefix}{path}" for path, row in (await rows.known_files(db)).items() if row.note is not None}
        return any(path in ours for _, path in await self._git.changed())

    async def _merge(self, other: str) -> None:
        if not await self._git.merge(other):
            try:
                await self._settle(other, await self._git.clashing())
            except BaseException:
                await self._git.give_up()
                raise
        await self._git.conclude()

    async def _settle(self, other: str, staged: Sequence[Staged]) -> None:
        """Each note that clashes becomes one file."""
        uids = await self._uids(staged)
        settled: dict[str, bytes] = {}
        for uid in uids:
            sides = await self._sides(uid, other, {side.path for side in staged})
            data = self._together(uid, sides)
            if data is not None:
                path = sides.path
                settled[path if path not in settled else f"{path.removesuffix('.md')}-{uid}.md"] = data
        for path in {side.path for side in staged} - settled.keys():
            await self._git.settle(path, None)
        for path, data in settled.items():
            await self._git.settle(path, data)

    async def _uids(self, staged: Iterable[Staged]) -> list[Uid]:
        """The notes that clash.

        Raises: GitClash where a file that clashes is none.
        """
        found: set[Uid] = set()
        others: set[str] = set()
        for side in staged:
            file = _read(await self._git.blob(side.blob)) if side.path.endswith(".md") else None
            if file is None or file.uid is None:
                others.add(side.path)
            else:
                found.add(file.uid)
        if others:
            raise GitClash(tuple(sorted(others)))
        return sorted(found)

    async def _sides(self, uid: Uid, other: str, clashing: Collection[str]) -> _Sides:
        """The versions of a note, from the commits themselves: where both sides moved a file, what git has put down as
        theirs and ours is mixed already."""
        sides = _Sides()
        for stage, commit in ((1, await self._git.common(other)), (2, "HEAD"), (3, other)):
            if commit is None:
                continue
            for path in sorted(await self._git.holding(uid, commit), key=lambda path: (path not in clashing, path)):
                data = await self._git.version(path, commit)
                file = _read(data) if data is not None else None
                if data is not None and file is not None and file.uid == uid:
                    sides.found[stage] = (file, path, data)
                    break
        return sides

    def _together(self, uid: Uid, sides: _Sides) -> bytes | None:
        """The one file; None where neither side has it any more. What one changed and the other took away stays."""
        ours, theirs = sides.file(2), sides.file(3)
        if ours is None or theirs is None:
            return sides.only
        return both_files(uid, ours, theirs, sides.file(1), self._clock.now())

    async def _remember(self, is_sent: bool, trouble: Trouble | None) -> None:
        async with self._store.write() as db:
            await rows.set_sent(db, self._clock.now() if is_sent else None, trouble)


def _read(data: bytes) -> NoteFile | None:
    try:
        return read_note(data)
    except NotText:
        return None
