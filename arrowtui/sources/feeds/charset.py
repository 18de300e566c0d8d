"""From bytes to text: byte order mark, HTTP charset, declaration, and the truth where these lie."""

import codecs
import re

BOMS = (  # the longer ones first: UTF-32's mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BARE = (  # how a document without a mark begins in encodings that are no kin of ASCII: "<" and what may follow it
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
    (b"\x4c\x6f\xa7\x94", "cp037"),
)
HTTP_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]+)", re.IGNORECASE)
DECLARED = re.compile(rb"""<\?xml\s[^>]*?encoding\s*=\s*["']\s*([\w.:+-]+)\s*["'][^>]*?>""", re.IGNORECASE)
DECLARATION_WITHIN = 4096
"""Bytes from the start among which a declaration is looked for: some feeds begin with a notice of their server."""
SUPERSETS = {"ascii": "windows-1252", "iso8859-1": "windows-1252", "gb2312": "gb18030", "gbk": "gb18030"}
"""What is meant by a name: servers that say the first send the second."""
ESCAPED = ("utf-7", "iso2022", "hz")
WIDE = ("utf-16", "utf-32", "cp037")
TWICE = re.compile("[\u00c2-\u00f4](?:[\u0080-\u009f]|[\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])")
SURELY_TWICE = re.compile("[\u00c2-\u00f4][\u0080-\u009f]")
LETTERS = re.compile("[\u00c0-\u00ff]")
AS_LATIN_1 = {
    ord(character): code for code in range(0x80, 0xA0) if (character := bytes([code]).decode("windows-1252", "ignore"))
}
"""What Windows-1252 has where Latin-1 has control characters, to these: both then encode to the byte that was meant."""
SAMPLE = 20_000  # characters of a document which tell whether it was encoded twice


def declared_charset(body: bytes) -> str | None:
    """The charset an XML declaration near the start names, as a codec Python knows; None where there is none."""
    match = DECLARED.search(body, 0, DECLARATION_WITHIN)
    return _codec(match[1].decode("ascii")) if match else None


def http_charset(content_type: str) -> str | None:
    """The charset a Content-Type header names, as a codec Python knows."""
    match = HTTP_CHARSET.search(content_type)
    return _codec(match[1]) if match else None


def is_plain_utf8(body: bytes, content_type: str) -> bool:
    """Whether nobody says these bytes are anything but UTF-8 (or ASCII), so that they may be parsed as they are."""
    if body[:1] in (b"\x00", b"\xff", b"\xfe") or body[1:2] == b"\x00":
        return False
    return {http_charset(content_type), declared_charset(body)} <= {None, "utf-8", "ascii"}


def decode(body: bytes, content_type: str) -> str:
    """The text of a document, by the first of these that fits without a fault.

    Order: byte order mark; UTF-16, UTF-32 or EBCDIC by the shape of the first character; UTF-8 where the bytes are
    valid UTF-8 beyond ASCII (hardly ever an accident, whatever a header claims); the HTTP charset; the declaration;
    UTF-8; Windows-1252, in which everything is some text.
    """
    for mark, name in BOMS:
        if body.startswith(mark):
            return _without_declaration(body.decode(name, errors="replace"))
    head = body.lstrip(b" \t\r\n")[:4]
    for start, name in BARE:
        if body.startswith(start) or (name == "cp037" and head == start):
            return _without_declaration(body.decode(name, errors="replace"))
    named = (http_charset(content_type), declared_charset(body))
    said = [name for name in named if name and not name.startswith(WIDE)]  # those show in the bytes, and did not
    first = [] if any(name.startswith(ESCAPED) for name in said) else ["utf-8"]
    for name in (*first, *said, "utf-8"):
        try:
            return _without_declaration(body.decode(SUPERSETS.get(name, name)))
        except (UnicodeDecodeError, LookupError):
            continue
    if "utf-8" in said or not said:
        mended = _mostly_utf8(body)
        if mended is not None:
            return _without_declaration(mended)
    fallback = next((SUPERSETS.get(name, name) for name in said if name != "utf-8"), "windows-1252")
    return _without_declaration(body.decode(fallback, errors="replace"))


def was_encoded_twice(text: str) -> bool:
    """Whether UTF-8 was taken for Latin-1 or Windows-1252 and encoded again (`Ã©` for é) all through a document."""
    sample = text[:SAMPLE]
    hits = len(TWICE.findall(sample))
    if hits < 2:
        return bool(hits) and SURELY_TWICE.search(sample) is not None
    return hits * 10 >= len(LETTERS.findall(sample)) * 9


def encoded_once(text: str) -> str:
    """One value of such a document set right; as it was where it does not fit."""
    if text.isascii():
        return text
    try:
        return text.translate(AS_LATIN_1).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def _mostly_utf8(body: bytes) -> str | None:
    """UTF-8 with a few broken bytes, which become replacement marks; None when it is another encoding altogether."""
    text = body.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    good = sum(1 for character in text[:SAMPLE] if character > "\u007f" and character != "\ufffd")
    return text if broken * 3 <= good else None


def _codec(name: str) -> str | None:
    try:
        found = codecs.lookup(name)
    except LookupError:
        return None
    return found.name if getattr(found, "_is_text_encoding", True) else None


def _without_declaration(text: str) -> str:
    """The declaration speaks of bytes that are no more; without it the text can be parsed as what it is."""
    return re.sub(r"^\ufeff?\s*<\?xml\s[^>]*\?>", "", text, count=1)
