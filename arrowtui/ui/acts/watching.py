"""What goes on outside: the poller's progress, and what others wrote into the store."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from arrowtui.model.errors import ArrowError
from arrowtui.model.progress import Progress
from arrowtui.model.subscription import SubscriptionId, Trouble
from arrowtui.ui.acts import calling, chatting, describing, entering, offering, opening, searching
from arrowtui.ui.answers import Seen
from arrowtui.ui.desk import Tab
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen

NEAR = 20
PROGRESS_EVERY_S = 0.1
ROUND_SHOWN_S = 8.0


class Moment(Struct, frozen=True):
    """What there was when a look began."""

    tab: Tab
    visit: int
    acts: int


def look(screen: "MainScreen") -> None:
    """Has somebody written into the store? Then read again what is seen, and count what is new. One look at a time."""
    if screen.is_looking:
        return
    screen.is_looking = True
    rows = screen.rows
    first = max(rows.top - rows.window.base - NEAR, 0)
    seen = rows.window.rows[first : first + rows.size.height + 2 * NEAR]
    desk = screen.desk
    question = partial(screen.clerk.look, desk.view, [row.id for row in seen], is_surely=screen.must_look)
    screen.must_look = False
    moment = Moment(screen.tab, desk.visit, screen.clerk.acts)
    screen.beside(partial(_looked, screen, moment, question), "look")


async def _looked(screen: "MainScreen", moment: Moment, question: Callable[[], Awaitable[Seen | None]]) -> None:
    try:
        seen = await question()
    except ArrowError as error:
        screen.post_message(screen.Answered(partial(screen.say, str(error), Tone.TROUBLE)))
    else:
        if seen is not None:
            screen.post_message(screen.Answered(partial(_seen, screen, moment, seen)))
    finally:
        screen.is_looking = False


def _seen(screen: "MainScreen", moment: Moment, seen: Seen) -> None:
    if moment.acts != screen.clerk.acts:
        screen.must_look = True  # something was done meanwhile: what was seen may be older than what is shown
        return
    screen.counts, screen.sources, screen.tags, screen.answers = seen.counts, seen.sources, seen.tags, seen.answers
    screen.failing = sum(source.is_failing for source in seen.sources)
    desk, rows = screen.desk, screen.rows
    if moment.tab is screen.tab and moment.visit == desk.visit:
        desk.tally = desk.tally if seen.tally is None else seen.tally
        found = {row.id: row for row in seen.rows}
        rows.renew(rows.window.renewed(found, seen.asked))
        screen.calls_pane.list.renew(found)
        opening.renew(screen, found)
    if screen.is_board:
        calling.renew_board(screen)
    is_list = not (screen.is_journal or screen.is_board or screen.is_sessions)
    if is_list and desk.arrived and not rows.window.rows:
        entering.show_view(screen, desk.view)  # an empty list holds nothing that could move under her eyes
        return
    describing.describe(screen)
    chatting.renew_sessions(screen)
    entering.look_for_found(screen)
    opening.look_at_note(screen)
    offering.refresh(screen)
    searching.count_soon(screen)


async def listen(screen: "MainScreen") -> None:
    """Run the poller and pass on what it says, for as long as it lives."""
    try:
        await screen.services.poller.listen(partial(_heard, screen))
    except ArrowError as error:
        screen.post_message(screen.Answered(partial(screen.say, str(error), Tone.TROUBLE)))


def _heard(screen: "MainScreen", progress: Progress) -> None:
    """A thousand lines in three seconds are painted ten times a second."""
    if progress.trouble is not None:
        screen.wrong = progress
    if progress.trouble is None or progress.is_stopped:
        screen.heard = progress
    if progress.is_over:
        screen.round_over = progress
    if not screen.is_waiting("progress"):
        screen.later("progress", PROGRESS_EVERY_S, partial(_show, screen))


def _show(screen: "MainScreen") -> None:
    screen.progress = progress = screen.heard
    over, screen.round_over = screen.round_over, None
    wrong, screen.wrong = screen.wrong, None
    if wrong is not None and wrong.trouble is not None:
        _tell_trouble(screen, wrong.trouble, wrong.is_stopped)
    if over is not None:
        if not over.is_stopped:
            _tell_outcome(screen, over)
        look(screen)  # what it brought stands there when it is said to be over
    if progress is not None and progress.done >= progress.total:
        screen.later("round", ROUND_SHOWN_S, partial(_calm_down, screen))


def ask(
    screen: "MainScreen",
    sources: Sequence[SubscriptionId],
    words: str,
    tone: Tone = Tone.HINT,
    key: tuple[str, str] | None = None,
) -> None:
    """Have these sources asked now (none named: all), and say so until the round is over; `key` is offered after it."""
    screen.say(words, tone, key)
    screen.asking = screen.saying
    screen.ask(partial(screen.services.poller.ask, sources), partial(_asked, screen))


def _asked(screen: "MainScreen", is_heard: bool) -> None:
    if not is_heard and screen.saying is screen.asking:
        screen.say("Another arrowtui asks the sources, each when it is due", Tone.HINT)


def _tell_trouble(screen: "MainScreen", trouble: Trouble, is_stopped: bool) -> None:
    """What is wrong: said each time it is heard, for it lasts. A question that is asked just now goes on."""
    first = "No source is asked now. " if is_stopped else ""
    if not (screen.saying.tone is Tone.ASK and screen.saying.words):
        screen.say(f"{first}{trouble.headline}. {trouble.hint}", Tone.TROUBLE)
        screen.troubled, screen.is_stopped = screen.saying, is_stopped


def _tell_outcome(screen: "MainScreen", over: Progress) -> None:
    """What was said to be asked makes way for what came of it, unless something else was said since."""
    asking, screen.asking = screen.asking, None
    if screen.saying is screen.troubled and (screen.is_stopped or not over.total):
        screen.say("")  # mended
    if asking is None or screen.saying is not asking:
        return
    if not over.total:
        screen.say("")
        return
    sources = "1 source" if over.total == 1 else f"{over.total:,} sources"
    if over.failing >= over.total:
        failed = "it failed" if over.total == 1 else "all failed"
        screen.say(f"Asked {sources}: {failed}", Tone.HINT, (screen.key_of("sources"), "says why"))
    else:
        screen.say(f"Asked {sources}: {f'{over.new:,} new' if over.new else 'nothing new'}", Tone.DONE)


def _calm_down(screen: "MainScreen") -> None:
    """After a while only what needs a look is left: the sources that fail."""
    progress = screen.progress
    if progress is not None and progress.done >= progress.total:
        screen.progress = None
