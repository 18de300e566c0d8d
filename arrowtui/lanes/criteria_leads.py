"""How a description of people is led in, and where it ends: one row for each way, in six languages."""

import re
from dataclasses import dataclass

TASK = (
    r"talk|speak|chat|tell|share|explain|comment|discuss|come|be (?:on|in|interviewed|part|featured|a guest|my"
    r"|quoted|filmed in)|join|appear|take part|answer|look|try|test|walk|complete|fill|do|give|help|interview"
    r"|describe|write|send|read"
    r"|contribute|participate|review|show|let|visit|trial|weigh|offer|react|keep a|record (?:a|your|their)"
    r"|open up|meet|vote|play|use our|check|break|evaluate|rate|critique|work with|sit|spend|provide|go on"
    r"|record"
)
MONTHS_DAYS = (
    r"mon|tue|wed|thu|fri|sat|sun|noon|midnight|tomorrow|tmrw|today|tonight|the end|end of|jan|feb|mar"
    r"|apr|may|jun|jul|aug|sep|oct|nov|dec|cob|eod|next|this"
)
END = re.compile(
    r"\s(?:closes|is closing|läuft noch|cierra el|cierra en|termina el|ferme le|ferme dans|sluit op|encerra em"
    r"|fecha em|dauert|duurt)\b|,?\s(?:invullen|ausfüllen"
    r"|rellenar|remplir|preencher|teilnahme)\b|,\s(?:vos|vuestr\w+|eure|jullie|your|tus?|seus?)\b|\s(?:antes"
    r"|avant|vor|bis|vóór) (?:de|le|la|dem|zum|las)\b"
    r"|(?:(?<!\d)(?<!\bmax)(?<!\bmin)(?<!\bca)(?<!\bapprox)(?<!\bDr)(?<!\bSt)(?<!\bincl)(?<!\betc)(?<!\byrs)(?<!"
    r"\bvs)(?<!\be\.g)(?<!\bi\.e)(?<!\bz\.B)\.|(?<=\d\d)\.(?!\s(?-i:[a-zäöü]))(?!\d)"
    r"|(?<=\d)\.(?!\s[a-zäöü])(?!\d))(?=\s|$|[\"”'»)])"
    r"|[!?;…](?=\s|$|[\"”'»)!?])|[\"”»]\s*(?:$|[.\s])|\s[–—|•]\s|\s-\s|\n|:\s|\s\(?https?://|\s?👉|\s?👇"
    r"|[\U0001F300-\U0001FAFF]|,?\s(?:pls|please|plz)\b|\s\((?!max|min|aged|e\.g|real|ages?|no |not |or |any|all"
    r"|(?-i:[A-Z]{2,4}\b)|registered|England|Scotland|\w+\)|\d|crossing|mit|ab |avec|con |com |met )"
    rf"|,?\s(?:to|and) (?:{TASK})\b(?! (?:who|that))"
    r"|,?\s(?:who(?:'d| would| might| could| will) (?:be |like|love|talk|speak|tell|chat|share)|(?:who are "
    r"|who is |who're |and |that are )?(?:willing|happy|prepared|available|interested|open|keen|up|free|ready"
    r"|fancy|game) (?:to|for|in|a)\b)"
    r"|,?\s(?:for|in) (?:a|an|my|our|the|this|next|tomorrow|an upcoming|some|possible|tonight|sunday|one|two"
    r"|use) (?:[\w'&+-]+\s){0,5}?(?:study|survey|film|piece|story|podcast|interview|article|session|feature"
    r"|show|book|series|documentary|project|shoot|programme|program|episode|dissertation|thesis|research|panel"
    r"|trial|questionnaire|magazine|newspaper|call|chat|profile|report|test|campaign|advert|Q&A|diary|column"
    r"|section|vox pop|segment|workshop|usability)\b"
    r"|,?\s(?:for|For) (?:live|Sunday|use|a\b|an\b|\d+|one\b|two\b)|(?-i:,?\sfor (?:the )?[A-Z])"
    r"|,?\son (?:camera|air|the record|background|my podcast|the phone|how|what|why)\b|,?\s(?:this"
    r"|next) (?:week|month)\b(?! who)"
    rf"|,?\s(?:by|before|until|b4) (?:\d|{MONTHS_DAYS})"
    r"|,?\s(?:dm|email|e-mail|call us|call me|contact|get in touch|drop|text me|text us|reply|message|write to"
    r"|rt|tia|ring)\b"
    r"|,\s(?:we|i|our|it|this|your|that'd|i'd|we'd|i'm|we're|can|could|would|how|what|which|do|did|is|tell|let"
    r"|so|as|here|you|there|then|my|plus|remote|online|paid|unpaid|anonymous)\b"
    r"|,?\s(?:reply|reaction|respond|reacti(?:e|es)|réponses?|respuestas?|respostas?|antworten?"
    r"|rückmeldung(?:en)?)\s(?:by|before|until|vóór"
    r"|voor|avant|antes|bis|até|tot)\b|,\s(?:bis|avant|antes d|até|hasta|vóór|tot|uiterlijk|d['’]ici|jusqu)"
    r"|,\s(?:es|c'est|dit is|das ist|é) (?:para|pour|voor|für)\b|,\s(?:para|pour|voor|für|for)\b|\sup for\b|\s-\s"
    r"|\sto (?:a|an|our|my|this) (?:\w+[ -]){0,3}(?:study|survey|session|interview|workshop|panel)\b"
    r"|,?\s(?:remote|via zoom|by phone|\d+ ?min(?:ute)?s?\b|[$£€]\d)|,\s\d+ ?(?:wk|week|min|h\b|hour)"
    r"|,?\s(?:para (?:un|una|mi|nuestro|nuestra|el|la|contar|hablar|que|participar|entrevistar|uma|um|o|a|minha"
    r"|meu|responder)|(?:que estén )?dispuest[oa]s? a|que quieran|que quiera|dispost[oa]s? a|que queiram"
    r"|que aceite[m]?|por (?:teléfono|correo|videollamada))\b"
    r"|,?\s(?:für (?:einen?|eine|ein|meine[nrms]?|unsere[nrms]?|den|die|das|ein)|zum thema|zur teilnahme"
    r"|zu einem|zu meiner|(?:für|pour|voor) \d|die (?:bereit|lust|mir|uns|mit (?:mir|uns)|davon"
    r"|darüber|(?:einen|den|unseren|an|eine) (?:\w+ )?(?:fragebogen|umfrage|studie|befragung))"
    r"|zwecks)\b"
    r"|,?\s(?:pour (?:un|une|mon|ma|notre|le|la|les|des|parler|témoigner|participer|raconter|répondre|Le|La)"
    r"|prêt(?:e|s|es)?(?:·e|·es|\(e\))?s? à|qui accepte\w*|qui souhaite\w*|qui veulent"
    r"|qui répond\w*|qui (?:me|nous|voudr)|disponibles? pour"
    r"|afin de|dans le cadre)\b"
    r"|,?\s(?:voor (?:een|mijn|ons|onze|het|de)|die (?:mee|willen|wil|zin|bereid|hun verhaal|(?:een"
    r"|onze|deze|mijn|de|ons) (?:\w+ )?(?:vragenlijst|enquête|onderzoek))|om (?:mee|te|hun"
    r"|over))\b|\sper (?:video|telefon|zoom)\b|\s(?:is|are|ist) (?:now |back |still )?(?:open|live|back|online"
    r"|offen)\b|\s(?:are|is) (?:invited|wanted|needed|sought|welcome|eligible|asked)\b"
    r"|\swerden gesucht|\s(?:und|en|y|et|e) (?:würden?|möchten?|mag|wil|quiere|voudrait|quer"
    r"|hat lust)\b|\sgesucht\b|\sgezocht\b|\swanted\b|\sneeded\b|\ssought\b|\sinvited\b",
    re.IGNORECASE,
)
QUESTION_END = re.compile(
    r"\?(?=\W|$)|,?\s(?:willing|happy|up|available|keen|game) (?:to|for)\b|[.!](?:\s|$)|\n"
    r"|\s[–—]\s|:\s|\s-\s"
)
CLAUSE_END = re.compile(
    r",\s(?!(?:or|and (?:are|have|work)|oder|ou|o|paid|full|part|in|at|of|who|which|y|de)\b)|[.!?;:](?:\s|$)"
    r"|\s[–—]\s|\n|\s(?:I'd|we'd|I would|we would|we want|I want|please|tell us|get in touch|let me|möchte"
    r"|melde|schreib)\b",
    re.IGNORECASE,
)
VOCATIVE_END = re.compile(
    r"[:!?.](?:\s|$)|\s[–—-]\s|\n|[\U0001F300-\U0001FAFF]|,\s(?=(?:please|pls|i|we|how|what"
    r"|which|who"
    r"|where|when|do|did|have|are|is|can|could|would|tell|vote|we're|i'm|your|my|our|need|a|an|the|this|for|für"
    r"|pour|para|voor"
    r"|quick|wie|was|welche|habt|ich|wir|¿|qué|cómo|comment|que|o|hoe|wat)\b)",
    re.IGNORECASE,
)
ONLY_END = re.compile(r"(?<=\bonly)(?!\w)", re.IGNORECASE)


START = (
    r"(?:^|\b(?:hi|hello|dear|hey)[\w ]{0,20},\s+|[.!?…:]\s+|\n|[\U0001F300-\U0001FAFF]\uFE0F?\s|\)\s|//\s"
    r"|(?<=\w)\s#\w+\s|\]\s)"
)


@dataclass(frozen=True, slots=True)
class Lead:
    """One way to lead in. `trust` is what a span so found starts with; `end` where it ends, if not as usual.

    `needs_people`: words for people speak for it and their absence against; `must_name`: without them it is none.
    """

    trust: float
    read: re.Pattern[str]
    needs_people: bool = True
    must_name: bool = False
    is_question: bool = False
    end: re.Pattern[str] | None = None

    @property
    def is_address(self) -> bool:
        """Whether it is a group addressed by its name at the head of a sentence."""
        return self.read.pattern.startswith(START)


def _lead(
    trust: float, words: str, *, needs_people: bool = True, must_name: bool = False, is_question: bool = False
) -> Lead:
    return Lead(trust, re.compile(words, re.IGNORECASE), needs_people, must_name, is_question)


def _ended(
    trust: float, words: str, end: re.Pattern[str], *, needs_people: bool = True, must_name: bool = False
) -> Lead:
    return Lead(trust, re.compile(words, re.IGNORECASE), needs_people, must_name, end=end)


LEADS: tuple[Lead, ...] = (
    # English
    _lead(
        5.0,
        r"\b(?:looking|searching|hunting|on the (?:hunt|lookout)|in search|still looking)(?: to (?:speak"
        r"|talk|chat|hear|interview|connect|meet|find)(?: (?:to|with|from))?)?(?: for| of|(?<=speak)"
        r"|(?<= to)|(?<= with)|(?<= from)|(?<=interview)|(?<=meet)|(?<=find))?\s+",
    ),
    _lead(
        5.0,
        r"\b(?:seeking|seeks|calling all|sought:|wanted:|needed:|recruiting:?|casting:?|inviting"
        r"|interviewing|enrolling:?|selecting|we invite|invited:|now casting:?|for us to find|profile"
        r"|hear how)\s+",
    ),
    _lead(
        5.0,
        r"\b(?:hear(?:ing)?|feedback|stories|input|responses|answers|tips|quotes|advice|examples"
        r"|ideas|comments|voices|a word|data"
        r"|views)\s+from\s+",
    ),
    _lead(
        4.6,
        r"\b(?:want|like|love|hope|hoping|keen|need|trying|looking|happy|eager|wish|would)s? (?:to"
        r"|too) (?:hear|speak|talk|chat|interview|meet|find|profile|quote|reach|connect|feature|film|follow"
        r"|get hold of|see|recruit|visit)(?: directly)?(?: from| to| with| of| how)?\s+",
    ),
    _lead(
        4.4,
        r"\b(?:we|i|they|who)(?:'re|'m| are| am|'d| would| still| just| also| really| urgently| only"
        r"| now)*\s(?:want|need|after|like|love|seek|invite|welcome|require|still need)s?\s+",
    ),
    _lead(4.2, r"\b(?:is|are|am|'s|'re) after\s+"),
    _lead(4.2, r"\b(?:wants|needs|requires|still need|needing|need|want)\s+", must_name=True),
    _lead(4.0, r"\b(?:talk(?:ing)? to|speak(?:ing)? (?:to|with)|talk with|chat with|hear how)\s+", must_name=True),
    _lead(
        4.4,
        r"\b(?:eligible|eligibility|open to|open for|who can take part|who|participants|for|original|was"
        r"|seeking|criteria|we need|looking for|wanted|requirements)\s?:\s+",
    ),
    _lead(
        4.4,
        r"\(was:?\s+|\bwe were (?:after|looking for|seeking)\s+|\boriginally:?\s+|\bgesucht waren:?\s+"
        r"|\bpreguntábamos por\s+|\bbuscábamos(?: a)?\s+"
        r"|\bwe asked for\s+",
    ),
    _lead(
        4.2,
        r"\b(?:questionnaire|survey|poll|encuesta|cuestionario|umfrage|online-umfrage|fragebogen|befragung"
        r"|sondage|inquérito|questionário"
        r"|pesquisa|vragenlijst|enquête)s? ?(?:for|among|to|aimed at|para|a|an|com|für|unter|bei|pour"
        r"|auprès des?|aos?|às?|voor|onder|:)\s+"
        r"(?!the\b|this\b|my\b|our\b|you\b|us\b|me\b|help\b|be\b|see\b|find\b|su\b|una?\b|la\b|el\b|een\b|die\b"
        r"|de\b|le\b)",
    ),
    _lead(
        4.2,
        r"\b(?:questionnaire|survey|form|poll|study|interview study|focus group|session|research|call"
        r"|diary study|workshop|trial|casting|callout|call[- ]out|call for|shout-?out|request)s?\s(?:for|of"
        r"|with|to|among|aimed at)\s+",
        must_name=True,
    ),
    _lead(
        3.6,
        r"\b(?:call[- ]?out|shout-?out|casting|podcast call[- ]?out|help wanted"
        r"|callout)\W{1,4}(?=[a-z])",
        must_name=True,
    ),
    _lead(
        3.4,
        r"\b(?:re|about|on|with|from|of|by)\b:?\s(?=(?:\w+ ){1,6}(?:who|who've|who's|whose|que"
        r"|die|qui)\b)",
        must_name=True,
    ),
    _lead(
        4.0,
        r"(?:^|[.!?:]\s)any\s+(?!chance|ideas?\b|thoughts|tips|questions?\b|help\b|advice"
        r"|one\b)",
        must_name=True,
    ),
    _lead(3.0, r"\b(?:we pay|open|limited|offered|available) to\s+", must_name=True),
    _lead(3.0, r"(?:^|[.!?]\s|\()(?:for|to|attention|calling)\s+(?-i:(?=[A-Z\d]\w))", must_name=True),
    _lead(
        3.4,
        r"\b(?:thank you|thanks|ty|thx) (?:to|for the \d+\+? \w+ (?:about|from|on)"
        r"|for your \w+ about)\s+(?:every|all|the \d+|everyone|each)?\s?",
        must_name=True,
    ),
    _ended(
        4.4,
        r"(?:^|[.!?:]\s)(?:could|can|would|will|please can|might)\s+(?=(?:\d+|two|three|four|five|six|a few"
        r"|some|any|one)\s)",
        re.compile(
            rf"\s(?:{TASK}|please|tell|spare|pop|have"
            rf"|possibly|just|be up|like)\b|[?]"
        ),
        must_name=True,
    ),
    _lead(4.0, r"\bsomeone\s(?=who|with|in\b|that)"),
    _ended(
        3.8,
        r"\((?=[^()]{4,80}\))(?!was|originally|formerly|link|photo|see|e\.g)(?:we (?:were|are) after\s)?",
        re.compile(r"\)|,?\s\d+ ?(?:min|mins|minutes|minuten|minutos|minuut|fragen|questions)\b"),
        must_name=True,
    ),
    _ended(4.6, r"(?:^|[.!?;,]\s|\n|#\w+\s)(?-i:(?=[A-ZÀ-Þ][^.!?:;\n]{2,60}\sonly\b))", ONLY_END, must_name=True),
    _ended(3.4, r",\s(?=[a-z ]{3,40}\spreferred\b)", re.compile(r"(?<=preferred)"), must_name=True),
    _lead(
        5.2,
        r"\b(?:has|is|does|did|can) (?:anyone|anybody)(?: here"
        r"| else| out there| reading)?\s+",
        needs_people=False,
        is_question=True,
    ),
    _lead(
        5.0,
        r"\b(?:anyone|anybody)(?: here| out there| else)?\s+(?=(?:run|been|work\w*|had|have|use|teach|own"
        r"|live|from|driven|quit|left|ever|got|who)\b)",
        needs_people=False,
        is_question=True,
    ),
    _lead(
        5.6,
        r"\b(?:are|were) (?:you|any of you|there any|u)\s+(?!sure|ready|interested|free|happy|willing"
        r"|up for|ok|okay|able|tired|still|in\?|going|coming|the next)",
        needs_people=False,
        is_question=True,
    ),
    _lead(
        5.4,
        r"\b(?:have|did|do|had) (?:you|y'all|any of you|u)(?: ever| here| recently)?\s+(?!and your\b|think|prefer|know"
        r"|want|like|agree|feel|understand|mean|need|see|believe|trust|wish|have (?:any|a) (?:idea|question"
        r"|tip|favou?rite)|go\b|ask|dread|find|still|do\b)",
        needs_people=False,
        is_question=True,
    ),
    _ended(
        5.2,
        r"\bif you(?:'re| are|'ve| have|'d| had| were| ever)?\s+(?!be\b|want|would|know (?:of|a|any|how)"
        r"|like|can\b|could|prefer|wish|need|\w+ (?:to talk|a minute|time)\b|just|think|fit|match|don't"
        r"|meet|qualify|haven't|aren't|have (?:any|a) (?:question|minute|moment|story|tip|idea)"
        r"|have (?:questions|time|five|ten)|feel|see\b|pass|missed|get (?:in|this)|reply|write|email|share"
        r"|agree|enjoy|must|spot|answer (?:yes|no)|find\b|care|look)",
        CLAUSE_END,
        needs_people=False,
    ),
    _ended(
        4.4,
        r"(?:^|[.!?]\s)you(?:'ve| have|'re| are)\s+(?=[^.!?]{6,90}(?:, (?:so|and we|we)|\. (?:We|Tell|Get"
        r"|That's)))",
        CLAUSE_END,
        needs_people=False,
    ),
    _lead(
        4.8,
        r"(?:^|[.!?:]\s|\n)(?:has|did|have|is|was|does|do) (?=(?:your|a|an|the|anyone in your|you and your)\s)",
        needs_people=False,
        is_question=True,
    ),
    # Spanish
    _lead(
        5.0,
        r"\b(?:buscamos|busco|buscando|se buscan?|necesitamos|necesito|estoy buscando"
        r"|seguimos buscando)\s+(?:a\s)?",
    ),
    _lead(
        4.8,
        r"\b(?:hablar con|entrevistar a|escuchar a|conocer a|charlar con|que participen|dirigid[oa] a"
        r"|encuesta (?:para|a)|cuestionario (?:para|a)|estudio (?:con|sobre|para)|solo|sólo|únicamente"
        r"|para)\s+",
        must_name=True,
    ),
    _lead(
        5.4,
        r"¿\s?(?:eres|sois|es usted|son|has|habéis|ha|trabajas|tienes|tenéis|alguien(?: por aquí)?(?: que)?"
        r"|hay alguien(?: por aquí)?(?: que)?"
        r"|conocéis a alguien que|algún|alguna)\s+",
        needs_people=False,
        is_question=True,
    ),
    _ended(
        5.4,
        r"\bsi (?=(?:eres|trabajas|tienes|has|sois|habéis|estás"
        r"|vives|das)\b)(?:eres |sois )?",
        CLAUSE_END,
        needs_people=False,
    ),
    _lead(5.0, r"\b(?:alguien|personas?|gente) (?=que\b)", needs_people=False),
    # German
    _lead(
        5.0,
        r"\b(?:suche|suchen|sucht|brauche|brauchen|gesucht(?: werden| sind| waren)?:?|interviewe|befragen?"
        r"|casten)(?: wir"
        r"| ich)?(?: (?:noch|dringend|aktuell|derzeit|ab sofort|gerade|dafür|deshalb|daher|weiterhin))*\s+",
    ),
    _lead(
        4.8,
        r"\b(?:mit|von|an|unter|nach) (?=\w*(?:innen|kräfte|leute|menschen|eltern|personen|pflege\w*|azubis"
        r"|ärzt\w+|lehrer\w*|forsch\w+|studierende\w*|beschäftigte\w*)\b)",
        must_name=True,
    ),
    _lead(
        4.4,
        r"\b(?:umfrage|fragebogen|befragung|studie|online-fragebogen|online-umfrage)\s(?:für|unter|an|mit"
        r"|zu)\s+",
        must_name=True,
    ),
    _lead(
        5.4,
        r"\b(?:bist du|sind sie|seid ihr|hast du|habt ihr|haben sie|arbeitest du|arbeitet ihr|arbeiten sie"
        r"|wer (?:von euch|hier)|jemand(?: hier)?(?:, (?:der|die))?)\s+",
        needs_people=False,
        is_question=True,
    ),
    _lead(5.0, r"\bwer (?:hat|ist|arbeitet|war|kennt|lebt|wohnt|betreut|nutzt)\s+", needs_people=False),
    _ended(5.4, r"\bwenn (?:du|ihr|sie)\s+(?!lust|zeit|möcht|woll|könn|mag|interesse)", CLAUSE_END, needs_people=False),
    _ended(5.0, r"#\w*(?:gesucht|interviewpartner|recherche)\w*\s?:\s+", END, needs_people=True),
    # French
    _lead(
        5.0,
        r"\b(?:(?:re)?cherch(?:e|ons)|appel à témoi\w+ ?:)(?: à (?:parler|échanger|discuter) (?:avec"
        r"|à))?(?: le témoignage)?\s+(?!je\b|on\b|nous\b)",
    ),
    _lead(
        4.8,
        r"\b(?:parler (?:à|avec)|rencontrer|entendre|interroger|questionnaire[^.]{0,30} pour"
        r"|enquête (?:auprès|sur|pour)(?: des| de)?|destiné[e]? aux?|réservé aux?|pour|auprès (?:de"
        r"|des))\s+(?=(?:celles|des|les|tous|toutes|ceux|\w+s)\b)",
        must_name=True,
    ),
    _lead(
        5.4,
        r"\b(?:vous êtes|êtes-vous|vous avez|avez-vous|vous travaillez(?: comme| en)?|travaillez-vous|tu es"
        r"|es-tu|vous exercez)\s+",
        needs_people=False,
        is_question=True,
    ),
    _ended(
        5.4,
        r"\bsi vous (?=(?:êtes|avez|travaillez|exercez"
        r"|vivez|enseignez)\b)(?:êtes )?",
        CLAUSE_END,
        needs_people=False,
    ),
    # Portuguese
    _lead(
        5.0,
        r"\b(?:procuro|procuramos|procura-se|procuram-se|busco|buscamos|preciso de|precisamos de"
        r"|à procura de|em busca de|procurando)\s+",
    ),
    _lead(
        4.8,
        r"\b(?:falar com|ouvir|conversar com|entrevistar|inquérito (?:a|para|dirigido a)"
        r"|questionário (?:para|a)|estudo com|pesquisa com|para)\s+",
        must_name=True,
    ),
    _lead(
        5.4,
        r"\b(?:você (?=perdeu|viveu|trabalha|tem|teve|mora|ficou|passou|foi|já)|ficou|você é|vocês são|és"
        r"|já foste|já foi|já teve|trabalhas? (?:como|na|no|em)|você já"
        r"|alguém (?:aqui )?(?:que )?|quem (?:aqui )?)\s+(?!quer|pode|sabe)",
        needs_people=False,
        is_question=True,
    ),
    _ended(5.4, r"\bse (?:és|é|você é|trabalha como|trabalhas como|tem|tens)\s+", CLAUSE_END, needs_people=False),
    # Dutch
    _lead(
        5.0,
        r"\b(?:(?:wij |we |ik )?(?:zoek(?:en|t)?)(?: wij| we| ik)?|op zoek naar|gezocht:?)(?: (?:nog|naar"
        r"|dringend|daarom|hiervoor))*\s+",
    ),
    _lead(
        4.8,
        r"\b(?:spreken met|praten met|in contact (?:komen )?met|horen (?:we |ik )?(?:graag )?van"
        r"|vragenlijst (?:voor|onder)|enquête (?:voor|onder)|onderzoek (?:onder|met)"
        r"|interview ik)\s+",
        must_name=True,
    ),
    _lead(
        5.4,
        r"\b(?:ben je|bent u|ben jij|heb je|heb jij|heeft u|hebben jullie|werk je|werkt u"
        r"|wie (?:van jullie |hier )?(?=heeft|werkt|is|kent))\s*",
        needs_people=False,
        is_question=True,
    ),
    _ended(5.4, r"\bals (?:je|jij|u|jullie)\s+(?!wil|zin|tijd|kan|kunt|mee)", CLAUSE_END, needs_people=False),
    # An address to a group at the beginning of a sentence
    _lead(
        4.4,
        START + r"(?=[^\W\d_][^.!?:\n]{3,110}\s(?:are|is|werden|sind) (?:invited|wanted|needed|sought"
        r"|eligible|gesucht)\b)",
        must_name=True,
    ),
    _lead(4.6, r"\b(?=(?:anyone|someone) (?:whose|who)\b)"),
    _lead(4.2, START + r"(?=[^\W\d_][^.!?:,\n]{2,60}\s(?:who|who've|who's|whose)\s)", must_name=True),
    _ended(
        4.6,
        START + r"(?=[^\W\d_][^.!?:\n]{2,100}[:!?])(?:(?:hey|hi|hello|dear|calling|attention|fellow"
        r"|quick one for"
        r"|question for|poll for|callout for|a question for|liebe|hola|bonjour|olá|beste|help me out,?"
        r"|reader callout:|hallo|cher\w*|queridos|queridas"
        r"|an alle|tous les|alle)\s+)?",
        VOCATIVE_END,
        must_name=True,
    ),
    _ended(
        3.8,
        START + r"(?=[^\W\d_][^.!?:,\n]{2,60},\s)(?:(?:hey|hi|hello|dear|calling|fellow|liebe|hola|bonjour|olá"
        r"|beste|hallo)\s+)?",
        re.compile(r",\s"),
        must_name=True,
    ),
)
