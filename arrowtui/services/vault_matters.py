"""What of the vault wants the person's decision, and her decisions. Touches the store alone: files follow at the next
pass, so the screen may use it."""

from arrowtui.model.ports import Clock
from arrowtui.model.replace import replace
from arrowtui.model.vault import Choice, Matter, VaultMatter
from arrowtui.services.journal import Done
from arrowtui.store import Store, matters
from arrowtui.store.matters import ClashRow, FileRow


class VaultMatters:
    """Every method raises StoreError when the file cannot be used."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    async def count(self) -> int:
        """How many matters can be decided; cheap."""
        async with self._store.reading() as db:
            return await matters.undecided(db)

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
        from arrowtui.services.vault_decisions import decide_clash, decide_gone  # as above

        now = self._clock.now()
        async with self._store.write() as db:
            match matter.kind:
                case Matter.CLASH:
                    return await decide_clash(db, matter, choice, now)
                case Matter.GONE if matter.note is not None:
                    return await decide_gone(db, matter.note, choice, now)
        return Done("Look at that file yourself; nothing is lost", 0)


def _clash(row: ClashRow) -> VaultMatter:
    mine, theirs = (row.other_text, row.kept_text) if row.is_here else (row.kept_text, row.other_text)
    return VaultMatter(Matter.CLASH, row.title, note=row.note, kept=row.kept, other=row.other, mine=mine, theirs=theirs)


def _file(row: FileRow) -> VaultMatter:
    kind = Matter.GONE if row.trouble is None else Matter.FILE
    return VaultMatter(kind, row.title or row.path, row.path, row.note, why=row.trouble or "")
