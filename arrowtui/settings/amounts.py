"""Numbers and answers that several tables of the settings take, with what is said where they are wrong."""

from typing import Annotated

from msgspec import Meta

Minutes = Annotated[int, Meta(ge=1, le=10080)]
MINUTES = "a whole number of minutes, 1 to 10080 (a week)"
Days = Annotated[int, Meta(ge=0, le=36500)]
DAYS = "a whole number of days up to 36500; 0 means for ever"
YES_NO = "true or false"


def whole(sentence: str, lowest: int, highest: int, unit: str = "") -> Meta:
    """What a field of whole numbers is for, and its bounds, which are told as they are."""
    of = f" of {unit}" if unit else ""
    allowed = f"a whole number{of}, {lowest} to {highest}"
    return Meta(ge=lowest, le=highest, description=sentence, extra={"allowed": allowed})
