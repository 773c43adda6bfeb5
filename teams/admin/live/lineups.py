"""A line-up pasted as a list: shown with who each name is, kept as it was shown."""

from collections import Counter
from dataclasses import dataclass

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from teams import night, squads
from teams.live import pasted
from teams.live.sheet import SIDES, Night
from teams.models import Appearance, Person
from teams.names import fold, to_slug

from . import sheets
from .keeping import by_script, context, kept

ELEVEN = 11
LONGEST = 5000  # of a list that is read, as its field says
NOT_IN_SQUAD = gettext_lazy("Not in the squad that is on record.")


@dataclass
class Named:
    """A line with whom it means: somebody known, somebody new, or nobody yet, and why."""

    line: pasted.Line
    person: Person | None = None
    shirt: int | None = None
    note: str = ""
    problem: str = ""


@kept
def page(request, match, side):
    if side not in SIDES:
        raise Http404
    standing = list(match.appearances.filter(side=side).for_sheet())
    formation = request.POST.get("formation", getattr(match, f"{side}_formation"))
    text = request.POST.get("text", pasted.written(list(map(_typed, standing))))[:LONGEST]
    found = pasted.read(text)
    squad = sheets.squad_of(match, side)
    new = "new" in request.POST and request.user.has_perm("teams.add_person")
    rows = _named(found.lines, match, side, squad, new=new)
    problems, fresh = _problems(rows), night.lineup_mark(standing)
    mark = request.POST.get("mark", fresh)
    if "keep" in request.POST and rows and not any(row.problem for row in rows):
        try:
            _keep(match, side, rows, found.formation or formation.strip(), mark, request.user)
            return redirect("admin:teams_match_live", match.pk)
        except ValidationError as error:
            problems, mark = [*error.messages, *problems], fresh
    more = {"side": side, "team": match.team_on(side), "text": text, "rows": rows, "squad": squad, "problems": problems}
    more |= {"formation": found.formation or formation, "mark": mark, "new": new, "standing": standing}
    template = "live_lineup_preview" if by_script(request) else "live_lineup"
    return render(request, f"admin/teams/match/{template}.html", context(request, match, _title(match, side), **more))


def _title(match, side):
    return _("Line-up of %(team)s: %(match)s") % {"team": match.team_on(side), "match": match}


def _typed(line):
    return pasted.Line(line.person.name, line.shirt, line.captain, line.starter)


def _named(lines, match, side, squad, *, new):
    """Whom each line means: by name or shirt in the squad, then by the whole name among everybody."""
    known = Night(teams={side: str(match.team_on(side))}, players=squad)
    people = Person.objects.in_bulk([player.pk for player in squad])
    others = squads.called((to_slug(line.name) for line in lines if line.name), (fold(line.name) for line in lines))
    rows = [_who(line, known, people, others, new) for line in lines]
    names = Counter(row.person.name for row in rows if row.person)
    for row in rows:
        if row.person and names[row.person.name] > 1:
            row.problem = _("Twice in the list.")
    return rows


def _who(line, squad, people, others, new):
    words = fold(line.name).split() or ([str(line.shirt)] if line.shirt else [])
    found = squad.named(words)
    found = [player for player in found if player.shirt == line.shirt] or found if len(found) > 1 else found
    if len(found) == 1:
        return Named(line, people[found[0].pk], line.shirt or found[0].shirt)
    if found:
        return Named(line, problem=_("May be: %s.") % ", ".join(map(str, found)))
    elsewhere = [person for person in others if _is_called(person, line.name)]
    if len(elsewhere) == 1:
        return Named(line, elsewhere[0], line.shirt, note=str(NOT_IN_SQUAD))
    if elsewhere:
        labels = ", ".join(admin.site.get_model_admin(Person).label(person) for person in elsewhere)
        return Named(line, problem=_("May be: %s.") % labels)
    return _unknown(line, words, squad, new)


def _unknown(line, words, squad, new):
    near = ", ".join(map(str, squad.near(words)))
    if not line.name:
        return Named(line, problem=_("Nobody in the squad wears that shirt: add the name."))
    if new:
        return Named(line, Person(name=line.name), line.shirt, note=_("New: will be added to the people."))
    return Named(line, problem=_("Nobody is called so. Near it: %s.") % near if near else _("Nobody is called so."))


def _is_called(person, name):
    wanted = fold(name)
    return wanted == fold(person.name) or any(alias.folded == wanted for alias in person.aliases.all())


def _problems(rows):
    """What is odd about the list as a whole; it may be kept all the same."""
    starters = sum(row.line.starter for row in rows)
    if rows and starters != ELEVEN:
        return [ngettext("%d player starts.", "%d players start.", starters) % starters]
    return []


def _keep(match, side, rows, formation, mark, user):
    lines = [Appearance(person=row.person, shirt=row.shirt, starter=row.line.starter, captain=row.line.captain) for row in rows]
    night.set_lineup(match, side, lines, formation=formation, seen=mark, by=user)
