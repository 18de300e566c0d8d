"""Money promised to whoever hands something over is noise, though no opinion is asked for; warnings of it are not."""

import pytest

from arrowtui.lanes.classify import classify_text
from arrowtui.lanes.context import LaneContext
from arrowtui.model.lane import Lane


@pytest.mark.parametrize(
    "text",
    [
        "We pay your bill! send ID to claim@help.example today",
        "We pay your electricity bill! Send a copy of your ID card and your account number by DM.",
        "Free money for teachers! Send a photo of your passport and your bank details, we transfer within 24 hours.",
        "GRANT ALERT: the government pays your rent. Send your ID card and bank login to our agent on WhatsApp.",
        "Make quick cash: deposit $100 and get $1000 back in one hour, guaranteed. DM me.",
        "Wir zahlen deine Rechnung! Schick eine Kopie deines Ausweises und deine Bankdaten.",
        "Pagamos tu factura. Envía foto de tu DNI y tus datos bancarios por WhatsApp.",
        "Nous payons vos factures ! Envoyez une copie de votre carte d'identité et votre RIB.",
        "Pagamos sua conta! Envie foto do RG e seus dados bancários.",
        "Wij betalen je rekening! Stuur een kopie van je paspoort en je bankgegevens.",
    ],
)
def test_a_lure_is_noise_on_every_platform(text: str) -> None:
    for kind in ("mastodon", "bluesky", "facebook", "x"):
        assert classify_text(text, "", LaneContext(kind)).lane is Lane.NOISE, kind


@pytest.mark.parametrize(
    "text",
    [
        "How to spot a scam: if somebody writes “we pay your bill”, check who it is before you answer.",
        "Five signs of a scam: 1. We pay your debt, they say. 2. They want a copy of your passport. 3. It is urgent.",
        "Landlords: how to word a letter when we pay your bill late",
        "Tip: never give your password to anyone, and pay the registration fee only on the official site.",
        "Checklist for moving abroad: 1. Copy of your passport. 2. Bank details. 3. Registration fee of $50.",
        "How to write an invoice that gets paid: add your bank details, your account number and a due date.",
    ],
)
def test_advice_against_it_stays_a_tip(text: str) -> None:
    assert classify_text(text, "", LaneContext("mastodon")).lane is Lane.TIP
