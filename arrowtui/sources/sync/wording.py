"""Titles as FreshRSS gives them to other programs, as their authors wrote them."""

import re

LIKENESSES = str.maketrans("＆＜＞＂", '&<>"')
"""Signs in full width, which stand in for those that would be markup (`lib_rss.php` of FreshRSS)."""
WIDE = re.compile("[\u1100-\u11ff\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
"""Scripts that use signs of full width themselves."""


def plain_title(title: str) -> str:
    """A title with the usual signs in place of their likenesses, unless it is written in a script that has them."""
    return title if WIDE.search(title) else title.translate(LIKENESSES)
