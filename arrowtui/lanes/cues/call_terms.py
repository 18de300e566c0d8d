"""What calls say of their terms: for whom, by when, where to, for what, against what."""

from arrowtui.lanes.cues import Cue
from arrowtui.model.lane import Lane

TERMS = (
    Cue(
        "named_group",
        Lane.CALL,
        0.8,
        "calls a group of people by name",
        """
        are you; if you've|you're
        if you work|run|use|have|were|are|teach|live|own|manage|sell|drive|answer|schedule|know; have you; did you
        were you; do you work|run|sell|teach|have|live|use|own|manage|drive|know|grow|keep|ever; you've ever
        who's ever; who've; who's had|been|worked|left; people who; those who; somebody who; someone who|whose
        anyone who|whose; folks; folk; fellow; colleagues :; eres; sois; trabajas en|como|de|y
        si trabajas|eres|tienes|has; si tu|sois; bist du; sind sie|sie; seid ihr; arbeitest|arbeiten du|sie
        wenn du|ihr|sie; hast du|habt ihr|haben sie; habt ihr; vous êtes|avez|travaillez|exercez; êtes-vous; avez-vous
        si vous; travaillez-vous; celles et ceux; ceux qui
        é|és|foste|trabalha|trabalhas professor|professora|enfermeira|enfermeiro|em|como|na|no|médico
        se trabalha|é|tem|trabalhas; quem trabalha|já|tem|vive; ben|bent je|jij|u|jullie; werk|werkt je|jij|u
        als je|jij|u; heb|hebt je|jij|u|jullie; mensen die; wie werkt|heeft
        people who've|have; anyone whose; anybody whose; those of you; are you a|an; have you ever; parents :
        teachers :; nurses :; users of; patients :; commuters :; si llevas|vives|das; habéis
        has vivido|estado|dejado; los que|las que; wer gestern; waren sie; warst du; leben sie; eltern, die
        menschen, die; alle, die; vous|tu attendez|vivez|enseignez|gérez|avez; avez-vous|êtes-vous|vivez-vous
        vous êtes restés; ceux|celles|celle qui; tuteurs :; ficou|viveu|trabalha|trabalhou|teve|sofreu
        vive|mora em|no|na; foste|estiveste; quem atende|trabalha|vive; tutores :; é enfermeiro|professor|médico
        stond|woont|werkt|bent|heeft u|je; sta je; woon je; werk je; wie bij|in|als; ouders die; begeleiders :
        """,
        "Do you work permanent nights?",
        "They know those are old",
    ),
    Cue(
        "anonymity",
        Lane.CALL,
        1.3,
        "promises discretion",
        """
        off the record; on background; on the record; on or off; on record; in confidence
        names withheld|changed|will|can|may|won't; name will|can|won't; anonymity; anonymous is|fine|ok|okay
        keep you|it|your|everything .. anonymous|confidential|private; can be anonymous; be anonymous
        stay|remain anonymous; confidential; no names; anonymously; first name only|fine
        protect your|sources|identity; anonimato; de forma anónima; anónimo; confidencial; anonym; vertraulich
        vertraulichkeit; anonymisiert; anonymat; anonyme; anonymement; confidentiel*; confidencialidade; anonimamente
        anónima; anônimo; anônima; sigilo; anoniem; vertrouwelijk
        names changed; anonymity fine; not naming; no name; can stay; cover your name; anonim*; anonymat possible
        podem ser anónimos; pode ser anónimo; anoniem mag; gern anonym; gerne anonym; gerne vertraulich
        confidencialidad; sin nombre; ohne namen; sans nom; sem nome; zonder naam; off record; not for attribution
        """,
        "On background is fine",
        "the record was off by one",
    ),
    Cue(
        "route",
        Lane.CALL,
        0.8,
        "says how to answer",
        """
        dm me|us|for|or|if|please|pls; dms open|are; dm's open; my dms
        message|email|mail|text|call|ring|phone|whatsapp|signal|ping me|us|or|the; send me|us your|an?|a
        drop me|us|it; reply to|with|below|here|by|and|in|if; replies by|or|to; hit reply; contact :
        contact me|us|our|details; sign|signing up here|at|by|via|below|through|:; apply at|here|via|by|through
        in the comments; comment below|or|and|here; leave a|us .. message|voicemail|comment|note; respond :
        respond within|by|here; fill in|out the|our|this|it; use our form; link in|below|:; form :; book a slot
        write to; escribid|escribe|escríbeme|escribidme|manda|envía a|por|un|al; por privado; md abiertos|abierto|o
        contacto; apúntate|apuntaos|inscríbete|inscripción; contact; kontakt
        meldung|meldungen|anmeldung|anmelden|melden|zuschriften an|unter|bei|bis|per|:; per mail|pn|dm
        schreib|schreibt an|mir|uns; écrire à; écrivez à; mp ouverts|ou; en mp|dm; inscription|inscriptions
        contacto|contato; mandem|enviem|envie|escreva|escrevam para|um|mensagem; dm aberta|abertas
        inscrições|inscrição; mail naar; reageer|reageren via|op|hier|onder; aanmelden|meld kan|via|bij|je|voor
        stuur een; dm mij|me|staat
        pm me; voicemail; voice note; reply here; replies here; reply below; reply or; comment or; comments or
        comment with; in a reply; sign-up link; sign up :; screener :; mail :; email : call :; por dm; por md; al dm
        escribe a; escribid a|al; mándame un; llama al; llámanos al; por aquí; en los comentarios; inscripciones
        schreibt an; schreibt mir; mail an; nachricht an; kommentar oder; kommentiert; hier melden
        anmeldung unter|über; en dm; en mp; par mail; par message; en commentaire|commentaires; réponse avant
        message vocal; por mensagem; para o; comentem ou; nos comentários; escreva para; escrevam para; ligue
        contacto :; pelo whatsapp; via dm; app naar; per mail; reageer; stuur een bericht; in de reacties
        aanmelden via; bel
        """,
        "DMs open or email me",
        "a shop sign was lost",
    ),
    Cue(
        "offers_incentive",
        Lane.CALL,
        0.9,
        "offers something for taking part",
        """
        voucher; vouchers; gift card|cards|certificate; incentive; honorarium; compensation; compensated; reimbursed
        for your time; as a thank; thank you gift; prize draw; entered into; unpaid; no fee; fee paid
        paid research|study|interview|interviews|session; contributor fee; expenses covered|paid; tarjeta regalo
        vale de|regalo; sorteo de|un|una|entre; remunerado; remunerada; aufwandsentschädigung; gutschein*; vergütung
        verlost; verlosen; honorar; keine gage; unbezahlt; rémunéré*; indemnis*; dédommag*; chèque-cadeau; bon d'achat
        non rémunéré; cartão oferta|presente; vale-presente; ajudas de custo; vergoeding; cadeaubon; bol-bon
        onkostenvergoeding; onbetaald
        travel paid|covered; travel expenses; we pay tarjeta regalo; dietas; gastos pagados
        fahrtkosten défrayé|défraiement; rémunéré|rémunérée; com cachê; met vergoeding; reiskosten; cadeaubonnen
        bons d'achat
        """,
        "$40 gift card for an hour",
        "the couch was a gift",
    ),
    Cue(
        "stated_use",
        Lane.CALL,
        0.9,
        "says what the answers are for",
        """
        for a talk|workshop|slide|handout|policy|guide|training|report|presentation|session|module|course
        i'm|we're|i|we|our am|are? .. rewriting|writing|choosing|deciding|building|drafting|designing|redesigning
        i'm|we're|i|we|our am|are? .. revising|preparing|planning|updating|presenting|compiling|collecting|gathering
        we'll|i'll|we|i will? go with|act on|use|take|count|read|pick|share|publish|print|summarise|summarize|post
        results shared|free|go|will|published|in; i'll share|post|count|publish|summarise|summarize|credit
        will credit; the majority; governance board; to the board; our members|readers|users|community
        for our|an app|next|new|the|a; deciding; we decide; how do you|y'all|your|people|others
        what do you use|do|say|wish|tell|need|charge; what's your; how does your; what does your
        how many|much|often|long|far do|did|does|would; para una charla|ponencia|guía|formación
        wie macht|haltet|löst|handhabt|geht|viel|viele|oft ihr; für meinen|einen|unseren vortrag|workshop
        comment faites-vous; pour une|ma formation|présentation; como fazem|faz|fazes; voor een presentatie|workshop
        hoe doen|doe|pakken jullie|je
        i'll share|draw|revise|read|credit|name; we'll share|go|print|publish; i revise|present|decide|print|vote
        printing on; presenting on; everyone gets named|credited; gets the pdf
        for a booklet|handout|lecture|conference|course|deck; at our conference; i'm putting together
        putting together a; i maintain; we maintain; i run a small; compiling a|an; figures go to; end up with
        what we end; for the association|board|council|union; los comparto|la comparto; comparto el; lo comparto
        preparando una|un; preparo una|un; para mi|una clase|formación|ponencia|guía; estoy escribiendo
        estamos rediseñando; ihr bekommt; bekommt das ergebnis
        ich schreibe|erstelle|baue|bereite gerade|an|einen|eine|ein
        für unseren|unsere|meinen|meine|eine|einen leitfaden|handreichung|vortrag|schulung|kurs|workshop|richtlinie
        stelle ich|die|es zusammen; fasse zusammen; teile das|die|ich; je partage|partagerai
        je rédige|compile|rassemble; nous rédigeons|réécrivons; pour un|une|notre|mon guide|formation|cours|livret
        synthèse; partilho|partilhamos o|a|os; estou a escrever|preparar|montar|redigir
        para um|uma guia|formação|curso|manual; cito quem; ik deel; deel het resultaat; deel ik|de|het
        ik maak|schrijf een; voor een|onze|mijn gids|training|handleiding|cursus; krijg je|jullie
        """,
        "I write our policy this week, how do you book desks?",
        "a policy was written",
    ),
    Cue(
        "deadline_words",
        Lane.CALL,
        0.7,
        "names a deadline for answers",
        """
        deadline; ddl
        closes|closing on|today|tonight|friday|sunday|monday|tuesday|wednesday|thursday|saturday|at|in|_
        open until|till|through|for; respond within
        by noon|midnight|cob|eod|tomorrow|tonight|friday|monday|tuesday|wednesday|thursday|saturday|sunday|end|today
        before friday|monday|tuesday|wednesday|thursday|saturday|sunday|noon|tomorrow|the; cut-off|cutoff|cut
        last day|chance to; until noon|friday|monday|tuesday|wednesday|thursday|saturday|sunday|tomorrow|midnight
        plazo; hasta el|mañana|la|las|hoy; antes del|de; cierra el|la|hoy|mañana
        bis zum|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|heute|ende|spätestens; spätestens
        frist; einsendeschluss; läuft noch|bis; avant le|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|ce
        jusqu'au; jusqu'à; date limite; prazo
        até ao|à|dia|amanhã|sexta|segunda|terça|quarta|quinta|sábado|domingo|hoje|às; antes de; uiterlijk
        tot en|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|morgen; vóór
        voor maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|morgen; sluit op; deadline is|:
        by tuesday|wednesday|thursday|friday|monday|noon|tonight|tomorrow|2pm|3pm|4pm|5pm|6pm
        before thursday|wednesday|friday|sunday|the; until sunday|friday|the|end|30|20
        closes friday|tonight|sunday|saturday; open for _ days; still time; deciding|decide on urgent :; on deadline
        respond by; replies by; antes del|de miércoles|viernes|jueves|lunes|martes; hasta el; plazo :; urgente
        cierra; bis freitag|montag|mittwoch|sonntag|donnerstag|dienstag; bis zum; frist :; noch bis
        avant mercredi|vendredi|lundi|jeudi|dimanche|mardi|le; réponse avant au plus tard
        até sexta|quinta|segunda|quarta|domingo|amanhã|dia; prazo :; até às; vóór|voor woensdag|vrijdag|maandag
        tot en met; reactie voor|vóór
        """,
        "Deadline COB Friday",
        "the border was closed",
    ),
    Cue(
        "closed_call",
        Lane.CALL,
        1.5,
        "closes a call",
        """
        callout|call|survey|study|enrolment|enrollment|poll|request|casting|form is|are|now? now? closed; now closed
        closed now; closing this|the callout|the; closed early; no longer needed|looking|accepting|accepts
        got my|our|all|what|enough; we|i have enough; we've|i've enough; all sorted; fully booked; slots are|all|filled
        at capacity; been filled|fulfilled|cast; has been fulfilled; we've cast; cerramos el|la; cerrado; ya tenemos
        ya tengo; geschlossen; haben|habe genug|genügend; ist beendet; nous avons|on a assez|trouvé; clos; closed :
        fechado; encerrado; já temos|encontrámos|encontramos; gesloten; hebben genoeg|we; niet meer nodig; is vol
        call closed; call's closed; recruitment closed; recruitment is; study is full; is full; has all
        has been filled; all filled; got enough|all|everyone|everybody|everything; have enough
        found my|our|enough|three|two|all; thanks all; enough now; i'm sorted; stand down; filled now
        no more needed; ya tengo|tenemos suficientes|bastantes|todas|todos|mis|los|las; cerrada
        no busco|buscamos más; convocatoria cerrada; gracias a todas|todos, ya; genug|genügend gefunden
        aufruf ist|geschlossen|beendet|erledigt; habe|haben jetzt|inzwischen|nun|alle|genug; suche beendet
        hat sich erledigt; ist voll; aufnahmestopp; umfrage ist|beendet|geschlossen; j'ai trouvé|assez|tout|mes
        appel clos; c'est complet; étude est complète; complet ,; n'acceptons plus; nous n'acceptons; plus besoin
        clôturé; sondage clos|terminé; já tenho|temos as|os|tudo|todas|todos|pessoas; pedido encerrado; encerrada
        já não preciso|precisamos|procuro; inquérito fechado|encerrado; vagas preenchidas
        genoeg|voldoende gevonden|reacties|mensen|deelnemers; oproep gesloten; ik heb genoeg; we hebben genoeg
        is gesloten; is rond; vol ,
        """,
        "Survey now CLOSED, thanks",
        "the shop is closed on Monday",
    ),
)
