"""Who is meant, in both languages: the context decides, and where it does not, nobody is linked."""

from datetime import date

import pytest

from tests.articles.reading.world import CLUBS, named, reading


def of_teams(text, language="it"):
    return [(surface, key) for surface, key in named(text, language) if reading(text, language) and key in TEAMS]


TEAMS = set(CLUBS)


@pytest.mark.parametrize(
    "text",
    [
        "La squadra è volata a Roma in mattinata.",
        "Il treno per Bologna parte in ritardo, i tifosi aspettano il pallone.",
        "Il sindaco di Napoli ha ricevuto il presidente della Lega Calcio.",
        "La Napoli degli scudetti non dorme più.",
        "La Virtus Bologna vince a canestro: basket spettacolo, dieci triple.",
        "Nasce a Torino nel 1987, cresce nel calcio di periferia.",
    ],
)
def test_an_italian_town_is_not_its_club(text):
    assert of_teams(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Roma perde in casa, il Napoli pure.", [("Roma", "Roma"), ("Napoli", "Napoli")]),
        ("Un pareggio per Lazio e Inter sarebbe poco.", [("Lazio", "Lazio"), ("Inter", "Inter")]),
        ("Contro la Lazio servirà il miglior Torino.", [("Lazio", "Lazio"), ("Torino", "Torino")]),
        ("Lecce-Bologna 0-0, gol sbagliati e pochi rimpianti.", [("Lecce", "Lecce"), ("Bologna", "Bologna")]),
        ("Impresa Torino: Conte si arrende al portiere.", [("Torino", "Torino")]),
    ],
)
def test_with_an_article_a_hyphen_or_in_a_row_it_is_the_club(text, expected):
    assert of_teams(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He was born in Liverpool and grew up watching football.",
        "Traffic stopped in Newcastle after the parade.",
        "The Liverpool city council approved the plan.",
        "Inter Miami signed another striker in July.",
        "Leeds United and Sheffield United drew.",
    ],
)
def test_an_english_town_or_another_clubs_name_is_not_the_club(text):
    assert of_teams(text, "en") == []


def test_a_possessive_makes_the_town_its_club():
    assert of_teams("They scored twice in Liverpool's half of the pitch.", "en") == [("Liverpool", "Liverpool")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Juventus Women, che rimonta: l'Inter femminile cade e la Roma femminile ringrazia.", "it"),
        ("La Primavera del Milan vince il derby: l'Inter Under 20 si ferma, giallorossi Primavera avanti.", "it"),
        ("Liverpool Women beat Manchester City Women in the Women's Super League.", "en"),
    ],
)
def test_womens_and_youth_sides_are_not_the_first_team(text, language):
    assert of_teams(text, language) == []


def test_other_sports_have_no_players_of_ours_and_clubs_only_where_the_article_says_so():
    text = (
        "Tennis, Alcaraz re di Roma\n\nCarlos Alcaraz vince in due set con un tie-break e un ace: in tribuna un tifoso del Milan."
    )

    assert named(text) == [("Milan", "Milan")]


@pytest.mark.parametrize(
    "text",
    [
        "Filippo Inzaghi ha parlato in conferenza.",
        "L'arbitro Ricci ha fischiato un rigore.",
        "Il sindaco Ricci ha parlato del gol.",
        "Federico Ricci lascia il calcio.",
    ],
)
def test_a_namesake_is_nobody_of_ours(text):
    assert named(text) == []


def test_where_a_namesake_is_named_the_bare_surname_is_not_ours_either():
    assert named("Filippo Inzaghi torna in panchina. Inzaghi ha firmato ieri.") == []


def test_a_surname_that_two_of_a_squad_bear_is_a_question():
    assert named("L'Inter aspetta: Martinez ha parlato.") == [("Inter", "Inter")]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("L'Inter vince. Lautaro Martinez segna ancora, Martinez è in forma.", "Lautaro Martínez"),
        ("L'Inter prende tempo. Josep Martinez para tutto e Martinez sorride.", "Josep Martínez"),
        ("L'Inter ha due certezze: J. Martinez è una.", "Josep Martínez"),
        ("Roma-Inter 0-1\n\nL'Inter batte la Roma all'Olimpico: il gol di Martinez al 6' basta a Chivu.", "Lautaro Martínez"),
    ],
)
def test_a_first_name_an_initial_or_his_goal_settles_which_of_two(text, whose):
    assert [key for surface, key in named(text) if surface.endswith("Martinez")] == [whose] * text.count("Martinez")


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Torino, notte magica\n\nIl Torino batte il Napoli. Il Toro sale in classifica.", "Torino"),
        ("Roma-Inter, decide il capitano\n\nAll'Olimpico l'Inter batte la Roma 1-0: segna il Toro.", "Lautaro Martínez"),
    ],
)
def test_a_nickname_that_two_bear_belongs_to_who_is_there(text, whose):
    assert dict(named(text))["Toro"] == whose


@pytest.mark.parametrize(
    ("text", "surface", "whose"),
    [
        ("La Roma cade con l'Inter: i giallorossi restano fermi.", "giallorossi", "Roma"),
        ("Lecce-Bologna 0-0: giallorossi solidi.", "giallorossi", "Lecce"),
        ("Cagliari-Atalanta 0-2: decide la difesa nerazzurra.", "nerazzurra", "Atalanta"),
        ("Il tecnico partenopeo non cerca scuse.", "partenopeo", "Napoli"),
        ("Un rigore per la Dea.", "Dea", "Atalanta"),
        ("Per la Viola un punto.", "Viola", "Fiorentina"),
        ("Nel Cagliari gioca dal primo minuto Viola con Pavoletti.", "Viola", "Nicolas Viola"),
    ],
)
def test_colours_and_nicknames_belong_to_the_club_that_the_text_speaks_of(text, surface, whose):
    assert dict(named(text))[surface] == whose


def test_the_coach_behind_colours_tells_whose_they_are_and_a_team_does_not_meet_itself():
    text = "Dea, vittoria a Cagliari\n\nL'Atalanta passa 2-0. Sabato i bergamaschi affrontano i nerazzurri di Chivu."

    assert [key for surface, key in named(text) if surface == "nerazzurri"] == ["Inter"]
    assert "nerazzurri" not in dict(named("Dea, vittoria a Cagliari\n\nL'Atalanta ospita i nerazzurri, già in ritiro."))


def test_a_goal_is_told_by_its_minute_beside_the_name():
    found = reading("Inter corsara all'Olimpico\n\nBasta Lautaro al 6': i giallorossi restano fermi, l'Inter sorride.")

    assert [event.ref for _, event in found.events] == ["Roma 0-1 Inter#0"]


def test_what_the_text_leads_with_is_its_match_however_much_it_tells_of_another():
    told = "Gosens illude i viola col Milan. Poi tocca a Leão. Altrove Lookman e Scamacca firmano lo 0-2 di Cagliari-Atalanta."

    assert reading(f"Notte di campionato a San Siro\n\n{told}").matches[0].ref == "Milan 2-1 Fiorentina"


def test_on_the_day_of_a_match_its_score_beside_both_sides_says_that_it_is_over():
    text = "La domenica: tutto in un giorno, domani si chiude\n\nIl Milan batte la Fiorentina 2-1 con Leão, due volte."

    assert [event.person.key for _, event in reading(text, day=date(2025, 10, 19)).events] == ["Rafael Leão"] * 2


def test_two_names_of_people_side_by_side_are_one_name_of_somebody_else():
    assert named("Il Napoli cerca un attaccante: Antonio Barella non c'entra, il gol è un altro.") == [("Napoli", "Napoli")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Inter, Chivu: «Col Liverpool servirà pazienza»\n\nMercoledì a San Siro i nerazzurri si giocano tanto. "
            "L'1-0 alla Roma, gol di Lautaro, è già alle spalle.",
            "it",
        ),
        (
            "Chivu wants more of Inter against Liverpool\n\nInter beat Roma 1-0, Lautaro with the goal. "
            "Now Liverpool visit on Wednesday, and Thuram may start.",
            "en",
        ),
    ],
)
def test_first_sentences_that_lead_to_the_day_of_a_match_to_come_make_it_the_main_one(text, language):
    assert [match.ref for match in reading(text, language).matches] == ["Inter v Liverpool", "Roma 0-1 Inter"]


def test_a_report_that_names_the_next_match_is_about_its_own():
    text = "Inter, festa all'Olimpico: batte la Roma\n\nBasta Lautaro al 6'. Sabato i nerazzurri vanno al Maradona dal Napoli."

    assert reading(text).matches[0].ref == "Roma 0-1 Inter"


def test_scorers_in_brackets_behind_a_match_are_told_for_their_goals():
    told = (
        "Pioli pensa ad altro. Il sabato: la Roma cade con l'Inter (Lautaro) e Cagliari-Atalanta finisce 0-2 (Lookman, Scamacca)."
    )

    found = {event.person.key for _, event in reading(f"Fiorentina, Pioli prepara la gara\n\n{told}").events}

    assert found == {"Lautaro Martínez", "Ademola Lookman", "Gianluca Scamacca"}


def test_a_result_of_others_in_the_clause_tells_of_no_match_of_who_stands_before_it():
    text = "Roma, testa alla Champions\n\nI giallorossi restano dietro al Napoli, che ha perso col Torino 1-0."

    assert [match.ref for match in reading(text).matches] == ["Torino 1-0 Napoli"]


def test_of_two_goals_of_one_the_score_that_he_made_tells_which():
    told = "Il Milan batte la Fiorentina 2-1. Ordinata la prova di Pulisic. Di Leão il gol del momentaneo 1-1, poi festa."

    found = reading(f"Milan, rimonta a San Siro\n\n{told}")

    assert [event.minute for _, event in found.events] == [63]


def test_a_roundup_without_a_team_in_its_headline_begins_with_the_first_match_told():
    told = "Reti bianche, 0-0, tra Lecce e Bologna. L'Atalanta vince 2-0 a Cagliari. L'Inter batte 1-0 la Roma con Lautaro al 6'."

    assert reading(f"Il punto della domenica di campionato\n\n{told}").matches[0].ref == "Lecce 0-0 Bologna"


def test_a_regions_people_are_not_the_club():
    assert named("Una notte in terra partenopea, tra luci e canti di tifo.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Can Dortmund win the title this season?", ["Borussia Dortmund"]),
        ("Burn baby burn: a night of goals.", []),
        ("City were champions of the world when Haaland came.", ["Manchester City", "Erling Haaland"]),
        ("United Airlines cancelled the flight after the penalty.", []),
        (
            "Spurs lost at the Etihad as Haaland scored twice for City.",
            ["Tottenham", "Etihad Stadium", "Erling Haaland", "Manchester City"],
        ),
        ("Champions Liverpool lost at Anfield.", ["Liverpool", "Anfield"]),
    ],
)
def test_english_words_that_are_also_names(text, expected):
    assert [key for _, key in named(text, "en")] == expected


def test_grounds_need_a_word_of_place():
    assert named("Si gioca al Franchi.") == [("Franchi", "Stadio Artemio Franchi")]
    assert named("Franchi svizzeri in calo, gol di Borsa.") == []
    assert named("Diego Armando Maradona era un altro calcio.") == []


def test_a_diminutive_belongs_to_the_name():
    assert ("Rafa Leao", "Rafael Leão") in named("Il Milan ritrova Rafa Leao.")


def test_the_report_of_a_match_tells_of_it_and_of_its_goals():
    text = "Inter, colpo all'Olimpico\n\nRoma battuta 1-0. Al 6' Lautaro scappa a tutti e segna. I giallorossi restano fermi."

    found = reading(text)

    assert [match.ref for match in found.matches] == ["Roma 0-1 Inter"]
    assert [event.ref for _, event in found.events] == ["Roma 0-1 Inter#0"]


def test_a_preview_tells_of_the_match_to_come_and_of_the_one_before_it_only_beside():
    told = "Sabato al Maradona arriva l'Inter. Il Napoli è reduce dallo 0-1 contro il Torino."
    text = f"Napoli-Inter, la vigilia: Conte ci crede\n\n{told}"

    assert [match.ref for match in reading(text).matches] == ["Napoli v Inter", "Torino 1-0 Napoli"]


def test_a_roundup_tells_of_every_match_with_its_score():
    told = "Newcastle won 2-1 at Liverpool thanks to Woltemade's late winner, while Manchester City eased past Spurs 3-0."
    text = f"Woltemade stuns champions\n\n{told}"

    found = reading(text, "en")

    assert [match.ref for match in found.matches] == ["Liverpool 1-2 Newcastle", "Manchester City 3-0 Tottenham"]
    assert [event.ref for _, event in found.events] == ["Liverpool 1-2 Newcastle#2"]


def test_who_is_named_beside_the_next_opponent_is_no_match_told_of():
    text = "Milan, tre punti e sorrisi\n\nIl Milan batte la Fiorentina 2-1 a San Siro. Sabato l'Inter farà visita al Napoli."

    assert [match.ref for match in reading(text).matches] == ["Milan 2-1 Fiorentina"]


def test_a_former_club_is_named_but_plays_no_part():
    text = "Pulisic, che gol\n\nL'ex Tottenham Romero non c'entra: il Milan vince con la Fiorentina 2-1."

    assert [match.ref for match in reading(text).matches] == ["Milan 2-1 Fiorentina"]


def test_a_text_without_a_match_tells_of_none():
    assert reading("Mercato, il Napoli pensa a un difensore per gennaio.").matches == []
