"""How descriptions of people are led in, in English: one row for each way."""

import re

from arrowtui.lanes.criteria_ends import CLAUSE_END, ONLY_END, TASK
from arrowtui.lanes.criteria_lead import Lead, ended, lead

ENGLISH: tuple[Lead, ...] = (
    lead(
        5.0,
        r"\b(?:looking|searching|hunting|on the (?:hunt|lookout)|in search|still looking)(?: to (?:speak"
        r"|talk|chat|hear|interview|connect|meet|find)(?: (?:to|with|from))?)?(?: for| of|(?<=speak)"
        r"|(?<= to)|(?<= with)|(?<= from)|(?<=interview)|(?<=meet)|(?<=find))?\s+",
    ),
    lead(
        5.0,
        r"\b(?:(?-i:ISO)|seeking|seeks|calling all|sought:|wanted:|needed:|recruiting:?|casting:?|inviting"
        r"|interviewing|enrolling:?|selecting|we invite|invited:|now casting:?|for us to find|profile"
        r"|hear how)\s+",
    ),
    lead(
        5.0,
        r"\b(?:hear(?:ing)?|feedback|stories|input|responses|answers|tips|quotes|advice|examples"
        r"|ideas|comments|voices|a word|data"
        r"|views)\s+from\s+",
    ),
    lead(
        4.6,
        r"\b(?:want|like|love|hope|hoping|keen|need|trying|looking|happy|eager|wish|would)s? (?:to"
        r"|too) (?:hear|speak|talk|chat|interview|meet|find|profile|quote|reach|connect|feature|film|follow"
        r"|get hold of|see|recruit|visit)(?: directly)?(?: from| to| with| of| how)?\s+",
    ),
    lead(
        4.4,
        r"\b(?:we|i|they|who)(?:'re|'m| are| am|'d| would| still| just| also| really| urgently| only"
        r"| now)*\s(?:want|need|after|like|love|seek|invite|welcome|require|still need)s?\s+",
    ),
    lead(4.2, r"\b(?:is|are|am|'s|'re) after\s+"),
    lead(4.2, r"\b(?:wants|needs|requires|still need|needing|need|want)\s+", must_name=True),
    lead(4.0, r"\b(?:talk(?:ing)? to|speak(?:ing)? (?:to|with)|talk with|chat with|hear how)\s+", must_name=True),
    lead(
        4.4,
        r"\b(?:eligible|eligibility|open to|open for|who can take part|who|participants|for|original|was"
        r"|seeking|criteria|we need|looking for|wanted|requirements)\s?:\s+",
    ),
    lead(
        4.4,
        r"\(was:?\s+|\bwe were (?:after|looking for|seeking)\s+|\boriginally:?\s+|\bgesucht waren:?\s+"
        r"|\bpreguntábamos por\s+|\bbuscábamos(?: a)?\s+"
        r"|\bwe asked for\s+",
    ),
    lead(
        4.2,
        r"\b(?:questionnaire|survey|poll|encuesta|cuestionario|umfrage|online-umfrage|fragebogen|befragung"
        r"|sondage|inquérito|questionário"
        r"|pesquisa|vragenlijst|enquête)s? ?(?:for|among|to|aimed at|para|a|an|com|für|unter|bei|pour"
        r"|auprès des?|aos?|às?|voor|onder|:)\s+"
        r"(?!the\b|this\b|my\b|our\b|you\b|us\b|me\b|help\b|be\b|see\b|find\b|su\b|una?\b|la\b|el\b|een\b|die\b"
        r"|de\b|le\b)",
    ),
    lead(
        4.2,
        r"\b(?:questionnaire|survey|form|poll|study|interview study|focus group|session|research|call"
        r"|diary study|workshop|trial|casting|callout|call[- ]out|call for|shout-?out|request)s?\s(?:for|of"
        r"|with|to|among|aimed at)\s+",
        must_name=True,
    ),
    lead(5.2, r"\bcase stud(?:y|ies)(?: (?:wanted|needed|required))?\s?:\s+", must_name=True),
    lead(4.2, r"\b(?:testing|trialling|trialing|piloting|test|trial|pilot) [^.:!?\n]{3,50}? with\s+", must_name=True),
    lead(
        4.0,
        r"\b(?:focus group|study|survey|research|session|interviews?|trial|workshop|casting)\b[^.:!?\n]{0,40}:\s+",
        must_name=True,
    ),
    lead(
        3.6,
        r"\b(?:call[- ]?out|shout-?out|casting|podcast call[- ]?out|help wanted"
        r"|callout)\W{1,4}(?=[a-z])",
        must_name=True,
    ),
    lead(
        3.4,
        r"\b(?:re|about|on|with|from|of|by)\b:?\s(?=(?:\w+ ){1,6}(?:who|who've|who's|whose|que"
        r"|die|qui)\b)",
        must_name=True,
    ),
    lead(
        4.0,
        r"(?:^|[.!?:]\s)any\s+(?!chance|ideas?\b|thoughts|tips|questions?\b|help\b|advice"
        r"|one\b)",
        must_name=True,
    ),
    lead(3.6, r"\b(?:including|featuring|quoting|profiling)\s+", must_name=True),
    lead(3.0, r"\b(?:we pay|open|limited|offered|available) to\s+", must_name=True),
    lead(3.0, r"(?:^|[.!?]\s|\()(?:for|to|attention|calling)\s+(?-i:(?=[A-Z\d]\w))", must_name=True),
    lead(
        3.4,
        r"\b(?:thank you|thanks|ty|thx) (?:to|for the \d+\+? \w+ (?:about|from|on)"
        r"|for your \w+ about)\s+(?:every|all|the \d+|everyone|each)?\s?",
        must_name=True,
    ),
    ended(
        4.4,
        r"(?:^|[.!?:]\s)(?:could|can|would|will|please can|might)\s+(?=(?:\d+|two|three|four|five|six|a few"
        r"|some|any|one)\s)",
        re.compile(
            rf"\s(?:{TASK}|please|tell|spare|pop|have"
            rf"|possibly|just|be up|like)\b|[?]"
        ),
        must_name=True,
    ),
    lead(4.0, r"\bsomeone\s(?=who|with|in\b|that)"),
    ended(
        3.8,
        r"\((?=[^()]{4,80}\))(?!was|originally|formerly|link|photo|see|e\.g)(?:we (?:were|are) after\s)?",
        re.compile(r"\)|,?\s\d+ ?(?:min|mins|minutes|minuten|minutos|minuut|fragen|questions)\b"),
        must_name=True,
    ),
    ended(4.6, r"(?:^|[.!?;,]\s|\n|#\w+\s)(?-i:(?=[A-ZÀ-Þ][^.!?:;\n]{2,60}\sonly\b))", ONLY_END, must_name=True),
    ended(4.7, r",\s(?=[a-z -]{3,30}\sonly\b)", re.compile(r"\sonly\b"), must_name=True),
    ended(3.4, r",\s(?=[a-z ]{3,40}\spreferred\b)", re.compile(r"(?<=preferred)"), must_name=True),
    lead(
        5.2,
        r"\b(?:has|is|does|did|can) (?:anyone|anybody)(?: here"
        r"| else| out there| reading)?\s+",
        needs_people=False,
        is_question=True,
    ),
    lead(
        5.0,
        r"\b(?:anyone|anybody)(?: here| out there| else)?\s+(?=(?:run|been|work\w*|had|have|use|teach|own"
        r"|live|from|driven|quit|left|ever|got|who|at|stuck|inside|near|based|whose|travel\w*|play\w*|sell\w*"
        r"|make|grow\w*|keep\w*|kept)\b)",
        needs_people=False,
        is_question=True,
    ),
    lead(
        5.6,
        r"\b(?:are|were) (?:you|any of you|there any|u)\s+(?!sure|ready|interested|free|happy|willing"
        r"|up for|ok|okay|able|tired|still|in\?|going|coming|the next)",
        needs_people=False,
        is_question=True,
    ),
    lead(
        5.4,
        r"\b(?:have|did|do|had) (?:you|y'all|any of you|u)(?: ever| here| recently)?\s+(?!and your\b|think"
        r"|prefer|know"
        r"|want|like|agree|feel|understand|mean|need|see|believe|trust|wish|have (?:any|a) (?:idea|question"
        r"|tip|favou?rite)|go\b|ask|dread|find|still|do\b)",
        needs_people=False,
        is_question=True,
    ),
    ended(
        5.2,
        r"\bif you(?:'re| are|'ve| have|'d| had| were| ever)?\s+(?!be\b|want|would|know (?:of|a|any|how)"
        r"|like|can\b|could|prefer|wish|need|\w+ (?:to talk|a minute|time)\b|just|think|fit|match|don't"
        r"|meet|qualify|haven't|aren't|have (?:any|a) (?:question|minute|moment|story|tip|idea)"
        r"|have (?:questions|time|five|ten)|feel|see\b|pass|missed|get (?:in|this)|reply|write|email|share"
        r"|agree|enjoy|must|spot|answer (?:yes|no)|find\b|care|look)",
        CLAUSE_END,
        needs_people=False,
    ),
    ended(
        4.4,
        r"(?:^|[.!?]\s)you(?:'ve| have|'re| are)\s+(?=[^.!?]{6,90}(?:, (?:so|and we|we)|\. (?:We|Tell|Get"
        r"|That's)))",
        CLAUSE_END,
        needs_people=False,
    ),
    lead(
        4.8,
        r"(?:^|[.!?:]\s|\n)(?:has|did|have|is|was|does|do) (?=(?:your|a|an|the|anyone in your|you and your)\s)",
        needs_people=False,
        is_question=True,
    ),
)
