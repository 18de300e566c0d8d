"""Templates: sets of prompts to think along, ours and the person's own.

Sources: Rolfe, Freshwater and Jasper (what, so what, now what); Gibbs' cycle; Kolb's cycle; Schön (reflection in and on
action); the entries professional bodies ask for in a record of continuing development.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct


class Template(Struct, frozen=True):
    """`prompts` in order; answers to `now_what` that name a day become intentions."""

    name: str
    title: str
    prompts: tuple[str, ...]
    now_what: str

    def text(self, answers: Sequence[str] = ()) -> str:
        """Markdown: each prompt as a heading over its answer. With answers, prompts without one are left out."""
        pairs = [(prompt, answers[at].strip() if at < len(answers) else "") for at, prompt in enumerate(self.prompts)]
        if answers:
            return "\n\n".join(f"## {prompt}\n\n{answer}" for prompt, answer in pairs if answer)
        return "\n\n".join(f"## {prompt}\n" for prompt, _ in pairs)


NONE = Template("none", "No prompts", (), "")
WHAT = Template("what", "What? So what? Now what?", ("What?", "So what?", "Now what?"), "Now what?")
BUILT_IN: Mapping[str, Template] = {
    template.name: template
    for template in (
        WHAT,
        NONE,
        Template(
            "gibbs",
            "Gibbs: for a hard event",
            (
                "What happened?",
                "What did I think and feel?",
                "What was good and bad about it?",
                "What sense can I make of it?",
                "What else could I have done?",
                "Action plan: what next, by when?",
            ),
            "Action plan: what next, by when?",
        ),
        Template(
            "kolb",
            "Kolb: from one experience to the next",
            (
                "What did I do or see?",
                "What did I notice?",
                "What does it tell me in general?",
                "What will I try, and when?",
            ),
            "What will I try, and when?",
        ),
        Template(
            "before-after",
            "Before / after (Schön)",
            (
                "Before: what do I expect?",
                "During: what surprised me, and what did I change on the spot?",
                "After: what do I make of it now?",
                "Next time: what will I do, and when?",
            ),
            "Next time: what will I do, and when?",
        ),
        Template(
            "cpd",
            "CPD entry",
            (
                "What was the activity, and why did I choose it?",
                "What did I learn?",
                "How will it change my practice?",
                "What will I do next, by when?",
                "What shows it (links, files)?",
            ),
            "What will I do next, by when?",
        ),
    )
}


def templates_with(own: Sequence[Template]) -> Mapping[str, Template]:
    """Ours and the person's own by name; one of her own replaces ours of the same name."""
    return {**BUILT_IN, **{template.name: template for template in own}}
