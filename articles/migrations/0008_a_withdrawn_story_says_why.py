"""What readers are told at the address of a story that was taken back."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_stories_state_facts")]

    operations = [
        migrations.AddField(
            model_name="article",
            name="withdrawal_note",
            field=models.CharField(
                blank=True,
                editable=False,
                help_text="For readers who come to its address.",
                max_length=300,
                verbose_name="why it was withdrawn",
            ),
        ),
    ]
