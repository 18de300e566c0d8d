"""What is known of items beyond their words: why they stand where they stand, their polls, what moving them taught."""

from arrowtui.model.item import ItemId
from arrowtui.model.lesson import TaughtTrait
from arrowtui.model.poll import Poll
from arrowtui.model.ports import Clock
from arrowtui.model.why import Why
from arrowtui.services.journal import Done
from arrowtui.store import Store, undo
from arrowtui.store.lessons import forget_lessons, lessons
from arrowtui.store.polls import poll_of
from arrowtui.store.whys import why


class Understanding:
    """Every method raises StoreError when the file cannot be used."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def why(self, item: ItemId) -> Why | None:
        """Who put an item into its tab, and why; None when it is gone."""
        async with self._store.reading() as db:
            return await why(db, item)

    async def poll(self, item: ItemId) -> Poll | None:
        """The poll of an item as it was read last; None where it has none."""
        async with self._store.reading() as db:
            return await poll_of(db, item)

    async def taught(self) -> tuple[TaughtTrait, ...]:
        """Everything that moved items had in common, what was seen most often first."""
        from arrowtui.lanes.learned import learned_from  # nobody asks at start-up

        async with self._store.reading() as db:
            learned = learned_from(await lessons(db))
        if learned is None:
            return ()
        found = [TaughtTrait(*_parted(trait), row) for trait, row in learned.counts.items()]
        return tuple(sorted(found, key=lambda one: (-one.total, one.kind, one.words)))

    async def forget(self) -> Done:
        """Forget what moving items taught; the items stay where she moved them."""
        now = self._clock.now()
        async with self._store.write() as db:
            before = await forget_lessons(db)
            if before is None:
                return Done("There is nothing to forget", 0)
            count = len(before.rows)
            sentence = f"Forgot what {count:,} moves taught" if count > 1 else "Forgot what one move taught"
            await undo.log(db, now, sentence, before)
        return Done(sentence, count)


def _parted(trait: str) -> tuple[str, str]:
    kind, _, words = trait.partition(":")
    return kind, words
