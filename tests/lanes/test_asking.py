"""Who reports what others were asked is no asker: only what wants something of its reader is a call."""

import pytest

from arrowtui.lanes.calls import call_in
from arrowtui.lanes.classify import classify
from arrowtui.lanes.context import LaneContext
from arrowtui.model.lane import ChosenBy, Lane, Verdict
from tests.store.builders import an_item

REPORTS = {
    "en": ("Six in ten bakers work weekends", "According to a survey of 900 bakers, six in ten work every weekend."),
    "de": (
        "Jeder dritte Betrieb sucht Nachfolger",
        "Laut einer Umfrage sucht jeder dritte Betrieb. Befragt wurden 2.100.",
    ),
    "fr": ("Les usagers sont mécontents", "Selon un sondage mené auprès de 1 004 personnes, 58 % sont mécontents."),
    "es": ("Pocos cierran en agosto", "Según una encuesta publicada el lunes, el 71 % de los autónomos no cierra."),
    "pt": (
        "Candidata lidera",
        "Pesquisa divulgada nesta terça mostra a candidata com 41%. Foram ouvidas 1.200 pessoas.",
    ),
    "nl": ("Helft overweegt te stoppen", "Uit onderzoek onder 600 winkeliers blijkt dat de helft wil stoppen."),
}
ASKING = {
    "en": (
        "Tell us: do you work weekends?",
        "We would like to hear from bakers who work weekends. Fill in the form below.",
    ),
    "de": (
        "Sie suchen Nachfolger?",
        "Wir suchen Betriebe ohne Nachfolge für eine Reportage. Schreiben Sie uns: hof@blatt.example.org",
    ),
    "fr": (
        "Usagers, racontez",
        "Nous cherchons des usagers du train pour un reportage. Écrivez-nous : rail@journal.example.org",
    ),
    "es": (
        "Cuéntanos tu agosto",
        "Buscamos autónomos que no cierran en agosto para un reportaje. Escríbenos a ola@diario.example.org",
    ),
    "pt": ("Conte-nos", "Procuramos eleitores indecisos para uma reportagem. Escreva-nos: voto@jornal.example.org"),
    "nl": (
        "Stopt u ook?",
        "We zoeken winkeliers die stoppen, voor een verhaal in de krant. Mail ons: stop@krant.example.org",
    ),
}


def lane_of(title: str, text: str, kind: str = "feed") -> Lane:
    return classify(an_item(title=title, text=text), LaneContext(kind)).lane


@pytest.mark.parametrize("language", REPORTS)
def test_an_article_about_a_survey_is_not_among_the_calls(language: str) -> None:
    assert lane_of(*REPORTS[language]) is not Lane.CALL


@pytest.mark.parametrize("language", ASKING)
def test_an_article_that_asks_its_readers_is(language: str) -> None:
    assert lane_of(*ASKING[language]) is Lane.CALL


@pytest.mark.parametrize(
    "text",
    [
        "Softcover, 148 pages, 16 x 24 cm. ISBN 978-1-55-555012-3. Who reads in bed?",
        "Job 155501234 done. Opened 23:01, closed 23:06. Source: survey.",
        "v3.8.7",
        "The company reported its 2026 Q3 figures on Monday.",
    ],
)
def test_numbers_of_books_releases_and_quarters_make_no_call_and_no_chat(text: str) -> None:
    assert lane_of("", text) in (Lane.NOISE, Lane.TIP)


def test_words_alike_are_not_enough_to_ask_or_to_chat() -> None:
    replies = ("@kai das kenne ich, bei uns war es das WLAN", "@bigshop where is the button gone?")

    assert {lane_of("", reply, "x") for reply in replies} == {Lane.NOISE}


PAY_FIRST = (
    "Teachers, be the face of tomorrow: guest spots on television. To book your slot please pay the studio fee of £149 "
    "by card and send a copy of your passport. Reply: casting@mail.example"
)


@pytest.mark.parametrize("by", [ChosenBy.SOURCE, ChosenBy.OWN_RULE])
def test_a_setting_that_sends_items_to_the_calls_disarms_no_alarm(by: ChosenBy) -> None:
    item = an_item("seat", title="Guest spots", text=PAY_FIRST)

    call = call_in(item, Verdict(Lane.CALL, 1.0, ("you set this source to Calls",), by), "feed")

    assert call is not None and call.is_scam


def test_what_the_rules_took_for_a_genuine_call_keeps_its_doubts_but_no_alarm() -> None:
    item = an_item("seat", title="Guest spots", text=PAY_FIRST)

    call = call_in(item, Verdict(Lane.CALL, 0.9, ("asks readers",)), "feed")

    assert call is not None and call.flags and not call.is_scam
