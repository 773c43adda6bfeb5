"""The desk as its users meet it: logins of each group, and forms sent back as a browser sends them."""

from html.parser import HTMLParser
from io import BytesIO

from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as Picture

from articles.models import Membership

ROLES = {"Reporter": "reporter", "Editor": "editor", "Desk chief": "chief", "Data desk": "reporter"}


def make_login(group=None, username=None, *, publisher=None, **fields):
    """Somebody who may enter the desk: a Reporter, Editor or Desk chief of a publisher or of every one; of the Data desk;
    of nothing; or a superuser."""
    user, _ = User.objects.get_or_create(username=username or (group or "nobody").lower(), defaults={"is_staff": True, **fields})
    user.groups.set(Group.objects.filter(name=group))
    if group:
        Membership.objects.get_or_create(user=user, publisher=publisher, defaults={"role": ROLES[group]})
    return user


def as_sent(response, **typed):
    """The fields of the page's form with what stands in them; `typed` replaces some, None takes one away."""
    page = _Fields()
    page.feed(response.content.decode())
    return {name: value for name, value in {**page.values, **typed}.items() if value is not None}


def save(client, article, **typed):
    """Open its page, type, send, and follow to where that leads."""
    return client.post(change(article), as_sent(client.get(change(article)), **typed), follow=True)


def new_line(data, prefix, **typed):
    """One more line in a table of the form, as "add another" makes it."""
    number = int(data[f"{prefix}-TOTAL_FORMS"])
    data[f"{prefix}-TOTAL_FORMS"] = str(number + 1)
    data.update({f"{prefix}-{number}-{name}": value for name, value in typed.items()})
    return data


def told(response):
    """The messages that a followed page shows, as text."""
    return [str(message) for message in response.context["messages"]]


def change(row):
    """The page on which a row is changed."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def picture_file(kind="JPEG", size=(1600, 900), name=None):
    output = BytesIO()
    Picture.new("RGB", size, "#0b1560").save(output, kind)
    return SimpleUploadedFile(name or f"picture.{kind.lower()}", output.getvalue())


def add_picture(client, file, **typed):
    page = client.get("/admin/articles/image/add/?_popup=1")
    words = {"alt_text": "Lautaro esulta", "credit": "Foto: Terzo Tempo", **typed}
    return client.post("/admin/articles/image/add/?_popup=1", {**as_sent(page, **words), "file": file})


class _Fields(HTMLParser):
    def __init__(self):
        super().__init__()
        self.values, self.select, self.area, self.inside = {}, None, None, False

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.inside = attrs.get("id", "").endswith("_form")
        name = attrs.get("name")
        if not self.inside or (name and "__prefix__" in name):
            return
        if tag == "input" and name and attrs.get("type") not in ("submit", "file"):
            if attrs.get("type") != "checkbox" or "checked" in attrs:
                self.values[name] = attrs.get("value", "on" if attrs.get("type") == "checkbox" else "")
        elif tag == "select":
            self.select = name
            self.values[name] = ""
        elif tag == "option" and self.select and "selected" in attrs:
            self.values[self.select] = attrs.get("value", "")
        elif tag == "textarea":
            self.area = name
            self.values[name] = ""

    def handle_data(self, data):
        if self.area:
            self.values[self.area] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.values[self.area] = self.values[self.area].removeprefix("\n").removeprefix("\r\n")
            self.area = None
        if tag == "select":
            self.select = None
        if tag == "form":
            self.inside = False
