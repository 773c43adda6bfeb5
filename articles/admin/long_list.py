"""Pages of a list that is as long as the archive: one look through it finds what fits, and nobody counts the rest."""

from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.utils.functional import cached_property

MOST = 2000


class LongList(Paginator):
    """The numbers of the first MOST rows that fit."""

    @cached_property
    def numbers(self) -> list[int]:
        return list(self.object_list.values_list("pk", flat=True)[: MOST + 1])

    @cached_property
    def count(self):
        return min(len(self.numbers), MOST)

    @property
    def is_cut(self):
        return len(self.numbers) > MOST


class LongChangeList(ChangeList):
    def get_results(self, request):
        """The rows of the page by their numbers: what they were found by is not asked once more."""
        super().get_results(request)
        first = 0 if self.show_all or not self.multi_page else (self.page_num - 1) * self.list_per_page
        end = min(first + self.list_per_page, MOST) if self.multi_page and not self.show_all else MOST
        numbers = self.paginator.numbers[first:end]
        found = self.root_queryset.in_bulk(numbers)
        self.result_list = [found[number] for number in numbers if number in found]
