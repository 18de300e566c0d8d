"""A session as a recap: by question, with credits and links, and the reader's own words where she wants them in."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from msgspec import Struct

from arrowtui.model.chat_board import Question, RecapForm, Said, SessionLine, SessionReading

_WHOLE_LINK = re.compile(r"https?://[^\s<>]+")
_LINK = re.compile(r"https?://[^\s<>\"')\]]+")


class Recap(Struct, frozen=True):
    """What is exported: the session, and the person's reflections by question number (None: on the whole)."""

    reading: SessionReading
    reflections: Mapping[int | None, tuple[str, ...]]

    @property
    def title(self) -> str:
        line, starts = self.reading.line, day_of(self.reading.line)
        return f"{line.chat.name}, {starts:%A} {starts.day} {starts:%B %Y}"

    def links(self) -> tuple[str, ...]:
        """Every link said in a question or answer, each once."""
        texts = [said.text for one in self.reading.questions for said in (*_asked(one), *one.answers)]
        return tuple(dict.fromkeys(link.rstrip(".,;:!?") for text in texts for link in _LINK.findall(text)))


def day_of(line: SessionLine) -> datetime:
    """When a session began on the clock of its host: that is the day by which people call it."""
    return line.window.starts_at.astimezone(ZoneInfo(line.chat.series.tz))


def as_markdown(recap: Recap) -> str:
    """The recap as Markdown; foreign words are escaped, so that they stay words."""
    lines = [f"# {_plain(recap.title)}", "", _plain(_summary(recap.reading)), ""]
    lines += [line for words in _had(recap) for line in (f"*{_plain(words)}*", "")]
    lines += _own(recap.reflections.get(None, ()))
    for one in recap.reading.questions:
        lines += [f"## Q{one.number}. {_plain(one.words)}".rstrip(), ""]
        lines += [f"- {_star(said)}**{_credit(said)}**: {_plain(said.text)}" for said in one.answers]
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
        *(f"<p><em>{escape(words)}</em></p>" for words in _had(recap)),
        *(f"<blockquote>{escape(words)}</blockquote>" for words in recap.reflections.get(None, ())),
    ]
    for one in recap.reading.questions:
        parts.append(f"<h2>Q{one.number}. {escape(one.words)}</h2><ul>")
        parts += [f"<li>{_star(said)}<b>{_html_credit(said)}</b>: {escape(said.text)}</li>" for said in one.answers]
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
            "zone": line.chat.series.tz,
            "moderators": list(recap.reading.moderators),
            "posts": recap.reading.posts,
            "missing": list(_had(recap, lacks_only=True)),
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


WRITERS = {RecapForm.MARKDOWN: as_markdown, RecapForm.HTML: as_html, RecapForm.JSON: as_json}


def _record(said: Said) -> dict[str, object]:
    return {
        "author": said.author,
        "text": said.text,
        "posted_at": said.posted_at.isoformat(),
        "link": said.link,
        "kept": said.row.is_kept,
        "reposts": said.reposts,
    }


def _star(said: Said) -> str:
    return "★ " if said.row.is_kept else ""


def _credit(said: Said) -> str:
    """Who said it, leading to where it was said."""
    link = said.link if said.link and _WHOLE_LINK.fullmatch(said.link) else None
    return f"[{_plain(said.author)}](<{link}>)" if link else _plain(said.author)


def _html_credit(said: Said) -> str:
    link = said.link if said.link and _WHOLE_LINK.fullmatch(said.link) else None
    return f'<a href="{escape(link)}">{escape(said.author)}</a>' if link else escape(said.author)


def _had(recap: Recap, *, lacks_only: bool = False) -> Iterator[str]:
    """What could be had, place by place, on the host's clock."""
    zone = ZoneInfo(recap.reading.line.chat.series.tz)
    return (had.told(zone) for had in recap.reading.notices if not (lacks_only and had.is_whole))


def _asked(one: Question) -> tuple[Said, ...]:
    return (one.asked,) if one.asked else ()


def _summary(reading: SessionReading) -> str:
    answers = sum(len(one.answers) for one in reading.questions)
    authors = len({said.author for one in reading.questions for said in one.answers})
    starts = day_of(reading.line)
    by = f" Moderated by {', '.join(reading.moderators)}." if reading.moderators else ""
    return (
        f"{starts:%H:%M} ({reading.line.chat.series.tz}), {reading.line.chat.series.hashtag}. "
        f"{len(reading.questions)} questions, {answers} answers by {authors} people, {reading.posts} posts in all.{by}"
    )


def _own(words: tuple[str, ...]) -> list[str]:
    lines = [f"> {line}" if line else ">" for one in words for line in one.splitlines()]
    return [*lines, ""] if lines else []


def _plain(text: str) -> str:
    """Words that Markdown takes for words."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", " ".join(text.split()))
