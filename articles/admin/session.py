"""Who is logged in, asked and mended in place: a page that is being written on is never left for it."""

from functools import wraps

from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login
from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods


def urls(model_admin) -> list:
    return [path("session/", never_cache(session(model_admin)), name="articles_article_session")]


def in_place(model_admin, view):
    """For what the scripts of a page ask: where the login has expired, or is another one's, they are told so, not sent away."""

    @never_cache
    @wraps(view)
    def asked(request, *args, **kwargs):
        written_by = request.POST.get("user", str(request.user.pk))
        if not model_admin.admin_site.has_permission(request) or written_by != str(request.user.pk):
            return JsonResponse({"csrf": get_token(request)}, status=401)
        return view(request, model_admin, *args, **kwargs)

    return asked


def session(model_admin):
    @sensitive_post_parameters()
    @require_http_methods(["GET", "POST"])
    def asked(request):
        if request.method == "POST":
            form = AdminAuthenticationForm(request, request.POST)
            if not form.is_valid():
                return JsonResponse(
                    {"errors": form.non_field_errors() or [str(error) for error in form.errors.values()]}, status=400
                )
            login(request, form.get_user())
        if not model_admin.admin_site.has_permission(request):
            return JsonResponse({"csrf": get_token(request)}, status=401)
        return JsonResponse({"user": request.user.pk, "csrf": get_token(request)})

    return asked
