"""What the rules look at and what they find: the differences between what is owed and what is written down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from networking_desk.domain.follow_ups import FollowUp, FollowUpKind
from networking_desk.domain.meetings import Meeting
from networking_desk.domain.news import Happened
from networking_desk.domain.promises import Promise
from networking_desk.domain.referrals import Referral


class Open(NamedTuple):
    """A follow-up that still has to be done; `news` says whether it tells of something that happened, `meeting_id` which talk it came of, if any."""

    id: str
    contact_id: str
    kind: FollowUpKind
    due_on: date
    lead_id: str | None
    news: bool
    meeting_id: str | None = None


class Carried(NamedTuple):
    """Something that an open follow-up tells: which event, to whom."""

    news_id: str
    follow_up_id: str
    to_id: str
    event_id: str


class Loop(NamedTuple):
    """A referral whose outcome is not known: who gave it and when, and to whom, in words: "Emil Rask at Aster Medical"."""

    referral_id: str
    introducer_id: str
    given_on: date
    whom: str


class Written(NamedTuple):
    """Somebody who was written to and has not answered: how often, when last, through which referral; whether a next try was dropped since."""

    contact_id: str
    tries: int
    last_on: date
    referral_id: str | None
    dropped: bool


class Landing(NamedTuple):
    """An offer that was accepted: the lead, the event and its day, the words for it, who helped, and when they were last in touch or said no to it.

    `told` are those who heard of it, or will through an open follow-up: by its id, which is empty where it is done with.
    """

    lead_id: str
    event_id: str
    on: date
    what: str
    helpers: Sequence[str]
    told: Mapping[str, str]
    last_on: Mapping[str, date]


@dataclass(frozen=True)
class Facts:
    """What is known of some people, or of all, as far as a rule asks for it.

    `happened` holds what is true and nobody was told of, or what an open follow-up carries of it; `carried` is all that those carry, true or
    not any more; `heard_on` is when somebody was last reached, `hushed_on` when telling them "nothing yet" was last dropped. The first three are what no follow-up was ever made of, each with its day.
    """

    today: date
    names: Mapping[str, str]
    open: Sequence[Open]
    held: Sequence[tuple[Meeting, date]]
    given: Sequence[tuple[Referral, date]]
    promised: Sequence[tuple[Promise, date]]
    happened: Sequence[Happened]
    carried: Sequence[Carried]
    loops: Sequence[Loop]
    heard_on: Mapping[str, date]
    hushed_on: Mapping[str, date]
    written: Sequence[Written]
    landing: Landing | None


class Make(NamedTuple):
    """A follow-up that is owed and not written down yet, and what it tells of."""

    follow_up: FollowUp
    news: Sequence[Happened] = ()


class Join(NamedTuple):
    """News that joins an open follow-up; its day and its reason become these, where there are any."""

    follow_up_id: str
    news: Sequence[Happened]
    due_on: date | None = None
    reason: str | None = None


class Withdraw(NamedTuple):
    """An open follow-up whose reason is gone."""

    follow_up_id: str


class Correct(NamedTuple):
    """An open follow-up some of whose news are not true any more: these go; what is left gives its reason and what it is about, where it was made for news."""

    follow_up_id: str
    news_ids: Sequence[str]
    reason: str | None = None
    about: Happened | None = None


Difference = Make | Join | Withdraw | Correct
