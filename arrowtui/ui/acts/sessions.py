"""What each key does in a session."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.chat_board import SessionReading, WatchState
from arrowtui.model.note import TITLE_LENGTH, About, Subject, SubjectKind
from arrowtui.model.template import NONE
from arrowtui.services.journal import Done
from arrowtui.ui.acts.chatting import show_people
from arrowtui.ui.acts.linking import copy_link, open_link
from arrowtui.ui.acts.recapping import ask_for_recap
from arrowtui.ui.capture import Capture, Target
from arrowtui.ui.panes.status import Tone
from arrowtui.ui.widgets.motion import Motion

if TYPE_CHECKING:
    from arrowtui.model.item import ItemId
    from arrowtui.ui.screens.session import SessionScreen
    from arrowtui.ui.screens.tags import TagChange

Act = Callable[["SessionScreen"], None]


def has_wrapped(reading: SessionReading, now: datetime) -> bool:
    """Whether the session is over: its host has said goodbye in its second half, or its time is up."""
    window = reading.line.window
    half = window.starts_at + (window.ends_at - window.starts_at) / 2
    return now >= window.ends_at or (reading.has_wrapped and now >= half)


def _move(motion: Motion, screen: "SessionScreen") -> None:
    pane = screen.pane
    (pane.questions if pane.questions.has_focus else pane.answers).move(motion)


def _turn(step: int, screen: "SessionScreen") -> None:
    screen.pane.turn(step)


def _other_pane(screen: "SessionScreen") -> None:
    pane = screen.pane
    (pane.answers if pane.questions.has_focus or screen.is_typing else pane.questions).focus()


def _open(screen: "SessionScreen") -> None:
    """To where the line leads; a post by itself opens in the browser."""
    if screen.pane.questions.has_focus:
        screen.pane.answers.focus()
    elif not screen.pane.choose():
        _browse(screen, "open")


def _browse(screen: "SessionScreen", asks: str = "browse") -> None:
    said = screen.here()
    if said is None or said.link is None:
        screen.say("This post has no link", Tone.HINT)
        return
    open_link(screen, said.link, item=said.item, asks=asks)


def _copy(screen: "SessionScreen") -> None:
    said = screen.here()
    if said is None or not said.link:
        screen.say("This post has no link", Tone.HINT)
        return
    copy_link(screen, said.link, item=said.item)


def _keep(screen: "SessionScreen") -> None:
    said = screen.here()
    if said is None:
        screen.say("No answer here to keep", Tone.HINT)
        return
    is_on = not said.row.is_kept
    screen.ask(lambda: screen.services.journal.keep([said.item], is_on), screen.done)


def _tag(screen: "SessionScreen") -> None:
    said = screen.here()
    if said is None:
        screen.say("No answer here to tag", Tone.HINT)
        return
    screen.ask(screen.services.library.tags, partial(_choose_tags, screen, said.item, said.row.tags), opens=True)


def _choose_tags(
    screen: "SessionScreen", item: "ItemId", held: tuple[str, ...], known: tuple[tuple[str, int], ...]
) -> None:
    # Dialogs are imported when they are first wanted: start-up time.
    from arrowtui.ui.screens.tags import TagsScreen

    def change(answer: "TagChange | None") -> None:
        if answer is not None and (answer.add or answer.remove):
            screen.ask(lambda: screen.services.journal.tag([item], answer.add, answer.remove), screen.done)

    screen.app.push_screen(TagsScreen(known, Counter(held)), change)


def _undo(screen: "SessionScreen") -> None:
    screen.ask(screen.services.journal.undo, partial(_undone, screen))


def _undone(screen: "SessionScreen", done: Done | None) -> None:
    screen.say(done.sentence if done else "Nothing left to undo", Tone.DONE)
    screen.look()


def _pause(screen: "SessionScreen") -> None:
    """Nothing is looked for, so nothing is counted; going on shows at once how much came."""
    screen.is_paused = not screen.is_paused
    screen.look()
    screen.describe()


def _recap(screen: "SessionScreen") -> None:
    if screen.latest is not None:
        ask_for_recap(screen, screen.latest)


def _begin_line(screen: "SessionScreen") -> None:
    """Beside the question being read; before any was asked, beside the session."""
    question, session = screen.pane.question, screen.session
    if question is None:
        subject, name, label = Subject(SubjectKind.SESSION, session.key), session.chat.name, "Note"
    else:
        subject = Subject(SubjectKind.QUESTION, f"{session.key}|{question.number}")
        name, label = f"{session.chat.name} Q{question.number}", f"Q{question.number}"
    item = question.asked.item if question and question.asked else None
    screen.begin_noting(Capture(Target(item, subject=subject, about=About(title=name)), NONE, label))


def _begin_note(screen: "SessionScreen") -> None:
    """Beside the post under the cursor, and about it alone."""
    said, question = screen.here(), screen.pane.question
    if said is None:
        screen.say("No answer here to note beside", Tone.HINT)
        return
    is_answer = question is not None and said != question.asked
    subject = Subject(SubjectKind.ANSWER, str(said.item)) if is_answer else None
    about = About(title=" ".join(said.text.split())[:TITLE_LENGTH], author=said.author)
    screen.begin_noting(Capture(Target(said.item, subject, about), NONE, said.author or "Answer"))


def _follow(screen: "SessionScreen") -> None:
    if screen.offer is None:
        screen.say("Nothing is offered now", Tone.HINT)
        return
    from arrowtui.ui.screens.session import Leaving

    screen.leave(Leaving(offer=screen.offer))


def _wave_off(screen: "SessionScreen") -> None:
    offer = screen.offer
    if offer is None:
        screen.say("Nothing is offered now", Tone.HINT)
        return
    screen.show_offer(None)
    screen.ask(
        partial(screen.services.reflection.answer_offer, offer.id),
        lambda _: screen.say("Not now, then", Tone.DONE, (screen.key_of("undo"), "undo")),
    )


def _back(screen: "SessionScreen") -> None:
    if screen.noting is not None:
        screen.end_noting()
    elif screen.is_searching:
        screen.end_search()
    else:
        screen.leave()


def _quit(screen: "SessionScreen") -> None:
    """Leave the program, by way of the screen that saves and ends everything."""
    from arrowtui.ui.screens.session import Leaving

    screen.leave(Leaving(quits=True))


def _help(screen: "SessionScreen") -> None:
    from arrowtui.ui.acts.program import rows
    from arrowtui.ui.screens.help import HelpScreen

    run = screen.do()
    screen.app.push_screen(HelpScreen(rows(screen.table, is_grouped=True)), lambda id: run[id]() if id else None)


SESSIONS: Mapping[str, Act] = {
    **{motion.value: partial(_move, motion) for motion in Motion},
    "open": _open,
    "back": _back,
    "read": lambda screen: screen.mark(WatchState.READ),
    "watch": lambda screen: screen.mark(WatchState.WATCHING),
    "keep": _keep,
    "tag": _tag,
    "undo": _undo,
    "next_question": partial(_turn, 1),
    "previous_question": partial(_turn, -1),
    "take_new": lambda screen: screen.take_new(),
    "pause": _pause,
    "recap": _recap,
    "people": show_people,
    "capture": _begin_line,
    "new_note": _begin_note,
    "search": lambda screen: screen.begin_search(),
    "browse": _browse,
    "copy_link": _copy,
    "follow": _follow,
    "wave_off": _wave_off,
    "next_pane": _other_pane,
    "previous_pane": _other_pane,
    "help": _help,
    "quit": _quit,
}
