"""Pictures from anywhere become a few dots, or nothing: never a crash, never more than that."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from arrowtui.ingest.pictured import picture_link
from arrowtui.ingest.thumbnail import SIDE, thumbnail
from arrowtui.model.wire import Attachment, Body, Draft, Markup, Medium


def a_picture(
    size: tuple[int, int] = (200, 100), kind: str = "PNG", mode: str = "RGB", colour: object = "red"
) -> bytes:
    data = BytesIO()
    Image.new(mode, size, colour).save(data, kind)  # type: ignore[arg-type]  # any colour Pillow knows
    return data.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_every_usual_format_is_made_small_in_its_proportions(kind: str) -> None:
    picture = thumbnail(a_picture(kind=kind))

    assert picture is not None
    assert (picture.width, picture.height) == (SIDE, SIDE // 2)
    assert len(picture.rgb) == 3 * SIDE * SIDE // 2
    red, green, blue = picture.dot(10, 10)
    assert red > 240 and green < 16 and blue < 16


def test_what_is_transparent_stands_on_white() -> None:
    picture = thumbnail(a_picture(mode="RGBA", colour=(0, 0, 0, 0)))

    assert picture is not None and picture.dot(0, 0) == (255, 255, 255)


@pytest.mark.parametrize("data", [b"", b"<html>", b"GIF89a", a_picture()[:60], a_picture((1, 1)), b"\x00" * 40])
def test_what_is_no_picture_is_none(data: bytes) -> None:
    assert thumbnail(data) is None


def test_a_picture_that_would_fill_the_memory_is_not_opened() -> None:
    assert thumbnail(a_picture((20_000, 20_000), mode="1", colour=0)) is None


@given(st.integers(0, 300), st.binary(max_size=40), st.sampled_from(["PNG", "JPEG", "GIF", "WEBP"]))
def test_no_damage_upsets_it(at: int, junk: bytes, kind: str) -> None:
    data = a_picture((30, 20), kind)
    picture = thumbnail(data[:at] + junk + data[at + len(junk) :])

    assert picture is None or max(picture.width, picture.height) <= SIDE


PIXEL = '<img src="https://count.example/pixel.gif" width="1" height="1">'


@pytest.mark.parametrize(
    ("draft", "link"),
    [
        (Draft("1", attachments=(Attachment("https://p.example/a.png", Medium.IMAGE),)), "https://p.example/a.png"),
        (Draft("1", attachments=(Attachment("https://p.example/a.mp3", Medium.AUDIO),)), None),
        (Draft("1", attachments=(Attachment("file:///etc/passwd", Medium.IMAGE),)), None),
        (
            Draft("1", body=Body(f'{PIXEL}<p>x <img src="/b.jpg" alt="b"></p>', base="https://p.example/post")),
            "https://p.example/b.jpg",
        ),
        (Draft("1", body=Body(PIXEL)), None),
        (Draft("1", body=Body("<img src='https://p.example/b.jpg'>", Markup.TEXT)), None),
        (Draft("1"), None),
    ],
)
def test_the_first_real_picture_stands_for_an_item(draft: Draft, link: str | None) -> None:
    assert picture_link(draft) == link
