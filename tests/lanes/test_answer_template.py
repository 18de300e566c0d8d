"""Drafts of answers: facts where they are known, nothing where they are not, and foreign words are never a template."""

from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.answer_template import BUILT_IN, FACTS, filled, unknown_facts

FACT = st.sampled_from(FACTS)
TEXT = st.text(alphabet=st.characters(exclude_characters="\n\r{}[]"), max_size=12)


def test_a_line_or_a_part_of_which_a_fact_is_not_known_is_left_out() -> None:
    text = "Dear {asker},\n\nI saw it[ in {outlet}].\n\nI am {me}[, {places}].\n\nYours\n{name}"

    assert filled(text, {"asker": "Ida", "me": "nurse"}) == "Dear Ida,\n\nI saw it.\n\nI am nurse.\n\nYours\n"
    assert filled(text, {"outlet": "Desk", "name": "Kim"}) == "\nI saw it in Desk.\n\nYours\nKim\n"


def test_square_brackets_without_a_fact_stay() -> None:
    assert filled("A [note] to {name}", {"name": "Kim"}) == "A [note] to Kim\n"


@given(st.dictionaries(FACT, st.text(alphabet="{}[]abc nmoutle", max_size=20)))
def test_what_is_put_in_is_never_read_as_a_template(facts: dict[str, str]) -> None:
    said = filled("a {title} b [c {outlet} d] e", facts)

    title, outlet = facts.get("title"), facts.get("outlet")
    expected = f"a {title} b {f'c {outlet} d' if outlet else ''} e" if title else ""
    assert said == expected.rstrip("\n") + "\n"


@given(TEXT, st.dictionaries(FACT, TEXT.filter(bool)))
def test_a_text_without_braces_is_itself_whatever_is_known(text: str, facts: dict[str, str]) -> None:
    assert filled(text, facts) == text + "\n"


def test_ours_name_only_facts_there_are() -> None:
    assert all(unknown_facts(text) == () for text in BUILT_IN.values())
    assert unknown_facts("{nmae} {name} {nmae}") == ("nmae",)
