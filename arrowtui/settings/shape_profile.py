"""Who the person is: what calls are measured by, and what drafts of answers may say."""

from typing import Annotated

from msgspec import Struct

from arrowtui.ingest.clean import clean_line, clean_text
from arrowtui.model.call_board import Profile
from arrowtui.settings.says import says

WORDS = 'a list of words such as ["nurse", "night shift"]'


class ProfileTable(Struct, frozen=True, forbid_unknown_fields=True):
    """Who you are, as far as calls ask for it. It stays on this machine; drafts of answers use it."""

    profession: Annotated[
        tuple[str, ...], says("What you do for a living; calls that want such people fit.", WORDS)
    ] = ()
    topics: Annotated[tuple[str, ...], says("What you know about.", WORDS)] = ()
    places: Annotated[tuple[str, ...], says("Where you live and work.", WORDS)] = ()
    languages: Annotated[tuple[str, ...], says("What you can answer in.", WORDS)] = ()
    experiences: Annotated[tuple[str, ...], says("What you have lived through and would speak about.", WORDS)] = ()
    never: Annotated[
        tuple[str, ...],
        says("Words of calls you never want; they are folded away, and their number is told.", WORDS),
    ] = ()
    name: Annotated[str, says("How drafts of answers are signed.", "text in quotes")] = ""
    signature: Annotated[str, says("A longer signature instead of the name.", "text in quotes")] = ""

    def profile(self) -> Profile:
        """The noun the other rooms know."""
        return Profile(
            profession=_clean(self.profession),
            topics=_clean(self.topics),
            places=_clean(self.places),
            languages=_clean(self.languages),
            experiences=_clean(self.experiences),
            never=_clean(self.never),
            name=clean_line(self.name),
            signature=clean_text(self.signature),
        )


def _clean(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(None, map(clean_line, words)))
