"""Numbers as people write them: dialled only where it is certain who answers."""

from __future__ import annotations

import pytest

from networking_desk.ui import links


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("+31 (0)10 555 01 42", "tel:+31105550142"),
        ("0031 (0) 10 555 01 42", "tel:+31105550142"),
        ("+44(0)20 7946-0142 ext. 12", "tel:+442079460142;ext=12"),
        ("+39 (0)6 555 0142", "tel:+39065550142"),
        ("+31 10 555 01 42 x7", "tel:+31105550142;ext=7"),
        ("+31 10 555 01 42;ext=7", "tel:+31105550142;ext=7"),
        ("+1 (415) 555-0142 extension 3", "tel:+14155550142;ext=3"),
        ("tel:+31-10-555-01-42", "tel:+31105550142"),
        ("+31 10 5550142 Durchwahl 3", None),
        ("+31 10 5550142 (mobile)", None),
        ("+31 10 5550142, +31 6 5550143", None),
        ("+31 10 5550142 / 43; 44", None),
        ("+31 10 5550142 ext", None),
        ("(0)10 555 01 42", None),
    ],
)
def test_a_number_is_dialled_as_it_is_meant_or_not_at_all(written, link):
    assert links.tel(written) == link
