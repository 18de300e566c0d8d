"""Zones as people name them."""

import pytest

from arrowtui.lanes.dates.zones import zone_of


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Eastern Standard Time", "America/New_York"),
        ("Central Standard Time", "America/Chicago"),
        ("central daylight time", "America/Chicago"),
        ("Central European Time", "Europe/Berlin"),
    ],
)
def test_a_zone_written_out_is_the_clock_of_its_region(words: str, zone: str) -> None:
    found = zone_of(words)

    assert found is not None
    assert found[0] == zone
