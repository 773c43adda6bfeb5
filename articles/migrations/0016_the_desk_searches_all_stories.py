"""The desk searches all stories: their words, the full-text index that each database keeps over them, and those that are there.

A later migration that makes SQLite build articles_deskentry anew must create the triggers again.
"""

import django.db.models.deletion
from django.db import migrations, models

from articles.desk_index import words_of
from articles.index import place

BATCH = 1000
SQLITE = [
    """
    CREATE VIRTUAL TABLE articles_desk_words USING fts5(
        words, content='articles_deskentry', content_rowid='place', tokenize='unicode61 remove_diacritics 0', prefix='1 2 3'
    )
    """,
    """
    CREATE TRIGGER articles_desk_words_in AFTER INSERT ON articles_deskentry BEGIN
        INSERT INTO articles_desk_words(rowid, words) VALUES (new.place, new.words);
    END
    """,
    """
    CREATE TRIGGER articles_desk_words_out AFTER DELETE ON articles_deskentry BEGIN
        INSERT INTO articles_desk_words(articles_desk_words, rowid, words) VALUES ('delete', old.place, old.words);
    END
    """,
    """
    CREATE TRIGGER articles_desk_words_change AFTER UPDATE ON articles_deskentry BEGIN
        INSERT INTO articles_desk_words(articles_desk_words, rowid, words) VALUES ('delete', old.place, old.words);
        INSERT INTO articles_desk_words(rowid, words) VALUES (new.place, new.words);
    END
    """,
]
SQLITE_UNDONE = [
    *(f"DROP TRIGGER articles_desk_words_{name}" for name in ("in", "out", "change")),
    "DROP TABLE articles_desk_words",
]
POSTGRESQL = [
    """
    ALTER TABLE articles_deskentry ADD COLUMN lexemes tsvector GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED
    """,
    "CREATE INDEX articles_desk_words ON articles_deskentry USING gin (lexemes)",
]
POSTGRESQL_UNDONE = ["ALTER TABLE articles_deskentry DROP COLUMN lexemes"]


def make_index(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    for statement in {"sqlite": SQLITE_UNDONE, "postgresql": POSTGRESQL_UNDONE}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def enter_stories(apps, schema_editor):
    Article, Byline, DeskEntry = (apps.get_model("articles", name) for name in ("Article", "Byline", "DeskEntry"))
    numbers = list(Article.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(numbers), BATCH):
        batch, signed = numbers[start : start + BATCH], {}
        for number, *names in Byline.objects.filter(article__in=batch).values_list("article", "author__name", "author__slug"):
            signed.setdefault(number, []).extend(names)
        rows = Article.objects.filter(pk__in=batch).values_list("pk", "updated_at", "headline", "standfirst", "slug")
        DeskEntry.objects.bulk_create(
            DeskEntry(place=place(touched, pk), article_id=pk, words=words_of(*texts, *signed.get(pk, [])))
            for pk, touched, *texts in rows
        )


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0015_sisters_are_found_by_their_index'),
    ]

    operations = [
        migrations.CreateModel(
            name='DeskEntry',
            fields=[
                ('place', models.BigIntegerField(primary_key=True, serialize=False)),
                ('words', models.TextField()),
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='desk_entry', to='articles.article')),
            ],
        ),
        migrations.RunPython(make_index, drop_index),
        migrations.RunPython(enter_stories, migrations.RunPython.noop),
    ]
