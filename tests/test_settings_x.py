"""What X may cost: set once for all its sources, or for one of them."""

import pytest

from arrowtui.model.errors_settings import SettingsFaulty
from arrowtui.settings.load import read_settings

SOURCE = """
[[source]]
kind = "x"
address = "https://x.com/hashtag/edchat"
"""


def options(text: str) -> dict[str, str]:
    (wish,) = read_settings(text, "config.toml").wishes()
    return dict(wish.options)


def test_without_a_budget_a_source_has_none() -> None:
    assert options(SOURCE) == {}
    assert options('[x]\nprice_per_post = "0.001"\n' + SOURCE) == {}


def test_the_budget_and_the_prices_reach_every_source() -> None:
    assert options('[x]\nbudget = "5.00"\nprice_per_post = "0.001"\n' + SOURCE) == {
        "budget": "5.00",
        "price_per_post": "0.001",
        "price_per_user": "0.010",
    }


def test_a_sources_own_word_counts_more() -> None:
    found = options('[x]\nbudget = "5.00"\n' + SOURCE + 'options = { budget = "1.00", dialect = "post" }\n')

    assert (found["budget"], found["dialect"], found["price_per_post"]) == ("1.00", "post", "0.005")


def test_a_bridge_has_no_budget() -> None:
    bridge = 'options = { bridge = "https://nitter.example/ida/rss" }\n'

    assert options('[x]\nbudget = "5.00"\n' + SOURCE + bridge) == {"bridge": "https://nitter.example/ida/rss"}


@pytest.mark.parametrize("budget", ["5", '"five"', '"5,00"', '"-1"', '"$5"', '""'])
def test_a_budget_that_is_no_sum_is_a_fault(budget: str) -> None:
    with pytest.raises(SettingsFaulty) as caught:
        read_settings(f"[x]\nbudget = {budget}\n", "config.toml")

    (fault,) = caught.value.faults
    assert (fault.line, fault.key) == (2, "x.budget")
    assert '"5.00"' in fault.why
