"""What of a letter's page is there to be seen. Mail programs run no scripts, so what is transparent stays so."""

import re

STYLE = re.compile(r"\bstyle\s*=\s*(?:\"[^\"<>]{0,4000}\"|'[^'<>]{0,4000}')", re.IGNORECASE)
TRANSPARENT = re.compile(r"(?<![\w-])opacity\s*:\s*0(?:\.0+)?\s*(?=[;\"'!])", re.IGNORECASE)


def shown(html: str) -> str:
    """The page with words of no opacity declared hidden; on web pages they may fade in, so this is for letters."""
    if "opacity" not in html.lower():
        return html
    return STYLE.sub(_told_hidden, html)


def _told_hidden(style: re.Match[str]) -> str:
    return TRANSPARENT.sub("display:none", style[0]) if "pacity" in style[0] else style[0]
