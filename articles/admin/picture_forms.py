"""The forms of the desk for pictures."""

from django import forms

from articles import pictures
from teams.admin.desk import DeskForm


class PictureField(forms.ImageField):
    """A picture that can be printed, upright and without metadata; anything else is refused before it is opened."""

    def to_python(self, data):
        file = forms.FileField.to_python(self, data)
        return pictures.cleaned(file) if file else None


class ImageForm(DeskForm):
    class Meta:
        field_classes = {"file": PictureField}
