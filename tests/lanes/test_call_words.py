"""Words a call is read by, in six languages: closed, paid, red flags, outlets. Every row is a promise."""

import pytest

from arrowtui.lanes.closing import is_closed
from arrowtui.lanes.flags import decisive
from arrowtui.lanes.outlets import outlet_of
from arrowtui.lanes.pay import paid_of
from arrowtui.lanes.post import Post

CLOSED = (
    ("Filled! Thanks all, got my laundromat owner. (Was: looking for one)", True),
    ("Danke, die Schöffin ist gefunden! Aufruf geschlossen.", True),
    ("Cerrado, ¡gracias! Ya tengo a la autónoma", True),
    ("Found her! Thank you internet. Looking was for a retired judge", True),
    ("Sorted now, cheers all. Re: need a vet", True),
    ("EDIT: I have enough responses now, thanks everyone!", True),
    ("Deleting soon as I've been inundated, no more please. Was after landlords", True),
    ("All 20 places have gone, thank you", True),
    ("Recruitment complete 🎉 thanks to all who took part", True),
    ("DONE ✅ thanks. ~~Looking for a plumber~~", True),
    ("We are no longer looking for bakers", True),
    ("Poll's over, B won. Thanks", True),
    ("Update: jemand hat sich gemeldet, danke!", True),
    ("Gefunden, danke euch! Suche: Dachdecker", True),
    ("Aufruf beendet. Danke für 200 Mails", True),
    ("Encontrada, gracias a todos. Buscaba una matrona", True),
    ("Completo, gracias! Buscábamos 8 conductores", True),
    ("Trouvé, merci à tous ! Je cherchais un boulanger", True),
    ("Appel terminé, merci. On cherchait des marins", True),
    ("Gevonden, dank! Zocht een dakdekker", True),
    ("Oproep is vol, bedankt", True),
    ("Encontrei, obrigada! Procurava um padeiro", True),
    ("Vagas preenchidas, obrigado", True),
    ("Encerrado! Já tenho as 10 entrevistas", True),
    ("still looking for one more, got my first two", False),
    ("Has your library closed? Tell me", False),
    ("Our survey closes Friday", False),
    ("Looking for people who found a flat in a week", False),
    ("Bitte melden, bis die Plätze voll sind", False),
    ("Wurde Ihre Praxis geschlossen? Schreiben Sie", False),
    ("Gesucht und gefunden? Erzählt von eurer Partnersuche", False),
    ("Busco gente que encontró trabajo", False),
    ("Vous avez trouvé un logement ? Écrivez-moi", False),
    ("Is your shop closed on Mondays? Take our survey", False),
    ("Got my jab, looking for others who did", False),
)
PAID = (
    ("One phone call, no fee but a signed copy. Looking for a biologist", True),
    ("No fee, but you get a free copy", True),
    ("unpaid I'm afraid", False),
    ("45 min interview, €40 for your time", True),
    ("Travel expenses covered", None),
    ("£25 Love2shop voucher", True),
    ("we'll buy you lunch", True),
    ("can't pay but will plug your shop", False),
    ("Interview 30 Min, 25 Euro Gutschein", True),
    ("leider ohne Honorar", False),
    ("se gratificará con 30 €", True),
    ("sin remuneración", False),
    ("dédommagement 20 €", True),
    ("bénévole", False),
    ("cadeaubon van 15 euro", True),
    ("ajuda de custo de R$ 50", True),
    ("brinde para quem participar", True),
    ("lucky draw for a hamper", True),
    ("Participants receive course credit", True),
    ("a donation of $10 to a charity of your choice", True),
    ("als Dank gibt es ein Überraschungspaket", True),
    ("Kaffee und Kuchen gehen auf uns", True),
    ("te invitamos a un café", True),
    ("we cover travel and give you $50", True),
    ("nobody gets paid for this one, me included", False),
    ("This is for a paid-for magazine. Looking for chefs", None),
)
DECISIVE = (
    (
        "Wir suchen Kinder von 4-12 für einen Werbespot! Gage 500 €. Für die Sedcard fallen vorab einmalig 89 € an.",
        True,
    ),
    ("Pesquisa paga R$ 400! Basta pagar a taxa de inscrição de R$ 25 no Pix.", True),
    ("Casting! Las plazas se reservan con un ingreso de 60 € por Bizum", True),
    ("Pour participer au casting, 45 € de frais de book sont demandés", True),
    ("Deelname kost eenmalig 35 euro inschrijfgeld, gage volgt", True),
    ("Join our study, just cover the $12 postage for your kit", True),
    ("Podcast guests wanted. Investment: $497", True),
    ("We'd love to interview you. Editorial fee applies (£199)", True),
    ("Interview request: please log in with your Google password to verify", True),
    ("Teilnahme: bitte Foto von Personalausweis und EC-Karte an uns", True),
    ("Mande foto do RG e selfie para liberar o pagamento do estudo", True),
    ("Envía foto del DNI por ambas caras antes de la entrevista", True),
    ("Merci d'envoyer copie de votre carte d'identité et RIB avant l'entretien", True),
    ("Stuur een kopie van je ID en bankpas om mee te doen", True),
    ("Experts wanted for roundup: link back to us from your homepage", True),
    ("Buscamos expertos para citar; a cambio, un enlace dofollow", True),
    ("Gesucht: Experten für Artikel, Backlink erwünscht", True),
    ("Have you ever paid a fee to be on a podcast? Reporter, DM me", False),
    ("Were you charged a deposit you never got back? Tell us", False),
    ("Did someone ask for your passport for a fake interview? Talk to me", False),
    ("We pay a 50 euro fee for your time", False),
    ("No fee to take part", False),
    ("Wurde Ihnen eine Kaution einbehalten? Schreiben Sie", False),
    ("¿Te han cobrado gastos de gestión? Cuéntanos", False),
    ("Participants need a passport to travel with us", False),
    ("Shipping is on us, keep the kit", False),
    ("Link to the form is in the bio", False),
)
OUTLETS = (
    ("x", "@a", "Case study needed for Weekly Muse: woman 40-60", "Weekly Muse"),
    ("x", "@a", "Calling lorry drivers: for a segment on Haulage Hour next Tuesday.", "Haulage Hour"),
    ("bluesky", "@r", "En Radio Valle buscamos maestras de escuela rural", "Radio Valle"),
    (
        "facebook",
        "UFX - Grupo de Pesquisa Trabalho",
        "Convidamos pessoas para responder a um questionário da UFX (15 min).",
        "UFX",
    ),
    ("x", "@a", "I'm with The Harbour Post and looking for ferry commuters", "The Harbour Post"),
    ("x", "@a", "Looking for tenants for a Sunday Dispatch feature. DM", "Sunday Dispatch"),
    ("x", "@a", "Tenants wanted by the Evening Lantern for a piece on damp", "Evening Lantern"),
    ("x", "@a", "Writing up a long read for Northbound on night buses, need drivers", "Northbound"),
    ("x", "@a", "Researching an episode of Slow Trains (podcast) - need retired guards", "Slow Trains"),
    ("x", "@a", "Commissioned by Fen & Field to write about eels. Any eel catchers?", "Fen & Field"),
    ("x", "@a", "My next Guardsman column is about sheds. Shed people, DM", "Guardsman"),
    ("x", "@a", "Reporter w/ KLMN here. Anyone in the evacuation zone?", "KLMN"),
    ("x", "@a", "For @marrow_mag: butchers who went vegan", None),
    ("reddit", "u/a", "I'm a PhD student at Brackwater University studying shift work.", "Brackwater University"),
    (
        "email",
        "Jo Lind <jo@mag.example.org>",
        "I write for Craft Weekly and would like to hear from weavers.",
        "Craft Weekly",
    ),
    ("mastodon", "@a", "Für die Nordsee-Zeitung suche ich Krabbenfischer", "Nordsee-Zeitung"),
    ("mastodon", "@a", "Ich schreibe für das Magazin Querfeld über Hofnachfolge", "Querfeld"),
    ("mastodon", "@a", "Der Podcast Nachtzug sucht Schlafwagenschaffner", "Nachtzug"),
    ("mastodon", "@a", "Im Auftrag der Hochschule Waldau befragen wir Imker", "Hochschule Waldau"),
    ("x", "@a", "Para el programa Hora Punta busco conductoras", "Hora Punta"),
    ("x", "@a", "Soy periodista de La Comarca y busco apicultores", "La Comarca"),
    ("x", "@a", "Escribo para Tinta Fina sobre imprentas", "Tinta Fina"),
    ("x", "@a", "Pour Le Courrier des Îles, je cherche des marins", "Le Courrier des Îles"),
    ("x", "@a", "J'écris pour Sillage un article sur les phares", "Sillage"),
    ("x", "@a", "Voor De Polderkrant zoek ik boeren", "De Polderkrant"),
    ("x", "@a", "Ik maak voor podcast Onder Water een aflevering over sluizen", "Onder Water"),
    ("x", "@a", "Sou repórter da Gazeta do Sul e procuro pescadores", "Gazeta do Sul"),
    ("x", "@a", "Para uma matéria na Revista Maré, busco salva-vidas", "Revista Maré"),
    ("x", "@a", "Looking for a nurse to speak on our show, Ward Round, this Thursday", "Ward Round"),
    ("x", "@a", "Any divers up for being on Deep Talk? (it's a podcast)", "Deep Talk"),
    ("x", "@a", "Need a roofer for a Q&A in Homes Monthly", "Homes Monthly"),
    ("x", "@a", "Looking for bakers, story for a national newspaper", None),
    ("x", "@a", "Need a Spanish speaking nurse in Leeds for a chat", None),
    ("bluesky", "@a", "Anyone in Bristol who kept bees in lockdown? Freelance, outlet tbc", None),
    ("facebook", "Anna Berg", "Ich suche für meine Masterarbeit Hebammen", None),
)


@pytest.mark.parametrize(("words", "right"), CLOSED)
def test_a_call_is_closed_by_its_askers_word_and_by_nothing_else(words: str, right: bool) -> None:
    assert is_closed(words) is right


@pytest.mark.parametrize(("words", "right"), PAID)
def test_whatever_is_of_value_counts_as_pay(words: str, right: bool | None) -> None:
    assert paid_of(words, {}, pays_in=False) is right


@pytest.mark.parametrize(("words", "right"), DECISIVE)
def test_money_papers_or_links_asked_of_the_reader_raise_a_flag_and_asking_who_paid_does_not(
    words: str, right: bool
) -> None:
    assert bool(list(decisive(words))) is right


@pytest.mark.parametrize(("kind", "author", "words", "right"), OUTLETS)
def test_the_outlet_is_named_however_the_asker_puts_it(kind: str, author: str, words: str, right: str | None) -> None:
    assert outlet_of(Post(kind, author, None, "", words, None), words, {}) == right
