"""Names of months, weekdays and zones as feeds write them. All lower-case; ambiguous short forms lean to English."""

from types import MappingProxyType


def _numbered(*rows: str) -> dict[str, int]:
    """Each row names one language's twelve months in order; `|` separates forms, `_` means the row gives none."""
    return {
        form: number
        for row in reversed(rows)
        for number, forms in enumerate(row.split(), 1)
        for form in forms.split("|")
        if form != "_"
    }


MONTHS = MappingProxyType(
    _numbered(
        "jan|january feb|february mar|march apr|april may jun|june jul|july aug|august sep|sept|september oct|october "
        "nov|november dec|december",
        "jan|januar|jän|jänner feb|februar mär|märz|mrz apr mai jun|juni jul|juli aug sep okt|oktober nov dez|dezember",
        "janv|janvier févr|fév|février|fevr|fevrier mars avr|avril mai juin juil|juillet août|aout sept|septembre "
        "oct|octobre nov|novembre déc|décembre|decembre",
        "ene|enero feb|febrero mar|marzo abr|abril may|mayo jun|junio jul|julio ago|agosto "
        "sep|sept|septiembre|setiembre oct|octubre nov|noviembre dic|diciembre",
        "gen|gennaio feb|febbraio mar|marzo apr|aprile mag|maggio giu|giugno lug|luglio ago|agosto set|settembre "
        "ott|ottobre nov|novembre dic|dicembre",
        "jan|janeiro fev|fevereiro mar|março|marco abr|abril mai|maio jun|junho jul|julho ago|agosto set|setembro "
        "out|outubro nov|novembro dez|dezembro",
        "jan|januari feb|februari mrt|maart apr|april mei jun|juni jul|juli aug|augustus sep|september okt|oktober "
        "nov|november dec|december",
        "jan|januari feb|februari mar|mars apr|april maj jun|juni jul|juli aug|augusti|august sep okt|oktober nov "
        "dec|december|des|desember",
        "янв|января|январь фев|февр|февраля|февраль мар|марта|март апр|апреля|апрель мая|май июн|июня|июнь "
        "июл|июля|июль авг|августа|август сен|сент|сентября|сентябрь окт|октября|октябрь ноя|нояб|ноября|ноябрь "
        "дек|декабря|декабрь",
        "sty|stycznia|styczeń lut|lutego|luty mar|marca|marzec kwi|kwietnia|kwiecień maj|maja cze|czerwca|czerwiec "
        "lip|lipca|lipiec sie|sierpnia|sierpień wrz|września|wrzesień paź|października|październik "
        "lis|listopada|listopad gru|grudnia|grudzień",
        "led|ledna|leden úno|února|únor bře|března|březen dub|dubna|duben kvě|května|květen čvn|června|červen "
        "čvc|července|červenec srp|srpna|srpen zář|září říj|října|říjen _ pro|prosince|prosinec",
        "január február|febr március|márc április|ápr május|máj június|jún július|júl augusztus "
        "szeptember|szept október november december",
        "ιαν|ιανουαρίου|ιανουάριος φεβ|φεβρουαρίου μάρ|μαρ|μάρτιος|μαρτίου απρ|απριλίου μάϊ|μαϊ|μάι|μαΐου|μαΐ "
        "ιούν|ιουν|ιουνίου|ιον ιούλ|ιουλ|ιουλίου|ιολ αύγ|αυγ|αυγούστου σεπ|σεπτεμβρίου οκτ|οκτωβρίου "
        "νοέ|νοε|νοεμβρίου δεκ|δεκεμβρίου",
        "oca|ocak şub|şubat mar|mart nis|nisan may|mayıs haz|haziran tem|temmuz ağu|ağustos eyl|eylül eki|ekim "
        "kas|kasım ara|aralık",
    )
)

WEEKDAYS = frozenset(
    " ".join(
        (
            "mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday sun sunday",
            "mo montag di dienstag mi mittwoch do donnerstag fr freitag sa samstag sonnabend so sonntag",
            "lun lundi mar mardi mer mercredi jeu jeudi ven vendredi sam samedi dim dimanche",
            "lunes martes mié mie miércoles jue jueves vie viernes sáb sab sábado dom domingo",
            "lunedì martedì gio giovedì mercoledì venerdì sabato domenica",
            "seg segunda ter terça qua quarta qui quinta sex sexta feira",
            "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo",
            "mån måndag tis tisdag ons onsdag tor tors torsdag fredag lör lördag sön söndag",
            "mandag tirsdag lørdag søndag",
            "пн пон понедельник вт вторник ср среда чт четверг пт пятница сб суббота вс воскресенье",
            "pon poniedziałek wto wt wtorek śro śr środa czw czwartek pią pt piątek sob sobota nie niedz niedziela",
            "κυρ δευ τρι τετ πεμ παρ σαβ κυριακή δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο",
            "hétfő kedd szerda csütörtök péntek szombat vasárnap",
        )
    ).split()
)

MERIDIEM = MappingProxyType({"am": False, "pm": True, "오전": False, "오후": True, "上午": False, "下午": True})
"""Words beside a clock time, and whether they mean the afternoon."""

ZONES = MappingProxyType(
    dict.fromkeys(("gmt", "utc", "ut", "z", "wet"), 0)
    | dict.fromkeys(("cet", "met", "bst", "west"), 60)
    | dict.fromkeys(("cest", "mest", "eet", "sast", "cat"), 120)
    | dict.fromkeys(("eest", "msk"), 180)
    | {"ist": 330, "sgt": 480, "hkt": 480, "awst": 480, "jst": 540, "kst": 540, "aest": 600, "aedt": 660}
    | {"nzst": 720, "nzdt": 780, "brt": -180, "art": -180, "nst": -210, "ndt": -150}
    | {"adt": -180, "ast": -240, "at": -240, "edt": -240, "est": -300, "et": -300, "cdt": -300, "cst": -360}
    | {"ct": -360, "mdt": -360, "mst": -420, "mt": -420, "pdt": -420, "pst": -480, "pt": -480}
    | {"akdt": -480, "akst": -540, "hst": -600}
)
"""Minutes ahead of UTC. American names win over their namesakes elsewhere, as RFC 822 has it."""
