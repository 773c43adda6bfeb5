"""Draws texts with their blocks: `of` loads the blocks of any number of texts at once, and what it returns draws each of them."""

from functools import cache

from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from articles.text import Block, blocks_in, parts

from .rows import Contexts, load


class Drawn:
    """Texts whose blocks are loaded; drawing asks the database nothing."""

    def __init__(self, contexts: Contexts):
        self.contexts = contexts

    @property
    def kinds(self) -> set[str]:
        return {block.kind for block in self.contexts}

    def page(self, body: str) -> SafeString:
        """The text as readers of its page see it, each block by the component that the rest of the site draws it with."""
        return self._drawn(body, "articles/blocks/{}.html")

    def plain(self, body: str) -> SafeString:
        """The text for feeds and mail: each block a line of words with a link, or a picture; the same every day."""
        return self._drawn(body, "articles/blocks/plain/{}.html")

    def _drawn(self, body, name):
        drawn = (self._block(part, name) if isinstance(part, Block) else part for part in parts(body))
        return mark_safe("".join(drawn))

    def _block(self, block, name):
        context = self.contexts.get(block)
        return "" if context is None else _template(name.format(block.kind)).render(context).strip()


def of(*bodies: str) -> Drawn:
    """These texts, sanitised, with all that their blocks show; nothing is asked for texts without any."""
    return Drawn(load(blocks_in(bodies)))


def context(body: str) -> dict:
    """What templates/articles/article.html reads of the text: how it is drawn, and which kinds of blocks stand in it."""
    drawn = of(body)
    return {"text": drawn.page(body), "block_kinds": drawn.kinds}


@cache
def _template(name):
    return get_template(name)
