"""The files of pictures: an address never comes to show another picture, so nobody who has it need ask again."""

import mimetypes

from django.conf import settings
from django.views.static import serve

mimetypes.add_type("image/avif", ".avif")  # not every machine knows it
FOR_EVER = "public, max-age=31536000, immutable"


def media(request, path):
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response.headers["Cache-Control"] = FOR_EVER
    return response
