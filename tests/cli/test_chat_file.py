"""`arrowtui classify --chat`: a session file in, the role of every post out."""

import json

import pytest

from arrowtui.cli.chat_file import classify_chat

POSTS = [
    {"id": "a", "author": "@plantchat", "posted_at": "2026-03-03T20:00:00Z", "text": "Welcome to #plantchat!"},
    {"id": "b", "author": "@plantchat", "posted_at": "2026-03-03T20:05:00Z", "text": "Q1: What grows? #plantchat"},
    {"id": "c", "author": "@ana", "posted_at": "2026-03-03T20:06:00Z", "text": "A1 beans #plantchat", "role": "x"},
]


def chat(posts: list[dict[str, str]]) -> bytes:
    return json.dumps({"hashtag": "#plantchat", "platform": "x", "posts": posts}).encode()


def test_every_post_gets_its_role_and_question(capsys: pytest.CaptureFixture[str]) -> None:
    code = classify_chat(chat(POSTS))

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 0
    assert lines == [
        {"id": "a", "role": "announcement", "q": None},
        {"id": "b", "role": "question", "q": 1},
        {"id": "c", "role": "answer", "q": 1},
    ]


def test_a_post_that_cannot_be_read_is_named_and_the_rest_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    code = classify_chat(chat([*POSTS, {"id": "d", "author": "@bo", "posted_at": "yesterday", "text": "?"}]))

    said = capsys.readouterr()
    assert code == 1
    assert len(said.out.splitlines()) == 3
    assert "post 4" in said.err


def test_what_is_no_chat_file_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert classify_chat(b"[1, 2]") == 1
    assert "not a chat file" in capsys.readouterr().err
