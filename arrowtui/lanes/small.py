"""Small letters that stand where the capitals stood."""


def small(text: str) -> str:
    """The text in small letters, each in its place: what is found in one stands at the same place in the other.

    A few capitals become two characters (the dotted I of Turkish); those stay as they are.
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join([one if len(one) == 1 else was for was, one in ((char, char.lower()) for char in text)])
