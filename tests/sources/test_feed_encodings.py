"""Whatever the bytes and whoever lies about them, the words come out right."""

import codecs

import pytest

from arrowtui.sources.feeds.parse import parse

WORDS = "Zażółć “naïve” œuvre – €5"
WESTERN = "Café “naïve” – €5"
RUSSIAN = "Проверка связи"


def document(words: str, declared: str | None) -> str:
    declaration = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    return f"{declaration}<rss><channel><title>T</title><item><title>{words}</title></item></channel></rss>"


def read(body: bytes, content_type: str = "") -> str:
    (draft,) = parse(body, "https://e.example/", content_type).drafts
    assert draft.title is not None
    return draft.title.text


@pytest.mark.parametrize(
    ("words", "codec", "declared", "content_type"),
    [
        (WORDS, "utf-8", "utf-8", ""),
        (WORDS, "utf-8", None, ""),
        (WORDS, "utf-8-sig", None, ""),
        (WORDS, "utf-8-sig", "iso-8859-1", ""),
        (WORDS, "utf-8", "iso-8859-1", ""),
        (WORDS, "utf-8", "utf-16", ""),
        (WORDS, "utf-8", None, "text/xml; charset=us-ascii"),
        (WORDS, "utf-8", None, "application/rss+xml; charset=ISO-8859-1"),
        (WORDS, "utf-8", "nonsense-8", ""),
        (WORDS, "utf-16", "utf-16", ""),
        (WORDS, "utf-16", None, ""),
        (WORDS, "utf-16-le", None, ""),
        (WORDS, "utf-16-be", "utf-16", ""),
        (WORDS, "utf-16-le", "utf-8", "text/xml; charset=utf-8"),
        (WORDS, "utf-32", None, ""),
        (WORDS, "utf-32-be", None, ""),
        (WESTERN, "windows-1252", "windows-1252", ""),
        (WESTERN, "windows-1252", "iso-8859-1", ""),
        (WESTERN, "windows-1252", None, ""),
        (WESTERN, "windows-1252", "utf-8", ""),
        (WESTERN, "windows-1252", "us-ascii", ""),
        (RUSSIAN, "windows-1251", "windows-1251", ""),
        (RUSSIAN, "koi8-r", None, "text/xml; charset=koi8-r"),
        (RUSSIAN, "koi8-r", "windows-1251", "text/xml; charset=koi8-r"),
        ("日本語のテスト", "iso2022_jp", "iso-2022-jp", ""),
        ("日本語のテスト", "shift_jis", "shift_jis", ""),
        ("日本語のテスト", "euc_jp", "euc-jp", ""),
        ("中文测试", "gb18030", "gb2312", ""),
    ],
)
def test_words_survive_their_encoding(words: str, codec: str, declared: str | None, content_type: str) -> None:
    assert read(document(words, declared).encode(codec), content_type) == words


@pytest.mark.parametrize("codec", ["latin-1", "windows-1252"])
def test_utf8_encoded_twice_is_decoded_twice(codec: str) -> None:
    words = "Der Präsident sagte: „Für alle“ – überall, sagte die Größte"
    once = document(words, "utf-8").encode()
    twice = "".join(codecs.decode(bytes([byte]), codec, "replace") if byte not in LOST else chr(byte) for byte in once)

    assert read(twice.encode()) == words


LOST = frozenset(b"\x81\x8d\x8f\x90\x9d")


def test_words_that_only_look_encoded_twice_stay() -> None:
    assert read(document("ÃO DE AÇÃO: à “São” – Ö–Ä", "utf-8").encode()) == "ÃO DE AÇÃO: à “São” – Ö–Ä"


def test_one_broken_byte_costs_one_character() -> None:
    body = document("Größe und Höhe, Länge und Breite", "utf-8").encode().replace("Größe".encode(), b"Gr\xf6\xc3\x9fe")

    assert read(body) == "Gr�ße und Höhe, Länge und Breite"
