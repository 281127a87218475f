"""What is being written down in a meeting: one for all its windows, so that they never disagree, and never lost to a crash."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from networking_desk.domain import companies, contacts, names
from networking_desk.domain.errors import DeskError
from networking_desk.domain.meetings import CaptureKind
from networking_desk.ui import errors, say
from networking_desk.ui.live import Live
from networking_desk.verbs import capture
from networking_desk.verbs.capture import LINE, LIST

MISSING = "missing"  # the line of the shared page, whose words are nobody's draft
_AFTER = 600  # ms without a key; well within the 2 seconds that may be lost
_AT_LAST = 1_500  # ms; somebody who never stops typing is kept safe too
_SHOWN = 8_000  # ms


class Hint(NamedTuple):
    """A sentence beside the capture line, and what can be done about it, each with its words. `trouble` is something to put right.

    `typed_in` is the line whose words it is about, if it is about any.
    """

    words: str = ""
    actions: tuple[tuple[str, Callable[[], object]], ...] = ()
    trouble: bool = False
    typed_in: str = ""


class _Draft(QObject):
    """Keeps words on disk that are typed and not entered."""

    def __init__(self, parent: QObject, keep: Callable[[], None]) -> None:
        super().__init__(parent)
        self._soon, self._surely = QTimer(self), QTimer(self)
        for timer, wait in ((self._soon, _AFTER), (self._surely, _AT_LAST)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(self.now)
        self._keep = keep

    def typed(self) -> None:
        """Something was typed: keep it within two seconds."""
        self._soon.start()
        if not self._surely.isActive():
            self._surely.start()

    def stop(self) -> None:
        """There is nothing to keep any more."""
        self._soon.stop()
        self._surely.stop()

    def now(self) -> None:
        """Keep what is typed, at once."""
        self.stop()
        self._keep()


class Writing(QObject):
    """The words, their kind and the company that they are about. `changed` says that one of them is another, `hinted` that the hint is."""

    changed = Signal()
    hinted = Signal()

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self.meeting_id = ""
        self.default = self.kind = CaptureKind.NOTE
        self.words = ""
        self.company_id, self.company = "", ""
        self.listed_id, self.listed_words = "", ""  # a name being typed in place, in the list
        self.hint = Hint()
        self._draft = _Draft(self, self._keep)
        self._listed_draft = _Draft(self, self._keep_listed)
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(_SHOWN)
        self._fade.timeout.connect(lambda: self.tell(Hint()))

    def begin(self, meeting_id: str) -> None:
        """Write in this meeting; what was typed before the program ended is there again."""
        self.meeting_id = meeting_id
        self._clear()
        kept = self._live.desk.lists.meeting.draft(capture.draft_key(meeting_id))
        listed = self._live.desk.lists.meeting.draft(capture.draft_key(meeting_id, in_list=True))
        self.listed_id, self.listed_words = listed.company_id, listed.words
        if kept.words:
            self.words, self.kind = kept.words, CaptureKind(kept.kind)
        self.tell(Hint())
        self.changed.emit()

    def use(self, kind: CaptureKind) -> None:
        """Write down this kind next."""
        self.kind = kind
        self.changed.emit()
        self._look()

    def default_to(self, kind: CaptureKind) -> None:
        """The stage's own kind: used from now on unless something is being typed."""
        self.default = kind
        if not self.words:
            self.kind = kind
            self.changed.emit()

    def about(self, company_id: str, name: str) -> None:
        """Write down somebody at a company."""
        self.company_id, self.company, self.kind = company_id, name, CaptureKind.REFERRAL
        self.changed.emit()

    def write(self, words: str) -> None:
        """The line holds these words now."""
        self.words = words
        self._draft.typed()
        self.changed.emit()
        self._look()

    def write_listed(self, company_id: str, words: str) -> None:
        """The line beside a company of the list holds these words now."""
        self.listed_id, self.listed_words = company_id, words
        self._listed_draft.typed()

    def leave_listed(self) -> None:
        """The line beside a company was left without a name."""
        if self.listed_words:
            self.listed_words = ""
            self._listed_draft.now()
        self.listed_id = ""
        self._listed_draft.stop()

    def keep(self) -> None:
        """Keep what is typed, now."""
        self._draft.now()
        if self.listed_id:
            self._listed_draft.now()

    def enter(self) -> bool:
        """Keep the words as what they are; whether they were."""
        return self._save(self.kind, self.words, self.company_id, LINE, self._clear)

    def enter_listed(self, company_id: str, words: str) -> bool:
        """Keep somebody at a company of the list; whether they were."""
        return self._save(CaptureKind.REFERRAL, words, company_id, LIST, self._clear_listed)

    def enter_missing(self, words: str) -> bool:
        """Keep a company that is missing from the list; whether it was."""
        return self._save(CaptureKind.COMPANY, words, "", MISSING, lambda: None)

    def end_as_note(self) -> None:
        """The call is over: words that were typed and not entered are not lost; what they are is settled later."""
        lines = ((self.words, self.company_id, LINE, self._clear), (self.listed_words, self.listed_id, LIST, self._clear_listed))
        for words, company_id, line, done in lines:
            if words.strip():
                capture.save(self._live.desk, self.meeting_id, CaptureKind.NOTE, words, company_id or None, typed_in=line)
            done()
        self.changed.emit()

    def tell(self, hint: Hint) -> None:
        """Say something beside the line; it fades, and what it undid stays undoable."""
        self.hint = hint
        if hint.actions or hint.trouble:
            self._fade.start()
        else:
            self._fade.stop()
        self.hinted.emit()

    def _save(
        self, kind: CaptureKind, words: str, company_id: str, typed_in: str, done: Callable[[], None], *, somebody_else: bool = False
    ) -> bool:
        draft = {LINE: self._draft, LIST: self._listed_draft}.get(typed_in)
        if draft:
            draft.stop()
        try:
            heard = capture.save(self._live.desk, self.meeting_id, kind, words, company_id or None, typed_in=typed_in if draft else "", somebody_else=somebody_else)
        except Exception as error:  # noqa: BLE001 - a bug must not take the words with it
            if draft:
                draft.typed()  # the words are where they were
            if isinstance(error, DeskError):
                self.tell(Hint(str(error), trouble=True, typed_in=typed_in))
            else:
                errors.tell(error)
            return False
        done()
        self.changed.emit()
        called = heard.called[:1].upper() + heard.called[1:]
        undo = ("Undo", self._undo)
        if heard.known and kind is CaptureKind.REFERRAL:
            other = ("Somebody else", lambda: self._somebody_else(words, company_id))
            self.tell(Hint(f"{called} saved, already in contacts", (undo, other)))
        elif heard.known:
            self.tell(Hint(f"{called} saved, known already", (undo,)))
        else:
            self.tell(Hint(f"{called} saved", (undo,)))
        return True

    def _undo(self) -> None:
        self._live.asked.emit("undo")

    def _somebody_else(self, words: str, company_id: str) -> None:
        """Not the person of that name who is known: take the link back and add another one."""
        if (self._live.desk.undo_label() or "").startswith("Capture"):  # nothing else was done since
            self._live.desk.undo()
        self._save(CaptureKind.REFERRAL, words, company_id, "", lambda: None, somebody_else=True)

    def _clear(self) -> None:
        self._draft.stop()
        self.words, self.company_id, self.company, self.kind = "", "", "", self.default

    def _clear_listed(self) -> None:
        self._listed_draft.stop()
        self.listed_id, self.listed_words = "", ""

    def _keep(self) -> None:
        self._keep_words(capture.draft_key(self.meeting_id), self.kind, self.words, self.company_id)

    def _keep_listed(self) -> None:
        self._keep_words(capture.draft_key(self.meeting_id, in_list=True), CaptureKind.REFERRAL, self.listed_words, self.listed_id)

    def _keep_words(self, key: str, kind: CaptureKind, words: str, company_id: str) -> None:
        try:
            capture.keep_draft(self._live.desk, key, kind, words, company_id)
        except DeskError as error:
            self.tell(Hint(str(error), trouble=True))

    def _look(self) -> None:
        """Say before Enter who is meant: somebody known, a company of the list or a new one."""
        if not self.words.strip():
            if not self.hint.actions:
                self.tell(Hint())
            return
        self.tell(Hint(self._meant()))

    def _meant(self) -> str:
        lists = self._live.desk.lists
        if self.kind not in (CaptureKind.COMPANY, CaptureKind.REFERRAL):
            return ""
        try:
            if self.kind is CaptureKind.COMPANY:
                return self._company_said(companies.from_spoken(self.words).name)
            spoken = contacts.from_spoken(self.words, lambda name: lists.companies.named(names.company_key(name)) is not None)
        except DeskError:
            return ""
        company = self.company or spoken.company
        known = capture.person_like(lists.contacts, spoken, names.company_key(company))
        if known and (person := lists.contacts.person(known)):
            return f"{say.at_company(person.full_name, person.company)}, already in contacts"
        return self._company_said(spoken.company) if not self.company_id else ""

    def _company_said(self, name: str) -> str:
        called = names.clean(name)
        if not called:
            return ""
        known = self._live.desk.lists.companies.named(names.company_key(called))
        if known is None:
            return f"New company: {called}"
        return f"{known.name}, on your list" if known.target else f"{known.name}, known already"
