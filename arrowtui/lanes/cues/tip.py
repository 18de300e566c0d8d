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
        """,
        "SBAR card, free printable, fill-in blanks",
        "he printed money",
    ),
)
