"""The paper's typefaces: which ones, cut down to which characters, made for the web."""

import hashlib
from importlib.util import find_spec
from pathlib import Path
from shutil import copyfile

from fontTools import subset

# The name under /static/fonts/, the package it comes in, the file there. All under the SIL Open Font License.
FACES = {
    "serif-regular": ("font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
    "serif-italic": ("font_source_serif_pro", "SourceSerifPro-It.ttf"),
    "serif-semibold": ("font_source_serif_pro", "SourceSerifPro-Semibold.ttf"),
    "serif-black": ("font_source_serif_pro", "SourceSerifPro-Black.ttf"),
    "sans-regular": ("font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    "sans-semibold": ("font_source_sans_pro", "SourceSansPro-Semibold.ttf"),
    "sans-bold": ("font_source_sans_pro", "SourceSansPro-Bold.ttf"),
    "display": ("font_fjallaone", "FjallaOne-Regular.ttf"),
}

# Enough for Çalhanoğlu, Qarabağ Ağdam, Sučić, Bodø, Łódź and Brașov; the schwa is Azerbaijan's.
CHARACTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *(0x18F, 0x192, 0x259),
    *range(0x218, 0x21C),
    *range(0x1E80, 0x1E86),
    0x1E9E,
    *range(0x2010, 0x2016),
    *range(0x2018, 0x201F),
    *(0x2020, 0x2022, 0x2026, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122, 0x2212),
    *(0x2190, 0x2191, 0x2192, 0x2193, 0x2197, 0x25B2, 0x25BC),
]
FEATURES = ["kern", "liga", "tnum", "lnum", "ccmp", "locl", "mark", "mkmk"]
COPYRIGHT_AND_LICENCE = [0, 13, 14]
RECIPE = "recipe.txt"


def build(folder: Path) -> list[Path]:
    """Make the faces in that folder and return them; nothing if they are there already."""
    sources = {name: _source(*face) for name, face in FACES.items()}
    recipe = _recipe(sources.values())
    targets = [folder / f"{name}.woff2" for name in FACES]
    stamp = folder / RECIPE
    if all(target.is_file() for target in targets) and stamp.is_file() and stamp.read_text() == recipe:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    for source, target in zip(sources.values(), targets, strict=True):
        _subset(source, target)
    copyfile(_source("font_source_serif_pro", "LICENSE.txt"), folder / "LICENSE.txt")
    stamp.write_text(recipe)
    return targets


def _source(package, file):
    return Path(find_spec(package).origin).parent / "files" / file


def _recipe(sources):
    """What the faces are made from; another recipe means making them again."""
    sizes = [(source.name, source.stat().st_size) for source in sources]
    return hashlib.sha256(repr((sizes, CHARACTERS, FEATURES)).encode()).hexdigest()


def _subset(source, target):
    """The licence reserves the original names for the originals, so a subset carries none."""
    options = subset.Options(
        flavor="woff2", hinting=False, layout_features=FEATURES, name_IDs=COPYRIGHT_AND_LICENCE, obfuscate_names=True
    )
    with subset.load_font(str(source), options) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=CHARACTERS)
        subsetter.subset(font)
        subset.save_font(font, str(target), options)
