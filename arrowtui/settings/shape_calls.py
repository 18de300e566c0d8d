"""What may be set about calls: when one is stale, and what answers begin with."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from arrowtui.ingest.clean import clean_text
from arrowtui.model.answer_template import FACTS
from arrowtui.settings.amounts import whole
from arrowtui.settings.says import says

KindOfCall = Literal["interview", "survey", "poll", "feedback", "study", "casting"]
AnswerText = Annotated[str, Meta(pattern=r"\S", max_length=20_000)]


class CallsTable(Struct, frozen=True, forbid_unknown_fields=True):
    """How calls are sorted."""

    stale_days: Annotated[int, whole("Days after which a call without a deadline counts as stale.", 1, 365, "days")] = (
        21
    )


class AnswerEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """What your answers to one kind of call begin with, instead of our words."""

    to: Annotated[
        KindOfCall,
        says("The kind of call.", "interview, survey, poll, feedback, study or casting"),
    ]
    text: Annotated[
        AnswerText,
        says(
            f"The text. Facts stand in braces ({', '.join(FACTS)}); a line of which one is not known is left out, or "
            "only the part that stands in [square brackets].",
            'text between """ and """',
        ),
    ]

    def template(self) -> str:
        """The text as drafts are made of it."""
        return clean_text(self.text.lstrip("\n"), max(len(self.text), 1))
