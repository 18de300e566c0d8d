"""Deadlines as people write them, in six languages: every form is a promise. Posted on a Wednesday, 10 June, at ten."""

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from arrowtui.lanes.deadlines import read_deadline
from arrowtui.model.call import Precision

# Words, the offset of the post in hours, day, hour ("" for the last minute of the day), zone ("" for that of the post).
FORMS = (
    ("Reply by 9am PT Friday.", -7, "2026-06-12", "09:00", "America/Los_Angeles"),
    ("Deadline Friday 9am PT", -7, "2026-06-12", "09:00", "America/Los_Angeles"),
    ("by 5pm on Friday", 1, "2026-06-12", "17:00", ""),
    ("by Friday at 5", 1, "2026-06-12", "17:00", ""),
    ("before noon tomorrow please", 1, "2026-06-11", "12:00", ""),
    ("need by tomorrow lunchtime", 1, "2026-06-11", "13:00", ""),
    ("get back to me by 4p ET Friday", -4, "2026-06-12", "16:00", "America/New_York"),
    ("before 10:30a PT tomorrow, dm me", -7, "2026-06-11", "10:30", "America/Los_Angeles"),
    ("tomorrow before 2pm PT", -7, "2026-06-11", "14:00", "America/Los_Angeles"),
    ("survey shuts on Sunday at 8pm", 1, "2026-06-14", "20:00", ""),
    ("the form comes down on 20 June", 1, "2026-06-20", "", ""),
    ("I file at 5pm today so be quick", 1, "2026-06-10", "17:00", ""),
    ("need someone in the next hour, call me", 1, "2026-06-10", "11:00", ""),
    ("this one is live till 17:30", 1, "2026-06-10", "17:30", ""),
    ("Turnaround: Friday 9am", 1, "2026-06-12", "09:00", ""),
    ("a quick e-mail, EOD today", 1, "2026-06-10", "", ""),
    ("Redaktionsschluss ist Donnerstag, 16 Uhr", 2, "2026-06-11", "16:00", ""),
    ("Plazo: lunes 15, 10 h", 2, "2026-06-15", "10:00", ""),
    ("Cierre: domingo a medianoche", 2, "2026-06-14", "23:59", ""),
    ("lo necesito para hoy a las 19h", 2, "2026-06-10", "19:00", ""),
    ("je boucle ce soir à 20h", 2, "2026-06-10", "20:00", ""),
    ("à renvoyer pour le 18 juin", 2, "2026-06-18", "", ""),
    ("tot eind deze maand", 2, "2026-06-30", "", ""),
    ("fecho o texto amanhã de manhã", -3, "2026-06-11", "12:00", ""),
    ("by close of play Thursday", 1, "2026-06-11", "17:00", ""),
    ("COB tomorrow", -5, "2026-06-11", "17:00", ""),
    ("DDL: 18/06, 6pm", 1, "2026-06-18", "18:00", ""),
    ("deadline is 1700 BST on Monday", 1, "2026-06-15", "17:00", "Europe/London"),
    ("please respond within 48 hours", 1, "2026-06-12", "10:00", ""),
    ("in the next 3 days", 1, "2026-06-13", "", ""),
    ("closes a week from today", 1, "2026-06-17", "", ""),
    ("survey closes in a fortnight", 1, "2026-06-24", "", ""),
    ("open until the end of June", 1, "2026-06-30", "", ""),
    ("by June 30th, 11:59pm ET", -4, "2026-06-30", "23:59", "America/New_York"),
    ("Deadline: 30 June 2026 at 23:59 CET", 2, "2026-06-30", "23:59", "Europe/Berlin"),
    ("apply by midnight on 14 June", 1, "2026-06-14", "23:59", ""),
    ("by end of day Thursday, Eastern time", -4, "2026-06-11", "", "America/New_York"),
    ("EOD Friday PT", -7, "2026-06-12", "", "America/Los_Angeles"),
    ("by next Tuesday", 1, "2026-06-16", "", ""),
    ("no later than Sunday evening", 1, "2026-06-14", "", ""),
    ("until 6/15", -4, "2026-06-15", "", ""),
    ("until 15/6", 1, "2026-06-15", "", ""),
    ("by the 15th", 1, "2026-06-15", "", ""),
    ("by Monday morning", 1, "2026-06-15", "12:00", ""),
    ("by 4 this afternoon", 1, "2026-06-10", "16:00", ""),
    ("I'm filing tonight, so tell me by 8pm", 1, "2026-06-10", "20:00", ""),
    ("by half past four", 1, "2026-06-10", "16:30", ""),
    ("reply by half four this afternoon", 1, "2026-06-10", "16:30", ""),
    ("by a quarter to five today", 1, "2026-06-10", "16:45", ""),
    ("by quarter past three tomorrow", 1, "2026-06-11", "15:15", ""),
    ("by half past eight tonight", 1, "2026-06-10", "20:30", ""),
    ("before half past nine tomorrow morning", 1, "2026-06-11", "09:30", ""),
    ("by 4.30 today", 1, "2026-06-10", "16:30", ""),
    ("need to talk to a nurse this afternoon", 1, "2026-06-10", "17:00", ""),
    ("by the end of this afternoon", 1, "2026-06-10", "17:00", ""),
    ("replies needed end of play", 1, "2026-06-10", "17:00", ""),
    ("looking for a baker to chat tonight", 1, "2026-06-10", "", ""),
    ("Deadline: 5:00 PM GMT - 26 June", 1, "2026-06-26", "17:00", "UTC"),
    ("Deadline: 12:00 PM GMT - 3 July", -4, "2026-07-03", "12:00", "UTC"),
    ("Deadline: 26 June 17:00 UTC", 1, "2026-06-26", "17:00", "UTC"),
    ("reply by Tuesday, 16 June, 19:30: no later", 1, "2026-06-16", "19:30", ""),
    ("bis halb fünf", 2, "2026-06-10", "16:30", ""),
    ("bis viertel vor sechs", 2, "2026-06-10", "17:45", ""),
    ("Rückmeldung bitte heute Nachmittag", 2, "2026-06-10", "17:00", ""),
    ("antes de las cuatro y media", 2, "2026-06-10", "16:30", ""),
    ("necesito respuesta esta tarde", 2, "2026-06-10", "17:00", ""),
    ("avant quatre heures et demie", 2, "2026-06-10", "16:30", ""),
    ("avant cinq heures moins le quart", 2, "2026-06-10", "16:45", ""),
    ("réponse cet après-midi SVP", 2, "2026-06-10", "17:00", ""),
    ("voor half vijf", 2, "2026-06-10", "16:30", ""),
    ("graag reactie vanmiddag", 2, "2026-06-10", "17:00", ""),
    ("até às quatro e meia", 1, "2026-06-10", "16:30", ""),
    ("preciso de resposta hoje à tarde", 1, "2026-06-10", "17:00", ""),
    ("bookings close 5pm AEST on the 22nd", 10, "2026-06-22", "17:00", "Australia/Sydney"),
    ("by 12 noon IST tomorrow", 5.5, "2026-06-11", "12:00", "Asia/Kolkata"),
    ("deadline Fri 12 Jun AoE", 1, "2026-06-12", "", "Etc/GMT+12"),
    ("bis Freitag, 12 Uhr", 2, "2026-06-12", "12:00", ""),
    ("Rückmeldung bitte bis spätestens 20. Juni, 18 Uhr", 2, "2026-06-20", "18:00", ""),
    ("bis Ende Juni", 2, "2026-06-30", "", ""),
    ("bis Ende des Monats", 2, "2026-06-30", "", ""),
    ("bis morgen Abend", 2, "2026-06-11", "", ""),
    ("bis heute 20 Uhr", 2, "2026-06-10", "20:00", ""),
    ("Einsendeschluss ist der 15.6.", 2, "2026-06-15", "", ""),
    ("innerhalb der nächsten 48 Stunden", 2, "2026-06-12", "10:00", ""),
    ("bis Sonntagabend", 2, "2026-06-14", "", ""),
    ("bis Montagmittag", 2, "2026-06-15", "12:00", ""),
    ("bis kommenden Dienstag", 2, "2026-06-16", "", ""),
    ("Frist: 18.06.2026, 12:00 Uhr", 2, "2026-06-18", "12:00", ""),
    ("die Umfrage läuft noch zwei Wochen", 2, "2026-06-24", "", ""),
    ("avant le 20 juin à midi", 2, "2026-06-20", "12:00", ""),
    ("avant vendredi 18h", 2, "2026-06-12", "18:00", ""),
    ("jusqu'au 15 juin inclus", 2, "2026-06-15", "", ""),
    ("jusqu'à dimanche minuit", 2, "2026-06-14", "23:59", ""),
    ("d'ici lundi midi", 2, "2026-06-15", "12:00", ""),
    ("d'ici la fin du mois", 2, "2026-06-30", "", ""),
    ("réponses attendues avant demain 17 h 30", 2, "2026-06-11", "17:30", ""),
    ("clôture le 18/06 à 12h", 2, "2026-06-18", "12:00", ""),
    ("sous 48 heures", 2, "2026-06-12", "10:00", ""),
    ("avant mardi prochain", 2, "2026-06-16", "", ""),
    ("hoy antes de las 12", 2, "2026-06-10", "12:00", ""),
    ("antes de las 12 de hoy", 2, "2026-06-10", "12:00", ""),
    ("hasta el viernes a las 14:00", 2, "2026-06-12", "14:00", ""),
    ("antes del 20 de junio", 2, "2026-06-20", "", ""),
    ("plazo: 18 de junio a las 23:59", 2, "2026-06-18", "23:59", ""),
    ("hasta mañana al mediodía", 2, "2026-06-11", "12:00", ""),
    ("hasta fin de mes", 2, "2026-06-30", "", ""),
    ("cierra el domingo por la noche", 2, "2026-06-14", "", ""),
    ("en las próximas 24 horas", 2, "2026-06-11", "10:00", ""),
    ("hasta el próximo martes", 2, "2026-06-16", "", ""),
    ("hasta el lunes 15", 2, "2026-06-15", "", ""),
    ("hasta las 8 de la tarde del jueves", 2, "2026-06-11", "20:00", ""),
    ("até sexta-feira às 18h", -3, "2026-06-12", "18:00", ""),
    ("até amanhã às 18h", -3, "2026-06-11", "18:00", ""),
    ("até amanhã ao meio-dia", -3, "2026-06-11", "12:00", ""),
    ("até 20 de junho", -3, "2026-06-20", "", ""),
    ("até o fim do mês", -3, "2026-06-30", "", ""),
    ("prazo: 18/06, 23h59", -3, "2026-06-18", "23:59", ""),
    ("até domingo à noite", -3, "2026-06-14", "", ""),
    ("nas próximas 48 horas", -3, "2026-06-12", "10:00", ""),
    ("até dia 15", -3, "2026-06-15", "", ""),
    ("inscrições encerram na segunda", -3, "2026-06-15", "", ""),
    ("uiterlijk vrijdag 17 uur", 2, "2026-06-12", "17:00", ""),
    ("sluit morgenavond", 2, "2026-06-11", "", ""),
    ("vóór 20 juni, 12.00 uur", 2, "2026-06-20", "12:00", ""),
    ("tot en met zondag", 2, "2026-06-14", "", ""),
    ("tot eind juni", 2, "2026-06-30", "", ""),
    ("binnen 48 uur", 2, "2026-06-12", "10:00", ""),
    ("reageren kan t/m 15 juni", 2, "2026-06-15", "", ""),
    ("voor maandag 9 uur", 2, "2026-06-15", "09:00", ""),
    ("tot morgen 12 uur", 2, "2026-06-11", "12:00", ""),
    ("voor volgende week dinsdag", 2, "2026-06-16", "", ""),
    ("by Friday week", 1, "2026-06-19", "", ""),
    ("Deadline extended to Monday 15 June, 5pm (was Friday)", 1, "2026-06-15", "17:00", ""),
    ("responses by 5pm UK time Thursday", 2, "2026-06-11", "17:00", "Europe/London"),
    ("close Sunday 23:00 WAT", 1, "2026-06-14", "23:00", "Africa/Lagos"),
    ("deadline 10pm GST on Sunday", 4, "2026-06-14", "22:00", "Asia/Dubai"),
    ("by 6pm EAT Friday", 3, "2026-06-12", "18:00", "Africa/Nairobi"),
    ("by 17:00 JST on 15 June", 9, "2026-06-15", "17:00", "Asia/Tokyo"),
    ("by 18:00 BRT tomorrow", -3, "2026-06-11", "18:00", "America/Sao_Paulo"),
    ("hasta las 20 h (hora peninsular) del jueves", 2, "2026-06-11", "20:00", "Europe/Madrid"),
)
NONE = (
    "ASAP please",
    "Early next week ideally",
    "The show airs on Friday",
    "Filming takes place on 20 June",
    "We will publish on Monday",
    "La emisión es el viernes",
    "Drehtag ist der 20. Juni",
)


@pytest.mark.parametrize(("words", "offset", "day", "clock", "zone"), FORMS)
def test_a_deadline_is_read_to_the_instant(words: str, offset: float, day: str, clock: str, zone: str) -> None:
    posted = datetime(2026, 6, 10, 10, 0, tzinfo=timezone(timedelta(hours=offset)))

    found = read_deadline(f"Looking for nurses. {words[0].upper()}{words[1:]}", posted)

    meant = datetime.fromisoformat(f"{day} {clock or '23:59'}").replace(
        tzinfo=ZoneInfo(zone) if zone else posted.tzinfo
    )
    assert found is not None
    assert found.at.replace(second=0) == meant
    assert found.precision is (Precision.MINUTE if clock else Precision.DAY)


@pytest.mark.parametrize("words", NONE)
def test_other_days_and_vague_words_are_no_deadline(words: str) -> None:
    posted = datetime(2026, 6, 10, 10, 0, tzinfo=timezone(timedelta(hours=1)))

    assert read_deadline(f"Looking for nurses. {words}.", posted) is None
