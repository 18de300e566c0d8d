"""Names that follow from what they name, on every machine the same. Light: a screen may need one."""

from hashlib import blake2b


def digest_of(text: str) -> str:
    """Sixteen hexadecimal digits that tell one text from any other."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
