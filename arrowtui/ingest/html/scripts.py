"""Raised and lowered text in the characters there are for it."""

_DIGITS = "0123456789+-=()"
_UP = str.maketrans(_DIGITS + "in", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿ")
_DOWN = str.maketrans(_DIGITS, "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


def raised(text: str) -> str:
    """Footnote 3 is ³, 1st stays 1st, x to the power of 2k is x^(2k)."""
    if all(ord(letter) in _UP for letter in text):
        return text.translate(_UP)
    return text if text.isalpha() or not text.strip().isalnum() else f"^({text})"


def lowered(text: str) -> str:
    """H2O is H₂O; what has no lowered form stays as it is."""
    return text.translate(_DOWN) if all(ord(letter) in _DOWN for letter in text) else text
