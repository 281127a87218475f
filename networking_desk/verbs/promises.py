"""Promises: what I or they said they would do, written down, kept, or let go."""

from __future__ import annotations

from networking_desk.desk import Desk
from networking_desk.domain import names, promises
from networking_desk.domain.errors import DeskError
from networking_desk.domain.follow_ups import FollowUp, FollowUpState, after_promise
from networking_desk.domain.promises import Promise
from networking_desk.verbs import follow_up


def add(desk: Desk, contact_id: str, words: str) -> str:
    """Write down a promise, mine or theirs and by when as the words tell, and be reminded of it; gives its id. Raises DeskError for no words."""
    today = desk.clock.today()
    text, due = promises.read(names.clean(words), today)
    if not text:
        raise DeskError("Write what was promised.")
    with desk.change("Add a promise") as records:
        promise = records.add(Promise(contact_id=contact_id, text=text, whose=promises.whose(text), due_on=due))
        follow_up.put(records, after_promise(promise, today, desk.settings))
        return promise.id


def keep(desk: Desk, promise_id: str, *, kept: bool = True) -> str:
    """It was done, or not after all; the reminder of it goes, or comes back. Gives the sentence that says so."""
    with desk.change("Promise kept" if kept else "Promise open again") as records:
        promise = records.get(Promise, promise_id)
        owed = records.first(FollowUp, promise_id=promise_id, state=FollowUpState.OPEN)
        records.replace(promise, done_on=desk.clock.today() if kept else None)
        if kept and owed:
            records.replace(owed, state=FollowUpState.DONE, done_at=records.now)
        elif not kept and not owed and (reminder := records.first(FollowUp, promise_id=promise_id)):
            records.replace(reminder, state=FollowUpState.OPEN, done_at=None)
        follow_up.owed_to(desk, records, {promise.contact_id})
        return records.label
