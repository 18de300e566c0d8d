"""Lines of a page that change by themselves: dates of the last change, counters, clocks. Their change is no news.

Only a line that holds nothing else counts as noise: "Deadline: 5 December" has a word of its own and is news.
"""

import re

from arrowtui.sources.feeds.calendar_words import MERIDIEM, MONTHS, WEEKDAYS, ZONES

_WORD = re.compile(r"[^\W\d_]+")
_COUNT = re.compile(
    r"\(\s*\d[\d.,\s]*[kKmM]?\s*\)"
    r"|\b\d[\d.,]*\s?[kKmM]?\s+(?:comments?|views?|likes?|shares?|replies|votes?|reads?|reactions?)\b"
    r"|\b(?:\d+|an?|one)\s+(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\s+ago\b",
    re.IGNORECASE,
)
_LABEL_WORDS = (
    "last updated update modified changed revised reviewed posted published generated as of on at by the a an to in "
    "and page date time today yesterday tomorrow now just ago second seconds sec secs minute minutes min mins hour "
    "hours hr hrs day days week weeks month months year years read reading view views viewed comment comments like "
    "likes share shares reply replies vote votes visit visits visitor visitors user users guest guests online "
    "currently result results showing total copyright c k m st nd rd th st t z o clock "
    "stand zuletzt aktualisiert geändert veröffentlicht am um uhr vor minuten stunden tagen kommentare aufrufe "
    "mis à jour le la modifié publié il y heures jours commentaires vues "
    "actualizado modificado publicado el hace horas días minutos comentarios visitas "
    "年 月 日 時 分 更新 更新日 最終更新 最終更新日 公開日 发布 发布时间 更新时间 년 월 일 시 분"
)
_LABELS = frozenset(_LABEL_WORDS.split())


def is_noise(line: str) -> bool:
    """Whether a line says nothing but when it was made or how often it was looked at; also a line without words."""
    if len(line) > 120:
        return False
    words = _WORD.findall(line.lower())
    return all(
        word in _LABELS or word in MONTHS or word in WEEKDAYS or word in ZONES or word in MERIDIEM for word in words
    )


def sense(line: str) -> str:
    """What a line is compared by: case, blanks and counters in it do not count."""
    return " ".join(_COUNT.sub(" ", line).casefold().split())
