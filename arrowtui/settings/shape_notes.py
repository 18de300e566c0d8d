"""What may be set about notes: how they are written, when they are met again, one's own prompts."""

from typing import Annotated

from msgspec import Meta, Struct

from arrowtui.ingest.clean import clean_line
from arrowtui.model.review import ReviewHour, ReviewRules
from arrowtui.model.template import BUILT_IN, Template
from arrowtui.settings.amounts import YES_NO, whole
from arrowtui.settings.says import says

Name = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
Prompt = Annotated[str, Meta(min_length=1, max_length=200)]
Hour = Annotated[str, Meta(pattern=r"^(?:(?:mon|tue|wed|thu|fri|sat|sun|daily) (?:[01]\d|2[0-3]):[0-5]\d)?$")]
NAMES = ", ".join(BUILT_IN)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Notes(Struct, frozen=True, forbid_unknown_fields=True):
    """How notes are written."""

    editor: Annotated[
        str,
        says(
            'The program for ^E in a note, such as "code --wait"; empty means $VISUAL or $EDITOR.',
            'a command in quotes such as "nano"',
        ),
    ] = ""
    template: Annotated[
        Name,
        says(
            f"The prompts c asks and ^T puts into a note: {NAMES}, or the name of a [[template]] of your own.",
            f"{NAMES} or the name of a [[template]] of your own",
        ),
    ] = "what"


class Review(Struct, frozen=True, forbid_unknown_fields=True):
    """When notes are met again."""

    most_a_day: Annotated[int, whole("How many notes come back a day at most (0 to 50); 0 brings none.", 0, 50)] = 5
    retention: Annotated[
        Annotated[float, Meta(ge=0.7, le=0.97)],
        says(
            "The chance at which you still know what a note meant when it comes back (0.7 to 0.97): higher is sooner.",
            "a number from 0.7 to 0.97",
        ),
    ] = 0.9
    fades_days: Annotated[
        int,
        whole(
            "So many days after its day a note that nobody met fades: it is only offered for letting go (7 to 365).",
            7,
            365,
            "days",
        ),
    ] = 30
    hour: Annotated[
        Hour,
        says(
            'Your hour for looking back, offered quietly: a weekday or daily, and a time; "" is never.',
            'a day and an hour such as "fri 16:00" or "daily 17:30"',
        ),
    ] = "fri 16:00"

    check_links: Annotated[
        bool,
        says("true lets the poller look, rarely, whether links you wrote about still lead anywhere.", YES_NO),
    ] = True

    def rules(self) -> ReviewRules:
        """The noun the other rooms know."""
        return ReviewRules(self.most_a_day, self.retention, self.fades_days)

    def chosen_hour(self) -> ReviewHour | None:
        """The hour for looking back; None: never."""
        if not self.hour:
            return None
        day, _, clock = self.hour.partition(" ")
        hours, _, minutes = clock.partition(":")
        return ReviewHour(WEEKDAYS.index(day) if day in WEEKDAYS else None, int(hours), int(minutes))


class TemplateEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """Prompts of your own, to think along."""

    name: Annotated[
        Name,
        says(
            "What it is called by in [notes]; a name of ours replaces ours.",
            'a short name of small letters such as "ward-round"',
        ),
    ]
    prompts: Annotated[
        Annotated[tuple[Prompt, ...], Meta(min_length=1, max_length=20)],
        says("What it asks, in order.", 'a list of 1 to 20 questions such as ["What happened?", "Now what?"]'),
    ]
    title: Annotated[str, says("How lists show it; left out, its name.", "text in quotes")] = ""
    now_what: Annotated[
        str,
        says(
            "The prompt whose answers are intentions where they name a day; left out, the last one.",
            "one of its prompts",
        ),
    ] = ""

    def template(self) -> Template:
        """The noun the other rooms know."""
        prompts = tuple(clean_line(prompt) for prompt in self.prompts)
        now_what = clean_line(self.now_what) or prompts[-1]
        return Template(self.name, clean_line(self.title) or self.name, prompts, now_what)
