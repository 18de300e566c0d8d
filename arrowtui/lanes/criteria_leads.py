"""How descriptions of people are led in: one row for each way, in six languages."""

import re

from arrowtui.lanes.criteria_ends import CLAUSE_END, END, VOCATIVE_END
from arrowtui.lanes.criteria_lead import START, Lead, ended, lead
from arrowtui.lanes.criteria_leads_en import ENGLISH

_OTHERS: tuple[Lead, ...] = (
    # Spanish
    lead(
        5.0,
        r"\b(?:invitamos a|se invita a|buscamos|busco|buscan?|buscando|se buscan?|necesitamos|necesito|estoy buscando"
        r"|seguimos buscando)\s+(?:a\s)?",
    ),
    lead(
        4.8,
        r"\b(?:hablar con|entrevistar a|escuchar a|conocer a|charlar con|que participen|dirigid[oa] a"
        r"|encuesta (?:para|a)|cuestionario (?:para|a)|estudio (?:con|sobre|para)|únicamente"
        r"|s[oó]lo(?= (?:para|personas|mayores|mujeres|hombres|profes|\w+(?:os|as|es)\b))"
        r"|para)\s+",
        must_name=True,
    ),
    lead(
        5.4,
        r"¿\s?(?:sos|tenés|tuviste|trabajás|eres|sois|es usted|son|has|habéis|ha|trabajas|tienes|tenéis"
        r"|alguien(?: por aquí)?(?: que)?"
        r"|hay alguien(?: por aquí)?(?: que)?"
        r"|conocéis a alguien que|algún|alguna)\s+",
        needs_people=False,
        is_question=True,
    ),
    ended(
        5.4,
        r"\bsi (?=(?:eres|trabajas|tienes|has|sois|habéis|estás"
        r"|vives|das)\b)(?:eres |sois )?",
        CLAUSE_END,
        needs_people=False,
    ),
    lead(5.0, r"\b(?:alguien|personas?|gente) (?=que\b)", needs_people=False),
    # German
    lead(
        5.0,
        r"\b(?:suche|suchen|sucht|brauche|brauchen|gesucht(?: werden| sind| waren)?:?|interviewe|befragen?"
        r"|casten)(?: wir"
        r"| ich)?(?: (?:noch|dringend|aktuell|derzeit|ab sofort|gerade|dafür|deshalb|daher|weiterhin))*\s+",
    ),
    lead(
        4.8,
        r"\b(?:mit|von|an|unter|nach) (?=\w*(?:innen|kräfte|leute|menschen|eltern|personen|pflege\w*|azubis"
        r"|ärzt\w+|lehrer\w*|forsch\w+|studierende\w*|beschäftigte\w*)\b)",
        must_name=True,
    ),
    lead(
        4.4,
        r"\b(?:umfrage|fragebogen|befragung|studie|online-fragebogen|online-umfrage)\s(?:für|unter|an|mit"
        r"|zu)\s+",
        must_name=True,
    ),
    lead(
        5.4,
        r"\b(?:bist du|sind sie|seid ihr|hast du|habt ihr|haben sie|arbeitest du|arbeitet ihr|arbeiten sie"
        r"|wer (?:von euch|hier)|jemand(?: hier)?(?:, (?:der|die))?)\s+",
        needs_people=False,
        is_question=True,
    ),
    lead(5.0, r"\bwer (?:hat|ist|arbeitet|war|kennt|lebt|wohnt|betreut|nutzt)\s+", needs_people=False),
    ended(5.4, r"\bwenn (?:du|ihr|sie)\s+(?!lust|zeit|möcht|woll|könn|mag|interesse)", CLAUSE_END, needs_people=False),
    lead(
        4.0,
        r"(?:^|[.!?]\s)(?:Für|Pour|Para|Voor)\s+(?!(?:eine?n?|une?|uma?|een|meine?n?|unsere?n?|mi|mon|ma|meu"
        r"|mijn)\b)",
        must_name=True,
    ),
    ended(5.0, r"#\w*(?:gesucht|interviewpartner|recherche)\w*\s?:\s+", END, needs_people=True),
    # French
    lead(
        5.0,
        r"\b(?:(?:re)?cherch(?:e|ons)|appel à témoi\w+ ?:)(?: à (?:parler|échanger|discuter) (?:avec"
        r"|à))?(?: le témoignage)?\s+(?!je\b|on\b|nous\b)",
    ),
    lead(
        4.8,
        r"\b(?:parler (?:à|avec)|rencontrer|entendre|interroger|questionnaire[^.]{0,30} pour"
        r"|enquête (?:auprès|sur|pour)(?: des| de)?|destiné[e]? aux?|réservé aux?|pour|auprès (?:de"
        r"|des))\s+(?=(?:celles|des|les|tous|toutes|ceux|\w+s)\b)",
        must_name=True,
    ),
    lead(
        5.4,
        r"\b(?:vous êtes|êtes-vous|vous avez|avez-vous|vous travaillez(?: comme| en)?|travaillez-vous|tu es"
        r"|es-tu|vous exercez)\s+",
        needs_people=False,
        is_question=True,
    ),
    ended(
        5.4,
        r"\bsi vous (?=(?:êtes|avez|travaillez|exercez"
        r"|vivez|enseignez|habitez|gérez|élevez|conduisez|tenez|dirigez|faites|cultivez|gardez|soignez|louez)\b)"
        r"(?:êtes )?",
        CLAUSE_END,
        needs_people=False,
    ),
    # Portuguese
    lead(
        5.0,
        r"\b(?:convidamos|convidam-se|convida-se|procuro|procuramos|procuram?|procura-se|procuram-se|busco"
        r"|buscamos|preciso de|precisamos de"
        r"|à procura de|em busca de|procurando)\s+",
    ),
    lead(
        4.8,
        r"\b(?:falar com|ouvir|conversar com|entrevistar|inquérito (?:a|para|dirigido a)"
        r"|questionário (?:para|a)|estudo com|pesquisa com|para)\s+",
        must_name=True,
    ),
    lead(
        5.4,
        r"\b(?:você (?=perdeu|viveu|trabalha|tem|teve|mora|ficou|passou|foi|já)|ficou|você é|vocês são|és"
        r"|já foste|já foi|já teve|trabalhas? (?:como|na|no|em)|você já"
        r"|alguém(?: aqui)?(?: que)?|quem(?: aqui)?)\s+(?!quer|pode|sabe)",
        needs_people=False,
        is_question=True,
    ),
    ended(5.4, r"\bse (?:és|é|você é|trabalha como|trabalhas como|tem|tens)\s+", CLAUSE_END, needs_people=False),
    # Dutch
    lead(
        5.0,
        r"\b(?:(?:wij |we |ik )?(?:zoek(?:en|t)?)(?: wij| we| ik)?|op zoek naar|gezocht:?)(?: (?:nog|naar"
        r"|dringend|daarom|hiervoor))*\s+",
    ),
    lead(
        4.8,
        r"\b(?:spreken met|praten met|in contact (?:komen )?met|horen (?:we |ik )?(?:graag )?van"
        r"|vragenlijst (?:voor|onder)|enquête (?:voor|onder)|onderzoek (?:onder|met)"
        r"|interview ik)\s+",
        must_name=True,
    ),
    lead(
        5.4,
        r"\b(?:ben je|bent u|ben jij|heb je|heb jij|heeft u|hebben jullie|werk je|werkt u"
        r"|wie (?:van jullie |hier )?(?=heeft|werkt|is|kent))\s*",
        needs_people=False,
        is_question=True,
    ),
    ended(5.4, r"\bals (?:je|jij|u|jullie)\s+(?!wil|zin|tijd|kan|kunt|mee)", CLAUSE_END, needs_people=False),
)
_ADDRESSES: tuple[Lead, ...] = (
    lead(
        4.4,
        START + r"(?=[^\W\d_][^.!?:\n]{3,110}\s(?:(?:(?:are|is|werden|sind) )?(?:invited|wanted|needed|sought"
        r"|eligible|gesucht|asked|welcome))\b)",
        must_name=True,
    ),
    ended(
        6.2,
        START + r"(?=[^\W\d_][^.!?:,\n]{3,70}\s(?:can|may|können|kunnen|pueden|podem|peuvent"
        r"|vote|stimmen|votan|votad|votent|votam|stemmen)\b)",
        re.compile(
            r",?\s(?:can|may|können|kunnen|pueden|podem|peuvent|vote|stimmen|votan|votad|votent|votam|stemmen)\b"
        ),
        must_name=True,
    ),
    lead(4.6, r"\b(?=(?:anyone|someone) (?:whose|who)\b)"),
    lead(
        5.0,
        r"\b(?:kennt (?:ihr|jemand|wer)|kennst du|kennen sie|conocéis a|conoces a|conocen a|connaissez-vous"
        r"|tu connais|conhecem"
        r"|conheces|kennen jullie|ken je|kent u|do you know)\s+",
        must_name=True,
    ),
    lead(
        4.2,
        START + r"(?![^.!?:,\n]{0,60}\b(?:wants?|needs?|seeks?|looking|after|sucht|busca|cherche|zoekt|procura)\b)"
        r"(?=[^\W\d_][^.!?:,\n]{2,60}\s(?:who|who've|who's|whose)\s)",
        must_name=True,
    ),
    ended(
        4.6,
        START + r"(?=[^\W\d_][^.!?:\n]{2,100}[:!?])(?:(?:hey|hi|hello|dear|calling|attention|fellow"
        r"|quick one for"
        r"|question for|poll for|poll voor|peiling voor|umfrage für|sondage pour|encuesta para|enquete para"
        r"|callout for|a question for|liebe|hola|bonjour|olá|beste|help me out,?"
        r"|reader callout:|hallo|cher\w*|queridos|queridas"
        r"|an alle|tous les|alle)\s+)?",
        VOCATIVE_END,
        must_name=True,
    ),
    ended(
        3.8,
        START + r"(?=[^\W\d_][^.!?:,\n]{2,60},\s)(?:(?:hey|hi|hello|dear|calling|fellow|liebe|hola|bonjour|olá"
        r"|beste|hallo)\s+)?",
        re.compile(r",\s"),
        must_name=True,
    ),
)
LEADS: tuple[Lead, ...] = (*ENGLISH, *_OTHERS, *_ADDRESSES)
