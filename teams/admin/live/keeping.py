"""What all pages of the live desk share: who is let in, and how a verb's word comes back, with scripts or without."""

from functools import wraps

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect

from teams.models import Match

PERMISSIONS = ("teams.change_match", "teams.add_matchevent")


def kept(view):
    """A page of the desk about one match, for those who may keep it."""

    @wraps(view)
    def find(request, pk, **rest):
        if not request.user.has_perms(PERMISSIONS):
            raise PermissionDenied
        return view(request, get_object_or_404(Match.objects.for_page(), pk=pk), **rest)

    return admin.site.admin_view(find)


def done(request, match, verb, message=""):
    """Runs the verb; what it did or refused is said to the script that asked, or on the next page."""
    try:
        verb()
    except ValidationError as error:
        return answer(request, match, " ".join(error.messages), status=409)
    return answer(request, match, message)


def answer(request, match, message, status=200):
    if by_script(request):
        return JsonResponse({"message": message}, status=status)
    if message:
        messages.add_message(request, messages.SUCCESS if status == 200 else messages.ERROR, message)
    return redirect("admin:teams_match_live", match.pk)


def by_script(request):
    return request.headers.get("X-Requested-With") == "fetch"


def context(request, match, title, **more):
    opts = Match._meta
    return {**admin.site.each_context(request), "title": title, "match": match, "opts": opts, **more}
