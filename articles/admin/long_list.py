"""Pages of a list that is as long as the archive: one look through it finds what fits, and nobody counts the rest."""

from django.core.paginator import Paginator
from django.utils.functional import cached_property

MOST = 2000


class LongList(Paginator):
    """The first MOST rows that fit, by their numbers; of these only those of the page are read whole [2 queries]."""

    @cached_property
    def numbers(self) -> list[int]:
        return list(self.object_list.values_list("pk", flat=True)[: MOST + 1])

    @cached_property
    def count(self):
        return min(len(self.numbers), MOST)

    @property
    def is_cut(self):
        return len(self.numbers) > MOST

    def page(self, number):
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        rows = self.object_list.filter(pk__in=self.numbers[first : min(first + self.per_page, MOST)])
        return self._get_page(rows, number, self)
