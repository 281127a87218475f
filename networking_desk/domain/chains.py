"""Chains of introductions: who led to whom. They join where two people name the same third, and may run in circles."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def up_the_chain(contact_id: str, introducers_of: Callable[[str], Iterable[str]]) -> list[str]:
    """Everybody through whose introductions one came to a contact: the contact, then the nearest introducers first; each person once.

    `introducers_of` gives for a contact who introduced them.
    """
    return up_the_chains([contact_id], introducers_of)


def up_the_chains(contact_ids: Iterable[str], introducers_of: Callable[[str], Iterable[str]]) -> list[str]:
    """The same for several contacts at once."""
    reached = dict.fromkeys(contact_ids)
    queue = list(reached)
    for person in queue:
        for introducer in introducers_of(person):
            if introducer not in reached:
                reached[introducer] = None
                queue.append(introducer)
    return queue
