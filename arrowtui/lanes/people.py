"""Words for groups of people, by their endings and by name, in six languages: what a description of people holds."""

import re

ENDINGS = (
    r"(?:[^\W\d_]{2,}(?:asts|peutas|peutes|peuten|guards|smiths|wrights|herds|nauts|cooks|enten(?=\W|$)|ers|ors"
    r"|ists|ians|eers|men|women|folks?|wives|workers|holders|owners|parents|ees|mates"
    r"|keepers|makers"
    r"|eros|eras|dores|doras|tores|toras|istas|antes|entes|ados|adas|icos|icas|ólogos|ólogas|ogos|ogas"
    r"|eurs|euses|iers|ières|istes|ants|antes|iens|iennes|trices|teurs|logues|ciens|ciennes|ères"
    r"|eiros|eiras|logos|logas|ônomos|ónomos|grafos|grafas|arios|arias|ários|árias|cultores|turgos|ólog[oa]s|etas"
    r"|iatras|nautas|listas)|[^\W\d_]*(?:[:*_]?innen|kräfte|leute|eltern|pfleger|lehrer|leiter|fahrer|träger"
    r"|führer|köche|bauern|wärter|schützer|meister|helfer|arbeiter|händler|forscher|schüler"
    r"|besitzer|betreiber|entwickler|nehmer|berater|ärzte|azubis|leitungen|beauftragte|angestellte|tätige"
    r"|ierende|ende(?=n?\b)|wirte|wirtinnen"
    r"|kooplui|lui|wonenden|wezen|kundigen|verleners|houders|beheerders|schrijvers|vertalers|makers|medewerkers"
    r"|leraren|artsen|boeren|ouders|mensen|onderzoekers|ontwikkelaars|eigenaren"
    r"|bestuurders|genoten))"
)
NAMED = (
    r"(?:people|persons?|folks?|folx|anyone|anybody|someone|somebody|those|women|men|families|couples?|teams?"
    r"|parents?|mothers|fathers|mums?|moms|dads|carers?|staff|members|nurses?|midwives|vets?|chefs?|cooks?"
    r"|techs?|devs?|sysadmins?|GPs?|doctors?|medics|heads?"
    r"|leads?|wom[ae]n|m[ae]n|guys?|students?|grads|graduates|alumni|locals|residents|tenants|renters|landlords"
    r"|users?|customers"
    r"|patients|survivors|volunteers|regulars|fans|kids|children|teens|teenagers|adults|pensioners|retirees"
    r"|staffers|professionals|pros|specialists|experts?|academics|scholars|postdocs?|PhDs|adjuncts"
    r"|faculty|freelancers?|founders?|crew|crews|guides|apprentices|trainees|interns|juniors|seniors|clerks"
    r"|aides|friends|neighbou?rs|colleagues|guests|couriers|porters|baristas|lawyers?|attorneys?|solicitors?"
    r"|paralegals|musicians?|architects?|engineers?|scientists?|librarians?|electricians?|dieticians?"
    r"|accountants?|vets|pharmacists?"
    r"|personas|gente|alguien|quienes|profes|docentes|madres|padres|familias|jóvenes|mujeres|hombres|vecin[oa]s"
    r"|mamás|papás|abuel[oa]s|viud[oa]s|bebés|tenders?|controllers?|officers?|attendants?|receptionists?"
    r"|drivers?|growers?"
    r"|alumn[oa]s|estudiantes|pacientes|autónom[oa]s|médic[oa]s|enfermer[oa]s|maestr[oa]s|agricultor[ea]s"
    r"|menschen|leute|personen|jemanden?|frauen|männer|eltern|familien|paare|kinder|jugendliche|kolleg\w+"
    r"|beschäftigte\w*|betroffene\w*|angehörige\w*|studierende\w*|lehrkräfte|pflegende|fachkräfte|azubis"
    r"|hebammen|beamte|landwirte|ärzt\w+|verwaltungs\w+|selbst(?:st)?ändige\w*"
    r"|personnes|gens|celles et ceux|ceux|femmes|hommes|familles|couples|jeunes|parents|étudiant\w*|profs"
    r"|enseignant\w*|soignant\w*|infirmi\w+|médecins|salarié\w*|retraité\w*|patients|collègues|élèves|libraires"
    r"|bibliothécaires|apprentis?|agents|cadres|facteurs|sages-femmes"
    r"|pessoas|alguém|quem|mães|pais|famílias|jovens|mulheres|homens|estudantes|professores|professoras|colegas"
    r"|doentes|pacientes|médic[oa]s|alun[oa]s|moradores"
    r"|mensen|iemand|vrouwen|mannen|gezinnen|jongeren|ouders|studenten|patiënten|collega's|leerkrachten"
    r"|docenten|verpleegkundigen|huisartsen|zzp'ers|zzpers|boeren|bewoners)"
)
PEOPLE = re.compile(rf"\b(?:{ENDINGS}|{NAMED})\b", re.IGNORECASE)
NOT_PEOPLE_THOUGH = re.compile(
    r"\b(?:numbers?|papers?|answers?|errors?|others?|orders?|offers?|letters?|newsletters?|matters?|vouchers?"
    r"|stickers?|computers?|screeners?|covers?|corners?|filters?|readers only|minutes|members only|factors?"
    r"|colou?rs|hours|years|summers|winters|dinners|numbers|customers' |browsers|servers|trailers|posters"
    r"|flyers|powers|meters|sensors|doors|floors"
    r"|comments|events|moments|documents|payments|students' |elements|restaurants|plants|variants"
    r"|consultants? report|grants|participants wanted|results|lists|artists' |tests|posts|costs|requests"
    r"|horarios|salarios|comentarios|formularios|cuestionarios|horários|salários|comentários|formulários|questionários"
    r"|inventários|inventarios|calendarios|calendários|cenários|escenarios|barrios|bairros|necesarias"
    r"|necesarios|varias|varios"
    r"|várias|vários|planetas|recetas|tarjetas|etiquetas|gazetas|libretas|listas|digests|interests"
    r"|dentists? near|when|then|children's|specimen|open|often|even|seven|eleven|women's"
    r"|gardens|kitchens|antes|durante|instantes|aires|colores|valores|horas|ahora|veces|dados|todas|todos|cada"
    r"|lados|mercados|estados|resultados|públicos|técnicos|datos|wochenende|ende|legende|stunde|freunde|gründe"
    r"|jahrende|spende|monatsende|feierabende)\b",
    re.IGNORECASE,
)
GENERIC = re.compile(
    r"^(?:(?:\d+|two|three|four|five|six|eight|ten|a few|some|more|other|new|real|great|several|couple of|dos"
    r"|tres|zwei|drei|deux|trois|twee|drie)\s)*(?:people|persons?|folks?|guests?|voices|someone|anyone|anybody"
    r"|somebody|volunteers?|participants?|sources?|experts?|case stud(?:y|ies)|readers?|adults|personas|gente"
    r"|testimonios|voces|leute|menschen|personen|teilnehmende|teilnehmer\w*|interviewpartner\w*|protagonist\w*"
    r"|personnes|témoignages|participants|volontaires|pessoas|participantes|voluntários|mensen|deelnemers"
    r"|iemand|testers?|users?|respondents?|contributors?|stories|listeners?|viewers?)(?:\s(?:in|from|across"
    r"|near|around|aus|en|à|em|in|de)\s[\w ]{2,24})?$",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    r"\b(?:who|who's|who've|whose|that|which|qui|que|die|der|das|welche|quem|wie|dont|cuy[oa]s?|with|w/|aged"
    r"|under|over|mit|con|avec|com|met|ab \d+|de \d+|entre|between|who’ve|who’s|at least|living|working|based"
    r"|ayant|trabajando)\b|\d+\+",
    re.IGNORECASE,
)

SINGULAR = re.compile(
    r"\b(?:an?|one|every|each|another|un|une|una|uno|eine?n?|um|uma|een|the"
    r"|ONE)\s(?!(?:entrevist|revist|list|vist|pist|conquist|encuest|pregunt"
    r"|respuest)\w+\b)(?:[\w'’-]+\s){0,3}?[\w'’-]+(?:er|or|ist|ian|eer|man|woman|wife|ant|ee|ero|era|dor|dora|ista|ante"
    r"|eur|euse|ier|ière|iste|erin|eiro|eira|ster|kundige|ent|yst|ologist)\b",
    re.IGNORECASE,
)


def names_people(words: str) -> bool:
    """Whether words hold a noun for people."""
    if SINGULAR.match(words):
        return True
    return any(not NOT_PEOPLE_THOUGH.fullmatch(hit.group()) for hit in PEOPLE.finditer(words))
