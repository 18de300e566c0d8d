"""SourceBottle: alerts with several call-outs, each with a page of its own."""

import re

from arrowtui.sources.digests.profile import Profile

PAGE = r"https?://(?:www\.)?sourcebottle\.com/query\.asp\?[^\s<>]*?\bqid=(?P<id>\d+)[^\s<>]*"

SOURCEBOTTLE = Profile(
    name="SourceBottle",
    domains=("sourcebottle.com",),
    opens=(
        re.compile(r"\s*call[ -]?out\s*:\s*(?P<title>.*)", re.IGNORECASE),
        re.compile(
            rf"\s*(?!\W*(?:respond|read more|view|reply|click|see|find out)\b)(?P<title>[^<>]{{3,200}}?)\s*<{PAGE}>\s*",
            re.IGNORECASE,
        ),
    ),
    least=1,
    ids=(re.compile(PAGE, re.IGNORECASE),),
    page=re.compile(PAGE, re.IGNORECASE),
)
