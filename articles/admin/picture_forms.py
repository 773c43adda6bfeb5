"""The forms of the desk for pictures."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles import pictures
from articles.actions.pictures import keep_words_for_readers
from articles.models import Image
from teams.admin.desk import DeskForm


class PictureField(forms.ImageField):
    """A picture that can be printed, upright and without metadata; anything else is refused before it is opened."""

    def to_python(self, data):
        file = forms.FileField.to_python(self, data)
        return pictures.cleaned(file) if file else None


class FileInput(forms.FileInput):
    """Another file may take the place of the one that is there; none never does."""

    needs_multipart_form = True

    def __init__(self, attrs=None):
        super().__init__({"accept": pictures.ACCEPTED, **(attrs or {})})


class _ForReaders:
    """What readers see keeps its words; the reason stands beside the field."""

    def _post_clean(self):
        super()._post_clean()
        try:
            keep_words_for_readers(self.instance)
        except ValidationError as error:
            self.add_error(None, error)


class ImageForm(_ForReaders, DeskForm):
    """One picture; what its file says of itself fills what was left empty."""

    class Meta:
        field_classes = {"file": PictureField}
        widgets = {"file": FileInput, "focal_point": forms.TextInput(attrs={"class": "focal-point"})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields and self.instance.pk:
            self.fields["file"].label = _("Another file")
            self.fields["file"].help_text = _("It takes the place of this one, everywhere and under an address of its own.")

    def clean(self):
        data = super().clean()
        if "file" in self.changed_data and (file := data.get("file")) and self.instance._state.adding:
            for name, words in file.said.words().items():
                if name in self.fields and not data.get(name):
                    data[name] = words
        return data


class WordsForm(_ForReaders, forms.ModelForm):
    """The words of a picture that has just come in."""

    class Meta:
        model = Image
        fields = ["alt_text", "caption", "credit"]
        widgets = {
            "alt_text": forms.Textarea(attrs={"rows": 2}),
            "caption": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, image, data=None):
        super().__init__(data, instance=image, prefix=f"picture-{image.pk}")
        self.file_name = image.file.name.rpartition("/")[2]
