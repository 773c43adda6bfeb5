"""The story itself, and the one gate that decides what a reader may see."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, JSONObject
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField, create_sanitizer
from taggit.managers import TaggableManager

from articles.text import BODY_EXTENSIONS, modernised, tidied
from teams import clock
from teams.addresses import page

from .images import Image
from .publishers import Author, CanonicalPolicy, Publisher
from .states import UNSEEN, State

# From the last to the first. Twice, because a block taken out of a heading leaves what it held in there.
CLEANING = [tidied, create_sanitizer, tidied, create_sanitizer, modernised]


class ArticleQuerySet(models.QuerySet):
    def published(self):
        """What a reader may see now. Every page, feed, sitemap and search begins here."""
        return self.filter(_out())

    def seen_from(self, publishers):
        """What those who work for these publishers may see: all of theirs, and of the others what readers see."""
        return self.filter(_out() | Q(publisher__in=publishers))

    def standing(self, *statuses):
        """Those of these statuses: few in a long archive, so that they are found by their index before all else is asked."""
        return self.filter(pk__in=self.model.objects.filter(status__in=statuses).order_by().values("pk"))

    def unfinished(self):
        """What readers have neither seen nor been promised, and nobody has thrown away."""
        return self.standing(*UNSEEN).filter(binned_at=None)

    def late(self):
        """What was to be written, or to be out, by now."""
        now = clock.now()
        return self.unfinished().filter(Q(due_at__lt=now) | Q(published_at__lt=now))

    def waiting(self):
        """What was let out for a time that has not come yet."""
        return self.filter(status=Article.Status.PUBLISHED, published_at__gt=clock.now())

    def in_language(self, language):
        return self.filter(language=language)

    def newest_first(self):
        return self.order_by("-published_at", "-pk")

    def listed(self, kind, target_id, language, *, before=None):
        """Stories listed under a team, person, match ...: newest first, by the index of `Listing`.

        `before`: only what follows a story in that order, given as its (instant, number); see `articles.cursors`.
        """
        wanted = Q(listings__kind=kind, listings__target_id=target_id, listings__language=language)
        if before:
            instant, pk = before
            wanted &= Q(listings__published_at__lte=instant)
            wanted &= Q(listings__published_at__lt=instant) | Q(listings__article_id__lt=pk)
        return self.filter(wanted).order_by("-listings__published_at", "-listings__article_id")

    def quoting(self, person, *, before=None):
        """Stories with what somebody says in them, once for each of his `words`: the newest first, each in its own order.

        `before`: only what follows a quotation in that order, given as its (instant, number).
        """
        wanted = Q(quotations__speaker=person)
        if before:
            instant, pk = before
            wanted &= Q(published_at__lt=instant) | Q(published_at=instant, quotations__pk__gt=pk)
        told = {"quotation_id": F("quotations__pk"), "words": F("quotations__words")}
        return self.filter(wanted).annotate(**told).order_by("-published_at", "quotation_id")

    def for_card(self):
        """Everything that components/article_card.html reads."""
        return self.select_related("publisher", "image").defer("body", "publisher__terms", "publisher__about")

    def for_line(self):
        """Everything that components/story_line.html reads."""
        return self.select_related("publisher").only("headline", "slug", "language", "kind", "published_at", "publisher__name")

    def for_page(self):
        """Everything that the article's own page reads, but for what it links to."""
        bylines = models.Prefetch("bylines", Byline.objects.select_related("author"))
        rows = self.select_related("publisher__logo", "image").prefetch_related(bylines, "citations", "tags")
        return rows.with_sister(Article.objects.published())

    def with_sister(self, among):
        """Each story with its `sister` in the other language, if that is one of `among`: a dict, or None [no query].

        She is translated from it, or both from a third, or it from her. Her number is found first, by the index of
        translations, whatever `among` asks.
        """
        root, language = OuterRef(OuterRef("translated_from")), OuterRef("language")
        family = Article.objects.filter(translated_from=Coalesce(root, OuterRef(OuterRef("pk"))), translated_from__isnull=False)
        translated = family.exclude(language=OuterRef(language)).order_by()
        number = Coalesce(Subquery(translated.values("pk")[:1]), OuterRef("translated_from"))
        told = JSONObject(pk="pk", language="language", slug="slug", headline="headline", policy="canonical_policy")
        sister = among.filter(pk=number).exclude(language=language).order_by().values_list(told)
        return self.annotate(sister=Subquery(sister[:1]))


def _out():
    """The one condition behind `published()`."""
    return Q(status=Article.Status.PUBLISHED, published_at__lte=clock.now())


def _person(label, **options):
    """A login that had or has to do with a story; the story stays when the login goes."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=label, **options
    )


class Article(models.Model):
    class Kind(models.TextChoices):
        REPORT = "report", _("Match report")
        PREVIEW = "preview", _("Preview")
        NEWS = "news", _("News")
        QUOTES = "quotes", _("Quotes")
        OPINION = "opinion", _("Opinion")
        RECORD = "record", _("Record")
        LIVE = "live", _("Live")

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        REVIEW = "review", _("In review")
        PUBLISHED = "published", _("Published")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    class Language(models.TextChoices):
        ITALIAN = "it", "Italiano"
        ENGLISH = "en", "English"

    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.NEWS)
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.ITALIAN)
    headline = models.CharField(_("headline"), max_length=200)
    search_headline = models.CharField(
        _("headline for search and social"), max_length=90, blank=True, help_text=_("Empty: the headline itself.")
    )
    slug = models.SlugField(
        _("address"), max_length=120, help_text=_("The address ends in the number of the article, so old ones keep working.")
    )
    standfirst = models.TextField(
        _("standfirst"), blank=True, max_length=500, help_text=_("One or two sentences under the headline.")
    )
    # From the last to the first: tags by our names, what the editor can write, blocks whole and where they may stand.
    body = ProseEditorField(_("text"), extensions=BODY_EXTENSIONS, sanitize=CLEANING, blank=True)
    publisher = models.ForeignKey(Publisher, models.PROTECT, related_name="+", verbose_name=_("publisher"))
    authors = models.ManyToManyField(Author, through="articles.Byline", related_name="+", verbose_name=_("authors"))
    partner = models.CharField(
        _("partner"),
        max_length=100,
        blank=True,
        help_text=_("Who the publisher works with: Yahoo sports. Readers see “In partnership with”."),
    )
    source_url = models.URLField(_("original address"), max_length=500, blank=True)
    canonical_policy = models.CharField(_("search engines"), max_length=8, choices=CanonicalPolicy, default=CanonicalPolicy.OWN)
    image = models.ForeignKey(Image, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("picture"))
    image_caption = models.CharField(
        _("caption here"), max_length=300, blank=True, help_text=_("Empty: the picture's own caption.")
    )
    tags = TaggableManager(
        _("topics"),
        blank=True,
        help_text=_("Themes, with commas between: transfers, refereeing. Teams and people are linked below."),
    )
    status = models.CharField(_("status"), max_length=9, choices=Status, default=Status.DRAFT, editable=False)
    published_at = models.DateTimeField(
        _("published"), null=True, blank=True, help_text=_("In the newsroom's time zone; a later time waits until then.")
    )
    modified_at = models.DateTimeField(
        _("modified"), null=True, blank=True, editable=False, help_text=_("The last change of substance since publication.")
    )
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True, editable=False)
    withdrawal_note = models.CharField(
        _("why it was withdrawn"), max_length=300, blank=True, editable=False, help_text=_("For readers who come to its address.")
    )
    live_from = models.DateTimeField(_("live since"), null=True, blank=True, editable=False)
    live_until = models.DateTimeField(_("live until"), null=True, blank=True, editable=False)
    embargo_until = models.DateTimeField(
        _("embargo"), null=True, blank=True, help_text=_("Nobody outside the newsroom sees it before, whatever its status.")
    )
    dateline = models.DateField(_("date line"), null=True, blank=True, help_text=_("The date the publisher printed."))
    origin = models.CharField(
        _("origin"), max_length=190, null=True, blank=True, unique=True, editable=False,
        help_text=_("Where an imported article came from, so that it comes in once."),
    )  # fmt: skip
    translated_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="translations", verbose_name=_("translation of")
    )
    created_by = _person(_("begun by"), editable=False)
    assigned_to = _person(_("assigned to"))
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    binned_at = models.DateTimeField(_("put into the bin"), null=True, blank=True, editable=False)
    binned_by = _person(_("put into the bin by"), editable=False)
    # Rolled anew with every change: who saves a form made from an older one is told, not obeyed.
    token = models.UUIDField(default=uuid4, editable=False)
    created_at = models.DateTimeField(_("created"), default=clock.now, editable=False)
    updated_at = models.DateTimeField(_("saved"), default=clock.now, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-pk"]
        verbose_name, verbose_name_plural = _("article"), _("articles")
        permissions = [
            ("publish_article", _("Can publish articles")),
            ("correct_article", _("Can correct and withdraw published articles")),
        ]
        indexes = [
            models.Index(fields=["language", "status", "-published_at", "-id"], name="article_by_language"),
            models.Index(fields=["status", "-published_at", "-id"], name="article_newest_first"),
            models.Index(fields=["-updated_at", "-id"], name="article_last_touched"),
        ]
        constraints = [
            models.CheckConstraint(
                name="article_published_with_a_time", condition=~Q(status="published") | Q(published_at__isnull=False)
            ),
            models.CheckConstraint(
                name="article_modified_after_publication",
                condition=Q(modified_at=None) | Q(published_at=None) | Q(modified_at__gte=F("published_at")),
            ),
            models.CheckConstraint(
                name="article_points_to_an_original",
                condition=~Q(canonical_policy="original") | ~Q(source_url=""),
                violation_error_message=_("To point to the original, give its address."),
            ),
            models.CheckConstraint(name="article_has_a_headline", condition=~Q(headline="")),
            models.CheckConstraint(
                name="article_not_before_its_embargo",
                condition=~Q(status="published") | Q(embargo_until=None) | Q(published_at__gte=F("embargo_until")),
                violation_error_message=_("It is under embargo until later than the hour of its publication."),
            ),
            models.CheckConstraint(
                name="article_out_is_not_in_the_bin",
                condition=Q(binned_at=None) | ~Q(status="published"),
                violation_error_message=_("What readers can see is withdrawn first."),
            ),
            models.CheckConstraint(
                name="article_live_until_after_it_began",
                condition=Q(live_until=None) | Q(live_from__isnull=False, live_until__gte=F("live_from")),
            ),
            # IS NOT NULL: SQLite knows by these words alone that a search by the column may use the index.
            models.UniqueConstraint(
                fields=["translated_from", "language"],
                condition=Q(translated_from__isnull=False),
                name="article_translated_once_into_each_language",
            ),
        ]

    def __str__(self):
        return self.headline

    def get_absolute_url(self):
        """The address in the edition of the article's own language."""
        return page("article", self.slug, self.pk, language=self.language)

    @property
    def sister_address(self):
        """The page of its sister; read it `with_sister`."""
        return self.sister and page("article", self.sister["slug"], self.sister["pk"], language=self.sister["language"])

    @property
    def is_public(self):
        """Whether `published()` would let this one through."""
        return self.status == self.Status.PUBLISHED and self.published_at <= clock.now()

    @property
    def state(self):
        """Where it stands, as the desk speaks of it."""
        if self.binned_at:
            return State.BINNED
        return State.SCHEDULED if self.status == self.Status.PUBLISHED and not self.is_public else State(self.status)

    @property
    def is_live(self):
        """Whether somebody follows it now."""
        is_over = self.live_until is not None and self.live_until <= clock.now()
        return self.live_from is not None and not is_over and self.is_public

    @property
    def last_changed(self):
        return self.modified_at or self.published_at

    @property
    def is_indexable(self):
        return self.canonical_policy == CanonicalPolicy.OWN

    @property
    def picture(self):
        """Its picture, unless that lies in the bin."""
        return self.image if self.image_id and not self.image.binned_at else None

    @property
    def caption(self):
        return self.image_caption or (self.image.caption if self.image else "")


class Byline(models.Model):
    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines")
    author = models.ForeignKey(Author, models.PROTECT, related_name="bylines", verbose_name=_("author"))
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["order", "pk"]
        verbose_name, verbose_name_plural = _("byline"), _("bylines")
        constraints = [models.UniqueConstraint(fields=["article", "author"], name="byline_once_per_article")]

    def __str__(self):
        return str(self.author)


class Citation(models.Model):
    article = models.ForeignKey(Article, models.CASCADE, related_name="citations")
    name = models.CharField(_("source"), max_length=120, help_text=_("As cited: la Repubblica."))
    url = models.URLField(_("address"), max_length=500, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["order", "pk"]
        verbose_name, verbose_name_plural = _("cited source"), _("cited sources")
        constraints = [models.UniqueConstraint(fields=["article", "name"], name="citation_once_per_article")]

    def __str__(self):
        return self.name
