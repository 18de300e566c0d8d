"""Where a description of people ends, in six languages."""

import re

TASK = (
    r"talk|speak|chat|tell|share|explain|comment|discuss|come|be (?:on|in|interviewed|part|featured|a guest|my"
    r"|quoted|filmed in)|join|appear|take part|answer|look|try|test|walk|complete|fill|do|give|help|interview"
    r"|describe|write|send|read"
    r"|contribute|participate|review|show|let|visit|trial|weigh|offer|react|keep a|record (?:a|your|their)"
    r"|quote|include|mention|cite|weigh in|be|open up|meet|vote|play|use our|check|break|evaluate|rate|critique"
    r"|work with|sit|spend|provide|go on"
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
    r"|[\U0001F1E6-\U0001F1FF]"
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
    r"|,\s(?:drehtag\w*|gage|honorar|aufwandsentsch\w+|termine?|\w+ termine|rodaje|tournage|shoot\w*|filming"
    r"|fee|rate)\b"
    r"|,\s(?:we|i|our|it|this|your|that'd|i'd|we'd|i'm|we're|can|could|would|how|what|which|do|did|is|tell|let"
    r"|so|as|here|you|there|then|my|plus|quick|remote|online|paid|unpaid|anonymous)\b"
    r"|,?\s(?:reply|reaction|respond|reacti(?:e|es)|réponses?|respuestas?|respostas?|antworten?"
    r"|rückmeldung(?:en)?)\s(?:by|before|until|vóór"
    r"|voor|avant|antes|bis|até|tot)\b|,\s(?:bis|avant|antes d|até|hasta|vóór|tot|uiterlijk|d['’]ici|jusqu)"
    r"|,\s(?:es|c'est|dit is|das ist|é) (?:para|pour|voor|für)\b|,\s(?:para|pra|pro|pour|voor|für|for)\b"
    r"|\sup for\b|\s-\s"
    r"|\sto (?:a|an|our|my|this) (?:\w+[ -]){0,3}(?:study|survey|session|interview|workshop|panel)\b"
    r"|,?\s(?:remote|via zoom|by phone|\d+ ?min(?:ute)?s?\b|[$£€]\d)|,\s\d+ ?(?:wk|week|min|h\b|hour)"
    r"|,?\s(?:para (?:un|una|mi|nuestro|nuestra|el|la|contar|hablar|que|participar|entrevistar|uma|um|o|a|minha"
    r"|meu|responder)|(?:que estén )?dispuest[oa]s? a|que quieran|que quiera|dispost[oa]s? a|que queiram"
    r"|que aceite[m]?|por (?:teléfono|correo|videollamada))\b"
    r"|,?\s(?:für (?:einen?|eine|ein|meine[nrms]?|unsere[nrms]?|den|die|das|ein)|zum thema|zur teilnahme"
    r"|zu einem|zu meiner|(?:für|pour|voor) (?:\d|folge|ausgabe|sendung|episode)|die (?:vor (?:der|die) kamera"
    r"|bereit|lust|mir|uns|mit (?:mir|uns)|davon"
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
    r"[:!?.](?:\s|$)|\s[–—-]\s|\n|[\U0001F1E6-\U0001F1FF\U0001F300-\U0001FAFF]|\s\(?https?://"
    r"|,\s(?=(?:please|pls|i|may|might|should|would|help|let|let's|got|ever|want|fancy|care|keen|any|one|two|quick|dites|dis"
    r"|racontez|cuéntanos|contadnos|contem|conte|erzählt|sagt|schreibt|vertel|laat|if|when|after|before|you|who's"
    r"|what's|i'd"
    r"|aidez|ayúdanos|ayudadnos|helft|help|ajudem|si|wenn|als|se|i|we|how|what"
    r"|which|who"
    r"|where|when|do|did|have|are|is|can|could|would|tell|vote|we're|i'm|your|my|our|need|a|an|the|this|for|für"
    r"|pour|para|voor"
    r"|quick|wie|was|welche|habt|ich|wir|¿|qué|cómo|comment|que|o|hoe|wat)\b)",
    re.IGNORECASE,
)
ONLY_END = re.compile(r"(?<=\bonly)(?!\w)", re.IGNORECASE)
