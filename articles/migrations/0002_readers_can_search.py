"""Readers can search: the words of every story, and the full-text index that each database keeps over them.

A later migration that makes SQLite build articles_searchentry anew must create the triggers again.
"""

import django.db.models.deletion
from django.db import migrations, models

SQLITE = [
    """
    CREATE VIRTUAL TABLE articles_words USING fts5(
        language, headline, text, content='articles_searchentry', content_rowid='place', tokenize='unicode61 remove_diacritics 0'
    )
    """,
    """
    CREATE TRIGGER articles_words_in AFTER INSERT ON articles_searchentry BEGIN
        INSERT INTO articles_words(rowid, language, headline, text) VALUES (new.place, new.language, new.headline, new.text);
    END
    """,
    """
    CREATE TRIGGER articles_words_out AFTER DELETE ON articles_searchentry BEGIN
        INSERT INTO articles_words(articles_words, rowid, language, headline, text)
        VALUES ('delete', old.place, old.language, old.headline, old.text);
    END
    """,
    """
    CREATE TRIGGER articles_words_change AFTER UPDATE ON articles_searchentry BEGIN
        INSERT INTO articles_words(articles_words, rowid, language, headline, text)
        VALUES ('delete', old.place, old.language, old.headline, old.text);
        INSERT INTO articles_words(rowid, language, headline, text) VALUES (new.place, new.language, new.headline, new.text);
    END
    """,
]
SQLITE_UNDONE = [
    *(f"DROP TRIGGER articles_words_{name}" for name in ("in", "out", "change")),
    "DROP TABLE articles_words",
]
POSTGRESQL = [
    """
    ALTER TABLE articles_searchentry ADD COLUMN words tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', headline), 'A') || setweight(to_tsvector('simple', text), 'B')
    ) STORED
    """,
    "CREATE INDEX articles_words ON articles_searchentry USING gin (words)",
]
POSTGRESQL_UNDONE = ["ALTER TABLE articles_searchentry DROP COLUMN words"]


def make_index(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    for statement in {"sqlite": SQLITE_UNDONE, "postgresql": POSTGRESQL_UNDONE}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0001_the_first_edition'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('place', models.BigIntegerField(primary_key=True, serialize=False)),
                ('language', models.CharField(max_length=2)),
                ('headline', models.TextField()),
                ('text', models.TextField()),
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='search_entry', to='articles.article')),
            ],
        ),
        migrations.RunPython(make_index, drop_index),
    ]
