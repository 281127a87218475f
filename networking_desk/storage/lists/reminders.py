"""What reminders read: meetings that come, what is owed on a day, and what was reminded of or missed."""

from __future__ import annotations

from datetime import date, datetime

from networking_desk.domain.reminders import Reminder
from networking_desk.storage import values
from networking_desk.storage.database import Connection
from networking_desk.storage.values import EARLIEST, kept, moment


class ReminderLists:
    """Reads reminders."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def planned(self, since: datetime) -> list[tuple[str, str, datetime]]:
        """The meetings that are planned for a moment or later: the id, the contact's name and when."""
        rows = self._conn.execute(
            """SELECT m.id, c.full_name, m.planned_at FROM meeting m JOIN contact c ON c.id = m.contact_id
               WHERE m.state = 'planned' AND m.planned_at >= ? ORDER BY m.planned_at""",
            (kept(since),),
        )
        return [(i, name, moment(at) or EARLIEST) for i, name, at in rows]

    def owed(self, day: date, most: int = 3) -> tuple[list[tuple[str, str]], int]:
        """What is owed by a day: kind and name of the first few, and how many there are."""
        where = "FROM follow_up f JOIN contact c ON c.id = f.contact_id WHERE f.state = 'open' AND f.due_on <= ?"
        count = self._conn.execute(f"SELECT count(*) {where}", (day.isoformat(),)).fetchone()[0]
        first = self._conn.execute(f"SELECT f.kind, c.full_name {where} ORDER BY f.due_on, f.n LIMIT ?", (day.isoformat(), most))
        return [(kind, name) for kind, name in first], int(count)

    def keys(self) -> set[str]:
        """What was reminded of already, shown or missed."""
        return {key for (key,) in self._conn.execute('SELECT "key" FROM reminder')}

    def missed(self) -> list[Reminder]:
        """What could not be shown and was not put aside, the latest first."""
        rows = self._conn.execute(f"{values.select(Reminder)} WHERE t.seen_at IS NULL AND t.shown_at IS NULL ORDER BY t.at DESC LIMIT 20")
        return [values.record(Reminder, row) for row in rows]
