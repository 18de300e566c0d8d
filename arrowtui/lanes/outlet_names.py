"""How outlets are named: the words around a name that make it one, in six languages, in order of trust."""

CAP = r"(?:[A-ZÀ-ÖØ-Þ][\w'’&-]*(?:\.(?=\w)[\w]+)*|[A-Z]{2,}|\d+)"
SMALL = (
    r"(?:of|the|de|du|des|del|della|la|le|el|los|las|der|die|das|den|and|y|et|und|e|en|&|for|für|da|do|dos"
    r"|van|het|in|on|to|'s|\+)"
)
NAME = (
    rf"(?P<name>(?:(?:The|the|La|Le|Les|El|Los|Las|Der|Die|Das|De|Het|O"
    rf"|A)\s)?{CAP}(?:\s(?:{SMALL}\s){{0,2}}(?:[dl]['’])?{CAP}|\s&\s{CAP}){{0,5}})"
)
MANY = rf"(?P<name>(?:The\s)?{CAP}(?:\s(?:{SMALL}\s){{0,2}}{CAP}){{1,4}})"
"""A name of several words: one alone may be a town or a topic where these stand."""
QUOTED = r"[\"“«'„‚‹]\s?(?P<name>[^\"”“»'‘›]{3,50}?)\s?[\"”“»'‘›]"
UNIVERSITY = (
    rf"(?P<name>(?:{CAP}\s){{0,3}}(?:University|College|Institute of Technology|Polytechnic)(?:\s(?:of"
    rf"|at)\s(?:the\s)?{CAP}(?:\s{CAP})?)?"
    rf"|Univ\.?\sof\s{CAP}|(?:Universidad|Universitat|Université|Universität|Universidade|Universiteit"
    rf"|Hochschule|Fachhochschule|Pädagogische Hochschule|Technische Universität|Technische Hochschule|TU|FH"
    rf"|Hogeschool|École|Instituto|Institut)\s(?:(?:de|du|d'|der|des|del|do|da|für|van|voor|la|los"
    rf"|las)\s)*{CAP}(?:\s{CAP}){{0,2}}"
    rf"|{CAP}\s(?:State|Universiteit|Universität|Hogeschool)(?=[\s,.)(]))"
)
MEDIA_WORD = (
    r"(?:story|stories|piece|article|feature|features|report|series|episode|Q&A|column|profile|section|magazine"
    r"|mag|paper|podcast|show|programme|program|documentary|doc|special|newsletter"
    r"|reportaje|artículo|revista|programa|periódico|diario|artikel|beitrag|geschichte|reportage|sendung"
    r"|zeitschrift|magazin|article|dossier|émission|journal|reportagem|matéria|jornal|verhaal|krant|uitzending"
    r"|tijdschrift)"
)
WRITES_FOR = (
    r"(?:[Ee]scribo|[Tt]rabajo|[Jj]['’]écris|[Jj]e travaille|[Ee]screvo|[Tt]rabalho|[Ii]k (?:schrijf|werk)"
    r"|[Ii]ch (?:schreibe|arbeite|recherchiere))\s(?:para|pour|voor|für|bij|bei|chez|en|na|no)"
    r"(?:\s(?:o|a|la|el|le|de|het|das|die|den|der|dem))?"
)
AT_OURS = r"(?:[Ee]n|[Dd]esde|[Nn]a|[Nn]o|[Bb]eim?|[Cc]hez|[Àà]|[Bb]ij|[Aa]t)(?:\s(?:la|el|o|a|der|le|de|het|the))?"
WE_SEEK = (
    r"(?:buscamos|queremos|preparamos|recogemos|necesitamos|hacemos|suchen wir|sammeln wir|wollen wir|nous (?:cherchons"
    r"|préparons|recueillons)|on cherche|zoeken (?:we|wij)|maken (?:we|wij)|procuramos|estamos)"
)
# In order of trust: where a name stands that is an outlet.
PATTERNS: tuple[str, ...] = (
    rf"\b(?:[Dd]er|[Dd]as|[Dd]ie|[Ee]l|[Ll]a|[Ll]e|[Dd]e|[Hh]et|[Oo]|[Aa])\s(?:[Pp]odcast|Magazin|Sender|Sendung"
    rf"|programa|revista|émission|programma|tijdschrift)\s{NAME}\s(?:sucht|busca|cherche|zoekt|procura)\b",
    rf"\b{WRITES_FOR}(?:\s(?:[Mm]agazine?|[Pp]odcast|Portal|Zeitung|revista|diario|journal|revue|krant))?\s{NAME}",
    rf"\b{AT_OURS}\s{NAME},?\s{WE_SEEK}\b",
    rf"\b(?:[Jj]ournaliste|[Rr]édact(?:eur|rice))\s(?:à|pour|au)\s{MANY}",
    rf"\b(?:wanted|needed|sought|[Cc]ommissioned|asked)\sby\s(?:the\s)?{NAME}",
    rf"\b[Cc]ase\sstud(?:y|ies)\s(?:needed|wanted|sought|required)\sfor\s{NAME}",
    rf"\b(?:needed|wanted|sought)\sfor\s(?:the\s)?{MANY}(?=[:.,]|\s?$)",
    rf"\bfor\s(?:a|an|the|my)\s{MANY}\s(?:feature|piece|story|article|column|special|documentary|investigation"
    rf"|interview|series)\b",
    rf"\b[Mm]y\s(?:next\s|latest\s|weekly\s|new\s)?{NAME}\s(?:column|piece|feature|newsletter|podcast|story)\b",
    rf"\b(?:segment|slot|item|interview|chat|spot)\s(?:on|for|in)\s{MANY}",
    rf"\bepisode\s(?:of|for)\s{NAME}",
    rf"\b(?:[Rr]eporter|[Jj]ournalist|[Pp]roducer|[Ww]riter)\s?(?:w/|@)\s?{NAME}",
    rf"\b(?:our|my)\s(?:show|podcast|programme|newsletter|magazine),?\s(?:called\s)?{NAME}",
    rf"\b(?:be|being|guest(?:ing)?|appear(?:ing)?)\son\s{MANY}",
    rf"\b(?:[Ff]ür|[Bb]ei|[Vv]on)\s(?:die|den|das|der|dem)\s(?P<name>{CAP}-(?:Zeitung|Post|Kurier|Bote|Blatt"
    rf"|Nachrichten|Anzeiger|Echo|Magazin|Presse|Rundschau|Journal|Radio))\b",
    r"\b(?:[Qq]uestionário|[Ii]nquérito|[Pp]esquisa|[Cc]uestionario|[Ee]ncuesta|[Ee]nquête|[Qq]uestionnaire|[Uu]mfrage"
    r"|[Bb]efragung|[Oo]nderzoek|[Vv]ragenlijst)\s(?:da|do|de la|del|de l['’]|du|der|des|van de)\s?"
    r"(?P<name>[A-Z]{3,6})\b",
    rf"\b[A-ZÀ-Þ]\w+ here,\s(?:from\s|at\s|with\s)?{NAME}",
    rf"\b(?:consœur|confrère|collègue|journaliste|rédactrice|rédacteur|Kollegin|Kollege|Redakteurin|Redakteur"
    rf"|colega|periodista"
    rf"|jornalista|compañera|compañero|collega|verslaggever|redacteur)\s(?:de|du|chez|à|von|vom|beim|bei|der|da"
    rf"|do|del|van|bij)"
    rf"\s(?:(?:la|le|het|de|der"
    rf"|die)\s)?(?P<name>(?:[LD]['’])?{CAP}(?:\s(?:{SMALL}\s){{0,2}}(?:[dl]['’])?{CAP}){{0,4}})",
    rf"\b(?:colleague|friend|mate|pal|co-?worker|contact|(?:film)?maker|director|writer|presenter"
    rf"|columnist)s?\s(?:at|from|of|with)\s(?:the\s)?{NAME}",
    rf"\bfor (?:a|an|my|our) (?:[\w'-]+ ){{0,3}}{MEDIA_WORD}, {NAME}",
    rf"\b(?:das|dem|den|fürs|beim|unser|unserem|unseren)\s(?:Magazin|Podcast|Portal|Fachblatt|Blatt|Heft|Onlinemagazin"
    rf"|Stadtmagazin|Wochenblatt"
    rf"|Fachmagazin|Jugendmagazin)\s{NAME}",
    rf"\b(?:reporter|journalist|producer|editor|writer|correspondent|researcher|columnist|freelancer|freelance"
    rf"|intern|researchers?|research|designers?)\s(?:at|for|with|from|of)\s(?:the\s(?:student\spaper|weekly"
    rf"|daily|magazine)\s)?{NAME}",
    rf"\b(?:I|we)(?:'m| am|'re| are)?\s(?:write|report|reporting|work|working|writing|freelance"
    rf"|cover \w+(?: \w+)?|produce|edit|host|at|with|from|on assignment)\s?(?:for|at|with)?\s{NAME}",
    rf"\b(?:I|we)(?:'m| am|'re| are)\s(?:at|with|from)\s{NAME}",
    rf"\b(?:for|in|on|of|from)\s(?:the\s)?(?:audio doc series|doc series|podcast|show|programme|magazine"
    rf"|newspaper|weekly|newsletter|blog|journal|trade magazine|paper|site|website|series"
    rf"|student paper)\s(?:called\s)?(?:{NAME})",
    rf"\b(?:[Ss]eason|[Ss]eries|[Ee]pisode)\s\d+\sof\s{NAME}",
    rf"\b(?:student|candidate|lecturer|professor|postdoc|fellow|[Dd]oktorand\w*|doctorand\w*|estudiante"
    rf"|étudiante?|aluna"
    rf"|aluno|mestranda|mestrando|doutoranda|doutorando|promovend\w+|studente?|[Ss]tudentin)\s(?:at|an\sder|an"
    rf"|in|en|de|à|na|no"
    rf"|da|do|aan|van)\s(?:the\s|de\s|la\s|l['’])?{NAME}",
    rf"\bfor\s(?:a|an|my|our|the|this|tomorrow's|next week's)\s(?:[\w'-]+\s){{0,4}}?{MEDIA_WORD}\s(?:in|for|on"
    rf"|at)\s{NAME}",
    rf"\bfor\s(?:the\s\w+\sof\s)?(?:a|an|my|the|this)?\s?(?:[\w'-]+\s){{0,2}}(?:story|piece|feature|article|Q&A"
    rf"|report|segment|column)\s(?:in|for|at)\s{NAME}",
    rf"\b(?:Story|Piece|Article|Feature|Q&A|piece|story|article|Stück|Text)\s(?:for|in|für)\s{NAME}",
    rf"\b(?:for|For)\s(?:the\s(?:front|cover|opinion pages?|weekend|sunday|news\w*|\w+ (?:desk|section"
    rf"|pages?))\sof\s)?(?:the\s)?{NAME}(?=['’]s\s|[.,;)]|\s(?:I|we|DM|#|&|on|about|and|to|today|until|by"
    rf"|before|is|this|,|\()"
    rf"|\s?$)",
    rf"\b(?:audio doc series|docuseries|podcast|magazine|show|programme|newspaper|newsletter"
    rf"|documentary series)\s{NAME}",
    rf"\b(?:en|para|de)\s(?:la\s(?:revista|radio|cadena)\s|el\s(?:diario|periódico|programa|podcast)\s|las\s"
    rf"|los\s)?(?P<name>(?:La|El|Radio|Revista|Diario|Onda|Canal"
    rf"|Cadena)\s{CAP}(?:\s(?:{SMALL}\s){{0,2}}{CAP}){{0,3}})",
    rf"\b(?:revista|diario|periódico|programa|p[oó]dcast)\s{NAME}",
    rf"\b(?:Für|für|beim|bei|im|vom|von|der|die)\s(?:(?:den|die|das|der|dem|einen?|eine"
    rf"|meinen?)\s)?(?:(?:Podcast|Magazin|Zeitschrift|Sender|Zeitung|Radio|TV-Magazin|Wochenzeitung"
    rf"|Fachzeitschrift)\s)?(?P<name>(?:Die\s|Das\s|Der\s)?(?:Funkhaus|Radio|Redaktion|Magazin|Studio|Verlag"
    rf"|Tagblatt|Tageblatt|Bote|Kurier|Anzeiger|Zeitung|Rundschau)\s{CAP}(?:\s{CAP})?|{CAP}er?\s(?:Zeitung"
    rf"|Anzeiger|Tageblatt|Nachrichten|Rundschau|Kurier|Bote|Rundfunk|Allgemeine|Post))",
    rf"\b(?:[Pp]odcast|[Mm]agazine?|Zeitschrift|Fachzeitschrift|Wochenzeitung|Sendung|Heft"
    rf"|Sendereihe|Reihe|[Rr]evista|[Pp]rograma|[Ee]spacio"
    rf"|[Rr]evue|[Éé]mission|[Jj]ournal|[Jj]ornal|[Tt]ijdschrift|[Pp]rogramma|[Kk]rant|[Ss]how"
    rf"|[Ss]eries|[Dd]ocumentary|[Cc]olumn|[Nn]ewsletter)\s{QUOTED}",
    rf"\b(?:Ausstellung|exposition|exposición|exposição|tentoonstelling|exhibition|[Dd]isplay)\s(?:im|in\sder"
    rf"|am|at|du|del|da|do"
    rf"|van|in|bij)\s(?:the\s|het\s|la\s)?{NAME}",
    rf"\b(?:tell|Tell|talk\sto|Talk\sto|speak\sto|write\sto|Write\sto)\s(?P<name>The\s{CAP}(?:\s{CAP}){{0,3}})\b",
    rf"\b(?:issue|edition)\sof\s(?:the\s)?{NAME}",
    rf"\b(?:come|guest|appear)\son\s(?:the\s)?{NAME}",
    rf"\b(?:[Dd]ocumentary|[Ss]eries|[Ff]ilm|[Ss]how)\sfor\s(?:the\s)?{NAME}(?=:)",
    rf"\b(?:trabalho|texto|peça|investigação|crónica|crônica|notícia)\s(?:para|do|no|da|na)\s(?:[oa]\s)?{NAME}",
    rf"(?:^|[.!?]\s)(?P<name>(?:Radio|Rádio|Onda|Canal|Diario|Diário|Revista|Omroep"
    rf"|Studio)\s{CAP}(?:\s{CAP}){{0,2}})(?=[.,!]|\s?$)",
    rf"\b(?:staat|verschijnt|komt|erscheint|steht|sale|saldrá|paraît|paraîtra|sai"
    rf"|appears?)\b[^.!?]{{0,30}}\s(?:in|en|dans|no|na|im)\s{NAME}",
    rf"\b(?:longread|podcast|serie|special|dossier|documentaire|aflevering|rubriek|reeks"
    rf"|onderzoeksverhaal)\s(?:in|op|bij|voor"
    rf"|van)\s{NAME}",
    rf"\b(?:reportaje|artículo|podcast|especial|reportagem|matéria|artigo|reportage|article|dossier|papier|enquête)\s"
    rf"(?:de|del|do|da|du)\s(?P<name>(?:(?:La|El|O|A|Le"
    rf"|Les)\s)?{CAP}(?:\s(?:{SMALL}\s){{0,2}}{CAP}){{0,3}})(?=[.,;:)]|\s?$)",
    rf"\b(?:verhaal|artikel|stuk|reportage|item|uitzending|Beitrag|Geschichte|Artikel|Reportage"
    rf"|Text|Stück|reportaje|artículo|pieza|article|reportage|papier|sujet"
    rf"|portrait|reportagem|matéria|artigo|peça)\s(?:in|im|in der|en|dans|na|no|op|bij|voor|für"
    rf"|para|pour|à|chez|bei|beim)\s{NAME}",
    rf"\(\s?{NAME}\s?\)\s(?:wants|is (?:looking|after|seeking)|needs|would|sucht|busca|cherche|zoekt|procura)\b",
    rf"\b(?:pour|Pour|dans|à)\s(?:(?:le|la|les|un|une|mon|notre)\s)?(?:(?:podcast|magazine|journal|quotidien"
    rf"|hebdo|revue|émission|radio)\s)?(?P<name>(?:Le|La|Les|Radio"
    rf"|L['’])\s?{CAP}(?:\s(?:{SMALL}\s){{0,2}}{CAP}){{0,3}})",
    rf"\b(?:équipe|rédaction)\s(?:de|des|du|d['’])\s?(?P<name>(?:(?:la|le"
    rf"|les)\s)?{CAP}(?:\s(?:{SMALL}\s){{0,2}}{CAP}){{0,3}})",
    rf"\b(?:[Pp]ara|no|na|do|da)\s(?:o\s|a\s)?(?:(?:jornal|revista|rádio|podcast|programa|portal)\s)?(?P<name>(?:O"
    rf"|A|Jornal|Rádio|Revista|Diário|Folha|Gazeta|Correio|Portal|Canal"
    rf"|TV)\s(?:{SMALL}\s)?{CAP}(?:\s(?:{SMALL}\s){{0,2}}{CAP}){{0,3}})",
    rf"\b(?:[Vv]oor|[Bb]ij|[Vv]an)\s(?:(?:de|het)\s)?(?:(?:krant|podcast|programma|tijdschrift|omroep|vakblad"
    rf"|magazine)\s)?(?P<name>(?:De|Het|Radio|Omroep|Dagblad|Stichting)\s{CAP}(?:\s{CAP}){{0,2}})",
    rf"\b(?:print|publish|run|share|appear|printed|published)\b[^.!?]{{0,60}}\sin\s(?:\w+['’]s\s|the\s)?{NAME}",
    rf"\b(?:win|be on|appear on|contestants? for|applications for)\s{NAME}",
    rf"(?<!reporter )(?<!producer )(?<!editor )(?<!colleague )(?<!journalist )\b{NAME}\s(?:would like to"
    rf"|wants (?:to (?:hear|talk|speak|know)|your)|is looking for|is seeking|seeks|reporter|(?:staff|news"
    rf"|investigative) reporter|want to interview|te escucha|quiere hablar|sucht|cherche|zoekt|procura)\b",
    rf"\b{NAME}\s(?:has\s(?:put|published|launched|opened|drawn)|(?:is|are)\s(?:now\s)?(?:consulting|reviewing"
    rf"|collecting"
    rf"|gathering|asking|running|conducting|inviting|redesigning|drafting)|invites|asks\s(?:for|readers|members"
    rf"|residents)"
    rf"|lädt|befragt|bittet|invita|convida|vraagt|onderzoekt|invite)\b",
    rf"\bat\s(?:the\s)?{NAME},?\s(?:we|we['’](?:d|re|ve|ll))\b",
    rf"\b(?:feature|have|host|want|welcome)\syou\son\s{NAME}",
    rf"\b(?:producer|host|reporter|presenter)\s(?:at|of|for|from|with)\s{NAME}",
    rf"\b(?:team|developers?|maintainers?|people|researchers?|nonprofit|agency|startup)\s(?:at|behind|of|from)\s{NAME}",
    rf"\b(?:co-op|startup|app|company|tool|charity|union|non-?profit|project)\b[^.]{{0,40}}\(\s?{NAME}\)",
    rf"\(\s?{NAME}\s?\)\s*[.!#]?\s*(?:#\w+\s*)*$",
    rf"(?P<name>(?:The\s)?{CAP}(?:\s{CAP}){{0,3}}\s(?:Podcast|Show|Magazine|Gazette|Times|Herald|Weekly|Tribune|Courier"
    rf"|Chronicle|Observer|Monthly|Quarterly|FM|Ledger))\b(?!\s[A-ZÀ-Þ])",
    r"\b(?P<name>r/\w{3,})\b",
    rf"^(?:Show HN|Launch HN):\s{NAME}",
    rf"\b{NAME},\s(?:call|email|e-mail|text|write|ring|phone|contact)\b",
)
