"""Failures of telling somebody something outside of the screen."""

from dataclasses import dataclass

from arrowtui.model.errors import RequestError


class NoticeError(RequestError):
    """A notice did not reach the desktop. What it was to say stands on the screen all the same."""


@dataclass(eq=False, repr=False)
class NoNoticeLibrary(NoticeError):
    """The optional part that speaks with the desktop is not installed."""

    def headline(self) -> str:
        return "The part for desktop notices is missing"

    def hint(self) -> str:
        return 'Install arrowtui[desktop], or choose another notice under [remind] in the settings, such as "osc9".'


@dataclass(eq=False, repr=False)
class NoticeNotShown(NoticeError):
    """The desktop did not take it."""

    def headline(self) -> str:
        return "The desktop did not show the notice"

    def hint(self) -> str:
        return 'Is a desktop running here? Over SSH, "osc9", "osc99" or "osc777" under [remind] reach your terminal.'
