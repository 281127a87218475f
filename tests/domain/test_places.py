"""The time of day where somebody lives: told for places that are certain, silent about the rest."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from networking_desk.domain import places


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ("Rotterdam, Netherlands", "Europe/Amsterdam"), ("Rotterdam", "Europe/Amsterdam"), ("Greater Rotterdam Area", "Europe/Amsterdam"), ("Zürich, Switzerland", "Europe/Zurich"),
        ("San Francisco Bay Area", "America/Los_Angeles"), ("New York, NY, United States", "America/New_York"), ("Bengaluru, Karnataka, India", "Asia/Kolkata"), ("Gouda, Netherlands", "Europe/Amsterdam"),
        ("London Area, United Kingdom", "Europe/London"), ("London, Ontario, Canada", ""), ("Rotterdam, NY", ""), ("Paris, Texas", ""), ("United States", ""), ("Springfield", ""), ("Portland, Oregon", ""),
        ("Australia", ""), ("Remote", ""), ("", ""), ("Spain", ""), ("Perth, Scotland", ""), ("Kyiv, Ukraine", "Europe/Kyiv"),
    ],
)  # fmt: skip
def test_a_place_is_known_where_it_is_certain(place, zone):
    assert places.zone_of(place) == zone


def test_every_zone_that_is_named_is_one():
    now = datetime(2026, 3, 10, 9, tzinfo=UTC)
    for zone in {*places._COUNTRIES, *places._CITIES}:
        assert now.astimezone(ZoneInfo(zone)).utcoffset() is not None


def test_the_time_there_follows_summer_time_there():
    assert places.local_time("New York, NY", datetime(2026, 3, 10, 14, tzinfo=UTC)).hour == 10  # summer time began on the 8th
    assert places.local_time("Rotterdam", datetime(2026, 3, 10, 14, tzinfo=UTC)).hour == 15
    assert places.local_time("Nowhere", datetime(2026, 3, 10, 14, tzinfo=UTC)) is None
