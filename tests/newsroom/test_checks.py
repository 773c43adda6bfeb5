"""What `manage.py check` says about the paper's address and clock."""

from datetime import UTC, datetime

from newsroom import checks


def ids(found):
    return [message.id for message in found]


def test_an_address_that_the_site_itself_would_refuse_is_an_error(settings):
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://www.example.org", ["example.org"]

    assert ids(checks.the_paper_answers_at_its_own_address(None)) == ["newsroom.E001"]


def test_an_address_within_an_allowed_domain_is_fine(settings):
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://www.example.org", [".example.org"]

    assert checks.the_paper_answers_at_its_own_address(None) == []


def test_a_numeric_address_is_compared_as_hosts_are_written(settings):
    settings.SITE_URL, settings.ALLOWED_HOSTS = "http://[::1]:8000", ["[::1]"]

    assert checks.the_paper_answers_at_its_own_address(None) == []


def test_a_deployment_without_https_is_warned_of(settings):
    settings.SITE_URL = "http://www.example.org"

    assert ids(checks.the_paper_is_served_over_https(None)) == ["newsroom.W001"]


def test_a_deployment_with_https_is_not(settings):
    settings.SITE_URL = "https://www.example.org"

    assert checks.the_paper_is_served_over_https(None) == []


def test_a_shifted_clock_in_a_deployment_is_warned_of(settings):
    settings.NEWSROOM_CLOCK = datetime(2025, 11, 6, 8, tzinfo=UTC)

    assert ids(checks.the_paper_keeps_the_real_time(None)) == ["newsroom.W002"]


def test_the_real_time_in_a_deployment_is_not(settings):
    settings.NEWSROOM_CLOCK = None

    assert checks.the_paper_keeps_the_real_time(None) == []
