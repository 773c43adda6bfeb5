"""A story and its sister in the other edition, as search engines are told of them."""

from articles.models import Article
from articles.models.publishers import CanonicalPolicy


def twins(article: Article) -> tuple[tuple[str, str], ...]:
    """(language, address) of both, if search engines may list both: each names itself and the other."""
    if not article.sister or {article.canonical_policy, article.sister["policy"]} != {CanonicalPolicy.OWN}:
        return ()
    both = {article.language: article.get_absolute_url(), article.sister["language"]: article.sister_address}
    return tuple((language, both[language]) for language in Article.Language if language in both)
