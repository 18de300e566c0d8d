"""Whether a call offers anything of value to those who answer."""

import re

SUM = (
    r"(?:(?:r|us|a|c)?[$£€¥]\s?\d[\d.,]*k?|\d[\d.,]*\s?(?:[€£$]"
    r"|(?:euros?|eur|dollars?|usd|pounds?|quid|reais|francs|chf|aud|cad|nzd|kr|gbp|pesos)\b))"
)
NOTHING = re.compile(
    r"(?<!paid or )\bunpaid\b(?! or paid)|\b(?:no|without|zero) (?:fee|pay|payment|money|reward"
    r"|compensation|budget|honorarium|remuneration"
    r"|incentive)\b|\bnot (?:paid|able to pay|compensated)\b|\b(?:can't|cannot|can not|don't|won't) (?:pay"
    r"|offer (?:payment|money|a fee|compensation))\b"
    r"|\b(?:compensation|incentive|payment|pay|fee|rate|reward)\s?: (?:none|no\b|0|nil|unpaid|n/a)|\bfor free\b"
    r"|\bvoluntary and unpaid\b|\bpro bono\b|\b(?:nobody|no one) (?:gets|is) paid\b"
    r"|\bhonorar kann\b.{0,20}\bnicht\b|\bk(?:ann|önnen) (?:ich|wir) (?:leider )?(?:nichts?|kein\w*)\b.{0,14}zahlen"
    r"|\bunbezahlt|\bkeine (?:gage|vergütung|bezahlung|aufwandsentschädigung|honorar)|\bkein honorar"
    r"|\bohne (?:bezahlung|vergütung|honorar|gage)|\bunentgeltlich|\bnicht vergütet"
    r"|\bno (?:remunerad[oa]|se paga|hay (?:remuneración|pago))|\bsin (?:remuneración|remunerar|pago"
    r"|retribución)|\bnon[- ](?:rémunér|pay)\w+|\bpas (?:de rémunération|rémunér\w+)|\bbénévole\b"
    r"|\bsans rémunération|\bnão remunerad\w+|\bsem (?:remuneração|pagamento)|\bonbetaald|\bgeen vergoeding"
    r"|\bzonder vergoeding",
    re.IGNORECASE,
)
INSTEAD = re.compile(r"[\s,;.–—-]*(?:but|though|however|aber|dafür|pero|mais|maar|mas)\b", re.IGNORECASE)
"""No money, yet something: "no fee but a signed copy"."""
OFFERED = re.compile(
    rf"\b(?:signed (?:copy|print|book)|(?:a |your )?free (?:signed )?copy|buy you (?:a |an )?(?:\w+ )?(?:lunch"
    rf"|coffee|drink"
    rf"|beer|pint|dinner|cake)|course credits?|hamper|donat(?:e|ion)[\w ]{{0,12}}{SUM}|lucky draw|goodies"
    rf"|(?:give|offer"
    rf"|offering|giving) (?:you )?{SUM}|voucher|gift ?cards?|gift certificate|honorarium|prize draw|raffle"
    rf"|lottery|contributor fee"
    rf"|fee (?:paid|available|offered)"
    rf"|paid (?:study|research|interview|interviews|session|opportunity|remote|if|per|gig|focus|test|user"
    rf"|position|survey)|we(?:'ll)? pay|you(?:'ll| will) (?:be paid|get paid|receive|get) (?:a |an )?{SUM}"
    rf"|compensated|compensation of|stipend|reimburse\w* \w*{SUM}|goodie bag|goody bag|free (?:coffee|lunch"
    rf"|pizza|book|copy|label set|month|year|ticket)s?)\b"
    rf"|\b(?:entered? (?:to|into|in)|enter) (?:a |the |our )?(?:prize |raffle |voucher )?(?:draw|drawing|win"
    rf"|lottery|raffle)|\b(?:voucher|prize|gift card|book token) draw\b|\bdrawing for\b|\bdraw for\b"
    rf"|\bchance to win\b|\bpaid\b(?! by| for by| more| less| to park| out| work| in full|, or unpaid"
    rf"| or unpaid)(?=[.,;:!)]|$| \()|[,;] paid\b(?! or)|\(\s?paid\s?\)|\bpaid if\b|\bget paid\b|\bearn\b"
    r"|\b(?:überraschungspaket|kleines geschenk|kleines dankeschön)\b|\bgeh(?:t|en) auf (?:uns|mich)\b"
    r"|\bse gratific\w+|\bte invit(?:o|amos) a\b|\bajuda de custo de\b|\bbrindes?\b|\bon vous (?:offre|invite)\b"
    r"|\baufwandsentschädigung\b(?! keine)|\bgutscheine?\b|\bverlos(?:t|en|e|ung)\b|\bvergütung\b|\bvergütet"
    r"|\bhonorar\b"
    r"|(?<!no )\bse paga\b|\bpagamos\b|\bwir (?:be)?zahlen\b|\bwordt betaald\b|\bwij betalen\b|\bnous payons\b"
    r"|\bon paie\b"
    r"|\bgewinnspiel\b|\bbuchgutscheine\b|\bgage(?:\s|,)(?!frei)|\bfahrtkosten und\b|\btarjetas? regalo"
    r"|\bvale de\b|\bsorte(?:o|amos|aremos)\b"
    r"|\bremunerad[oa]s?\b|\bcompensación\b|\bgratificación\b|\brémunér(?:é|ée|ation)\b|\bindemnis\w+"
    r"|\bdédommagement\b|\bcarte cadeau|\bbon d'achat|\bchèque[- ]cadeau|\btirage au sort\b"
    r"|\bcom cachê\b|\bcachê de\b|\bcontra vergoeding\b|\bavec (?:cachet|rémunération)\b"
    r"|\bcartão[- ](?:oferta|presente)|\bvale[- ]presente|\bsorteio\b|\bcompensação\b|\bvergoeding\b"
    r"|\b(?:cadeau|koffie|waarde|boeken|bioscoop|lunch)bon\w*|\bcadeaukaart\w*|\bbol\.?com-?bon|\bbonnen\b"
    r"|\bverloot\w*|\bverloten\b|\bvvv-bon",
    re.IGNORECASE,
)
SUM_OFFERED = re.compile(
    rf"(?P<sum>{SUM})\s?(?P<how>fee|per (?:hour|day|session|interview|filming|shoot)|/\s?(?:h|hr|hour|day|8h)|flat"
    rf"|total|in total|for (?:your|an|the|60|45|90|30|one) ?(?:time|hour|minutes|min|session)?|gift|voucher"
    rf"|book token"
    rf"|amazon|incentive|honorarium|thank|as a thank|pro (?:tag|stunde|person)|par (?:jour|heure)|por (?:hora"
    rf"|día|sesión|sessão|dia)|per (?:uur|dag|sessie)|gutschein|en tarjeta)?",
    re.IGNORECASE,
)
PROMISED = re.compile(
    rf"\b(?:gana|ganhe|gagnez|gewinne?|win|earn|payment(?: of)?|we pay|pays|verdien)\s(?:hasta "
    rf"|up to |bis zu |jusqu'à )?(?:{SUM}|\d{{3,}})"
    r"|\bfree\b[\w ]{1,24}\bto keep\b|\bkeep it\b",
    re.IGNORECASE,
)
COST = re.compile(
    r"(?:you only pay|only pay|pay shipping|shipping|deposit|fee of|activation|admin\w* fee|charge|costs?|price"
    r"|under|budget|worth of|salary|contribution|packages? from|register with|top up|screening fee|registration"
    r"|portfolio fee|we charge|from just|normally|sells? for|spent|saved?|lost|earn(?:s|ing)? (?:under|over)"
    r"|gebühr(?: von)?|taxa (?:única )?de|cuota (?:única )?de|frais de|borg|kosten"
    r"|income|rent(?: of)?|priced)\W{0,3}(?:\w+\W){0,2}$",
    re.IGNORECASE,
)
PAYING_CONTEXT = re.compile(
    r"\b(?:study|studie|estudio|étude|estudo|onderzoek|interview|session|usability|focus group|casting|survey"
    r"|umfrage|encuesta|enquête|participants?|shoot|film\w*|rodaje|documental|gravaç\w+|opname\w*"
    r"|vidéo|sendung|seri\w+|show|drehtag\w*|tournage|call|test|screener|research"
    r"|trial|diary|incentive|thank\w*|rate|min\b|mins\b|minutes|hour|hr|minuten|visits?|video|zoom"
    r"|for your time|program(?:me)?|mystery)\b",
    re.IGNORECASE,
)


def paid_of(text: str, fields: dict[str, str], *, pays_in: bool) -> bool | None:
    """True if anything of value is offered, False if said to be unpaid (or the respondent pays in), None if unsaid."""
    offered = OFFERED.search(text) is not None or _sum_offered(text)
    given = fields.get("paid", "")
    if given and re.match(r"\W*(?:none|no\b|nil|0\b|unpaid|keine|ninguna|aucune|nenhuma|geen)", given, re.IGNORECASE):
        return False
    if (nothing := NOTHING.search(text)) and not _sum_offered(text.replace(nothing.group(), "")):
        rest = text[nothing.end() :]
        return bool(INSTEAD.match(rest) and OFFERED.search(rest))
    if pays_in and not _reward(text):
        return False
    return True if offered or re.search(SUM, given) else None


def _sum_offered(text: str) -> bool:
    """Whether a sum stands where sums are offered: "£100 fee", "200 € per day", or any sum around a study."""
    is_paying = PAYING_CONTEXT.search(text) is not None
    for hit in SUM_OFFERED.finditer(text):
        if (is_paying or hit["how"]) and not COST.search(text[: hit.start()][-40:]):
            return True
    return PROMISED.search(text) is not None


def _reward(text: str) -> bool:
    """Whether a request that wants money also promises some ("pay £800 per day, £120 portfolio fee")."""
    return (
        re.search(
            r"\b(?:earn|get paid|receive|we pay|pays|payment(?: of)?|win|gana|keep"
            r"|free (?!if\b)[\w ]{1,24}to keep|gift card"
            r"|voucher)\b\W{1,2}(?:\w+\W+){0,4}?[$£€]?\d|\bfree\b(?! if).{0,30}\b(?:keep|desk|product)|"
            + SUM
            + r"\s?(?:per|/|a|por|par|pro)\s?(?:day|hour|hr|h\b|week|month|tag|stunde|hora|día|dia|jour|heure"
            r"|uur|dag)"
            r"|receive up to|earn\b|so we pay|abonarle|(?:pago|paga|cachet|honorar|gage|cachê"
            r"|cachet)\b.{0,12}\d|tagesgage"
            r"|diarios|por día"
            r"|(?:to|para|pour|um) (?:receive|receber|recibir|recevoir)\b",
            text,
            re.IGNORECASE,
        )
        is not None
    )
