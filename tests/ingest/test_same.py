"""One thing met twice, or two things: the hard pairs."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.ingest.same import is_same, post_key
from arrowtui.model.replace import replace
from arrowtui.model.twin import Twin
from tests.fakes import NOON

FULL = (
    "Reporters often ask the same five things. Here is how to answer them without sounding rehearsed, with an example "
    "for each from a school, a clinic and a bakery, and what to do when you do not know."
)
TEASER = "Reporters often ask the same five things. Here is how to answer them without sounding rehearsed […]"
BRIDGE = "Article URL: https://desk.example/five\nComments URL: https://n.example/1\nPoints: 5\n# Comments: 2"
ARTICLE = Twin("Five ways to answer a reporter", FULL, "Ida Lund", NOON, True)
POST = Twin("", f"{FULL} https://desk.example/five", "Ida Lund", NOON, False)


def article(title: str = ARTICLE.title, text: str = FULL, **more: object) -> Twin:
    return replace(ARTICLE, title=title, text=text, **more)  # type: ignore[arg-type]  # fields by name


def post(text: str, author: str | None = "Ida Lund", **more: object) -> Twin:
    return replace(POST, text=text, author=author, **more)  # type: ignore[arg-type]  # fields by name


ONE_PAGE_SAME = {
    "exactly": article(),
    "teaser and whole": article(text=TEASER),
    "no text": article(text=""),
    "the title again": article(text="Five ways to answer a reporter."),
    "only the link": article(text="https://desk.example/five"),
    "a bridge's words": article(text=BRIDGE),
    "a forum feed's words": article(text="submitted by /u/ida to r/journalism\n[link] [comments]"),
    "a blog's foot": article(text=f"{FULL}\nThe post Five ways to answer a reporter appeared first on Desk."),
    "read more": article(text="Reporters often ask the same five things. Read more at Desk"),
    "case and quotes": article(title="“Five Ways” to Answer a Reporter!"),
    "site behind": article(title="Five ways to answer a reporter | Press Desk"),
    "typography": article(text=FULL.replace("without sounding rehearsed", "without  sounding rehearsed").upper()),
    "a week later": article(sorted_at=NOON + timedelta(days=7)),
    "other author field": article(author="Press Desk"),
}


@pytest.mark.parametrize("case", ONE_PAGE_SAME)
def test_one_page_told_twice_is_one(case: str) -> None:
    other = ONE_PAGE_SAME[case]

    assert is_same(ARTICLE, other, one_page=True)
    assert is_same(other, ARTICLE, one_page=True)


ONE_PAGE_APART = {
    "own title over the link": article(title="This is how we train our spokespeople", text=""),
    "own words under the title": article(text="We tried this at our school last year and it changed our open days."),
    "own words, short": article(text="This is great, read it!"),
    "own words before the teaser": article(text=f"Must read, especially number three. {TEASER}"),
    "an answer in a comment feed": article(title="Comment on Five ways to answer a reporter by Bo", text="Thanks!"),
    "a reply with the same subject": article(title="Re: Five ways to answer a reporter", text="I disagree."),
    "a post without a title about it": post("Five ways to answer a reporter, with my notes https://desk.example/five"),
    "another year": article(sorted_at=NOON + timedelta(days=365)),
    "another part behind a dash": article(title="Five ways to answer a reporter - part 2"),
    "a word under the title": article(text="Great!"),
    "another part": article(title="Five ways to answer a reporter, part 2"),
    "a short title with another site": article(title="News | Harbour", text=""),
    "a form used for two calls": article(title="Call for participants", text="We look for nurses on night shifts."),
    "a weekly digest at one address": article(title="This week's links", text="Other links than last week's."),
}


@pytest.mark.parametrize("case", ONE_PAGE_APART)
def test_one_page_with_words_of_ones_own_stays_two(case: str) -> None:
    other = ONE_PAGE_APART[case]

    assert not is_same(ARTICLE, other, one_page=True)
    assert not is_same(other, ARTICLE, one_page=True)


def test_two_calls_that_share_a_form_and_a_title_stay_two() -> None:
    one = article(title="Call for participants", text="We look for nurses who work at night.")
    other = article(title="Call for participants", text="We look for bakers who work at night.")

    assert not is_same(one, other, one_page=True)


def test_a_post_and_its_own_feed_entry_are_one() -> None:
    assert is_same(POST, replace(POST, author=None), one_page=True)


def test_two_posts_that_only_are_pictures_stay_two() -> None:
    assert not is_same(post(""), post(""), one_page=True)


CROSSPOSTED = {
    "the same words elsewhere": post(FULL),
    "another link": post(f"{FULL} https://short.example/x"),
    "cut off by the other platform": post(FULL[:150] + "…"),
    "name written otherwise": post(FULL, author="ida lund 🦉"),
    "an hour later": post(FULL, sorted_at=NOON + timedelta(hours=1)),
}


@pytest.mark.parametrize("case", CROSSPOSTED)
def test_a_cross_post_is_one(case: str) -> None:
    other = CROSSPOSTED[case]

    assert is_same(POST, other, one_page=False)
    assert is_same(other, POST, one_page=False)
    assert post_key(POST) == post_key(other) is not None


NOT_CROSSPOSTED = {
    "somebody else says the same": post(FULL, author="Bo Ek"),
    "nobody is named": post(FULL, author=None),
    "a week later": post(FULL, sorted_at=NOON + timedelta(days=7)),
    "something added in between": post(FULL.replace("Here is how", "As I learned the hard way, here is how")),
    "a greeting": post("Good morning #edchat friends!"),
    "a thread's second post": post("2/5 " + FULL),
    "an article with a title": ARTICLE,
}


@pytest.mark.parametrize("case", NOT_CROSSPOSTED)
def test_what_only_looks_like_a_cross_post_stays_two(case: str) -> None:
    other = NOT_CROSSPOSTED[case]

    assert not is_same(POST, other, one_page=False)
    assert not is_same(other, POST, one_page=False)


def test_greetings_are_never_one() -> None:
    one = post("Good morning #edchat friends!")

    assert not is_same(one, one, one_page=False)
    assert post_key(one) is None


def test_posts_written_without_blanks_are_compared_as_well() -> None:
    words = "夜勤の看護師の方、どのように眠っていますか。" * 4

    assert is_same(post(words), post(f"{words}https://a.example/"), one_page=False)


WORDS = st.text(alphabet="abc é。…|-\n./[]", max_size=120)


@given(WORDS, WORDS, WORDS, WORDS, st.booleans(), st.booleans())
def test_the_rule_does_not_depend_on_who_came_first(
    title: str, other_title: str, text: str, other_text: str, titled: bool, one_page: bool
) -> None:
    one = Twin(title, text, "Ida", NOON, titled)
    other = Twin(other_title, other_text, "Ida", NOON, True)

    assert is_same(one, other, one_page=one_page) == is_same(other, one, one_page=one_page)
