"""Which kind of call it is: by what everyone who answers does first."""

import re

from arrowtui.lanes.post import Post
from arrowtui.model.call import CallKind

# Rows: kind, weight, words, an example they catch, a near miss.
ROWS: tuple[tuple[CallKind, float, str, str, str], ...] = (
    (
        CallKind.CASTING,
        3.0,
        r"\bcasting\b(?! vote)|\bnow casting\b|#casting|\bauditions?\b|\bcontestants?\b|\bself-?tapes?\b"
        r"|\bsubmissions due\b|\bdrehtage?\b|\bkomparsen|\bstatisten|\bfigurants?\b|\bfiguración\b"
        r"|\btournage\b|\brodaje\b|\bkandidat(?:en|innen|\*innen) für\b|\bgravações\b|\bopnamedag|\bopnames in\b"
        r"|\bwe've cast\b|\bdraaidag",
        "NOW CASTING couples for a home show",
        "the casting vote fell",
    ),
    (
        CallKind.CASTING,
        2.6,
        r"\b(?:campaign|photo|photo-?|commercial|advert|ad|fashion|video) ?shoot\b|\bshoot needs\b"
        r"|\bdocu-?series\b|\breality (?:show|series|tv)\b|\bto appear in (?:a|an|our|the|this)\b"
        r"|\b(?:para|pour|für|voor) (?:una|nuestra|la|une|notre|la|uma|nossa|eine|unsere|een|onze|de) (?:nueva "
        r"|nouvelle |nova"
        r" |neue |nieuwe )?(?:serie|série|temporada|película|saison|filme|staffel|dokusoap|televisieserie)\b"
        r"|\b(?:send|manda|mandar|envía|enviar|envoyez|schick\w*|stuur|envie) (?:us |me |uns )?(?:a |an |un "
        r"|une |ein |een |um )?"
        r"(?:[\w-]+ ){0,2}(?:v[ií]d[ée]o|self-?tape)"
        r"|\bapply to (?:be on|appear)|\bfilming (?:day|dates|in|from|takes|starts)"
        r"|\b(?:film|documentary|documental|dokumentarfilm|doku(?:reihe|serie)?|dokusoap|fernsehfilm"
        r"|film documentaire|documentário|docu(?:mentaire)?) (?:series )?(?:wants|needs|seeks|sucht|cherche"
        r"|busca|zoekt)"
        r"|\b(?:teams?|couples|families) .{0,60}(?:for|para|für) (?:series|season|our) ?\d*|\b(?:quiz|game"
        r"|talent|cooking|baking|dating) show\b|\bunscripted\b|\bextras\b"
        r"|\bmodels?\b.{0,30}\bpaid\b|\breal (?:nurses|teachers|people|families|couples|farmers)\b",
        "to appear in a film for Channel Four",
        "she filmed her dog",
    ),
    (
        CallKind.SURVEY,
        2.6,
        r"\bsurvey\b|\bsurveys\b|\bquestionnaire\b|\bencuestas?\b|\bcuestionario\b|\bumfrage\b|\bfragebogen\b"
        r"|\b(?:online-?)?befragung\b|\bsondage\b|\binquérito\b|\bquestionário\b|\bvragenlijst\b"
        r"|\benquête (?:invullen|in te vullen|over|van)\b|\bpesquisa (?:online|anônima|anónima)",
        "Our rates survey is open",
        "surveyors met",
    ),
    (
        CallKind.SURVEY,
        2.0,
        r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)[ -](?:quick |short |open "
        r"|simple )?questions?\b(?! (?:from|by) the)"
        r"|\bquestions?, (?:\d+|two|three|five|ten) min|\bgoogle[- ]form\b|\b(?:short|quick|anonymous) form\b"
        r"|\b(?:\d+|one|two|three|five|ten)[- ]min\w*[- ](?:form|formular\w*|formulaire|formulier)\b"
        r"|\bmultiple[- ]choice\b|\banonymous (?:answers|form|responses)\b|\bfill (?:this|it|out|in)\b"
        r"|\bpesquisa (?:com|sobre|para|de opinião)\b|\b\d+ perguntas\b|\b\d+ vragen\b|\b\d+ preguntas\b"
        r"|\b(?:\d+|drei|vier|fünf|sechs|zehn) fragen\b(?! per )"
        r"|\b(?:\d+|trois|quatre|cinq|six|dix) questions\b(?! par )|\b(?:tres|cuatro|cinco|seis"
        r"|diez) preguntas\b(?! por )"
        r"|\b(?:três|quatro|cinco|seis|dez) perguntas\b(?! por )|\b(?:drie|vier|vijf|zes|tien) vragen\b(?! per )"
        r"|\bhow (?:many|much) (?:pages|did you)\b|\bnumbers: if you\b|\banonymous\b.{0,40}\bmin"
        r"|\bmin\w*\b.{0,40}\banonym",
        "9 questions, five minutes",
        "a question of time",
    ),
    (
        CallKind.POLL,
        3.2,
        r"\(\s{0,2}\)|\[\s{0,2}\]|[☐◻🅰🅱]|\bpoll\b|\bvote\b|\bvoting\b|\bvota(?:d|ción|r)?\b|\babstimm\w+"
        r"|\bstimm(?:t|en)(?: sie| bitte)?\b[^.!?]{0,50} ab\b|\bauszählung\b|\bmehrheit (?:gewinnt"
        r"|entscheidet)\b|\bvotez\b"
        r"|\bvote (?:em|na|no)\b|\bvotem\b|\bstem(?:men|t)? (?:op|mee|nu|voor|via)\b"
        r"|\bwhich (?:\w+ ){1,5}(?:1|a) or (?:2|b)\b|\b(?:1|a) / (?:2|b)\b|\bpeiling\b|\b(?:reply|react|answer"
        r"|comment)(?: with)? (?:with )?(?:(?-i:A)|1|👍|❤️?|🌱)\b"
        r"|\bhelp (?:us|me) (?:choose|pick|decide)\b|\bayúda\w+ a (?:elegir|decidir)\b|\bhelft uns (?:wählen"
        r"|entscheiden)\b"
        r"|\bshow of hands\b|\breact 👍|\bmajority wins\b|\bquick poll\b|\bmeerderheid\b|\bgana la mayoría\b"
        r"|\bà la majorité\b",
        "Teachers, vote in the comments: 1 red, 2 blue",
        "a devoted teacher",
    ),
    (
        CallKind.FEEDBACK,
        2.2,
        r"\bfeedback\b|\broast my\b|\btear apart\b|\bpoke holes\b|\bpick holes\b|\bconsultation\b"
        r"|\bcomments? (?:welcome|open|accepted|online|on|are open)\b|\bopen for comments?\b|\brfc\b|\bbeta\b"
        r"|\bprototyp|\bdraft\b|\bmock-?ups?\b|\bwireframes?\b|\bfirst version\b|\bshow hn\b|\bborrador\b"
        r"|\bentw[uü]rfe?\b|\bontwerp(?:plan|tekst)?\b|\bter inzage\b|\bavant-projet\b|\brascunho\b"
        r"|\bconcept(?:versie|tekst|plan)\b|\bconsulta pública\b"
        r"|\bconsultation publique\b|\brückmeldung|\binspraak\b|\bbeteiligung\b|\bstellungnahme|\bretours\b"
        r"|\bvos (?:remarques|observations)\b|\bcontributos\b|\bcontribuições\b|\baportaciones\b|\bopmerkingen\b"
        r"|\bconsulta (?:sobre|pública)\b|\bvos avis\b|\bfreeze\b|\bsketches\b|\bredesign\w*|\bmaqueta\b|\bmaquette\b"
        r"|\bbefore we (?:cut|ship|freeze|build|change|launch|remove|drop|release|rename|redesign)\b"
        r"|\bwat vind(?:t|en)? (?:u|je|jullie) van\b|\bwas halten sie von\b|\bque pensez-vous d|\bqué opin\w+ d"
        r"|\bo que acha\w* d"
        r"|\bwhat do you (?:make|think) of\b|\bce que vous (?:en )?pensez\b|\bhésitons entre\b|\bqué (?:os|te"
        r"|les) parecen?\b|\bwas haltet ihr\b"
        r"|\bbeta[- ]?read\w*"
        r"|\bsensitivity read\w*|\b(?:gegen|probe)lesen\b|\b(?:liest|lesen|lest) .{0,24}\bgegen\b|\b(?:falsch"
        r"|komisch|unecht)"
        r" klingt\b|\bsuena (?:falso|raro)\b|\bsonne (?:faux|mal)\b|\bsounds? (?:wrong|off|fake)\b"
        r"|\bcheck .{0,24}\b(?:dialogue"
        r"|scenes?|chapters?|draft)\b|\blecteurs?[- ]test\w*|\blector\w* beta\b|\bproeflez\w+"
        r"|\bhave your say\b|\byour (?:views|comments) (?:on|about)\b|\bopin(?:a|ar|ad) sobre\b"
        r"|\btu opinión sobre\b|\balegaciones\b"
        r"|\bdonnez (?:nous )?votre avis\b|\bconcertation\b|\benquête publique\b|\bdiga o que (?:mudava"
        r"|mudaria)\b|\bconsulta pública\b"
        r"|\bdenk mee\b|\bzienswijze|\banmerkungen\b|\banregungen\b|\bplanentwurf\b"
        r"|\bbürgerbeteiligung\b"
        r"|\b(?:two|2) (?:versions|drafts|ways|designs)\b|\bdos versiones\b|\bzwei (?:entwürfe|versionen"
        r"|varianten)\b|\bdeux (?:versions|maquettes)\b"
        r"|\bduas versões\b|\btwee (?:versies|ontwerpen)\b",
        "The draft plan is out: tell us what we got wrong",
        "a drafty window",
    ),
    (
        CallKind.FEEDBACK,
        1.8,
        r"\bwhat(?:'s| is| would| do| does| did| should|'d)? (?:wrong|missing|unclear|you (?:change|change|cut"
        r"|wish|want|need|tell|miss|do differently|keep|ask)|your (?:hospital|school|team|office|company"
        r"|library|clinic|ward|department|shop|farm) do)\b|\bwhat breaks\b|\bwhere (?:people|would"
        r"|do) .{0,30}stuck\b|\bwhich (?:one )?would (?:you|a)\b|\bwhat do you wish\b|\bwhat's the one\b"
        r"|\bwhat would you\b|\btell (?:me|us) (?:what|why|where|which) (?:breaks|annoyed|you|we|is|it)\b"
        r"|\bhow do you (?:handle|organi[sz]e|run|do|deal|plan|track|book|price|store|label|teach)\b"
        r"|\bwas fehlt\b|\bwas würdet\b|\bwie (?:macht|handhabt|löst|organisiert|haltet) ihr\b|\bqué (?:os|te"
        r"|le) parece\b|\bqué les (?:funciona|falta|sirve)\b|\bqué (?:falta|cambiaríais|cambiarías|haríais"
        r"|mejoraríais)\b|\bcómo (?:lo )?(?:hacéis"
        r"|organizáis|gestionáis)\b|\bque manque|\bqu'en pensez|\bcomment faites-vous\b|\bo que (?:falta"
        r"|mudariam|acham)\b|\bcomo (?:fazem|organizam)\b|\bwat (?:mist|missen|vinden|zouden)\b|\bhoe (?:doen"
        r"|pakken|lossen|regelen) jullie\b"
        r"|\bcrowdsourcing\b|\bi'm (?:writing|rewriting|drafting) (?:our|my|the) .{0,24}(?:policy|handbook"
        r"|guide|syllabus|plan)\b|\brewriting (?:the|our)\b",
        "what would you change in our policy?",
        "what a day",
    ),
    (
        CallKind.STUDY,
        2.8,
        r"\bfocus groups?\b|\b\d+[- ]?min\w*\.? (?:remote |online |paid |video |zoom )*sessions?\b|\b(?:diary"
        r"|interview|usability|user|think-?aloud|longitudinal|field|clinical|pilot"
        r"|paid|research|cohort|sleep)[- ](?:and-interview )?(?:study|studies|session|sessions|test|tests"
        r"|testing|research|trial|trials|interviews?)\b|\bclinical trial\b|\b(?:week|month|year"
        r"|day)[- ](?:long )?(?:\w+ ){0,3}(?:study|trial|program(?:me)?)\b|\btrial\b(?! ends)"
        r"|\b(?:labor|feld|verlaufs|begleit|schlaf|nutzer|trainings)studie\b|\binterviewstudie|\btagebuchstudie"
        r"|\bnutzertest|\bgrupo (?:de discusión|focal)\b"
        r"|\bestudio con entrevistas\b|\bgroupe de discussion\b|\bgrupo focal\b|\bgebruikerstest|\bfocusgroep"
        r"|\bproband|\btestpersonen\b|\bversuchs|\bstudienteilnehm|\bproefpersonen\b|\bwatching people\b"
        r"|\bplay-?tests?\b|\btest(?:ing)? session\b|\b(?:you|people) to (?:try|test) (?:our|a|the) new\b"
        r"|\buser research\b|\bux research"
        r"|\bentretiens? (?:de recherche|d'une (?:heure|demi))|\binterviewstudy\b|\bscreener\b|\busability\b"
        r"|\bexperiment(?:o)?\b|\bexercise program",
        "8 parish clerks for a focus group",
        "he trialled behind",
    ),
    (
        CallKind.STUDY,
        1.7,
        r"\bstudy\b|\b\w*studie\b|\bestudio\b|\bétude\b|\bestudo\b|\bonderzoek\b|\bparticipants?\b"
        r"|\bparticipantes\b|\bteilnehme\w+|\bdeelnemers\b|\bresearch (?:project|interview|participants|on"
        r"|into)\b|\b(?:irb|ethics|phd|dissertation|doctoral|thesis|tesis|tese|thèse|masterarbeit|doktorarbeit"
        r"|promotion|scriptie|mestrado|doutoramento|promotieonderzoek|ethikvotum|tfm|bachelorarbeit"
        r"|mémoire de master)\b|\bresearcher (?:at|looking|here)\b"
        r"|\bvolunteers invited\b|\brecruiting\b|\benrol\w*\b|\bresearch study\b",
        "research interviews with chefs for my PhD",
        "she studied the map",
    ),
    (
        CallKind.INTERVIEW,
        1.6,
        r"\b(?:reporter|journalist|producer|pigiste|periodista|jornalista|redaktion|verslaggever"
        r"|freelance\w*)\b|#journorequest|\b(?:story|article|column|podcast|episode|reportage|reportaje"
        r"|artículo|artikel|beitrag|sendung|dossier|émission|reportagem|matéria|uitzending|verhaal|magazine"
        r"|longread|newsdesk|newsroom|newspaper|radio|show(?! hn)|book|novel|programme)\b|\bon air\b"
        r"|\bon the record\b|\boff the record\b"
        r"|\bfeature (?:on|for|in|about)\b|\bfor (?:a|an|my|our|the|this) (?:\w+ )?features?\b|\bfor a piece\b"
        r"|\bquote\w*\b|\bcase stud(?:y|ies)\b|\bexpert comment\b|\bcall out:|\bmedia outlet\b"
        r"|\bpublication:",
        "I'm a reporter working on a story",
        "she reports to work",
    ),
    (
        CallKind.INTERVIEW,
        1.3,
        r"\b(?:speak|talk|chat|talking|speaking) (?:to|with)\b|\binterview(?:ing|s)?\b|\bhear from\b"
        r"|\bhear how\b|\bquick call\b|\bon background\b|\bin confidence\b|\bentrevist\w+|\bhablar con\b"
        r"|\bcontar tu historia\b|\bsprechen\b|\bgespräch\b|\bentretien\b|\btémoign\w+|\bfalar com\b"
        r"|\bspreken\b|\bridealong\b|\bride along\b|\btell your story\b|\bvoicemail\b|\bvoice note\b"
        r"|\bmessage vocal\b|\baudio\b|\bcall (?:me|us|or text)\b|\bget in touch\b",
        "I'd love to speak with ER techs",
        "the view between two hills",
    ),
)
READ = tuple((kind, weight, re.compile(words, re.IGNORECASE)) for kind, weight, words, _, _ in ROWS)
MAY_CALL = re.compile(
    r"\b(?:reporter|producer|journalist|editor|one of us|we|redaktion|redacci[oó]n|periodista) (?:may|might"
    r"|will|could|puede|podría|kan) (?:be in touch|call|follow|contact|get|reach|ring|ask|llamar|contactar"
    r"|bellen)|wants? to hear from you|tell us (?:here|the best time)|\bcallouts?\b",
    re.IGNORECASE,
)
MEDIA = re.compile(
    r"\b(?:reporter|producer|journalist|newsroom|our (?:october|june|\w+) (?:series|special|issue)|story"
    r"|stories|edition|broadcast|programme|callouts?)\b",
    re.IGNORECASE,
)
ACADEMIC = re.compile(
    r"\b(?:phd|irb|dissertation|doctoral|thesis|university|universidad|universit[àéä]t?|université|hochschule"
    r"|universidade|universiteit|ethics|masterarbeit|tesis|tese|scriptie|study|studie|étude|estudio|estudo"
    r"|(?:promotie)?onderzoek(?: naar| \()?|dissertação|dissertación|mémoire)\b",
    re.IGNORECASE,
)

TRIED = re.compile(
    r"\b(?:poke at|try|test|break|click through|walk through)\b[^.!?]{0,30} (?:on a call|with us|for us)\b",
    re.IGNORECASE,
)
OFFICIAL = re.compile(
    r"\b(?:consultation|draft|plan|proposals?|council|ayuntamiento|consulta|beteiligung|entwurf|projet"
    r"|concertation|câmara|gemeente"
    r"|mairie|stadt|rathaus|borrador)\b",
    re.IGNORECASE,
)


def kind_of(post: Post, text: str) -> CallKind:
    """The kind of a call by its words; an interview where nothing else is said."""
    whole = f"{post.title}\n{text}"
    scores = dict.fromkeys(CallKind, 0.0)
    scores[CallKind.INTERVIEW] = 0.6
    for kind, weight, read in READ:
        if read.search(whole):
            scores[kind] += weight
    if post.poll is not None and post.poll.options:
        scores[CallKind.POLL] += 3.0
    _settle(scores, whole)
    return max(CallKind, key=lambda kind: scores[kind])


def _settle(scores: dict[CallKind, float], whole: str) -> None:
    """What the words of two kinds together mean."""
    if scores[CallKind.SURVEY] and MAY_CALL.search(whole) and MEDIA.search(whole):
        scores[CallKind.INTERVIEW] += 3.0  # a newsroom's form where "a reporter may call you"
    if scores[CallKind.SURVEY] >= 2.6:
        scores[CallKind.STUDY] -= 2.4  # a questionnaire with an optional interview is a survey
        scores[CallKind.FEEDBACK] -= 1.0
        scores[CallKind.POLL] -= 1.2 if "( )" not in whole else 0.0
    if re.search(r"\bsurvey\b.{0,20}\b(?:isn't|is not|not)\b|\bnot a survey\b", whole, re.IGNORECASE):
        scores[CallKind.SURVEY] -= 3.0
    if ACADEMIC.search(whole) and re.search(
        r"interview|entretien|entrevist|gespräch|\bcall\b|zoom", whole, re.IGNORECASE
    ):
        scores[CallKind.STUDY] += 1.5
    if re.search(
        r"\b(?:\d+|two|three|six)[- ](?:min(?:ute)?s?|hours?)\b.{0,40}(?:[$£€]\d|voucher|gift card)"
        r"|[$£€]\d+.{0,40}\b(?:min|hour|session)",
        whole,
        re.IGNORECASE,
    ):
        scores[CallKind.STUDY] += 1.0
    if TRIED.search(whole):
        scores[CallKind.STUDY] += 1.0
    if scores[CallKind.SURVEY] and scores[CallKind.FEEDBACK] and OFFICIAL.search(whole):
        scores[CallKind.FEEDBACK] += 1.6  # a plan put up for comment, even through a form
    if "( )" in whole:
        scores[CallKind.POLL] += 2.0
