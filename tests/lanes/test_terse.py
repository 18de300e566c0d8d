"""Terse posts and bare titles: what they are is told by their build, in six languages."""

from pathlib import Path

import pytest

from arrowtui.lanes.classify import classify_text
from arrowtui.lanes.context import LaneContext
from arrowtui.lanes.features import see
from arrowtui.lanes.model import shipped
from arrowtui.model.lane import Lane
from tools.labelled import examples, f1, macro_f1, posts
from tools.measure import UNSEEN
from tools.train_lanes import found_by_model

INVITES = (
    "Did you work at the mill? Talk to us",
    "Send us your photos of the storm",
    "Do you rent from the council? Share your experience",
    "Wohnen Sie in der Siedlung? Erzählen Sie uns davon",
    "Schildern Sie uns Ihre Erfahrungen mit der Pflegekasse",
    "Parlez-nous de votre premier emploi",
    "Enseignants : partagez votre expérience de la rentrée",
    "¿Trabajaste en la fábrica? Háblanos",
    "Cuéntanos cómo te afecta la huelga",
    "Stuur ons je foto's van de storm",
    "Deel je ervaring met de wachtlijst",
    "Você mora em área de risco? Fale com a gente",
    "Mande suas fotos da enchente",
)
NO_INVITES = (
    "Readers share their photos of the storm",
    "What you told us about the bins",
    "So erzählen Sie eine gute Geschichte",
    "Deel van de snelweg dicht",
    "Conte de Natal encanta o público",
)
SHAPES = (
    ("Writing labels for ten-year-olds", "feed", "doing_title"),
    ("Rédiger une fiche de poste claire", "feed", "doing_title"),
    ("Seven checks before you sign off a scaffold", "feed", "counts_title"),
    ("Why your index is not used", "hn", "explains_title"),
    ("Mould on leather: dry brush, outdoors, mask", "mastodon", "enumerates"),
    ("frost. again. in may.", "mastodon", "clipped"),
    ("Tonight's song: that slow one.", "feed", "bare_said"),
)


@pytest.mark.parametrize("title", INVITES)
def test_a_bare_title_that_bids_readers_to_answer_is_a_call(title: str) -> None:
    assert classify_text(title, "Daily Beacon", LaneContext("feed")).lane is Lane.CALL


@pytest.mark.parametrize("title", NO_INVITES)
def test_a_title_that_only_tells_of_answers_is_none(title: str) -> None:
    assert classify_text(title, "Daily Beacon", LaneContext("feed")).lane is not Lane.CALL


@pytest.mark.parametrize(("text", "kind", "shape"), SHAPES)
def test_the_build_of_a_post_is_seen(text: str, kind: str, shape: str) -> None:
    assert shape in see(text, "", kind).names


@pytest.mark.parametrize(("file", "least"), [("lanes.jsonl", 0.93), ("calls.jsonl", 0.94)])
def test_posts_kept_out_of_training_are_sorted_right(file: str, least: float) -> None:
    found = found_by_model(shipped(), examples(posts(Path(UNSEEN / file))))

    assert macro_f1(found) >= least
    assert f1(found, Lane.CALL.value) >= 0.95
