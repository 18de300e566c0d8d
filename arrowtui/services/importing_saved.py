"""What another program saved, as it is here: clean, a draft, and known again when it comes a second time."""

from arrowtui.ingest.clean import clean_line, clean_text
from arrowtui.ingest.links import safe_link
from arrowtui.model.replace import replace
from arrowtui.model.saved import Haul, Saved
from arrowtui.model.wire import Body, Draft, Markup
from arrowtui.notes.imports.highlights import as_text, key_of_highlight
from arrowtui.notes.vault.digest import digest_of
from arrowtui.notes.vault.file import tag_word
from arrowtui.services.notekeeper import clean_note


def cleaned_saved(each: Saved) -> Saved:
    """Foreign text passes the cleaner; a link is one that may be opened, or none."""
    tags = (tag_word(clean_line(tag, 60)) for tag in each.tags)
    marks = (
        replace(mark, text=clean_text(mark.text), note=clean_note(mark.note), place=clean_line(mark.place, 80))
        for mark in each.highlights
    )
    return replace(
        each,
        title=clean_line(each.title),
        link=safe_link(each.link),
        author=clean_line(each.author, 200) or None if each.author else None,
        tags=tuple(dict.fromkeys(filter(None, tags))),
        note=clean_note(each.note),
        text=clean_text(each.text),
        highlights=tuple(marks),
    )


def draft_of(each: Saved) -> Draft:
    """As if a source had told of it just now."""
    return Draft(
        each.link or each.native_id,
        title=Body(each.title, Markup.TEXT) if each.title else None,
        body=Body(each.text or as_text("", each.highlights), Markup.TEXT),
        link=each.link,
        author=each.author,
        published_at=each.saved_at,
        host="",
    )


def name_of(haul: Haul, each: Saved) -> str:
    """What it is remembered by, so that a second time is known."""
    return f"{haul.origin}\t{each.native_id}"


def part(haul: Haul, words: str) -> str:
    """What a part of it is remembered by."""
    return f"part\t{haul.origin}\t{digest_of(words)}"


def parts(haul: Haul, each: Saved) -> list[str]:
    """What of its own words and marks is told apart."""
    own = [part(haul, f"{each.native_id}\0note\0{each.note}")] if each.note else []
    return list(dict.fromkeys((*own, *(part(haul, key_of_highlight(each, mark)) for mark in each.highlights))))
