"""How much of a text is set while a person waits: its effort counted in characters."""

PORTION = 300_000
"""Longer than any article; set within a fraction of a second whatever it is made of."""
NODE = LINE = 20
"""What an element of a page, or a line of a text, costs besides its characters."""
MARKUP = 4
"""Characters of markup to one of text: of a longer page not even the rest is parsed."""


def beginning(text: str, most: int) -> str:
    """As much of the beginning of a text as `most` suffices for."""
    if len(text) + LINE * text.count("\n") <= most:
        return text
    left, end = most, 0
    while (stop := text.find("\n", end) + 1) and left > stop - end + LINE:
        left -= stop - end + LINE
        end = stop
    return text[: end + left]


def beginning_of_page(text: str, most: int) -> str:
    """The beginning of a page that is longer than a portion of text may need, without half a tag at its end."""
    if len(text) <= most * MARKUP:
        return text
    head = text[: most * MARKUP]
    return head[: head.rfind("<")] if head.rfind("<") > head.rfind(">") else head
