"""The one table from a command to what it does."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from arrowtui.ui.acts.calling import CALLING
from arrowtui.ui.acts.capturing import CAPTURING
from arrowtui.ui.acts.chatting import CHATTING
from arrowtui.ui.acts.explaining import EXPLAINING
from arrowtui.ui.acts.finding import FINDING
from arrowtui.ui.acts.gathering import GATHERING
from arrowtui.ui.acts.moving import MOVING
from arrowtui.ui.acts.offering import OFFERING
from arrowtui.ui.acts.piping import PIPING
from arrowtui.ui.acts.program import PROGRAM
from arrowtui.ui.acts.reading import READING
from arrowtui.ui.acts.returning import RETURNING
from arrowtui.ui.acts.revising import REVISING
from arrowtui.ui.acts.saving import SAVING
from arrowtui.ui.acts.searching import SEARCHING
from arrowtui.ui.acts.sorting import SORTING
from arrowtui.ui.acts.triage import TRIAGE
from arrowtui.ui.acts.undoing import UNDOING
from arrowtui.ui.acts.vaulting import VAULTING
from arrowtui.ui.acts.viewing import VIEWING
from arrowtui.ui.acts.writing import WRITING

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen

ACTS: "Mapping[str, Callable[[MainScreen], None]]" = {
    **MOVING,
    **TRIAGE,
    **UNDOING,
    **CALLING,
    **CHATTING,
    **GATHERING,
    **EXPLAINING,
    **READING,
    **PIPING,
    **REVISING,
    **SAVING,
    **CAPTURING,
    **WRITING,
    **VAULTING,
    **OFFERING,
    **RETURNING,
    **SEARCHING,
    **SORTING,
    **VIEWING,
    **PROGRAM,
    **FINDING,  # last: what it does for a chat that was found comes before what these keys do elsewhere
}
