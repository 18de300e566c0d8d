"""newsboat's list of feeds."""

from hypothesis import given
from hypothesis import strategies as st

from arrowtui.sources.newsboat import read_urls

URLS = """# mine
https://a.example/feed work "long tag" "~My desk"
!https://x.example/
https://b.example/feed ! quiet
query:Unread:unread = "yes"
"exec:~/bin/feed.sh --new 'two words'" news "~Script"
https://a.example/feed again
"exec:curl x | tee y"
exec:
"filter:~/bin/f:https://c.example/feed"
"""


def test_tags_and_names_are_kept_and_other_lines_are_reported() -> None:
    found = read_urls(URLS)

    assert [wish.address for wish in found.wishes] == [
        "https://a.example/feed",
        "https://b.example/feed",
        "command:~/bin/feed.sh --new 'two words'",
    ]
    assert (found.wishes[0].title, found.wishes[0].tags) == ("My desk", ("work", "long tag"))
    assert found.wishes[1].tags == ("quiet",)
    assert [number for number, _ in found.skipped] == [3, 5, 8, 9, 10]


def test_a_program_is_taken_on_but_not_run_before_the_person_says_so() -> None:
    program = read_urls(URLS).wishes[2]

    assert (program.kind, program.title, program.tags, program.paused) == ("command", "Script", ("news",), True)


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    found = read_urls(text)

    assert all(wish.address for wish in found.wishes)
