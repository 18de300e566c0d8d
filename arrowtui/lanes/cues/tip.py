"""What speaks for a tip: know-how that can be used at work again."""

from arrowtui.lanes.cues import Cue
from arrowtui.model.lane import Lane

TIP = (
    Cue(
        "how_to",
        Lane.TIP,
        1.4,
        "says how something is done",
        """
        how to; how i|we|our|my|they|one .. keep|cut|run|do|did|fixed|made|make|got|stopped|plan|write|teach|built
        how i|we|our|my|they|one .. use|handle|organise|organize|prepare|halved|saved
        how i|we|our|my|they|one .. manage|set|solve|check|survive|mark|grade|price; here's how|what; here is how
        this is how; guide to; field guide
        a|short|quick|practical|complete|beginner's guide|primer|tutorial|walkthrough; tutorial; walkthrough; step by
        step-by-step; explained; explainer; cheat sheet|sheets; cheatsheet; when to use; why you should
        what to do|check|say|ask|wear|pack|write|look; where to start; getting started
        best|better way|practice|practices; how-to
        cómo|como hacer|preparar|escribir|organizar|evitar|corregir|usar|montar
        cómo|como explicar|preparo|hago|organizo|evaluar|conseguir|lograr|ahorrar; cómo; guía de|para|rápida; paso a
        así lo|es|preparo|hago|hacemos; so geht|gehe|geht's|mache|machen|gelingt|klappt|läuft; anleitung; leitfaden
        schritt für; wie man|ich|wir|du|sie ..
        comment faire|je|on|nous|préparer|écrire|gérer|organiser|éviter|j'ai|réussir|utiliser|mieux; comment
        guide de|du|pratique|pour; pas à; étape par; mode d'emploi; tutoriel
        como fazer|preparar|escrever|organizar|evitar|faço|usar|corrigir|conseguir|montar; guia de|para|prático|rápido
        passo a; tutorial de; hoe je|ik|wij|we|u|maak|schrijf; handleiding; stappenplan
        zo doe|maak|werk|pak|doen|krijg|voorkom; stap voor
        how i talk|explain|teach|collect|ask|spot|got|keep|grade|chase|sell|price|file|store|choose
        how we got|went|moved|keep|run|talk; how to spot|answer|take|ask|get|tell|say; what a _ of
        what i ask|took|do|say|want|check; what to say when; what finally|actually works|worked; notes on
        field notes; a field guide; why i|we ask|stopped|never|always; in one page
        three|two|four|five habits|rules|questions|checks|lines|things|tricks|ways
        cómo leo|pasamos|explico|cobro|llevo|organizamos; lo que pido|pregunto|hago|aprendí|miro
        qué hacer|decir cuando|si; guía rápida|clara; dos|tres|cuatro trucos|preguntas|reglas|cosas|hábitos
        en una página; así preparo|cobro|llevo|empiezo; so sammle|schreibe|plane|prüfe|erkläre|frage|arbeite
        wie wir|ich; was ich; drei|zwei|vier|fünf regeln|fragen|tricks|sätze|kleine; auf einer seite
        warum ich|wir nie|immer|keine|nicht; übergabe in; comment nous|j'|je|on prépare|relis|explique; ce que je|j'
        trois|deux|quatre petites|questions|règles|gestes|astuces|choses; en une page; pour bien; voici comment
        pourquoi je|on ne; en quatre lignes; como cobro|explico|organizo|corrijo|guardo|preparo
        o que peço|pergunto|faço|aprendi; duas|três|quatro coisas|perguntas|regras|dicas|frases; numa página
        assim faço|cobro; zo schrijven|vraag|houd|leg|plan|controleer wij|ik|we; wat ik
        drie|twee|vier kleine|regels|vragen|dingen|tips; op één pagina; waarom ik|wij; bijhouden zonder
        """,
        "How we cut our handover to ten minutes",
        "however, it rained",
    ),
    Cue(
        "tip_word",
        Lane.TIP,
        1.5,
        "calls itself a tip, template or checklist",
        """
        tip; tips; pro tip; protip; hack; hacks; trick; tricks; checklist; checklists; template; templates
        rule of thumb; rules of thumb; rule; rules; lesson; lessons learned|from; lessons; framework; cheat; printable
        worksheet; script; recipe for; playbook; takeaways; takeaway; infographic; flowchart; rubric; routine
        lifehack; faq; toolkit; planner; formula; best advice; advice; mistakes
        things i wish|learned|learnt|check|look|do; what i learned|learnt|wish; til; postmortem; post-mortem; write-up
        writeup; breakdown of; skeleton; swipe file; mnemonic; workflow; decision log|tree; consejo; consejos; truco
        trucos; plantilla; plantillas; lista de verificación|comprobación|control; rúbrica; regla; reglas; receta para
        infografía; esquema; errores; recurso; ficha; tipp; tipps; schreibtipp; vorlage; vorlagen; checkliste; regel
        regeln; faustregel; merkblatt; spickzettel; merksatz; ablaufplan; muster; arbeitsblatt; kniff; praxistipp
        unterrichtsidee; textbaustein*; fehler; astuce; astuces; conseil; conseils; modèle; fiche; méthode; règle
        règles; truc; trucs; grille; gabarit; mémo; erreurs; check-list; dica; dicas; modelo; truque; truques
        lista de verificação; regra; regras; planilha; erros; macete; roteiro; sjabloon; vuistregel; trucje
        checklijst; hulpmiddel; werkblad; regels; spiekbriefje; fouten; werkwijze; aanpak
        habits; checklist after; cheatsheet; scorecard; wall chart; toolbox talk; primer; notes to self; takeaway :
        what i took; two cents; three checks; pocket card; crib; best sentence|question i|you know
        small museum guide; wisdom; bulletproof; fridge card; hábito|hábitos; tarjeta; pauta; pautas; imprimible
        método; buenas prácticas; spicker; laufzettel; kniffe; handgriff; methode; leitsatz; praxis; vorgehen
        gewohnheit; erfahrungswert; aushang; habitude|habitudes; repère|repères; aide-mémoire; procédure; tuto
        bonnes pratiques; hábitos; cartaz; guião; cartão; boas práticas; rotina; kaart; kaartje; overzicht; gewoonte
        gewoontes; vuistregels; nakijkkaart
        """,
        "Alt text rule of thumb I teach",
        "he tipped the waiter",
    ),
    Cue(
        "own_practice",
        Lane.TIP,
        1.2,
        "tells what works in practice",
        """
        works|worked for us|me|any|our|every|well|best; what works|worked|helped|finally
        i|we always|never|stopped|started|keep|switched|now|replaced|deleted
        i|we moved|put|add|ask|write|print|use|used|make; i|we made|tell|teach|set|do|changed|tried|read|check
        i|we learned|learnt|dropped|cut|open|close|begin|end|send|save; instead of; rather than; game changer
        saved|saves|saving us|me|my|our|you|hours|an|about|time; fixed our|my|it; took me
        my|our trick|rule|system|routine|habit|method|label|test|template|fix|format|approach|setup; since then
        every time; each time; no more; the fix; from experience; after _ years; feel free to; steal this|it|our
        copy it|this|and; screenshot this; worth stealing; small thing|things; one line|sentence|page
        and it|they works|worked|stuck; the stopping|last one; turns out; learned the hard
        nobody|no one|nothing gets|quits|reads|has; that's it; ask yourself; the trick is; the secret is; key is
        me|nos funciona|ahorra|sirve|ayuda|salva; llevo|llevamos _ años; en lugar|vez de
        antes de publicar|empezar|salir|enviar|firmar; siempre|nunca llevo|hago|pido|pregunto|anoto|empiezo|pongo
        desde entonces; ya no; comparto; en dos|tres meses; funciona; hat|haben sich bewährt; bewährt; spart|sparen
        seitdem; statt; anstatt; bei|für uns|mich klappt|hilft|funktioniert; hilft; klappt
        ich|wir habe|haben|nehme|nutze|schreibe|mache|frage immer|seit|drei|jetzt|die; aus der praxis; geht in
        immer|niemals erst|dabei; zuerst; zuletzt; depuis; au lieu
        je|j'|nous|on commence|note|demande|garde|mets|ajoute toujours|d'abord|la|le|une|un|trois
        je|j'|nous|on fais|utilise|prépare|note|notons|utilisons toujours|d'abord|la|le|une|un|trois; ça marche
        m'a|nous fait|a gagner|sauvé; gain de; fini les; jamais plus; testé et; poupa|poupo|economiza; em vez
        desde então; aqui funciona|usamos; comigo funciona; partilho; compartilho; scheelt; werkt; in plaats
        sindsdien; sinds; bij ons|mij werkt; wij|ik doen|doe|gebruik|gebruiken|schrijf|begin|vraag|zet|maak
        nooit meer; altijd eerst; bespaart; levert op
        saved our|us|me|you|three|two|an; fell by|from|to; halved; dropped from|by|to; went from; down to
        went up|down from; gained; cut from; since march|january|then|may|i|the|we; i keep; we keep
        we lock|train|tape|count|publish|ride|ran|run; i write|measure|draw|lay|pin; used to cost|take; haven't had
        not one complaint|since; no surprises; they stop; people stop|answer; thank me; thanks me later
        thank you later; beats; never again; the point; the trick; the whole trick; is boring; boring and|but
        in ten|five|two|three minutes|lines|seconds; takes _ seconds|minutes; takes five|ten|two minutes; saves
        every single time; out of habit; out of ten; nine out; per shift|term|week|month; me ha ahorrado|salvado
        nos ha ahorrado; desde enero|marzo|que; bajamos un|de; pasamos de; bajó de|un; sin eso; cabe en; gana
        nadie protestó; nadie; no pierdo; ya no pierdo|pregunto|corremos; llevo veinte|diez|años
        seit märz|mai|januar|dem|wir; zwei drittel; um _ prozent; gingen um; von _ auf; ist es nicht; mehr ist
        sonst; keiner mehr; niemand mehr; funktioniert; klappt in; sparst du; spart uns|mir; minuten mehr|weniger
        ich stelle; ich frage; fallen seitdem; weniger rückfragen; konkreter; on a gagné|perdu|réduit; on gagne
        nous a évité; m'a évité; sont passées|passés|passé de; sinon on|vous; depuis janvier|mars|que|lors
        on ne parle|suit|se|perd plus; plus personne; ça suffit; c'est tout; je commence; je demande; en moins
        deux fois moins; poupa-me; poupa uma|tempo; desceu de; baixou de; passou de; desde janeiro|março|que
        sem isso; acabaram os|as; saímos à hora; apanho o; metade das|dos|do tempo; já ninguém; mais nada
        scheelt tien|vijf|ons|een; sinds mei|januari|de|toen; namen met; nam af; halveerde; de helft minder
        minder telefoontjes|vragen; je vindt; meer niet; niemand meer; anders vergelijk; klaar voordat; werkt altijd
        zonder gedoe
        """,
        "We stopped re-arguing: what works for us is one page",
        "I work for a bank",
    ),
    Cue(
        "advice_given",
        Lane.TIP,
        0.9,
        "gives advice",
        """
        don't; do not; never; always; make sure; remember to; try this|it|to|a; use a|the|one|two|your; put the|your|a
        write the|down|your|one|it; ask for|the|what|one|two|each|them|yourself; start with|from|by|at
        keep a|the|your|it; avoid; skip the; cut the|it|a; pick one|a|the|two; read it|the; check the|your|for|that
        print it|the|at; set a|the|three; list the|what|your; name the|your|one; number everything|each|your
        record the|a; photograph the|every|before; say what|who|how|when|why; send a|the; label the|each|every
        give the|them|each|people; let the|them|people|it; rename; measure; before you; if you're
        if you|it|they can't; if they; if it; first :; then stop|ask|write|say|read|the|add
        one task|thing|line|sentence|question|topic|idea per|at|a; nunca; siempre; evita; empieza por|con; usa; pide
        pregunta; escribe; anota; pon; primero; no olvides; antes de; niemals; immer; vermeide; nutze; frag
        fragt nach; schreib auf|zuerst|erst; notiere; erst die|der|das; dann; achte auf; évitez; commencez par
        pensez à; utilisez; demandez; notez; d'abord; toujours; n'oubliez; évite; comece por|pelo; comecem; use; usem
        anote; anotem; evite; pergunte; escreva; sempre; primeiro; begin met; gebruik; vraag; schrijf; noteer; altijd
        nooit; vermijd; zet; laat; eerst; let op
        say the|it|what|your|why; ask the|them|for|one|yourself|which|what; give it|them|the; write it|down|a
        say so; then stop|wait|count|call|read; don't weigh|finish|give|apologise|ask|say|explain|send; stop talking
        count to; measure first|static|twice; move the; hand them|the|it; cover the; let them; make it|them
        tell it|them|the; show them|where|the; start with; begin with|your; answer in; keep it|the|a; fold the
        one per|at; label it|both|the; read them|it back|aloud|first; check the|that|it; photograph
        then make|ask|read|write|put|check|the; never ask|start|send|by; price the|it; put it|the; practise
        rehearse; don't drill|pick|cut; saca|mete|apunta|cuenta|cierra|divide|suma|mide|lee|relee|revisa
        empieza por; pregunto siempre; si no, no; no piques|empieces|firmes; en ese orden; cuenta siempre; escríbelo
        fíjate en; immer erst|zuerst|die|am; erst die|der|das|dann; dann oben|die|das|der|ein|erst; ganz zuletzt
        zuletzt; nicht lauter|vergessen|mehr; schreib|schreibe das|den|die; notier; miss; zähl; leg; stell
        umgekehrt; erster satz; nur was|einmal; vor dem; nach 24; aufschreiben; relire|relisez; récoltez
        donnez la|le|un|une; commencez par|toujours; dans cet ordre; on relève; écrivez la|le|d'abord
        ne donnez|dites|faites pas|jamais; avant de; pas dans l'ordre; à l'envers; à voix haute; numérotez
        contem sempre; deem a; troquem; guardo por; rever; revejam; comecem por; escrevam a; depois só; por ordem
        façam; peçam; tel altijd|de; schrijf de|het|erbij; vraag eerst|altijd; eerste zin; eerst zonder; dan alleen
        begin met|bij; laat de|het; zet de|het; niet meer; leg de|het; kijk na; noteer de
        """,
        "Put the date first. Never use 'misc'.",
        "The usual suspects",
    ),
    Cue(
        "shares_made",
        Lane.TIP,
        0.8,
        "shares something to use",
        """
        free printable|template|checklist|download|guide|to; feel free; template in|attached|below|here|for; attached
        link|script|template|example|examples|poster|file|sheet|query in|below|attached|inside|we; editable
        ready to print|edit|use|copy; fill-in; fill in the; print|paste|copy and|it|fill|paste; examples we
        before and; before/after; diagrams
        a librarian's|nurse's|teacher's|developer's|lawyer's|doctor's|farmer's breakdown|notes|list|guide
        notes from|on running; reading|worth :; worth a|reading|your; good read; a clear piece; useful; handy
        descargable; imprimible; para imprimir|editar|descargar|copiar; en los comentarios
        zum ausdrucken|kopieren|download|herunterladen|mitnehmen; im anhang; kostenlos zum
        à imprimer|télécharger|copier; en commentaire; modifiable; libre de
        para imprimir|editar|baixar|descarregar|copiar; nos comentários; editável; grátis
        om te printen|kopiëren|downloaden; gratis te; in de bijlage
        edit and print; copy and edit; copy it; post has; post with; in the post; script inside|below|attached
        print a5|a4|a3|it; laminate; pocket size; tape it; to tape; free to; pdf in; template inside|below; write-up
        an easy|good|clear|short guide; worth a click; guide to; plantilla en; imprimible y; para leer :
        una guía clara; gratis; zum mitnehmen; hänge ich an; karte dazu; vorlage im|in; download; à imprimer et|,
        à plastifier; fiche à; modèle en|à; à lire :; para imprimir; em a5; descarregar; te downloaden
        om te printen; om af
        """,
        "SBAR card, free printable, fill-in blanks",
        "he printed money",
    ),
    Cue(
        "measured",
        Lane.TIP,
        0.6,
        "says how long or how often",
        """
        two|three|five|ten|twelve|twenty minutes|minute|hours|passes|turns|coats
        zwei|drei|fünf|zehn|zwölf minuten|stunden
        zwei|drei|fünf|zehn|zwölf mal; deux|trois|cinq|dix|douze minutes|heures|fois; dos|tres|cinco|diez|doce minutos
        dos|tres|cinco|diez|doce horas|veces; duas|dez minutos|horas|vezes; twee|drie|vijf|tien|twaalf minuten|uur|keer
        """,
        "Leave it for ten minutes",
        "the minutes of the meeting",
    ),
)
