"""Whether the asker says in this post that the call is closed."""

import re

CLOSED = re.compile(
    r"\[\s?(?:closed|filled|found|ended|cerrad[oa]|geschlossen|clos|fechado|gesloten|erledigt|beendet"
    r"|abgeschlossen)\s?\]"
    r"|\b(?:now|is|are|has|have|been|officially|this|call|callout|survey|study|form|poll|update:?"
    r"|edit:?)\s(?:now |been |officially |all )?closed\b(?! (?:an?|their|its|his|her|two|three|down|due|off"
    r"|the (?!call|survey|form|poll|study|thread))\b)|\bclosed now\b|\bclosing (?:this|the) (?:one|call"
    r"|callout|survey|thread|request|form)\b(?! (?:on|at|tonight|tomorrow|today|soon|in|friday|monday))"
    r"|\bno longer (?:needed|looking|accept\w*|required|recruiting|taking|seeking|open)\b|\ball sorted\b"
    r"|\b(?:fully booked|(?:is|are|all|been|now) (?:\d+ )?(?:slots |places |spots )?(?:are )?filled)\b"
    r"|\bslots? (?:for .{0,40})?(?:are|is) (?:now )?(?:filled|full|gone|taken)\b|\bat capacity\b"
    r"|\bbeen (?:fulfilled|cast|filled)\b"
    r"|\bfulfilled by\b|\b(?:i|we)(?:'ve| have)? (?:now )?(?:got|found|have|cast)(?: now)? (?:enough|all the"
    r"|everyone|everything|plenty|someone|my (?:person|people|case stud\w+)|our (?:person|people|case stud\w+)"
    r"|this one|what (?:i|we) need)\b|\bgot (?:my|our) (?!story)[\w ]{2,40}[!.,] ?(?:ty|thank|closing|thx"
    r"|cheers)|\bgot (?:my|our|enough|all)\b[^.!?]{0,40}, (?:closing|thank)"
    r"|\bthat'?s a wrap on (?:this|the) (?:call|survey)|\bwe(?:'ve| have) stopped (?:taking|recruiting"
    r"|accepting)\b|\b(?:survey|recruitment|enrolment|enrollment|registration|applications|callout"
    r"|call) (?:has |have )?(?:now )?(?:closed|ended|finished)\b|\bquota (?:reached|met|full)\b|\bstand down\b"
    r"|\bnot (?:taking|accepting|needing) any ?more\b|\bfound (?:my|our|both|all my"
    r"|the) (?:[\w'-]+ ){1,4}?[\w'-]+[,!.] ?(?:ty|thank)"
    r"|\bsorted,? (?:ty|thanks|thank)\b|\bsource found\b|\bfound (?:someone|our|my|a \w+)[,!.] (?:ty|thank)"
    r"|\bcerramos (?:el|la|este|esta|ya)|\b(?:está|queda|ya está|convocatoria|encuesta) cerrad[oa]\b"
    r"|\bya (?:tenemos|tengo|hemos encontrado|he encontrado) (?:suficientes|bastantes|a |más de|todos|todas|el"
    r"|la)|\bya no (?:busco|buscamos|necesit\w+|hace falta|hacen falta)|\bplazas (?:completas|cubiertas"
    r"|agotadas)\b"
    r"|\b(?:ist|sind|jetzt|nun|damit|hiermit) (?:\w+ )?(?:geschlossen|beendet|abgeschlossen|voll|ausgebucht"
    r"|vergeben)\b|\bhaben? (?:jetzt |nun |inzwischen )?(?:genug|genügend|alle|ausreichend|jemanden gefunden)"
    r"|\bsuche (?:ist )?(?:beendet|erledigt|abgeschlossen)|\berledigt[,!.]|\bhat sich erledigt"
    r"|\bkeine weiteren (?:zusagen|meldungen|teilnehm)"
    r"|\b(?:est|sont|maintenant|désormais) (?:clos(?:e|es)?|terminée?s?|complets?|complète)\b|\bappel clos\b"
    r"|\bj'ai (?:trouvé|ce qu'il|assez|mes)|\bnous avons (?:trouvé|assez|nos|suffisamment)|\bplus besoin\b"
    r"|\bc'est (?:complet|bon, merci)"
    r"|\b(?:está|já está|estão|foi|foram|inquérito|pesquisa) (?:fechad[oa]s?|encerrad[oa]s?|preenchid[oa]s?)\b"
    r"|\bjá (?:temos|tenho|encontrei|encontrámos|encontramos) (?:suficientes|tod|quem|a |o |as |os |gente)"
    r"|\bjá não (?:preciso|precisamos|procur)|\bvagas (?:preenchidas|esgotadas)"
    r"|\b(?:is|zijn|nu|inmiddels) (?:gesloten|vol|rond|compleet)\b|\b(?:heb|hebben) (?:nu "
    r"|inmiddels )?(?:genoeg|iemand gevonden|al)\b|\bniet meer nodig\b|\boproep gesloten\b|\bis gelukt\b",
    re.IGNORECASE,
)
_THANKS = (
    r"(?:thanks|thank (?:you|u)|thx|ty\b|cheers|ta\b|dank|danke|gracias|merci|bedankt|obrigad[oa]|valeu"
    r"|no more please)"
)
OVER = re.compile(
    r"^\W*(?:(?:update|edit|upd|nachtrag|actualización|maj|atualização)\W+)?(?:filled|found|sorted|done|closed"
    r"|covered"
    r"|got (?:her|him|them|one|it)|all (?:set|good|done)|gefunden|erledigt|voll|geschlossen|beendet|encontrad[oa]s?"
    r"|cerrad[oa]|complet[oa]?|resuelto|listo|trouvée?s?|clos|terminé|gevonden|rond|vol|gesloten|encontrei|achei"
    r"|fechad[oa]|encerrad[oa]|conseguido)\b(?! (?:a|an|the|out|that|it hard|your)\b)[^?]{0,70}?\b"
    + _THANKS
    + r"|\b(?:i|we) (?:have|'ve)? ?(?:got )?(?:enough|all the \w+ (?:i|we) need)\b|\b(?:places|slots|spots"
    r"|seats) have"
    r" (?:all )?gone\b|\b(?:studie|umfrage|befragung|suche|recherche) (?:ist )?abgeschlossen\b"
    r"|\brecruitment (?:is )?(?:now )?complete\b|\bi've been inundated\b|\bpoll(?:'s| is) over\b"
    r"|\b(?:ist|sind|wurde|wurden) (?:nun |jetzt |schon )?gefunden\b(?! worden, dass)[!,. ]"
    r"|\bhat sich (?:jemand )?gemeldet\b"
    r"|\bjemand (?:hat sich )?gefunden\b|\b(?:aufruf|umfrage|suche) (?:ist )?(?:geschlossen|beendet|vorbei)\b"
    r"|\b(?:appel|enquête|recherche) (?:est )?(?:close?|terminée?|bouclée?)\b"
    r"|\b(?:was|were) (?:looking for|after|seeking) .{0,80}"
    + _THANKS
    + r"|"
    + _THANKS
    + r"[^?]{0,60}\b(?:(?:was|were) (?:looking|after|seeking)|buscaba|buscábamos|(?:je|on|nous) cherch(?:ais|ait"
    r"|ions)"
    r"|procurava|procurávamos|zocht|zochten|ich suchte|wir suchten|gesucht (?:war|waren))\b",
    re.IGNORECASE,
)
"""A post that opens with its end ("Found her, thank you"), or tells in the past what was looked for."""
STILL_OPEN = re.compile(
    r"\bstill (?:need|want|looking|after|seeking|have (?:space|room|slots|places)|open|short|one|a|two"
    r"|enrolling|recruiting|taking)\b|\b(?:extended|re-?opened|reupping|one more|two more|a few more"
    r"|last few)\b|\bbut (?:i |we )?(?:need|still|could|can take)\b|\b(?:not|isn't|never|until|before|if|when"
    r"|once|gets?|nicht|no está|pas) (?:\w+ ){0,2}$"
    r"|\baún (?:busco|buscamos|necesit|falta)|\btodavía\b|\bnoch (?:ein|zwei|gesucht|plätze|fehl)"
    r"|\bsuche[n]? noch|\bencore (?:un|une|besoin|des)|\bil manque\b|\bainda (?:preciso|precis|procur|falta)"
    r"|\bnog (?:een|één|op zoek|plek)|\bverlängert\b|\bampliamos\b|\bprolong|\bprorrog|\bverlengd\b",
    re.IGNORECASE,
)


def is_closed(whole: str) -> bool:
    """Whether a post (title and text) says that its call is over; one that still wants somebody is open."""
    found = CLOSED.search(whole) or OVER.search(whole)
    return (
        found is not None
        and not STILL_OPEN.search(whole[: found.start()][-24:])
        and not STILL_OPEN.search(whole[found.end() :])
    )
