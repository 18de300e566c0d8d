"""A session as a recap: by question, with credits and links, and the reader's own words where she wants them in."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from arrowtui.model.chat_board import Question, Said, SessionReading

_LINK = re.compile(r"https?://[^\s<>\"')\]]+")


@dataclass(frozen=True, slots=True)
class Recap:
    """What is exported: the session, and the person's reflections by question number (None: on the whole)."""

    reading: SessionReading
    reflections: Mapping[int | None, tuple[str, ...]]

    @property
    def title(self) -> str:
        line = self.reading.line
        return f"{line.chat.name}, {line.window.starts_at:%A} {line.window.starts_at.day} {line.window.starts_at:%B %Y}"

    def links(self) -> tuple[str, ...]:
        """Every link said in a question or answer, each once."""
        texts = [said.text for one in self.reading.questions for said in (*_asked(one), *one.answers)]
        return tuple(dict.fromkeys(link.rstrip(".,;:!?") for text in texts for link in _LINK.findall(text)))


def as_markdown(recap: Recap) -> str:
    """The recap as Markdown; foreign words are escaped, so that they stay words."""
    lines = [f"# {_plain(recap.title)}", "", _plain(_summary(recap.reading)), ""]
    lines += _own(recap.reflections.get(None, ()))
    for one in recap.reading.questions:
        lines += [f"## Q{one.number}. {_plain(one.asked.text) if one.asked else ''}".rstrip(), ""]
        lines += [
            f"- {'★ ' if said.row.is_kept else ''}**{_plain(said.author)}**: {_plain(said.text)}"
            for said in one.answers
        ]
        lines += ["", *_own(recap.reflections.get(one.number, ()))]
    if links := recap.links():
        lines += ["## Links", "", *(f"- <{link}>" for link in links), ""]
    return "\n".join(lines)


def as_html(recap: Recap) -> str:
    """The recap as one HTML page without scripts, styles or anything fetched."""
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="en"><head><meta charset="utf-8"><title>{escape(recap.title)}</title></head><body>',
        f"<h1>{escape(recap.title)}</h1>",
        f"<p>{escape(_summary(recap.reading))}</p>",
        *(f"<blockquote>{escape(words)}</blockquote>" for words in recap.reflections.get(None, ())),
    ]
    for one in recap.reading.questions:
        parts.append(f"<h2>Q{one.number}. {escape(one.asked.text) if one.asked else ''}</h2><ul>")
        parts += [
            f"<li>{'★ ' if said.row.is_kept else ''}<b>{escape(said.author)}</b>: {escape(said.text)}</li>"
            for said in one.answers
        ]
        parts.append("</ul>")
        parts += [f"<blockquote>{escape(words)}</blockquote>" for words in recap.reflections.get(one.number, ())]
    if links := recap.links():
        parts += [
            "<h2>Links</h2><ul>",
            *(f'<li><a href="{escape(link)}">{escape(link)}</a></li>' for link in links),
            "</ul>",
        ]
    return "\n".join([*parts, "</body></html>"]) + "\n"


def as_json(recap: Recap) -> str:
    """The recap for programs."""
    line = recap.reading.line
    return json.dumps(
        {
            "chat": line.chat.name,
            "hashtag": line.chat.series.hashtag,
            "starts_at": line.window.starts_at.isoformat(),
            "ends_at": line.window.ends_at.isoformat(),
            "posts": recap.reading.posts,
            "reflections": list(recap.reflections.get(None, ())),
            "questions": [
                {
                    "number": one.number,
                    "question": one.asked.text if one.asked else None,
                    "answers": [_record(said) for said in one.answers],
                    "reflections": list(recap.reflections.get(one.number, ())),
                }
                for one in recap.reading.questions
            ],
            "links": list(recap.links()),
        },
        ensure_ascii=False,
        indent=1,
    )


FORMS = {"md": as_markdown, "html": as_html, "json": as_json}


def _record(said: Said) -> dict[str, object]:
    return {
        "author": said.author,
        "text": said.text,
        "posted_at": said.posted_at.isoformat(),
        "link": said.link,
        "kept": said.row.is_kept,
        "reposts": said.reposts,
    }


def _asked(one: Question) -> tuple[Said, ...]:
    return (one.asked,) if one.asked else ()


def _summary(reading: SessionReading) -> str:
    answers = sum(len(one.answers) for one in reading.questions)
    authors = len({said.author for one in reading.questions for said in one.answers})
    return f"{len(reading.questions)} questions, {answers} answers by {authors} people, {reading.posts} posts in all."


def _own(words: tuple[str, ...]) -> list[str]:
    lines = [f"> {line}" if line else ">" for one in words for line in one.splitlines()]
    return [*lines, ""] if lines else []


def _plain(text: str) -> str:
    """Words that Markdown takes for words."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", " ".join(text.split()))
