"""What may be set about the board of what was kept."""

from typing import Annotated

from msgspec import Struct

from arrowtui.settings.says import says


class BoardTable(Struct, frozen=True, forbid_unknown_fields=True):
    """The board of what you kept."""

    pictures: Annotated[
        bool,
        says(
            "true lets the poller fetch a small picture of what you keep, where it has one, and shows it on the board.",
            "true or false",
        ),
    ] = False
