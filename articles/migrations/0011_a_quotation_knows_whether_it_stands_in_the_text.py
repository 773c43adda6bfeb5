"""What follows a quotation block of the text is told from what somebody noted by hand."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_front_pages_are_called_so")]

    operations = [
        migrations.AddField(
            model_name="quotation",
            name="from_text",
            field=models.BooleanField(default=False, editable=False, verbose_name="from a quotation block"),
        ),
    ]
