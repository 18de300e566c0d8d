"""Calls: the board, how far one is with a call, and answering it. Nothing is sent from here."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from arrowtui.model.call import AnswerState
from arrowtui.model.call_board import CallBoard, CallLine
from arrowtui.model.item import ItemId, ItemRow
from arrowtui.services.journal import Done
from arrowtui.ui.acts import entering, linking, opening, selecting
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.ui.screens.answer import Answering
    from arrowtui.ui.screens.main import MainScreen


def renew_board(screen: "MainScreen") -> None:
    """Somebody wrote into the store: what is said of the calls that are shown becomes true again, where they stand.

    What is new, or belongs into another section by now, waits until the board is entered anew: nothing moves under
    the reader.
    """
    question = partial(screen.services.calls.board, with_hidden=screen.shows_hidden)
    screen.ask(question, partial(_renewed, screen), group="board again")


def _renewed(screen: "MainScreen", board: CallBoard) -> None:
    if screen.is_board:
        screen.calls_pane.list.renew_calls([line for _, lines in board.sections for line in lines])


def _unfold(screen: "MainScreen") -> None:
    """Show what the profile hides, or hide it again."""
    if not screen.is_board:
        screen.say("Only the board of Calls hides anything", Tone.HINT)
        return
    screen.shows_hidden = not screen.shows_hidden
    entering.show_board(screen)


def _state(screen: "MainScreen") -> None:
    """Ask how far one is with the calls that are meant."""

    def choose(rows: Sequence[ItemRow]) -> None:
        # Dialogs are imported when they are first wanted: start-up time.
        from arrowtui.ui.screens.state import StateScreen

        line = screen.calls_pane.list.line if len(rows) == 1 else None
        answer = line.kept.answer if line else None
        about = rows[0].title if len(rows) == 1 else f"{len(rows)} calls"
        screen.app.push_screen(
            StateScreen(about, answer.state if answer else None), partial(_set_state, screen, [row.id for row in rows])
        )

    selecting.with_targets(screen, choose, opens=True)


def _set_state(screen: "MainScreen", items: Sequence[ItemId], chosen: "AnswerState | str | None") -> None:
    if chosen is None:
        return
    state = chosen if isinstance(chosen, AnswerState) else None
    selecting.select_none(screen)
    screen.ask(partial(screen.services.calls.set_state, items, state), partial(_stated, screen, items))


def _stated(screen: "MainScreen", items: Sequence[ItemId], done: Done) -> None:
    screen.say(done.sentence, Tone.DONE, (screen.key_of("undo"), "undo") if done.count else None)
    for item in items:
        screen.ask(partial(screen.services.calls.call, item), partial(_renew, screen))


def _renew(screen: "MainScreen", line: CallLine | None) -> None:
    if line is not None:
        screen.calls_pane.list.renew_call(line)


def _answer(screen: "MainScreen") -> None:
    """Open the draft of an answer to the call at hand."""
    item = opening.item_at_hand(screen)
    if item is None:
        adds = None if screen.sources else (screen.key_of("add"), "adds a source")  # as the same key does at the doors
        screen.say("No call here to answer", Tone.HINT, adds)
        return
    calls, library = screen.services.calls, screen.services.library

    async def asked() -> tuple[CallLine | None, tuple[str, ...], str | None]:
        return await calls.call(item), await calls.earlier(item), (await library.links([item])).get(item)

    screen.ask(asked, partial(_draft, screen), opens=True)


def _draft(screen: "MainScreen", found: tuple[CallLine | None, tuple[str, ...], str | None]) -> None:
    line, earlier, post = found
    if line is None:
        screen.say("This is no call: m moves it to Calls if it is one", Tone.HINT)
        return
    from arrowtui.ui.screens.answer import AnswerScreen, Desk  # as above

    draft = screen.services.calls.draft(line)
    desk = Desk(screen.services.edit, partial(_keep, screen, line), earlier, post)
    screen.app.push_screen(AnswerScreen(line, draft, desk), partial(_answered, screen, line))


async def _keep(screen: "MainScreen", line: CallLine, written: "Answering") -> Done:
    return await screen.services.calls.write(
        line.kept.item, contact=written.contact, subject=written.subject, text=written.text
    )


def _answered(screen: "MainScreen", line: CallLine, answering: "Answering | None") -> None:
    """Keep what was written, then hand it on as was wished."""
    if answering is not None:
        screen.ask(partial(_keep, screen, line, answering), lambda _: _hand_on(screen, line, answering))


def _hand_on(screen: "MainScreen", line: CallLine, answering: "Answering") -> None:
    _stated(screen, [line.kept.item], Done("Kept the draft with the call", 1))
    if answering.link:
        say_more = partial(_say_copied, screen, answering) if answering.is_copied else lambda: None
        linking.open_link(screen, answering.link, asks="answer", item=line.kept.item, then=say_more)
    elif answering.is_copied:
        screen.app.copy_to_clipboard(answering.text)
        screen.say("Copied the answer; paste it where the call asks for it", Tone.DONE)


def _say_copied(screen: "MainScreen", answering: "Answering") -> None:
    """A letter that is long is on the clipboard as well."""
    address = answering.contact or "your mail program"
    screen.say(f"Handed to your mail program: {address}. It is long: the text is on the clipboard, too", Tone.DONE)


# When to ask again


def _ask_again(screen: "MainScreen") -> None:
    """Ask for the day on which one means to ask again."""
    item = opening.item_at_hand(screen)
    if item is None:
        screen.say("No call here", Tone.HINT)
        return
    screen.ask(partial(screen.services.calls.call, item), partial(_ask_day, screen), opens=True)


def _ask_day(screen: "MainScreen", line: CallLine | None) -> None:
    if line is None:
        screen.say("This is no call: m moves it to Calls if it is one", Tone.HINT)
        return
    from arrowtui.ui.screens.ask_again import AskAgainScreen, Day  # as above

    def chosen(day: Day | None) -> None:
        if day is not None:
            question = partial(screen.services.calls.follow_up, line.kept.item, day.at)
            screen.ask(question, partial(_stated, screen, [line.kept.item]))

    screen.app.push_screen(AskAgainScreen(line, screen.services.calls.day_of), chosen)


# Deadlines into the calendar


def _calendar(screen: "MainScreen") -> None:
    """The deadlines of the calls that are meant, as a file that calendar programs import."""
    selecting.with_targets(screen, lambda rows: _write_calendar(screen, [row.id for row in rows]))


def _whole_calendar(screen: "MainScreen") -> None:
    """All deadlines."""
    _write_calendar(screen, ())


def _write_calendar(screen: "MainScreen", items: Sequence[ItemId]) -> None:
    folder = screen.services.exports_folder
    question = partial(screen.services.calls.write_calendar, items, folder, with_hidden=screen.shows_hidden)
    screen.ask(question, partial(_calendar_written, screen))


def _calendar_written(screen: "MainScreen", written: tuple[int, str]) -> None:
    count, path = written
    if not count:
        screen.say("No deadline here", Tone.HINT)
        return
    selecting.select_none(screen)
    screen.say(f"Wrote {count:,} {'deadline' if count == 1 else 'deadlines'} to", Tone.DONE, path=Path(path))


CALLING: "dict[str, Callable[[MainScreen], None]]" = {
    "state": _state,
    "answer": _answer,
    "ask_again": _ask_again,
    "calendar": _calendar,
    "whole_calendar": _whole_calendar,
    "unfold": _unfold,
}
