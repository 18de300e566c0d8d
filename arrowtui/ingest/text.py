"""What the other rooms need to make foreign text safe: the cleaner, links, quick plain text."""

from arrowtui.ingest.clean import clean_line, clean_text
from arrowtui.ingest.links import safe_link
from arrowtui.ingest.quick import quick_text

__all__ = ["clean_line", "clean_text", "quick_text", "safe_link"]
