"""What stories leave to the worker. Every task may be done twice, or late, and finds the rows as they are by then."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django_tasks import task

from articles import impact, listing, renditions
from articles.models import Image, LeftFile
from articles.models.renditions import folder

AT_ONCE = 500


@task()
def review_changed_facts() -> None:
    """Put the stories that state what has changed before an editor."""
    impact.review()


def ask_for_a_review(since: datetime, until: datetime) -> None:
    """A round of the worker, which leaves the work to a task: many stories keep no other round waiting."""
    if impact.is_due():
        review_changed_facts.enqueue()


@task()
def make_renditions(image_id: int) -> None:
    """The sizes of a picture; readers get them from then on, and the lists that show it say so."""
    image = Image.objects.filter(pk=image_id).first()
    if image is None or image.made_for == image.focal_point:
        return
    renditions.make(image)
    with transaction.atomic():
        # Somebody may have moved the point, or changed the file, in between; then another task follows this one.
        if Image.objects.filter(pk=image_id, file=image.file.name).update(made_for=image.focal_point):
            if image.made_for:
                LeftFile.objects.get_or_create(path=folder(image.file.name, image.made_for))
            listing.mark_changed(listing.showing(image))


def ask_for_missing_renditions(since: datetime, until: datetime) -> None:
    """As one of the worker's rounds: pictures that came by another way than the verbs, out of a backup or an older release."""
    for pk in Image.objects.exclude(made_for=F("focal_point")).values_list("pk", flat=True)[:AT_ONCE]:
        make_renditions.enqueue(pk)
