"""What speaks for noise: news, private life, one's own need, calls that are told of afterwards."""

from arrowtui.lanes.cues import Cue
from arrowtui.model.lane import Lane

LIFE = (
    Cue(
        "news",
        Lane.NOISE,
        1.4,
        "is news",
        """
        breaking; announces; announced; acquires; acquired; acquisition; raises; raised series|funding; funding
        series a|b|c|d; votes to; voted to; council approves|votes|to; according to; said on|in|the|that; says
        a report|spokesman|spokesperson|spokeswoman says|said; reported that; minister; ministers; president; mayor
        police; court; resurfaced; to open|close in; opens in; strike; strikes; talks resume; election; budget
        inflation; shares; stock; profits; revenue; merger; killed; injured; arrested; weather; forecast; storm; snow
        traffic; delays; cancelled; resigns; appointed; names new; wins; results are; received _ responses; findings
        survey finds|shows|found; new survey|study|research|report finds|shows|says|suggests; launches; unveils
        expected to; million; billion; per cent; percent; yesterday; on monday|tuesday|wednesday|thursday|friday
        today's; última hora; anuncia; anunció; gobierno; ayuntamiento; ministerio; según; aprueba; huelga; dimite
        detenido; millones; eilmeldung; laut; teilt|teilte mit; regierung; bundesregierung; stadtrat; polizei; streik
        millionen; unfall; sperrung; gesperrt; fällt aus|heute; beschließt; gouvernement; ministre; selon; annonce
        mairie; grève; millions; conseil municipal; adopte; démissionne; governo; ministro; anunciou; câmara; segundo
        greve; milhões; aprova; prefeitura; kabinet; gemeente; volgens; staking; miljoen; politie; kondigt; besluit
        council tax; acquired by; raises _; series a|b; court rules; back new; finds; found that; closed until
        authority says; pleno; línea; nach angaben; behörde; landtag; bürgermeister; reconduite; préavis
        annonce l'intersyndicale; adopté; autarquia; fecha para; prevê; dicht voor; provincie; verkeer; gemeenteraad
        released; named; breaking :; lost to; final score; quarterly; guidance raised
        """,
        "BREAKING: board votes to close the school",
        "she newly arrived",
    ),
    Cue(
        "reports",
        Lane.NOISE,
        1.6,
        "tells what was found or said when others were asked",
        """
        according to .. survey|poll|study|questionnaire|researchers|report
        a|new|latest|recent|annual|our .. survey|poll|study finds|found|shows|suggests|reveals|published|released
        survey|poll|study|census suggests|suggested|hints
        survey|poll|study finds|found|shows|reveals|says|published|released|carried|conducted|commissioned
        survey|poll of _|more|some|over adults|people|voters|firms|farms|households|members|readers|staff; study :
        polled; surveyed _|more|over; were|was polled|surveyed|interviewed|questioned
        those asked|surveyed|polled|questioned; respondents said|say|named|reported; of respondents; margin of error
        voting intentions|intention; in an|this|our|the interview; told reporters|journalists; interview :
        laut|nach einer .. umfrage|studie|erhebung|befragung; umfrage|studie|erhebung zufolge|zeigt|ergab|belegt
        einer|der umfrage|studie|erhebung|befragung zufolge; studie :; befragt wurden; wurden|haben .. befragt
        der befragten; befragten gaben|nannten|sagten; im interview|gespräch mit|:
        selon|d'après un|une .. sondage|étude|enquête; sondage|étude|enquête publié|publiée|menée|révèle|montre|auprès
        étude :; personnes interrogées; des sondés; a été menée; dans cet entretien
        según una|un .. encuesta|estudio|sondeo; encuesta|estudio|sondeo publicada|publicado|realizada|realizado
        encuesta|estudio|sondeo revela|muestra|señala|apunta; los|las encuestados|encuestadas; en esta entrevista
        segundo .. pesquisa|estudo|inquérito|levantamento|sondagem; foram ouvidas|ouvidos|entrevistadas
        pesquisa|estudo|sondagem divulgada|divulgado|aponta|mostra|revela|ouviu|realizada; margem de erro; intenções de
        nesta entrevista; volgens|uit .. onderzoek|enquête|peiling|studie; onderzoek|enquête|peiling blijkt|toont|wijst
        blijkt uit|dat; ondervraagden; uit onderzoek; in dit gesprek|interview; received _ responses|submissions
        consultation|inquiry closed|ended|received; consulta pública|publica terminó|terminou|recibió|recebeu
        had filled|answered|responded; ont répondu; hatten .. ausgefüllt; hebben gereageerd; recebeu|recibió _
        published _|the|its written|responses|submissions|evidence|findings|results
        """,
        "According to a survey of 1,200 farms",
        "answer our survey, according to your taste",
    ),
    Cue(
        "private",
        Lane.NOISE,
        1.3,
        "is small talk or private life",
        """
        my dog|cat|kids|kid|son|daughter|mum|mom|dad|wife|husband
        my partner|garden|weekend|birthday|holiday|train|coffee|tea|brain|back|feet
        happy easter|birthday|christmas|new|friday|monday|holidays|thanksgiving|diwali|eid; merry christmas
        good morning; good night; miss the|those; overheard; lol; omg; haha; hahaha; jajaja; mdr; kkk; kkkk; rsrs
        rant; vent; sigh; unpopular opinion; hot take; mood; grateful; thankful; proud to; proud of; blessed
        remember when; good old|days|times; those were; the days when; back when; früher war; qué tiempos; bons tempos
        c'était mieux; le bon temps; waar is de tijd; damals als; excited to; thrilled to; so happy; can't believe
        finally planted|finished|done|got|home
        that is|that's the tweet|post; nobody :; me :; meanwhile; somebody|someone ate|stole|left|took|keeps
        the person who; is it just; why is|are|do|does it|my; today i; this morning; last night; on my way; sunset
        sunrise; weekend; vacation; holiday; recipe; bake; knit; garden; beach; outfit; wedding; nails; decor
        see you|say there|hi|hello; come say; front row; great place; honoured; honored; award-winning
        congratulations; congrats; years ago today; throwback; photo of; look at; red scarf; turno doble
        qué|que cansancio|sueño|lunes|frío|calor; feliz; buenos días; vacaciones; mi perro|gato|madre|hijo|hija
        por fin; jaja; orgullosa|orgulloso; guten morgen; endlich; feierabend; wochenende; urlaub; mein hund|sohn|zug
        meine katze|tochter; stolz; wir feiern; verspätung; bonne année|journée|nuit; vacances
        mon chat|chien|fils|train; ma fille; enfin; fière|fier; trois copies; férias; meu cachorro|gato|filho
        minha filha|gata; bom dia; orgulho; saudades; finalmente; fijne; vakantie; mijn hond|kat|zoon|dochter|trein
        eindelijk; trots; gefeliciteerd; wat een dag
        my manager|boss|soul; i quit; walked out; caturday; from the allotment; no filter; look at them; nine years
        ten years ago; humbled and; honoured to; named one|in; passed my; i passed; thesis submitted; drizzle
        day 4000; fine .. fine; bingo; cancelled i guess; my first tomatoes|tomato|day; otra vez; mi jefe
        máquina del café; aprobé; lloro desde; druckerpapier; signalstörung; erste tomate; mein chef; ligne 13
        toujours debout; voulais juste le; cdi signé; passei; nem acredito; máquina do café; por agora; geslaagd
        even kwijt; vertraging; koffie; weer normaal; ich auch; et moi aussi; e eu também; y yo también
        nan made|used; bake 45|30|for; preheat; enjoy !; inset day
        """,
        "Finally planted the tomatoes, so happy",
        "privacy by design",
    ),
    Cue(
        "own_need",
        Lane.NOISE,
        1.5,
        "asks for help with a private matter",
        """
        help :; help|halp with|me|my|please|pls; any ideas; any idea how|why|what
        any suggestions|recommendations|recs; recommend a|an|me|some|any; recommendations for|?
        anyone know a|any|how|if|where|why|the|of|what|whether; does anyone know a|how|if|where|why|the
        does anyone have the|a; anyone have|got a|the; which .. should i; should i
        how do i|you .. make|get|fix|count|stop|remove|set; what should i; is it worth; is there a|any way
        why does|is|do my; stuck on|with; i'm stuck; can't figure; asking for my|a
        looking for a .. recommendation|dentist|plumber|flat|room|mechanic|place|job|new|house|laptop; anyone selling
        lost :; found :; missing :; lost a|my; have you seen; witness; witnesses; appeal; dashcam; not asking for
        quick question; what do you use; budget is; eli5; newbie question; alguien sabe; ayuda con|por
        cómo puedo|hago; me recomendáis|recomendais|recomiendan|recomiendas; recomendáis; perdido|perdida
        se ha perdido; testigos; weiß jemand; kann mir jemand; kennt jemand|wer; hilfe :; empfehlung|empfehlungen für
        habe|haben .. verloren; verloren :; zeugen; zeugenaufruf; wie kann ich; quelqu'un sait|connaît|aurait
        comment je|puis-je; une idée
        besoin d'aide; perdu; trouvé; alguém sabe|conhece|recomenda; como faço; ajuda com; perdido; perdeu-se; achado
        weet iemand; kan iemand mij|me; kent iemand; hulp nodig; gevonden; getuigen; tips voor een
        no idea why; please help; report due; any recs; worth it; am i being; is _ normal
        good dentist|plumber|electrician|mechanic; ring if you see; if you see him|her|it; last seen; answers to
        with reference; quoting; did you see what; who ate; best .. under; what flour|laptop|bike|mattress|phone
        which mattress|laptop|desk|phone; alguien sabe de; electricista que; un fontanero; me he quedado
        qué portátil|móvil compro; welche matratze; was habt ihr; kennt wer; gute werkstatt; zeugen gesucht
        hinweise unter|an; quelqu'un connaît un|une; serrurier; un bon plombier; appel à témoins :
        contactez la brigade; gendarmerie; alguém conhece um|uma; canalizador; socorro; que telemóvel
        weet iemand een|waar|hoe; goede fietsenmaker|loodgieter; band lek; politie zoekt
        """,
        "Anyone know a good dentist near me?",
        "he helped build it",
    ),
    Cue(
        "past_call",
        Lane.NOISE,
        1.6,
        "speaks of a call that is over and done",
        """
        the piece|story|article|episode is|went|comes out|live|up|online; is out today|now; new episode; you sent us
        we asked; told us; thank you to the|everyone|all; thanks to everyone|the|all; our survey finds|found|says
        survey found|shows|says; of respondents; responses; received; we've published; here's what you; who took part
        published today; preprint; consultation received|responses; report back; what you told; the results
        results of; results|findings are in; bingo; on a scale; gracias a quienes|todas|todos; resultados de
        ya está publicado; nuevo episodio; ergebnisse; danke an alle; mitgemacht haben; ist erschienen; neue folge
        résultats de|du|des|sont|publiés; merci à celles|toutes|tous; nouvel épisode; est paru|sorti; resultados do|da
        obrigada|obrigado a todos|todas; já saiu|está; novo episódio; resultaten; dank aan; bedankt aan|iedereen
        verschenen; nieuwe aflevering; staat nu
        is live; thanks to everyone who answered|helped|wrote; who answered my; who filled in; filled in my
        the results will; results will; back .. survey; survey finds; consultation support; who answered last
        it's page; is submitted; ya ha salido; gracias a las|los|quienes; que escribisteis; läuft heute; ist online
        ist abgegeben; danke an alle, die; die mir geschrieben; die mitgemacht; est paru ce|ce
        merci à toutes|tous celles|ceux; qui ont témoigné; saiu hoje a|o; obrigada a quem; a quem falou
        staat online; met me sprak; iedereen die
        """,
        "The piece is out today, thank you to the 38 nurses",
        "the mosaic has many pieces",
    ),
)
