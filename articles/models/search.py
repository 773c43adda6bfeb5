"""Read models: the words of stories as searches look them up, the readers' and the desk's."""

from django.db import models

from .articles import Article


class SearchEntry(models.Model):
    """The stems of one published story, rebuilt with every change by `articles.index`.

    The database itself keeps the full-text index beside this table (see the migration): `articles_words`, an FTS5 table
    fed by triggers, on SQLite; the generated column `words` on PostgreSQL.
    """

    # Rises with the time of publication, so that the newest story has the highest.
    place = models.BigIntegerField(primary_key=True)
    article = models.OneToOneField(Article, models.CASCADE, related_name="search_entry")
    language = models.CharField(max_length=2)
    headline = models.TextField()
    text = models.TextField()

    def __str__(self):
        return f"{self.place}: {self.headline}"


class DeskEntry(models.Model):
    """The words of one story, whatever its state, rebuilt with every change by `articles.desk_index`; for the desk alone.

    Full-text index as above: `articles_desk_words` on SQLite, the generated column `lexemes` on PostgreSQL.
    """

    # Rises with the time of the last touch, so that what is on top of the list has the highest.
    place = models.BigIntegerField(primary_key=True)
    article = models.OneToOneField(Article, models.CASCADE, related_name="desk_entry")
    words = models.TextField()

    def __str__(self):
        return f"{self.place}: {self.words}"
