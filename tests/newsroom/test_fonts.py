"""The typefaces: made once, small, whole enough for every name, and under their licence."""

import pytest
from fontTools.ttLib import TTFont

from newsroom import fonts

NAMES = "Çalhanoğlu Qarabağ Ağdam Sučić Bodø Łódź Brașov Martínez Dembélé Ångström Şahin Dzsudzsák Čaušević"
SIGNS = "«Però», disse: “È finita 2–1” … 45+2' – 69.983 € · ×"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fonts")
    fonts.build(folder)
    return folder


def characters(path):
    with TTFont(path) as font:
        return set(font.getBestCmap())


@pytest.mark.parametrize("face", [face for face in fonts.FACES if face != "display"])
def test_every_name_can_be_set_in_every_face_that_sets_names(folder, face):
    missing = {ord(character) for character in NAMES + SIGNS} - characters(folder / f"{face}.woff2")

    assert missing == set()


def test_scores_and_labels_can_be_set_in_the_display_face(folder):
    assert {ord(character) for character in "0123456789–·+:'ÀÈÉÌÒÙàèéìòùª"} <= characters(folder / "display.woff2")


def test_figures_stand_in_columns(folder):
    for face in ("serif-regular", "sans-regular", "sans-semibold"):
        with TTFont(folder / f"{face}.woff2") as font:
            widths = {font["hmtx"][font.getBestCmap()[ord(figure)]][0] for figure in "0123456789"}

        assert len(widths) == 1


def test_all_faces_together_weigh_less_than_a_quarter_of_a_megabyte(folder):
    assert sum(path.stat().st_size for path in folder.glob("*.woff2")) < 250_000


def test_the_licence_goes_with_them(folder):
    with TTFont(folder / "serif-regular.woff2") as font:
        licence = str(font["name"].getName(13, 3, 1))

    assert "SIL Open Font License" in licence
    assert "SIL OPEN FONT LICENSE" in (folder / "LICENSE.txt").read_text()


def test_making_them_again_does_nothing(folder):
    assert fonts.build(folder) == []


def test_another_recipe_makes_them_again(folder):
    (folder / fonts.RECIPE).write_text("another")

    assert len(fonts.build(folder)) == len(fonts.FACES)
