"""What the letter and the measures look like on the screen: from the services to set text."""

from arrowtui.model.document import Code, Document, Heading, Paragraph, Span
from arrowtui.ui.ports import Services
from arrowtui.ui.screens.sheet import Sheet


async def letter_sheet(services: Services, weeks_ago: int) -> Sheet:
    """The letter of a week."""
    text, document = await services.letters.set_letter(weeks_ago)
    facts = "the seven days up to now" if weeks_ago == 0 else f"{weeks_ago} {'week' if weeks_ago == 1 else 'weeks'} ago"
    return Sheet("Your week", facts, document, text)


async def measures_sheet(services: Services, is_ascii: bool, _: int) -> Sheet:
    """The plots, each under its title."""
    plots = await services.measuring.plots(is_ascii=is_ascii)
    blocks = [block for title, lines in plots for block in (Heading(2, (Span(title),)), Code("\n".join(lines)))]
    about = Paragraph((Span("What was met again and used, not how much was saved. Twelve weeks, by the week."),))
    text = "\n\n".join(f"## {title}\n\n```\n{chr(10).join(lines)}\n```" for title, lines in plots)
    return Sheet("Measures", "", Document((about, *blocks)), text)
