"""Zones as people name them. A zone's name stands for its clock, summer or winter: "EST" in July is New York time."""

import re
from datetime import timedelta, timezone, tzinfo
from functools import lru_cache
from types import MappingProxyType
from zoneinfo import ZoneInfo

AOE = "Etc/GMT+12"

SHORT = MappingProxyType(
    {
        name: zone
        for zone, names in (
            ("America/New_York", "ET EST EDT"),
            ("America/Chicago", "CT CST CDT"),
            ("America/Denver", "MT MST MDT"),
            ("America/Los_Angeles", "PT PST PDT"),
            ("America/Anchorage", "AKST AKDT"),
            ("Pacific/Honolulu", "HST"),
            ("America/Halifax", "AST ADT"),
            ("America/St_Johns", "NST NDT"),
            ("UTC", "UTC GMT"),
            ("Europe/London", "BST"),
            ("Europe/Berlin", "CET CEST MEZ MESZ MET"),
            ("Europe/Lisbon", "WET WEST"),
            ("Europe/Athens", "EET EEST"),
            ("Europe/Moscow", "MSK"),
            ("Asia/Kolkata", "IST"),
            ("Asia/Singapore", "SGT"),
            ("Asia/Hong_Kong", "HKT"),
            ("Asia/Tokyo", "JST"),
            ("Asia/Seoul", "KST"),
            ("Asia/Manila", "PHT"),
            ("Asia/Jakarta", "WIB"),
            ("Asia/Karachi", "PKT"),
            ("Asia/Dubai", "GST"),
            ("Australia/Sydney", "AEST AEDT AET"),
            ("Australia/Adelaide", "ACST ACDT"),
            ("Australia/Perth", "AWST"),
            ("Pacific/Auckland", "NZST NZDT NZT"),
            ("Africa/Johannesburg", "SAST"),
            ("Africa/Nairobi", "EAT"),
            ("Africa/Lagos", "WAT"),
            ("America/Sao_Paulo", "BRT"),
            ("America/Argentina/Buenos_Aires", "ART"),
            ("America/Santiago", "CLT CLST"),
            ("America/Bogota", "COT"),
            (AOE, "AoE AOE"),
        )
        for name in names.split()
    }
)

# Spoken names, matched without regard to case.
SPOKEN = (
    (
        r"u\.?k\.? time|london time|british(?: summer)? time|hora británica|hora de londres|heure de londres",
        "Europe/London",
    ),
    (r"irish time|dublin time", "Europe/Dublin"),
    (
        r"eastern(?: time| standard time| daylight time)?|new york time|nyc time|hora del este|east coast time",
        "America/New_York",
    ),
    (r"central (?:standard |daylight )?time|chicago time|u\.?s\.? central", "America/Chicago"),
    (r"mountain(?: time)?|denver time", "America/Denver"),
    (r"pacific(?: time)?|west coast time|california time|seattle time", "America/Los_Angeles"),
    (
        r"(?:hora )?(?:peninsular|española)(?: española)?|hora de (?:madrid|españa)|spanish time|madrid time",
        "Europe/Madrid",
    ),
    (r"hora canaria|(?:hora )?en canarias", "Atlantic/Canary"),
    (r"heure (?:de paris|française|belge|de bruxelles)|paris time|french time", "Europe/Paris"),
    (r"heure (?:du québec|de montréal|de l'est)|montreal time|toronto time", "America/Toronto"),
    (
        r"central european(?: summer)? time|european time|berlin(?:er)? (?:time|zeit)|deutscher zeit|german time"
        r"|mitteleuropäischer zeit|wiener zeit|schweizer zeit|amsterdam time|dutch time|brussels time",
        "Europe/Berlin",
    ),
    (r"nederlandse tijd|belgische tijd", "Europe/Amsterdam"),
    (r"hora de lisboa|hora de portugal|hora continental|lisbon time|portuguese time", "Europe/Lisbon"),
    (r"hor[aá](?:rio)? de (?:brasília|brasilia|são paulo)|brasília time|brasilia time", "America/Sao_Paulo"),
    (r"hora (?:de )?(?:méxico|mexico|cdmx)|hora del centro|mexico city time", "America/Mexico_City"),
    (r"hora (?:de )?argentina|hora de buenos aires", "America/Argentina/Buenos_Aires"),
    (r"hora (?:de )?(?:colombia|bogotá|colombiana)", "America/Bogota"),
    (r"hora (?:de )?(?:chile|santiago|chilena)", "America/Santiago"),
    (r"sydney time|melbourne time|hobart time", "Australia/Sydney"),
    (r"brisbane time|queensland time", "Australia/Brisbane"),
    (r"new zealand time|auckland time|nz time", "Pacific/Auckland"),
    (r"india(?:n)? time|indian standard time", "Asia/Kolkata"),
    (r"singapore time", "Asia/Singapore"),
    (r"tokyo time|japan time", "Asia/Tokyo"),
    (r"south african? time|johannesburg time", "Africa/Johannesburg"),
    (r"nairobi time|east africa time", "Africa/Nairobi"),
    (r"anywhere on earth", AOE),
    (r"greenwich(?: mean)? time|universal time|zulu", "UTC"),
)
SHORT_WORDS = "|".join(sorted(SHORT, key=len, reverse=True))
SPOKEN_WORDS = "|".join(words for words, _ in SPOKEN)
SPOKEN_READ = tuple((re.compile(words, re.IGNORECASE), zone) for words, zone in SPOKEN)
OFFSET = re.compile(r"(?:UTC|GMT)\s?([+-−])\s?(\d{1,2})(?::?([0-5]\d))?")


@lru_cache(maxsize=64)
def zone_of(words: str) -> tuple[str, tzinfo] | None:
    """The zone that words name: an IANA name (or "UTC+N") and its clock; None for words that name none."""
    if found := OFFSET.fullmatch(words.strip()):
        away = timedelta(hours=int(found[2]), minutes=int(found[3] or 0)) * (1 if found[1] == "+" else -1)
        if abs(away) <= timedelta(hours=14):
            return words.strip(), timezone(away)
    name = SHORT.get(words.strip())
    if name is None:
        name = next((zone for read, zone in SPOKEN_READ if read.fullmatch(words.strip())), None)
    return (name, ZoneInfo(name)) if name else None
