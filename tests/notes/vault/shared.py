"""Shared notes for tests, drawn by hypothesis or made in one line."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from arrowtui.model.note import About, SubjectKind
from arrowtui.model.vault import SharedLayer, SharedNote, SharedSubject, Uid
from arrowtui.notes.vault.merge import in_order

DAY = datetime(2026, 11, 23, 12, tzinfo=UTC)
ONE = Uid("00000000000000a1")


def shared(*texts: str, uid: Uid = ONE, tags: tuple[str, ...] = (), at: datetime = DAY) -> SharedNote:
    """A note with one layer a text, an hour apart."""
    layers = tuple(
        SharedLayer(uid if n == 0 else Uid(f"{n:016x}"), at + timedelta(hours=n), text) for n, text in enumerate(texts)
    )
    return SharedNote(uid, layers, tags, at, at)


uids = st.integers(0, 2**64 - 1).map(lambda number: Uid(f"{number:016x}"))
moments = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(
    lambda at: at.replace(tzinfo=UTC, microsecond=at.microsecond // 1000 * 1000)
)
# What a cleaned text may hold, with what means something to the format drawn more often.
words = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\u2028\u2029"), max_size=20)
lines = st.one_of(
    words,
    st.sampled_from(
        (
            "",
            "---",
            "...",
            "# A heading",
            "<!-- layer 00000000000000a1 2026-12-01T09:00:00Z -->",
            "<!-- \\layer x -->",
            "<!-- \\\\layer y",
            "arrowtui: x",
            "- [ ] by Friday",
            "[[A title]]",
            "```",
            "\t",
        )
    ),
)
texts = st.lists(lines, max_size=8).map("\n".join)
tags = st.lists(
    st.text(st.characters(categories=("Ll", "Nd")), min_size=1, max_size=8).map(lambda tag: tag.lower()),
    max_size=4,
    unique=True,
).map(tuple)
facts = st.sampled_from((None, "How *not* to, & why", "007", "a: b", "x #y", "- z", "no")) | words.filter(
    lambda text: bool(text.strip())
)
subjects = st.builds(SharedSubject, st.sampled_from(SubjectKind), facts, words).filter(
    lambda subject: subject.kind is not SubjectKind.ALONE
) | st.just(SharedSubject())


@st.composite
def notes(draw: st.DrawFn) -> SharedNote:
    """Any note."""
    uid, created = draw(uids), draw(moments)
    later = draw(
        st.lists(
            st.builds(SharedLayer, uids.filter(lambda other: other != uid), moments, texts, st.none() | uids),
            max_size=4,
            unique_by=lambda layer: layer.uid,
        )
    )
    layers = in_order(uid, (SharedLayer(uid, created, draw(texts)), *later))
    about = About(draw(facts), draw(facts), draw(facts))
    return SharedNote(uid, layers, draw(tags), created, draw(moments), draw(subjects), about, draw(facts))
