"""Red flags: decisive ones (S1 to S4) make a call a scam; weak ones are only told."""

import re
from collections.abc import Iterator, Set

from arrowtui.lanes.pay import SUM
from arrowtui.lanes.post import Post
from arrowtui.lanes.small import small
from arrowtui.model.call import Contact, ContactKind, Flag, FlagCode

FEE = (
    r"(?:activation|registration|processing|administrati(?:on|ve)|admin|portfolio|screening|background check"
    r"|application|audition|membership|placement|publication|production|shipping|insurance|training|handling"
    r"|verification|starter|onboarding|casting|studio|booking|feature|profile|enrol\w*)"
)
# Code, what it means, words that raise it, an example caught and a near miss.
ROWS: tuple[tuple[FlagCode, str, str, str, str], ...] = (
    (
        FlagCode.PAYS,
        "the respondent has to pay",
        rf"\b(?:{FEE} (?:fee|costs?|charge)s?\b(?! (?:paid|covered|waived|reimbursed|by us"
        rf"|on us)).{{0,40}}(?:\d|secures?|confirm|to hold|required|payable|refund)"
        rf"|{SUM}[\w\s]{{0,24}}(?:{FEE} (?:fee|costs?|charge|contribution)|activation"
        rf"|background check|registration)\b|one[- ]time {SUM}|(?:refundable"
        rf"|small|holding|security) (?:\w+ )?(?:deposit|fee)"
        rf"|(?:deposit|pay|send|transfer|top up|contribute|settle|wire) (?:us |a |an |the |of |just |only "
        rf"|your |first )*(?:\w+ ){{0,3}}{SUM}.{{0,60}}(?:confirm|secure|activate|hold|towards|reserve|slot"
        rf"|spot|account|claim|shipping|deposit|wallet|feature|trophy|check)"
        rf"|(?:deposit|pay) \d+ (?:usdt|usd|eur|btc|dollars|euros)|only pay (?:shipping|postage|delivery)"
        rf"|pay (?:for )?(?:shipping|postage)|guests? (?:contribute|pay|cover)|contribut\w+ {SUM}"
        rf"|pay (?:the |a |an |our )?(?:{SUM} )?(?:\w+ )?{FEE} (?:fee|costs?|charge)"
        rf"|{SUM} (?:production )?contribution|packages? (?:from|start\w*(?: at)?) {SUM}|(?:feature|profile"
        rf"|interview|cover|badge|spot|page|slot)[^.!?]{{0,40}} (?:only|just|for|at|from) {SUM}"
        rf"|we (?:will )?(?:send|issue) (?:you )?(?:the|an) invoice|cashier'?s che(?:ck|que)|buy gift ?cards?"
        rf"|via gift ?card|gift ?card (?:to confirm|codes?)|send (?:us )?the codes|pay to (?:be featured|appear"
        rf"|join|confirm)|(?:claim|confirm|secure) your (?:feature|spot|slot|place|page"
        rf"|trophy)[^.!?]{{0,50}}{SUM}|per mention|western union|money ?gram"
        rf"|cover (?:just |only )?(?:the |a )?{SUM} (?:postage|shipping|delivery)|\binvestment(?:\s?:| of| is)? {SUM}"
        rf"|(?:editorial|inclusion|publishing|media|guest|slot) fee (?:applies|of|is)"
        rf"|(?:fallen|entstehen) (?:\w+ ){{0,3}}{SUM}(?: \w+)? an\b|(?:ingreso|bizum|transferencia)(?: previ[oa])?"
        rf"(?: de| por)? {SUM}|{SUM} (?:por|via|vía) (?:bizum|pix|paypal)|{SUM} de frais|frais de (?:book|composite)"
        rf"|inschrijfgeld|eenmalig {SUM}|kaution|vorkasse|(?:bearbeitungs|anmelde|vermittlungs|aktivierungs"
        rf"|versand)(?:gebühr|kosten)"
        rf"|(?:gebühr|kosten) von {SUM}|überweis\w+ .{{0,30}}{SUM}|(?:cuota|tasa|gastos) de (?:inscripción"
        rf"|gestión|activación|registro|envío|casting)|(?:inscripción|registro|inscrição|anmeldung"
        rf"|inscription|inschrijving)(?: de| von| à| van|:)? {SUM}|(?:abona|paga|ingresa|deposita"
        rf"|transfiere)\w* .{{0,30}}(?:{SUM}|\d+)|fianza de|frais de (?:dossier|port|inscription|casting"
        rf"|participation|livraison)|(?:payez|verser|versez|réglez|régler) .{{0,30}}(?:{SUM}|\d+)|acompte de"
        rf"|taxa (?:única|de (?:inscrição|ativação|registro|registo|adesão|cadastro|envio))|(?:pague|deposite"
        rf"|transfira"
        rf"|pix) .{{0,30}}(?:r?{SUM}|\d+)|caução|(?:inschrijf|administratie|activerings|verzend)kosten"
        rf"|(?:betaal|borg|maak) .{{0,30}}(?:{SUM}|\d+ over)|waarborgsom)",
        "Pay $85 background check to confirm your slot",
        "We pay a $150 contributor fee",
    ),
    (
        FlagCode.PAPERS,
        "asks for papers, passwords or bank data beforehand",
        r"\b(?:(?:send|upload|provide|enter|confirm|give|share|submit|attach|reply with|email|copy of|scan of"
        r"|photo of|picture of|your|and) (?:us |me |your |a |the |of |copy |clear |full |both sides |photo "
        r"|scan )*(?:passport|id card|identity card|driver'?s licen[cs]e|driving licen[cs]e"
        r"|social security(?: number)?|ssn|national insurance number|bank (?:details|account|data|login"
        r"|statement|and|info\w*)|account (?:and|number)|routing number|card (?:number|details)|credit card"
        r"|debit card|password|pin code|login details|one[- ]time code|selfie holding|cvv)"
        r"|(?:with|using) your (?:\w+ ){0,2}password|(?:foto|kopie|scan) (?:von|ihres|deines|vom) (?:\w+ )?"
        r"(?:personal)?ausweis|ec-karte|(?:screen|remote) access|teamviewer|anydesk|admin of your"
        r"|make .{0,30}(?:assistant|us"
        r"|me) .{0,20}admin|page admin|your social security|id card and bank|bank for honorarium|selfie (?:with"
        r"|holding) (?:your |it|the )|usuario y (?:clave|contraseña)|datos bancarios|número de (?:tarjeta"
        r"|cuenta|seguridad social)|(?:copia|foto) de(?:l| la| tu| su)? (?:dni|pasaporte|nie|c[eé]dula|ine"
        r"|carnet|credencial|documento|identificación)|tu (?:contraseña"
        r"|clave)"
        r"|(?:bank|konto|kreditkarten)(?:daten|verbindung|nummer)|iban(?: und| angeben| senden)"
        r"|(?:personal)?ausweis(?:kopie|foto| hochladen)|(?:kopie|foto|scan) (?:deines|ihres|des"
        r"|vom) (?:personal)?ausweis|zugangsdaten|passwort|coordonnées bancaires|numéro de (?:carte"
        r"|sécurité sociale|compte)|(?:copie|photo|scan) de (?:votre|ta|la) (?:carte d'identité"
        r"|pièce d'identité|passeport)|mot de passe|votre rib"
        r"|dados bancários|número do cartão|(?:cópia|foto) do (?:rg|cpf|cartão de cidadão|passaporte|documento)"
        r"|(?:sua )?senha|bankgegevens|pasnummer|kopie (?:van )?(?:je |uw )?(?:paspoort|identiteitsbewijs|id)"
        r"|wachtwoord|inloggegevens)\b",
        "send a copy of your passport",
        "A copy of our paper is out",
    ),
    (
        FlagCode.LINKS,
        "wants links in return",
        r"\bdo-?follow\b|\blink(?:ing)? back to (?:us|our)\b|\bback-?links?\b|\blinks? to our (?:partners?"
        r"|sites?|clients?)|\bin (?:return"
        r"|exchange) for (?:a |two |\d )?(?:links?|backlinks?)|\blink (?:swap|exchange|insertion)|\bplace (?:a"
        r"|two|three|\d) (?:\w+ )?links?\b|\bdr ?\d\d\+|\benlaces? (?:dofollow|a nuestr)"
        r"|\bintercambio de enlaces|\blinktausch|\béchange de liens|\btroca de links|\blinkruil",
        "Inclusion is free if you place two dofollow links",
        "a link to our form",
    ),
)
# Words without which none of the rows above can match: looked up in passing, so that few posts are searched at all.
_FOR_PAYING = """
fee; fees; charge; charges; contribution; contribute; contributes; deposit; pay; cover; top up; one-time; one time
shipping; postage; invoice; cashier; codes; mention; western; moneygram; money gram; kaution; vorkasse; überweis*
cuota; tasa; gastos; abona*; paga*; ingresa*; deposita*; transfiere*; fianza; frais; payez; verser; versez; réglez
régler; acompte; taxa; pague; transfira; pix; caução; betaal; waarborgsom; bearbeitungsgebühr; anmeldegebühr
vermittlungsgebühr; aktivierungsgebühr; versandkosten; inschrijfkosten; administratiekosten; activeringskosten
verzendkosten; insurance; card; ingreso; bizum; inschrijfgeld; eenmalig; investment
"""
_FOR_SUMS = """
transfer; settle; wire; package; packages; feature; profile; badge; trophy; claim; secure; secures; gebühr; kosten
borg; fallen; entstehen; transferencia; inscripción; inscrição; inschrijving; inscription; anmeldung; registro
registration; background; activation
"""
_FOR_PAPERS = """
passport; card; licence; license; ssn; insurance; bank; account; password; selfie; cvv; routing; screen; remote
teamviewer; anydesk; admin; social security; usuario; datos; dni; pasaporte; nie; contraseña; clave; cédula; cedula
ine; carnet; credencial; documento; identificación; bankdaten; kontodaten; bankverbindung; kontoverbindung
kontonummer; banknummer; kreditkartendaten; iban; personalausweis*; ausweis*; zugangsdaten; passwort; coordonnées
ec-karte; numéro; identité; passeport; rib; mot de passe; dados; cpf; rg; passaporte; senha; cartão; bankgegevens
pasnummer
paspoort; identiteitsbewijs; wachtwoord; inloggegevens; número; tarjeta; login; pin
"""
_FOR_LINKS = """
dofollow; do-follow; backlink; backlinks; link; links; dr; enlaces; linktausch; liens; linkruil; back-link; back-links
"""
TRIGGERS: tuple[tuple[str, str], ...] = (
    ("doubt pays", _FOR_PAYING),
    ("doubt sum", _FOR_SUMS),
    ("doubt papers", _FOR_PAPERS),
    ("doubt links", _FOR_LINKS),
)
TRIGGERED = {"doubt pays": FlagCode.PAYS, "doubt papers": FlagCode.PAPERS, "doubt links": FlagCode.LINKS}
DOUBTS = frozenset(name for name, _ in TRIGGERS)
EVERY = frozenset(TRIGGERED.values())


def doubts(found: Set[str], *, has_figures: bool) -> frozenset[FlagCode]:
    """What to search a post for, by the names of `TRIGGERS` found in it. Some words alarm only beside a sum."""
    raised = {code for name, code in TRIGGERED.items() if name in found}
    if has_figures and "doubt sum" in found:
        raised.add(FlagCode.PAYS)
    return frozenset(raised)


READ = tuple((code, meaning, re.compile(words)) for code, meaning, words, _, _ in ROWS)
"""Written in small letters, for texts in small letters: several times quicker than to disregard their size."""
CONSUMER = re.compile(
    r"(?:^|[@.])(?:gmail|googlemail|hotmail|outlook|yahoo|ymail|aol|icloud|live|msn|gmx|web|mail|proton"
    r"|protonmail|freemail|laposte|orange|wanadoo|libero|uol|bol|terra|yandex|zoho|hey|tutanota|inbox"
    r"|t-online)\.[\w.]+$",
    re.IGNORECASE,
)
PUSHED = re.compile(
    r"\burgent|\btoday\b|\basap\b|\bfast\b|\bimmediately\b|\breply (?:fast|now)|\bhurry|\bwithin \d+ hours"
    r"|\bonly \d+ (?:left|seats|spots)|\bguaranteed|\bdringend|\bsofort|\burgente|\bhoy\b|\bvite\b|\burgence"
    r"|\bhoje\b|\bspoed",
    re.IGNORECASE,
)
OFFERED_TOO_MUCH = re.compile(
    r"\b(?:earn|get paid|receive|pay(?:s|ment)?|win|gana|keep"
    r"|up to)\b.{0,20}?[$£€]?\s?(?P<sum>\d[\d.,]{2,})",
    re.IGNORECASE,
)
NOT_NAMED = re.compile(
    r"\b(?:not (?:yet )?naming|can'?t name|won't name|undisclosed|not disclosed|anonymous outlet"
    r"|a national(?! park)|a (?:major|leading|top|national|big) (?:newspaper|paper|magazine|brand|outlet"
    r"|network|client)|top-tier|un medio nacional|ein großes magazin|un grand média)\b",
    re.IGNORECASE,
)
DENIED = re.compile(r"\b(?:never|don't|do not|no need to|you won't|nothing to|without)\W{1,2}(?:\w+\W){0,3}$")
SHORT_TIME = re.compile(
    r"\b(?:in the next|within|next) (?:the |an )?(?:\d |two |three |four |few )?hours?\b|\b(?:right now"
    r"|next hour)\b",
    re.IGNORECASE,
)


def flags_of(post: Post, text: str, found: tuple[Contact, ...], outlet: str | None) -> tuple[Flag, ...]:
    """The red flags of a call, decisive ones first, each with the words that raise it."""
    return (*decisive(text), *_look_alike(text, found, outlet), *_weak(post, text, found))


def decisive(text: str, among: Set[FlagCode] = EVERY) -> Iterator[Flag]:
    """Flags told by words alone: pay first, papers first, links in return."""
    lower = small(text)
    for code, meaning, read in READ:
        if code not in among:
            continue
        if hit := read.search(lower):
            if code is FlagCode.PAYS and DENIED.search(lower[max(0, hit.start() - 30) : hit.start()]):
                continue
            if _asks_of_it(text, hit.start(), hit.end()):
                continue
            yield Flag(code, meaning, text[hit.start() : hit.end()])


HAPPENED = re.compile(
    r"\W*(?:did|have|has|had|were|was|ever|been|anyone (?:been|had|else)|hat|haben|hast|habt|wurde|wurden"
    r"|wurdest|musstest"
    r"|mussten|te han|le han|os han|has|han|alguien|vous a-t-on|vous a|avez|as-tu|on vous a|te pediram|já te|já"
    r"|alguém"
    r"|heb|hebben|ben|werd|moest)\b",
    re.IGNORECASE,
)


def _asks_of_it(text: str, start: int, end: int) -> bool:
    """Whether the words stand in a question about what happened to the reader: reporters ask who was cheated."""
    begins = max(text.rfind(mark, 0, start) for mark in ".!?¿\n") + 1
    stops = min((at for mark in ".!?\n" if (at := text.find(mark, end)) >= 0), default=-1)
    return stops >= 0 and text[stops] == "?" and HAPPENED.match(text[begins:start]) is not None


def _look_alike(text: str, found: tuple[Contact, ...], outlet: str | None) -> Iterator[Flag]:
    mails = [
        contact.value
        for contact in found
        if contact.kind is ContactKind.EMAIL and CONSUMER.search(contact.value.split("@")[-1])
    ]
    if (
        outlet
        and mails
        and (PUSHED.search(text))
        and re.search(rf"{SUM}|pay|fee|money|urgent|honorar|geld|dinero|argent|verif", text, re.IGNORECASE)
    ):
        key = re.sub(r"\W", "", outlet.casefold().removeprefix("the "))
        local = re.sub(r"\W", "", mails[0].split("@")[0])
        if key and (key[:8] in local or local in key):
            yield Flag(FlagCode.LOOK_ALIKE, "a named outlet, but consumer mail, and it is pushed", mails[0])


def _weak(post: Post, text: str, found: tuple[Contact, ...]) -> Iterator[Flag]:
    if hit := NOT_NAMED.search(text):
        yield Flag(FlagCode.WEAK, "the outlet is not named", hit.group())
    for contact in found:
        if contact.kind is ContactKind.EMAIL and CONSUMER.search(contact.value.split("@")[-1]):
            yield Flag(FlagCode.WEAK, "a private mail address", contact.value)
            break
    if found and all(contact.kind is ContactKind.DM for contact in found):
        yield Flag(FlagCode.WEAK, "direct message only", found[0].value)
    if hit := SHORT_TIME.search(text):
        yield Flag(FlagCode.WEAK, "very little time", hit.group())
    if (hit := OFFERED_TOO_MUCH.search(text)) and _amount(hit["sum"]) >= 900:
        yield Flag(FlagCode.WEAK, "the reward is out of proportion", hit.group())


def _amount(words: str) -> float:
    digits = re.sub(r"[.,](?=\d{3}\b)", "", words).rstrip(".,")
    try:
        return float(digits.replace(",", "."))
    except ValueError:
        return 0.0
