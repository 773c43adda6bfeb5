"""Two editions, one in each language: the address says which, and what is the same in both says that too."""

from django.middleware.locale import LocaleMiddleware


class Editions(LocaleMiddleware):
    """Answers of `teams.conditional` depend on their address alone: one copy in a cache serves readers of any language."""

    def process_response(self, request, response):
        if getattr(response, "depends_on_address_alone", False):
            return response
        return super().process_response(request, response)
