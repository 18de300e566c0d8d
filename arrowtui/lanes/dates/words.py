"""The words of the calendar and the clock in English, Spanish, German, French, Portuguese and Dutch."""

from types import MappingProxyType

MONTHS = MappingProxyType(
    {
        name: number
        for number, names in enumerate(
            (
                "january jan enero ene januar jänner janvier janv janeiro januari",
                "february feb febrero februar feber février fevrier févr fev fevereiro februari",
                "march mar marzo märz maerz mrz mars março marco maart mrt",
                "april apr abril abr avril avr",
                "may mayo mai maio mei",
                "june jun junio juni juin junho",
                "july jul julio juli juillet juil julho",
                "august aug agosto ago août aout augustus",
                "september sept sep septiembre setiembre septembre setembro set",
                "october oct octubre oktober okt octobre outubro out",
                "november nov noviembre novembre novembro",
                "december dec diciembre dic dezember dez décembre decembre déc dezembro",
            ),
            start=1,
        )
        for name in names.split()
    }
)

WEEKDAYS = MappingProxyType(
    {
        name: number
        for number, names in enumerate(
            (
                "monday mon lunes montag lundi segunda-feira segunda maandag",
                "tuesday tues tue martes dienstag mardi terça-feira terça terca dinsdag",
                "wednesday weds wed miércoles miercoles mittwoch mercredi quarta-feira quarta woensdag",
                "thursday thurs thur thu jueves donnerstag jeudi quinta-feira quinta donderdag",
                "friday fri viernes freitag vendredi sexta-feira sexta vrijdag",
                "saturday sat sábado sabado samstag sonnabend samedi zaterdag",
                "sunday sun domingo sonntag dimanche zondag",
            )
        )
        for name in names.split()
    }
)
SHORT_WEEKDAYS = MappingProxyType(
    {
        **{name: number for number, name in enumerate(("mo", "di", "mi", "do", "fr", "sa", "so"))},
        **{name: number for number, name in enumerate(("ma", "di", "wo", "do", "vr", "za", "zo"))},
        **{name: number for number, name in enumerate(("lun", "mar", "mié", "jue", "vie", "sáb", "dom"))},
        **{name: number for number, name in enumerate(("seg", "ter", "qua", "qui", "sex"))},
        **{name: number for number, name in enumerate(("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."))},
        "mer": 2,
        "jeu": 3,
        "ven": 4,
    }
)

NUMBERS = MappingProxyType(
    {
        name: number
        for number, names in (
            (1, "a an one un una uno ein eine einem einer einen une um uma een één"),
            (2, "two couple dos zwei deux dois duas twee"),
            (3, "three tres drei trois três drie"),
            (4, "four cuatro vier quatre quatro"),
            (5, "five cinco fünf cinq vijf"),
            (6, "six seis sechs zes"),
            (7, "seven siete sieben sept sete zeven"),
            (8, "eight ocho acht huit oito"),
            (9, "nine nueve neun neuf nove negen"),
            (10, "ten diez zehn dix dez tien"),
            (12, "twelve doce zwölf douze doze twaalf"),
            (14, "fourteen catorce vierzehn quatorze catorze veertien"),
            (15, "fifteen quince fünfzehn quinze vijftien"),
            (24, "twenty-four veinticuatro vierundzwanzig"),
            (48, "forty-eight"),
        )
        for name in names.split()
    }
)

UNITS = MappingProxyType(
    {
        name: unit
        for unit, names in (
            ("hour", "hours hour hrs hr h std stunden stunde heures heure horas hora hs uur uren"),
            ("day", "days day tagen tage tag jours jour días dias día dia dagen dag werktage werktagen werkdagen"),
            ("week", "weeks week wks wk wochen woche semaines semaine semanas semana weken"),
            ("fortnight", "fortnight quincena quinzaine"),
            ("month", "months month monaten monate monat mois meses mes mês maanden maand"),
        )
        for name in names.split()
    }
)

# What a word of the clock means: hour and minute, by rule C4 of the labelling.
HOURS: MappingProxyType[str, tuple[int, int]] = MappingProxyType(
    {
        name: clock
        for clock, names in (
            (
                (12, 0),
                "noon|midday|middag|12 noon|noontime|mediodía|mediodia|mittag|mittags|midi|meio-dia|meio dia"
                "|12 uur 's middags",
            ),
            ((23, 59), "midnight|medianoche|media noche|mitternacht|minuit|meia-noite|meia noite|middernacht"),
            (
                (17, 0),
                "cob|eob|close of business|close of play|end of play|end of business|end of the working day"
                "|end of working day"
                "|business close|geschäftsschluss|dienstschluss|büroschluss|einde werkdag|eind van de werkdag"
                "|fin de la jornada laboral|fin de la jornada|fim do expediente|fim do horário comercial",
            ),
            (
                (12, 0),
                "morning|vormittag|vormittags|früh|matin|por la mañana|de manhã|pela manhã|ochtend|morgenfrüh",
            ),
            ((13, 0), "lunchtime|lunch time|lunch|mittagszeit|hora de comer|hora do almoço|lunchtijd"),
            (
                (17, 0),
                "afternoon|nachmittag|nachmittags|après-midi|apres-midi|por la tarde|à tarde|da tarde|namiddag"
                "|'s middags",
            ),
        )
        for name in names.split("|")
    }
)

NIGHTS = (
    "tonight|this evening|esta noche|heute abend|heute nacht|ce soir|cette nuit|hoje à noite|esta noite"
    "|vanavond|vannacht"
)
AFTERNOONS = (
    "this afternoon|(?:the )?end of (?:this|the) afternoon|heute nachmittag|esta tarde|cet apr[eè]s-midi|vanmiddag"
    "|hoje [àa] tarde|hoje de tarde"
)
TODAYS = "today|eod today|hoy|heute|aujourd'hui|aujourd’hui|hoje|vandaag"
TOMORROWS = "tomorrow|tmrw|tmr|tmw|2moro|mañana|morgen|demain|amanhã|amanha"
AFTER_TOMORROWS = "day after tomorrow|pasado mañana|übermorgen|après-demain|apres-demain|depois de amanhã|overmorgen"
END_OF_DAYS = (
    "eod|end of (?:the )?day|end of today|ende des tages|tagesende|final del d[ií]a|fin del d[ií]a"
    "|fin de journée|fim do dia"
    "|final do dia|(?:het )?einde? van de dag"
)
NEXTS = (
    "next|following|nächste[nrs]?|naechste[nrs]?|próxim[oa]|proxim[oa]|prochaine?|volgende(?: week)?"
    "|nächste woche|next week"
)
NEXTS_AFTER = "next week|of next week|que viene|que vem|prochaine?|próxim[oa]|week|nächster woche|nächste woche"
END_OF = (
    "end of|(?:the )?end of the|ende(?: des)?|ende der|anfang ende|finales de|final de|fin de|fin du|fin|fim de|fim do"
    "|final do|einde?(?: van)?(?: de)?|last day of|letzter tag des"
)
