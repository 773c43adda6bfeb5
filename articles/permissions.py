"""Who may change which story, beyond Django's own permissions.

A reporter writes drafts and changes those that carry his byline; an editor, who may publish, changes every story.
Nobody deletes what readers can see or were promised: it is withdrawn first, and its address goes on saying so.
"""

from articles.models import Article

PUBLISH = "articles.publish_article"


def may_change(user, article: Article) -> bool:
    if not user.has_perm("articles.change_article"):
        return False
    return user.has_perm(PUBLISH) or (article.status == Article.Status.DRAFT and signed_by(user, article))


def may_delete(user, article: Article) -> bool:
    allowed = user.has_perm("articles.delete_article") and may_change(user, article)
    return allowed and article.status != Article.Status.PUBLISHED


def signed_by(user, article: Article) -> bool:
    """Whether one of the bylines is that of this login. Read the story with its bylines to ask nothing more."""
    return any(byline.author.user_id == user.pk for byline in article.bylines.all())
