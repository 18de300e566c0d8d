"""format=flowed: lines that a mail program broke softly are made whole again. Source: RFC 3676."""


def unflowed(text: str, *, del_sp: bool) -> str:
    """The paragraphs of a flowed text, one a line.

    A line that ends in a blank goes on in the next one of the same quote depth; with `del_sp` that blank was put there
    by the program and goes. "-- " is a signature's mark, never a soft line.
    """
    whole: list[str] = []
    open_depth: int | None = None
    for line in text.replace("\r\n", "\n").split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        said = line[depth:].removeprefix(" ")
        is_mark = said == "-- "
        is_soft = said.endswith(" ") and not is_mark
        if is_soft and del_sp:
            said = said[:-1]
        if open_depth == depth and not is_mark:
            whole[-1] += said
        else:
            whole.append(f"{'>' * depth} {said}" if depth else said)
        open_depth = depth if is_soft else None
    return "\n".join(whole)
