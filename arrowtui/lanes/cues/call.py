"""What speaks for a call: somebody looks for people to speak with, for print or air."""

from arrowtui.lanes.cues import Cue
from arrowtui.model.lane import Lane

CALL = (
    Cue(
        "journo_tag",
        Lane.CALL,
        1.6,
        "carries a tag for source requests",
        """
        #journorequest|journorequests|prrequest|prrequests|sourcerequest|helpareporter|haro|callout|calloutforsources
        #protagonistengesucht|protagonisten|protagonist|protagonistinnen|recherche|interviewpartner|gesprächspartner
        #appelatemoins|appelàtémoins|appelatémoins|appelatemoignages|appelàtémoignages|appelatemoignage
        #buscotestimonios|testimonios|buscofuentes|periodismo|pedidodefontes|fontes|precisodefontes
        #oproep|gezocht|journovraag|bronnengezocht
        #studienteilnehmer|umfrageteilnahme|participantswanted|researchparticipants
        #buscofuente|buscamostestimonios|testimonio|fuentes|presseanfrage|aufruf|zeugengesucht|casestudy|casestudies|callforparticipants|phdlife|studyparticipants|umfrage|mitmachen|protagonistes|temoignage|témoignage|temoignages|témoignages|procurase|depoimentos|ervaringsverhalen|ervaringen|deelnemersgezocht|callouts
        """,
        "Nurses on nights? #journorequest",
        "a journo request is a craft",
    ),
    Cue(
        "seeks",
        Lane.CALL,
        1.3,
        "looks for people",
        """
        looking|searching|hunting for; looking to speak|talk|hear|interview|chat; keen|hoping|eager to hear|speak|talk
        in search of; on the hunt|lookout for; calling all; seeking; seeks; sought; we're|we|i|i'm|am|are|is after
        i|we need a|an|some|someone|somebody|people|to|one|two|three|four|five|six|eight|ten; need to speak|talk|hear
        needs guests|people|volunteers|testers|readers; need two|three|four|five|six|ten|a|an .. who|whose; wanted
        participants|volunteers|testers|readers|respondents|teachers|nurses invited|wanted|needed|sought
        still need|needs|looking|after; recruiting; shout out|shoutout to; callout; call out
        call for participants|testers|voices|stories; any _ _ who|whose|willing|up|fancy|keen
        anyone|anybody out? there? who|who's|who've|whose|that|here|run|work|willing|been|had
        does anyone|anybody here? have|know|run|use|work; has anyone|anybody; have any of you; is there anyone|anybody
        can|could anyone|anybody|someone who; could one|two|three|four|five|six|ten of?; busco; buscamos; buscando
        se busca|buscan|necesita|necesitan; necesito|necesitamos; alguien que; alguna persona que; hay alguien
        algún|alguna _ que|dispuesto|dispuesta; queremos entrevistar|hablar; quiero entrevistar|hablar; suche
        suchen wir; wir suchen; ich suche; gesucht; werden gesucht; gesucht werden; sucht
        suchen noch|teilnehmende|menschen|personen|leute; wer von euch|ihnen; gibt es hier|jemanden
        jemand hier|da|dabei; wer hat|kennt|arbeitet|war|ist; je|on|j'ai cherche|cherchons|recherche|besoin
        nous cherchons|recherchons; cherche; cherchons; recherche des|un|une|personnes; recherchons; qui parmi vous
        y a-t-il des|quelqu'un; quelqu'un|quelqu'une qui|a|aurait|connaît; procuro; procuramos; procura-se; procura
        procuram
        procuram-se; à|em procura|busca de; preciso|precisamos de; alguém que|aqui|aí|trabalha|já
        gostava|gostaria|gostaríamos|queremos|quero de? falar|conversar|ouvir|entrevistar; zoek; zoeken; gezocht
        op zoek naar; wie van jullie|u; wie heeft|kent|werkt|wil|is; is er iemand|hier; ik|wij|we zoek|zoeken; cerco
        cerchiamo; cercasi; qualcuno che
        trying|want to find|reach|trace; desperately seeking; help me|us find; is anyone; are there any; has your
        have your; anyone who; got a story|photo|letter; do you know a|an|any|someone|anybody|anyone who|whose
        we'd like .. of you; still short; one|two|three|few short; more to go; places for; i still|only need
        still hoping|looking|after|missing
        room for; need :; wanted :; needed :; seeking :; asking :; callout !; call-out; call-outs
        podcast guests wanted|needed; source|sources wanted|needed; para una; hace falta gente
        necesita hablar|testimonios|voluntarios; conocéis|conoces|conocen a alguien; nos faltan; me faltan; me falta
        sigo|seguimos buscando; estoy|estamos buscando; buscan; si conoces|conocéis a alguien
        quién ha|trabaja|vive|tiene; wer mag|möchte|hätte|macht|leitet|nutzt|lebt; wer war|wer musste|hat schon
        kennt ihr jemanden; kennt jemand jemanden; uns fehlen noch; mir fehlen noch; fehlt noch; noch gesucht
        braucht noch; benötigt|benötigen noch|wir; wir brauchen; ich brauche; gesucht :; suchen dringend gesucht
        il me|nous manque; besoin de; nous avons besoin; j'aurais besoin; je suis à la recherche
        cherche encore|toujours; qui aurait|aurait-il; connaissez-vous; tu connais
        une consœur|confrère|collègue cherche; faltam-me; faltam; ainda procuro|procuramos|preciso|precisamos
        conhecem alguém; conhece alguém; preciso falar; precisa de falar; quem já; procuram; precisa-se
        wie kent|wil|weet|doet|maakt|had|mist; ken je iemand; kent u iemand; nog nodig; ik mis nog; we missen nog
        zoekt nog; zoek nog; zoeken nog; wij zoeken; ik ben op zoek; ben benieuwd naar; we hebben nog
        qualcuno ha|che; stiamo cercando; sto cercando; avete mai
        """,
        "We are looking for two bakers",
        "no more looking back",
    ),
    Cue(
        "hear_from",
        Lane.CALL,
        1.5,
        "wants to hear from readers",
        """
        hear|hearing from
        want|like|love|keen|hoping|need|happy|order|willing|wanting to talk|speak|chat|meet|interview|quote|hear
        would like to|your; talk|speak|chat with|to you; tell us; tell me; share your|their; let us|me know
        get in touch; be in touch; reach out; have your say; we want your; put your hand up; hands up; want you on
        drop us|me a line|note; write|email|mail|message|dm|text|call me|us
        your experience|experiences|story|stories|thoughts|view|views|opinion|opinions
        help us|me report|understand|find|choose|decide|improve|test|design|shape|out
        i'd|we'd love|like|welcome|appreciate|value|be; interested to|in hear|hearing|talking|speaking
        come on the|my|our show|podcast|programme|program; sound off; weigh in; chime in; crowdsourcing; asking for
        curious how|what|whether; cuéntanos|cuéntame|contadnos|contadme|cuéntenos
        contar|cuenta|cuentes tu|su|vuestra historia|experiencia
        escríbenos|escríbeme|escribidme|escribidnos|escribid|escriban; déjanos|dejadnos|mándanos|mandadnos|envíanos
        nos|me gustaría|gustaria|interesa|encantaría; hablar con; quieres|queréis participar|contar|contarlo
        ayúdanos|ayudadnos|ayúdame; tu|vuestra|su experiencia|opinión|testimonio; queremos saber|conocer|escuchar
        erzählt|erzähl|erzählen sie? uns|mir|eure; meldet|melde|melden sie? euch|dich|sich
        schreibt|schreib|schreiben sie? mir|uns; würde|würden gerne|gern
        eure|deine|ihre erfahrung|erfahrungen|meinung|meinungen|geschichte|geschichten|rückmeldung|perspektive
        freue mich|uns über; freuen uns über|auf; sprechen mit|möchte|mag|will; bereit|lust mit|zu|darüber|zum
        teilt|teile eure|deine; helft|hilf uns|mir; racontez|raconte
        écrivez|écrivez-moi|écrivez-nous|contactez|contactez-moi|contactez-nous; dites-nous|dites-moi|donnez-nous
        témoignez; témoigner; laissez; votre|vos|ton|tes expérience|expériences|avis|témoignage|témoignages|histoire
        j'aimerais|nous aimerions|on aimerait|voudrait; parler|échanger avec|à
        appel à|a témoins|témoignages|témoin|témoignage|participation|volontaires|participants
        conte|contem|conta|contem-nos|conte-nos|contem-me|escreva|escrevam|escreve|escrevam-me
        partilhe|partilhem|compartilhe a|sua|vossa; a|sua|tua experiência|história|opinião; falar com
        ajudem-nos|ajude-nos; queremos|quero ouvir|saber|conhecer; vertel|vertellen ons|mij|me|je
        laat ons|me|mij|het weten; mail|stuur|bel|app mij|me|ons|naar
        jouw|je|jullie|uw ervaring|ervaringen|verhaal|verhalen|mening; spreken|praten|kom met|in; horen graag|van
        help ons|mij|me; graag in contact; raccontaci|raccontatemi|scrivetemi|scriveteci
        want your; give us your; your views; your say; your voice; your answers; your turn; we're listening
        we are listening; call us|me; ring us|me; ring jo|us|me|on; leave us|me a voicemail|message; text the word
        will ring|call you back; will get in touch; gets in touch; i'd be grateful; grateful for
        would love an|a|your; would like your; i'd like to; we'd like to; we would like; i would love
        we want to understand|know|hear; i want to understand|know|hear; tell us about|how|what|why|where
        tell me about|how|what|why|where; show us; send a|us|your picture|photo|photos|letter; let us have
        help us make|write|plan|build|map; llámanos; llamadnos; llame; deja|dejad|deje un audio|mensaje; mándame
        mandadme; escríbeme; opina; opinar; da tu; danos tu; dinos; decidnos; díganos; cuál|qué os; nos encantaría
        me encantaría; queremos tu|vuestra; ayúdanos a; échanos una; participa; puedes contarme|contarnos
        se pondrá en contacto; rufen sie|rufen; ruft uns|an; rufen sie uns; schicken sie|schick|schickt uns|mir|eine
        sagen sie|sagt|sag uns|mir; erzählen sie; mag|mögen mir|uns sagen|erzählen|schreiben; uns eure|ihre
        eure|ihre ideen|anmerkungen|antworten|stimme; machen sie mit; mach mit; macht mit; wir freuen uns
        über rückmeldungen|antworten|eine nachricht; wer mag; meldet sich|euch; melden sich; tragen sie
        bringen sie sich; beteiligen sie; diskutieren sie; helfen sie uns; hilf uns
        gern|gerne anonym|vertraulich|per; appelez|appelez-nous|appelez-moi; laissez-nous|laissez-moi
        donnez votre|nous; dites; partagez votre|vos; envoyez-nous|envoyez-moi|envoyez; répondez-moi|répondez-nous
        nous recueillons; je recueille; recueillons des; vous rappellera; vous rappelle; prenez contact
        contactez-nous; aidez-nous|aidez-moi; n'hésitez pas à me|nous; votre voix; je voudrais|souhaite|souhaiterais
        nous voulons|souhaitons; qui accepterait|accepteraient; ligue|liguem|liga; ligue-nos
        deixe|deixem um|uma mensagem; mande|manda|mandem áudio|mensagem; diga|digam|diga-nos|digam-nos
        partilhe|partilhem connosco; contacte|contactem-nos|contacte-nos; a sua|tua|vossa voz; ajude-nos|ajudem-me
        queremos saber|ouvir|perceber; gostava de ouvir; gostaríamos de; dê a sua; deem a vossa; liga-lhe
        entrará em contacto|contato; bel ons|mij|me; app een|ons|me; spreek een|ons; laat een bericht|voicemail
        stuur ons|me|mij|een; deel je|jouw|uw ervaring|verhaal; denk mee; doe mee; praat mee; help ons
        vertel ons|me|het; laat weten; we horen graag; ik hoor graag; hoor graag; uw mening|reactie|ervaring
        belt je terug; neemt contact; ik wil graag|spreken; we willen graag; spreek ik graag; reageer of|via|op
        geef je|uw mening
        """,
        "We'd like to talk with you for a piece",
        "They talk a lot about it",
    ),
    Cue(
        "media_use",
        Lane.CALL,
        1.4,
        "names an article, programme or book it is for",
        """
        for a|an|my|our|the|this|next|tomorrow's|tonight's .. story|article|piece
        for a|an|my|our|the|this|next|tomorrow's|tonight's .. feature|report|documentary|docuseries
        for a|an|my|our|the|this|next|tomorrow's|tonight's .. doc|film|show|programme|program|podcast|book|episode
        for a|an|my|our|the|this|next|tomorrow's|tonight's .. series|segment|column|magazine|newspaper|paper|dossier
        for a|an|my|our|the|this|next|tomorrow's|tonight's .. newsletter|broadcast|issue|edition
        for a|an|my|our|the|this|next|tomorrow's|tonight's .. section|thesis|dissertation|chapter; for a story
        for tv|radio|telly; writing|working|reporting on?|about? a|an|this|the|my .. piece|story|feature|article|book
        writing|working|reporting on?|about? a|an|this|the|my .. report|chapter|episode|follow-up|profile
        writing|reporting|working|researching|investigating about|on|for|up
        i'm|i write|reporting|report|cover|writing for; story for; piece for|on|about|re; on my|our podcast
        doing a|an|some story|piece|episode|research|interviews; our next issue|episode|story; would be|get quoted
        quote you; to quote; be quoted; running|runs a|the? story; story runs
        para un|una|mi|nuestro .. reportaje|artículo|articulo|programa|pieza
        para un|una|mi|nuestro .. libro|documental|podcast|radio|revista|tesis; preparo un|una; preparamos un|una
        estoy|estamos escribiendo|preparando|haciendo; reportaje en|para|sobre
        für einen|eine|ein|meinen|meine|mein|unseren|unsere|den|das|die .. artikel|beitrag|geschichte|reportage
        für einen|eine|ein|meinen|meine|mein|unseren|unsere|den|das|die .. recherche|doku|dokumentation|film|podcast
        für einen|eine|ein|meinen|meine .. sendung|buch|radiobeitrag|tv-beitrag|porträt
        für mein|unseren|unsere|den|das|die .. sendung|buch|radiobeitrag|tv-beitrag|porträt
        für einen|eine|ein|meinen|meine|mein|unseren|unsere|den|das|die .. stück|magazin|serie|dokureihe|vortrag
        recherchiere zu|für; schreibe gerade|einen|über|für; drehe|drehen einen|eine; interviewpartner*
        gesprächspartner*; protagonist*
        pour un|une|mon|notre|ma .. article|dossier|reportage|documentaire|émission|podcast
        pour un|une|mon|notre|ma .. livre|enquête|sujet|portrait|film|magazine|mémoire; je prépare|prépare un|une
        prépare une|un; j'écris|écris un|sur|pour
        para uma|um|a|o|minha|meu .. reportagem|matéria|artigo|peça|documentário|livro
        para uma|um|a|o|minha|meu .. programa|podcast|revista|jornal|tese|livro
        estou|estamos a? escrever|preparar|escrevendo|preparando|fazendo|fazer
        voor een|mijn|ons|onze|het|de .. artikel|verhaal|reportage|uitzending|podcast|documentaire
        voor een|mijn|ons|onze|het|de .. boek|serie|stuk|interview|krant|programma|onderzoek; schrijf een|over
        ik|we|wij schrijf|maak|maken|schrijven een|over
        on air; we're on air; tomorrow|tonight|friday|monday on air; piece runs; for tonight's; we're talking about
        we are talking about; for our|my|the book|show|talk|exhibition|map; an exhibition; a column; oral history
        a documentary; a radio essay; a feature; back page; front page; a photo essay; book research
        research for a book; for weekend; a new series; documentary seeks; podcast callout; reader callout
        en antena; hablamos de|del; para el programa|reportaje|podcast|periódico|diario
        para un|una tema|pieza|documental|serie|exposición; estoy|estamos preparando; preparo
        me|nos gustaría contar; auf sendung; für einen|eine|ein text|film|serie|hörfunkbeitrag|ausstellung
        für die sendung|zeitung|doku; thema morgen|heute; wir drehen|sprechen|berichten; für eine doku
        zwei drehtage; on en parle; en parle demain
        pour un|une papier|documentaire|exposition|enquête|sujet|chronique
        mon|notre prochain papier|article|épisode; je travaille sur; nous travaillons sur; j'enquête; nous enquêtons
        aidez-nous à enquêter; je|nous prépare|préparons; em direto; falamos disto|de
        para um|uma documentário|série|exposição|peça; estou a preparar|fazer; ajude-nos a investigar
        a minha|nossa próxima; voor een verhaal|artikel|reportage|documentaire|serie|expositie; in de uitzending
        we praten|hebben het over; help ons onderzoeken|onderzoek; ik werk aan; we werken aan
        voor mijn|ons volgende
        """,
        "writing a piece on parcel depots",
        "for a while now",
    ),
    Cue(
        "reporter",
        Lane.CALL,
        1.0,
        "comes from a reporter or producer",
        """
        i'm|i|as am? a|an|the? .. reporter|journalist|producer|freelancer
        i'm|i|as am? a|an|the? .. correspondent|researcher|podcaster|documentarian|columnist
        our|a|the|one reporter|journalist|producer; reporter here|at|for|looking|with
        journalist here|at|for|looking|with; producer for|at|here|looking|of|may
        a reporter|producer|journalist may|will|might; freelance journalist|reporter|feature|features|writer
        reporter's|journalist's ask|query|request; our reporters; the newsroom
        soy periodista|reportera|redactora|redactor|reportero; periodista de|en|busca
        trabajo|escribo en|para una|un|el|la; nuestra redactora|reportera|periodista; ich bin|als journalist*
        journalist*; redaktion; reporterin; volontärin; unsere reporterin|redakteurin; journaliste; pigiste
        la|notre|ma rédaction; notre journaliste; jornalista; repórter; a nossa|nossa redação|jornalista
        journaliste|verslaggever|verslaggeefster|redacteur|programmamaker; onze verslaggever|redactie
        namens de redactie
        reporter here; a producer; the producer; producer will; our newsdesk; newsroom; a journalist; a reporter
        features desk|editor|writer; news desk; una periodista; un periodista; periodista; reportera; die; unsere
        un journaliste; une journaliste; rédaction; um jornalista; redação; verslaggever; een verslaggever
        de redactie; redactie
        """,
        "I'm a health reporter at a weekly",
        "she reported the fault",
    ),
    Cue(
        "relayed",
        Lane.CALL,
        0.7,
        "is passed on for somebody else",
        """
        my|our|a colleague is|wants|needs|has|at; my friend|student|sister is|wants|needs; on behalf of
        fresh|new|open|media|press|source requests|queries|enquiries; requests :; queries :
        please share|rt|pass|circulate|forward|boost; pls rt|share|boost; boosts welcome|appreciated|please
        rts appreciated|welcome; rt please|pls; forwarding; cross-posting; crossposting; reposting|repost for|as
        se agradece; difundid|difusión|compartid|compartir; bitte teilen|weiterleiten|weitersagen|retweeten
        teilen erwünscht; gerne teilen; boost* erwünscht|willkommen; merci de partager|relayer
        partage|partages bienvenu|bienvenus|apprécié*; rt bienvenus; partilhem|partilha agradecida|por|se
        compartilhem; graag delen|rt; delen wordt|mag; doorsturen mag
        reposting for; friend of mine; for a friend; tell her|him|them i; a colleague; my colleague
        via newsletter|list; passing on; pass it on; colleague needs; mi compañera|compañero|colega; una compañera
        una colega; meine|mein kollegin|kollege sucht; eine kollegin|kollege; ma|mon collègue; une consœur
        un confrère; a minha|meu colega; uma colega; collega zoekt; delen mag; partilhem por; merci de relayer
        rt porfa|por favor; difundir
        """,
        "My colleague is after two vets. RT please",
        "colleagues share a desk",
    ),
)
