"""House rules that `manage.py check` asks about: whether the paper's own address and clock are fit for readers."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register
from django.http.request import validate_host


@register(Tags.urls)
def the_paper_answers_at_its_own_address(app_configs, **kwargs):
    host = urlsplit(settings.SITE_URL).hostname
    if settings.DEBUG or validate_host(f"[{host}]" if ":" in host else host, settings.ALLOWED_HOSTS):
        return []
    return [
        Error(
            f"SITE_URL is {settings.SITE_URL}, but ALLOWED_HOSTS does not let {host} in.",
            hint="Every absolute link, feed and calendar leads to SITE_URL: add its host to ALLOWED_HOSTS.",
            id="newsroom.E001",
        )
    ]


@register(Tags.security, deploy=True)
def the_paper_is_served_over_https(app_configs, **kwargs):
    if settings.SITE_URL.startswith("https://"):
        return []
    return [
        Warning(
            "SITE_URL does not begin with https://.",
            hint="Readers' and editors' connections are not protected; cookies and redirects follow SITE_URL.",
            id="newsroom.W001",
        )
    ]


@register(deploy=True)
def the_paper_keeps_the_real_time(app_configs, **kwargs):
    if settings.NEWSROOM_CLOCK is None:
        return []
    return [
        Warning(
            f"NEWSROOM_CLOCK starts the paper's time at {settings.NEWSROOM_CLOCK.isoformat()}.",
            hint="That is for demonstrations: unset it where readers come.",
            id="newsroom.W002",
        )
    ]
