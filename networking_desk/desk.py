"""The open desk: read a list, make a change, undo it, hear of changes."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from networking_desk.clock import Clock
from networking_desk.domain.errors import DeskError
from networking_desk.domain.record import Record
from networking_desk.domain.settings import Setting, Settings
from networking_desk.paths import private_folder
from networking_desk.storage import database, reading
from networking_desk.storage.lock import FolderLock

if TYPE_CHECKING:
    from networking_desk.storage.lists.calendar import CalendarLists, ClosedRow, MeetingWith
    from networking_desk.storage.lists.companies import CompanyDetail, CompanyLists, CompanyRow, Elsewhere, Employer, PersonThere, ShownTo, StandingRow
    from networking_desk.storage.lists.contacts import ContactDetail, ContactLists, ContactRow, Event, Found, Person, ShownCompany
    from networking_desk.storage.lists.facts import FactLists
    from networking_desk.storage.lists.leads import LeadLists, LeadRow, LeadStep
    from networking_desk.storage.lists.loops import CallSheet, LedgerRow, LoopLists, ReferralRow
    from networking_desk.storage.lists.meeting import CapturedRow, Draft, Entered, MeetingLists, MeetingView, SharedRow, TargetRow
    from networking_desk.storage.lists.outreach import OutreachLists, Suggestion
    from networking_desk.storage.lists.palette import FoundCompany, FoundMeeting, FoundNote, PaletteLists
    from networking_desk.storage.lists.paper import MeetingOn, PaperLists, WorkRow
    from networking_desk.storage.lists.prepare import About, LastTouch, PrepareLists, PromiseRow, VersionRow
    from networking_desk.storage.lists.progress import Counts, Introduced, ProgressLists, Tied
    from networking_desk.storage.lists.reminders import ReminderLists
    from networking_desk.storage.lists.today import FollowUpRow, NewsRow, TodayLists
    from networking_desk.storage.records import Records

__all__ = [
    "About", "CallSheet", "CapturedRow", "ClosedRow", "CompanyDetail", "CompanyRow", "ContactDetail", "ContactRow", "Counts", "Desk", "Draft", "Elsewhere",
    "Employer", "Entered", "Event", "FollowUpRow", "Found", "FoundCompany", "FoundMeeting", "FoundNote", "Introduced", "Kinds", "LastTouch", "LeadRow", "LeadStep",
    "LedgerRow", "MeetingOn", "MeetingView", "MeetingWith", "NewsRow", "Person", "PersonThere", "PromiseRow", "Records", "ReferralRow", "SharedRow",
    "ShownCompany", "ShownTo", "StandingRow", "Suggestion", "TargetRow", "Tied", "VersionRow", "WorkRow",
]  # fmt: skip

R = TypeVar("R", bound=Record)
Kinds = frozenset[str]
LONG_STEP = 2_000  # rows; taking back more than these is felt, so it runs beside the window


# Where each row of a list is made. They are fetched when first asked for: the window is on the screen before a list is needed.
_ROWS = {
    "calendar": ("ClosedRow", "MeetingWith"),
    "companies": ("CompanyDetail", "CompanyRow", "Elsewhere", "Employer", "PersonThere", "ShownTo", "StandingRow"),
    "contacts": ("ContactDetail", "ContactRow", "Event", "Found", "Person", "ShownCompany"),
    "meeting": ("CapturedRow", "Draft", "Entered", "MeetingView", "SharedRow", "TargetRow"),
    "palette": ("FoundCompany", "FoundMeeting", "FoundNote"),
    "prepare": ("About", "LastTouch", "PromiseRow", "VersionRow"),
    "leads": ("LeadRow", "LeadStep"),
    "loops": ("CallSheet", "LedgerRow", "ReferralRow"),
    "outreach": ("Suggestion",),
    "paper": ("MeetingOn", "WorkRow"),
    "progress": ("Counts", "Introduced", "Tied"),
    "today": ("FollowUpRow", "NewsRow"),
}


def __getattr__(name: str) -> Any:
    """A row's type, for those who read lists (PEP 562)."""
    place = next((place for place, names in _ROWS.items() if name in names), None)
    if place is None:
        raise AttributeError(name)
    return getattr(import_module(f"networking_desk.storage.lists.{place}"), name)


class Lists:
    """What can be read for the screens, a part for each place, fetched when it is first read."""

    def __init__(self, conn: database.Connection) -> None:
        self._conn = conn

    def is_empty(self) -> bool:
        """Whether there is neither a contact nor a company."""
        return not self.contacts.any() and not self.companies.any()

    @cached_property
    def contacts(self) -> ContactLists:
        """For the Contacts tab."""
        from networking_desk.storage.lists.contacts import ContactLists

        return ContactLists(self._conn)

    @cached_property
    def companies(self) -> CompanyLists:
        """For the Target Companies tab."""
        from networking_desk.storage.lists.companies import CompanyLists

        return CompanyLists(self._conn)

    @cached_property
    def meeting(self) -> MeetingLists:
        """For the Meeting timer and the side panel."""
        from networking_desk.storage.lists.meeting import MeetingLists

        return MeetingLists(self._conn)

    @cached_property
    def today(self) -> TodayLists:
        """For Today."""
        from networking_desk.storage.lists.today import TodayLists

        return TodayLists(self._conn)

    @cached_property
    def paper(self) -> PaperLists:
        """For what is printed alone."""
        from networking_desk.storage.lists.paper import PaperLists

        return PaperLists(self._conn)

    @cached_property
    def facts(self) -> FactLists:
        """For the rules."""
        from networking_desk.storage.lists.facts import FactLists

        return FactLists(self._conn)

    @cached_property
    def palette(self) -> PaletteLists:
        """For the search over everything."""
        from networking_desk.storage.lists.palette import PaletteLists

        return PaletteLists(self._conn)

    @cached_property
    def prepare(self) -> PrepareLists:
        """For what is prepared: versions, questions, what is known of a person."""
        from networking_desk.storage.lists.prepare import PrepareLists

        return PrepareLists(self._conn)

    @cached_property
    def leads(self) -> LeadLists:
        """For job leads."""
        from networking_desk.storage.lists.leads import LeadLists

        return LeadLists(self._conn)

    @cached_property
    def loops(self) -> LoopLists:
        """For referrals on their way, promises and calls."""
        from networking_desk.storage.lists.loops import LoopLists

        return LoopLists(self._conn)

    @cached_property
    def outreach(self) -> OutreachLists:
        """For whom to turn to next."""
        from networking_desk.storage.lists.outreach import OutreachLists

        return OutreachLists(self._conn)

    @cached_property
    def calendar(self) -> CalendarLists:
        """For the calendar that is taken out."""
        from networking_desk.storage.lists.calendar import CalendarLists

        return CalendarLists(self._conn)

    @cached_property
    def reminders(self) -> ReminderLists:
        """For reminders."""
        from networking_desk.storage.lists.reminders import ReminderLists

        return ReminderLists(self._conn)

    @cached_property
    def progress(self) -> ProgressLists:
        """For Progress."""
        from networking_desk.storage.lists.progress import ProgressLists

        return ProgressLists(self._conn)


class Desk:
    """A folder's desk, held by this program alone until it is closed.

    Raises DeskInUse, NewerDesk or another DeskError when it cannot be opened; then nothing in the folder has changed.
    """

    def __init__(self, folder: Path, clock: Clock | None = None) -> None:
        self.folder = private_folder(folder)
        self.clock = clock or Clock()
        self._lock = FolderLock(self.folder)
        try:
            self._conn = database.open_database(self.folder)
        except BaseException:
            self._lock.release()
            raise
        database.tighten(self.folder)
        self.lists = Lists(self._conn)
        self._writing = threading.Lock()
        self._listeners: list[Callable[[Kinds], None]] = []

    def get(self, kind: type[R], record_id: str) -> R:
        """The record of that id. Raises LookupError when there is none."""
        return reading.get(self._conn, kind, record_id)

    def find(self, kind: type[R], /, **equal: object) -> list[R]:
        """All records of a kind whose fields have these values, in the order in which they came."""
        return reading.find(self._conn, kind, **equal)

    @cached_property
    def settings(self) -> Settings:
        """The settings; read once, and again after they were changed."""
        kept = {s.key: json.loads(s.value) for s in self.find(Setting)}
        return Settings(**{f.name: kept[f.name] for f in fields(Settings) if f.name in kept})

    @contextmanager
    def change(self, label: str, *, joins: bool = False) -> Iterator[Records]:
        """One change: one transaction and one step of undo, named by `label`, announced once it is kept.

        Without a label it is no step of undo; one that `joins` is taken back together with the change before it, for what the program does by
        itself is nothing that a user would take back, and leaves what was undone to be done again. Raises DeskError when it cannot be kept; then
        nothing of it is.
        """
        from networking_desk.storage import history  # Peewee comes with the first change, not with the window
        from networking_desk.storage.records import Records

        with self._alone():
            with database.transaction(self._conn):
                now = self.clock.now()
                step = history.Step(self._conn, label, now, joins=joins) if label else None
                records = Records(self._conn, now, step)
                yield records
                records.finish()
                if step:
                    step.label = records.label
                    step.finish()
            self._forget(records.kinds)
        self._announce(frozenset(records.kinds))

    def undo(self) -> str | None:
        """Take the last change back; gives its label, None when there is none. Raises DeskError when it cannot be."""
        return self._swap(redo=False)

    def redo(self) -> str | None:
        """Do again what was undone last; gives its label, None when there is none."""
        return self._swap(redo=True)

    def undo_label(self, *, redo: bool = False) -> str | None:
        """The label of what undo, or redo, would take next."""
        from networking_desk.storage import history

        step = history.next_step(self._conn, redo=redo)
        return step[1] if step else None

    def undo_is_long(self, *, redo: bool = False) -> bool:
        """Whether taking the next step back, or doing it again, takes long enough to be felt."""
        from networking_desk.storage import history

        step = history.next_step(self._conn, redo=redo)
        return bool(step) and history.rows_in(self._conn, step[0] if step else 0) > LONG_STEP

    def trash(self) -> list[tuple[int, str, str]]:
        """What was deleted and can be put back, the latest first: its step, what it is called, when (UTC, ISO 8601)."""
        from networking_desk.storage import history

        return history.trashed(self._conn)

    def _swap(self, *, redo: bool) -> str | None:
        from networking_desk.storage import history

        with self._alone():
            step = history.next_step(self._conn, redo=redo)
            if step is None:
                return None
            with database.transaction(self._conn):
                changed = history.swap(self._conn, step[0], redo=redo)
            self._forget(changed)
        self._announce(frozenset(changed))
        return step[1]

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if not self._writing.acquire(timeout=0.2):
            raise DeskError("A long task is still writing. Wait until it is done, or cancel it.")
        try:
            yield
        finally:
            self._writing.release()

    def _forget(self, kinds: set[str]) -> None:
        if not kinds.isdisjoint({"Contact", "Position", "Company", "Meeting", "FollowUp", "Touch", "Referral"}):
            self.lists.contacts.forget()
        if "palette" in self.lists.__dict__ and not kinds.isdisjoint({"Note", "Contact", "Company", "Meeting"}):
            self.lists.palette.forget()
        if "Setting" in kinds:
            self.__dict__.pop("settings", None)

    def on_change(self, listener: Callable[[Kinds], None]) -> Callable[[], None]:
        """Call a function after each change with the names of the kinds of records that changed, in the thread that made it.

        Gives what ends that, however often it is called.
        """
        self._listeners.append(listener)

        def end() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    def _announce(self, kinds: Kinds) -> None:
        if kinds:
            for listener in list(self._listeners):
                listener(kinds)

    def warm_up(self) -> None:
        """Have ready what the first change needs, so that it is as quick as the next."""
        from networking_desk.storage import shapes

        shapes.shapes()

    def rest(self) -> None:
        """Use a quiet moment to put what was written last where it stays, so that no change has to wait for it."""
        if self._writing.acquire(blocking=False):
            try:
                database.settle(self._conn)
            finally:
                self._writing.release()

    def check(self) -> list[str]:
        """Everything that is wrong with the desk's file, in words; empty when it is sound."""
        return database.check(self._conn)

    def close(self) -> None:
        """Let go of the desk; it cannot be used after."""
        database.close(self._conn)
        self._lock.release()

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
