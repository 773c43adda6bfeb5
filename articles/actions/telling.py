"""Letters to colleagues: who works on a story, and the e-mail that the worker sends them."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from django_tasks import task

from articles import permissions
from articles.models import Article, Comment


@task()
def post(to: list[str], subject: str, text: str) -> None:
    send_mail(subject, text, settings.DEFAULT_FROM_EMAIL, to)


def work_on(article: Article) -> list:
    """The logins that have to do with a story and may see it: who began, signs or is to write it, and who spoke about it."""
    spoke = Comment.objects.filter(article=article).values("made_by")
    known = Q(pk__in=[article.created_by_id, article.assigned_to_id]) | Q(author__bylines__article=article) | Q(pk__in=spoke)
    rows = get_user_model().objects.filter(known, is_active=True).distinct().order_by("pk")
    return [user for user in rows if permissions.may_see(user, article)]


def tell(article: Article, to: Iterable, *, by, opening: str, words: str = "") -> None:
    """A letter for each that has an address, put into the queue with the change that it tells of. `opening` has %(who)s."""
    addresses = [user.email for user in to if user.email and user != by]
    page = settings.SITE_URL + reverse("admin:articles_article_change", args=[article.pk])
    with translation.override(settings.LANGUAGE_CODE):
        first = translation.gettext(opening) % {"who": name(by)}
    for address in addresses:
        post.enqueue([address], _one_line(f"{first}: {article.headline}"), "\n\n".join(filter(None, [first, words, page])) + "\n")


def name(user) -> str:
    return (user.get_full_name() or user.get_username()) if user else settings.SITE_NAME


def _one_line(subject):
    return " ".join(subject.split())
