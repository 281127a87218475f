"""What the commands about follow-ups, letters and the calendar do, one function for each."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from networking_desk.domain.errors import DeskError
from networking_desk.domain.follow_ups import THANKS
from networking_desk.domain.meetings import MeetingState
from networking_desk.ui.frame import Frame
from networking_desk.ui.live import Live

_TODAY, _CONTACTS = 0, 1


class OwedDoing:
    """Does these commands for the contact who is selected; `parent` is the window that dialogs belong to."""

    NAMES = frozenset({"log", "write", "thank_you", "open_calendar", "show_today"})

    def __init__(self, window: Frame, parent: QWidget, live: Live) -> None:
        self._window = window
        self._parent = parent
        self._live = live

    def do(self, name: str) -> None:
        """Do a command by its name."""
        getattr(self, name)()

    def log(self) -> None:
        """Write down a call with the contact who is selected."""
        if self._live.contact_id:
            self._window.page(_CONTACTS).detail.log_call()

    def write(self) -> None:
        """Show a letter to the contact who is selected."""
        if self._live.contact_id:
            self._window.page(_CONTACTS).detail.write()

    def thank_you(self) -> None:
        """Show the thank-you letter for the meeting that is being wrapped up, else for the contact who is selected."""
        from networking_desk.ui.owed.draft import DraftDialog

        view = self._live.view
        contact_id = view.meeting.contact_id if view and view.meeting.state is MeetingState.HELD else self._live.contact_id
        owed = next((one for one in self._live.desk.lists.today.of_contact(contact_id) if one.kind in THANKS), None)
        if owed is None:
            person = self._live.desk.lists.contacts.person(contact_id) if contact_id else None
            raise DeskError(f"{person.full_name} is owed no thanks." if person else "Choose first whom to thank.")
        DraftDialog.for_follow_up(self._parent, self._live, owed).open()

    def open_calendar(self) -> None:
        """Hand all meetings and follow-ups to the calendar program."""
        from networking_desk.ui.exporting import open_in_calendar
        from networking_desk.verbs import calendar

        self._window.toast.say(open_in_calendar(self._live.desk, calendar.file_of_all(self._live.desk)))

    def show_today(self) -> None:
        """A reminder was clicked: to the front, with what is owed."""
        self._window.go(_TODAY)
        self._parent.show()
        self._parent.raise_()
        self._parent.activateWindow()
