"""The three folders stay what they are called: imports go left and down, and nothing cheats."""

import ast
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("teams", "articles", "newsroom")
MODULES = sorted(
    path.relative_to(ROOT) for folder in FOLDERS for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts
)

# Layers within an app, lowest first; what stands in none of them is the top: what leaves the building.
PURE = {"teams": ("rules", "stats", "live", "names"), "articles": ("reading", "passages", "drafting", "text", "differences")}
MODELS = {"teams": ("models", "clock", "embargo", "nations", "addresses"), "articles": ("models", "permissions")}
VERBS = {
    "teams": ("actions", "auditlog", "guards", "merging", "night", "tables"),
    "articles": (
        "actions",
        "arranging",
        "versions",
        "comparing",
        "presence",
        "index",
        "desk_index",
        "listing",
        "pictures",
        "register",
        "proposals",
        "checking",
        "impact",
        "metadata",
        "picture_uses",
        "quoted",
        "renditions",
        "tasks",
    ),
}
LAYERS = (PURE, MODELS, VERBS)
OUTWARD = len(LAYERS)

# A table of words may mark them for translation; that asks nothing of Django's settings, models or requests.
TRANSLATION_MARKS = ("django.utils.translation.gettext_lazy", "django.utils.translation.pgettext_lazy")

FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "services", "service", "managers", "manager", "core", "common", "misc"}


def tree(path):
    return ast.parse((ROOT / path).read_text(encoding="utf-8"), filename=str(path))


def imports(path):
    """The dotted names that a module imports, relative ones made whole: ("teams.models.Match", line)."""
    package = path.parts[:-1]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = list(package[: len(package) - node.level + 1]) if node.level else []
            base += [node.module] if node.module else []
            yield from ((".".join([*base, alias.name]), node.lineno) for alias in node.names)


def layer(dotted):
    """How high within its app a module stands: 0 pure, 1 models, 2 verbs, 3 what leaves the building."""
    app, *rest = dotted.split(".")
    noun = rest[0] if rest else ""
    return next((height for height, names in enumerate(LAYERS) if noun in names.get(app, ())), OUTWARD)


def dotted(path):
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def wrong(message, found):
    assert not found, f"{message}:\n" + "\n".join(found)


def test_facts_know_nothing_of_stories_and_stories_nothing_of_the_paper():
    found = [
        f"{path}:{line} imports {name}"
        for path in MODULES
        for name, line in imports(path)
        if name.split(".")[0] in FOLDERS and FOLDERS.index(name.split(".")[0]) > FOLDERS.index(path.parts[0])
    ]

    wrong("imports go left only (teams <- articles <- newsroom)", found)


def test_no_layer_imports_one_above_it():
    found = [
        f"{path}:{line} imports {name}"
        for path in MODULES
        for name, line in imports(path)
        if name.split(".")[0] == path.parts[0] and layer(name) > layer(dotted(path))
    ]

    wrong("imports go down only (pure <- models <- verbs <- outward)", found)


def test_stories_use_facts_by_their_verbs_models_and_pure_modules_only():
    found = [
        f"{path}:{line} imports {name}"
        for path in MODULES
        if path.parts[0] == "articles" and layer(dotted(path)) < OUTWARD
        for name, line in imports(path)
        if name.startswith("teams.") and layer(name) > layer(dotted(path))
    ]

    wrong("a story's lower layers lean on the same layers of the facts, or lower ones", found)


def test_pure_modules_know_nothing_of_django():
    found = [
        f"{path}:{line} imports {name}"
        for path in MODULES
        if layer(dotted(path)) == 0
        for name, line in imports(path)
        if name.split(".")[0] == "django" and not name.startswith(TRANSLATION_MARKS)
    ]

    wrong(
        "no Django in teams/{rules,stats,live,names.py} and articles/{reading,drafting,text}",
        found,
    )


def test_parsers_of_sources_know_nothing_of_django():
    found = [
        f"{path}:{line} imports {name}"
        for path in MODULES
        if "importers" in path.parts and "store" not in (*path.parts, path.stem)
        for name, line in imports(path)
        if name.split(".")[0] == "django"
        or name.startswith(("teams.models", "articles.models", "teams.actions", "articles.actions"))
    ]

    wrong("of an importer only its store may touch the database", found)


@pytest.mark.parametrize(("folder", "names"), [("teams", ("articles", "newsroom")), ("articles", ("newsroom",))])
def test_no_string_reaches_where_an_import_may_not(folder, names):
    reaching = tuple(f"{name}." for name in names)
    found = [
        f"{path}:{node.lineno} says {node.value!r}"
        for path in MODULES
        if path.parts[0] == folder
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith(reaching)
    ]

    wrong("a string that names a model or module of a folder to the right", found)


def test_no_fact_has_an_attribute_that_leads_to_stories():
    found = [
        f"{field.model.__name__}.{field.name} -> {field.related_model.__name__}.{field.remote_field.get_accessor_name()}"
        for model in [*apps.get_app_config("articles").get_models(), *apps.get_app_config("newsroom").get_models()]
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model._meta.app_label == "teams"
        and not field.remote_field.hidden
    ]  # fmt: skip

    wrong('relations from story to fact use related_name="+"', found)


def test_nothing_happens_behind_a_signal():
    found = [
        f"{path}:{line} imports {name}"
        for path in MODULES
        for name, line in imports(path)
        if "signals" in name.split(".") or name == "django.dispatch" or name.startswith("django.dispatch.")
    ]

    wrong("changes are verbs, never signals", found)


def test_no_module_has_a_name_that_says_nothing():
    found = [str(path) for path in MODULES if {path.stem, *path.parts[:-1]} & FORBIDDEN_NAMES]

    wrong("name a module for what the outside world receives from it", found)


def test_every_module_opens_with_one_line_that_says_what_lives_here():
    modules = [*MODULES, *(path.relative_to(ROOT) for path in (ROOT / "tests").rglob("*.py"))]
    found = [
        str(path) for path in modules if (ROOT / path).read_text(encoding="utf-8").strip() and not ast.get_docstring(tree(path))
    ]

    wrong("a docstring is missing", found)


def test_no_file_is_longer_than_400_lines():
    written = [*(ROOT / "tests").rglob("*.py"), *(ROOT / "templates").rglob("*.*"), *(ROOT / "static").rglob("*.[cj]s*")]
    found = [
        f"{path}: {lines} lines"
        for path in [*MODULES, *written]
        if (lines := len((ROOT / path).read_text(encoding="utf-8").splitlines())) > 400
    ]

    wrong("split it by noun", found)


def test_no_function_is_longer_than_40_lines():
    found = [
        f"{path}:{node.lineno} {node.name}: {lines} lines"
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and (lines := node.end_lineno - node.lineno + 1) > 40
    ]

    wrong("a function stays under 25 lines, with some patience", found)


def test_models_hold_no_business_rule_in_save():
    """The only thing a save may do beyond Django's is to keep a column that is worked out from another of the same row."""
    allowed = {"teams/models/names.py", "articles/models/topics.py"}
    found = [
        f"{path}:{node.lineno}"
        for path in MODULES
        if "models" in path.parts and path.as_posix() not in allowed
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and node.name in ("save", "delete")
    ]

    wrong("changes are verbs in actions.py", found)
