"""robots.txt: what machines may read, and where the sitemaps are."""

from django.urls import reverse
from django.views.decorators.http import require_safe

from teams import conditional
from teams.addresses import absolute


@require_safe
def robots(request):
    lines = ["User-agent: *", f"Disallow: {reverse('admin:index')}", "Disallow: /*/search/", ""]
    lines += [f"Sitemap: {absolute(reverse(name))}" for name in ("sitemap", "news-sitemap")]
    text = "\n".join(lines) + "\n"
    return conditional.answer(request, text.encode, content_type="text/plain; charset=utf-8", changed=None, state=text)
