"""Drafts: short, personal, in the user's words; a gap is a gap and never a name in braces; a name is used only with permission."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_desk.domain.contacts import Contact
from networking_desk.domain.errors import DeskError
from networking_desk.domain.follow_ups import FollowUp, FollowUpState
from networking_desk.domain.leads import LeadState
from networking_desk.domain.meetings import CaptureKind
from networking_desk.domain.referrals import Mode, Permission, Referral, ReferralState
from networking_desk.domain.templates import FIELDS, fill, unknown_fields, word_count
from networking_desk.verbs import capture, contacts, drafts, follow_up, leads, meeting, outreach, profile, promises, referrals

SAMPLE = {
    "first": "Priya", "full_name": "Priya Raman", "company": "Halden Logistics", "me": "Sam Doe", "phone": "+31 6 555 01 42", "email": "sam@mail.example",
    "position": "I lead operations teams of 20 to 60 people and I am at my best where a site grows faster than its processes.",
    "pitch": "I have run two distribution centres and cut their night shifts by a third.", "introducer": "Tom Okafor", "about": "Emil Rask", "names": "Ann Lee, Ben Aalto and 2 more",
    "when": "today", "learned": "Your point about staffing the night shift first stayed with me.", "news": "I met Emil Rask. Ben Aalto could not be reached.",
    "promise": "send the packaging cost model", "lead": "Planning lead", "lead_company": "Aster Medical",
}  # fmt: skip


@pytest.mark.parametrize("kind", drafts.occasions())
def test_every_draft_is_under_a_hundred_words_and_never_says_what_is_never_said(desk, kind):
    words = drafts.template(desk, kind)
    text = f"{fill(words.subject, SAMPLE)}\n{fill(words.body, SAMPLE)}"
    assert word_count(text) < desk.settings.draft_words == 100
    assert "informational interview" not in text.lower()
    assert "networking meeting" in text or kind not in ("request", "outreach", "outreach_no_name", "outreach_introduced", "write_again")
    assert not re.search(r"[{}\[\]]|  |!| \.| ,", text), text
    assert unknown_fields(words.subject + words.body) == []
    assert set(re.findall(r"\{\{(\w+)\}\}", words.body)) <= set(SAMPLE) == set(FIELDS)


@pytest.mark.parametrize("kind", drafts.occasions())
def test_a_field_that_is_missing_is_a_gap_and_a_passage_around_it_goes(desk, kind):
    words = drafts.template(desk, kind)
    text = fill(words.subject + "\n" + words.body, {})
    assert "{{" not in text and "[[" not in text
    assert "____" in text


@given(st.text(max_size=300), st.dictionaries(st.sampled_from(list(FIELDS)), st.text(max_size=40)))
def test_whatever_is_written_fills_without_a_field_s_name_in_braces(text, fields):
    for name in FIELDS:
        text = text.replace(" ", "{{" + name + "}}", 1)
    filled = fill(text, {key: value.replace("{", "(").replace("[", "(") for key, value in fields.items()})
    assert not [name for name in FIELDS if "{{" + name + "}}" in filled]


def test_what_a_field_holds_is_never_read_as_a_template():
    assert fill("Dear {{first}}, [[{{news}}]]", {"first": "{{me}} [[x]]", "me": "Sam"}) == "Dear {{me}} [[x]],"


@pytest.fixture
def hannah(desk):
    profile.save(desk, full_name="Sam Doe", phone="+31 6 555 01 42", ideal_position="I lead operations teams.")
    return contacts.add_spoken(desk, "Hannah Weiss, Supply planner, Copperfield, hannah@copperfield.example")


def hold(desk, contact_id, *names, learned=""):
    made = meeting.plan(desk, contact_id, desk.clock.now(), 15)
    meeting.start(desk, made)
    for words in names:
        capture.save(desk, made, CaptureKind.REFERRAL, words)
    meeting.end(desk, made)
    meeting.edit(desk, made, learned=learned)
    meeting.finish(desk, made)
    return made


def row(desk, kind):
    return next(r for r in desk.lists.today.follow_ups() if r.kind == kind)


def test_the_first_letter_names_whoever_sent_you_only_if_they_said_so(desk, hannah):
    hold(desk, hannah, "Emil Rask, Aster Medical")
    (referral,) = desk.find(Referral)
    assert "Hannah" not in drafts.for_follow_up(desk, row(desk, "outreach")).body
    assert outreach.warnings(desk, referral.contact_id) == ["Hannah Weiss has not said that you may use their name. Ask first, or write without it."]
    referrals.settle(desk, referral.id, Permission.NO, Mode.I_CONTACT)
    assert "Hannah" not in drafts.for_follow_up(desk, row(desk, "outreach")).body
    referrals.settle(desk, referral.id, Permission.YES, Mode.I_CONTACT)
    draft = drafts.for_follow_up(desk, row(desk, "outreach"))
    assert draft.subject == "Hannah Weiss suggested that I write to you"
    assert draft.body.startswith("Dear Emil,\n\nHannah Weiss suggested that we talk. I lead operations teams.")
    assert "of Aster Medical and perhaps a name or two" in draft.body
    assert outreach.warnings(desk, referral.contact_id) == []
    follow_up.done(desk, row(desk, "outreach").id)
    desk.clock.go(86_400 * 9)
    follow_up.due_now(desk)
    assert drafts.for_follow_up(desk, row(desk, "outreach")).kind == "write_again"


@pytest.mark.parametrize("said", [Permission.NO, Permission.UNKNOWN])
def test_of_two_introducers_a_letter_names_the_one_who_allowed_it_and_the_second_letter_nobody_who_did_not(desk, clock, hannah, said):
    bob = contacts.add_spoken(desk, "Bob Bell, Buyer, Pelham")
    hold(desk, hannah, "Emil Rask")
    hold(desk, bob, "Emil Rask")
    mine, his = desk.find(Referral)
    referrals.settle(desk, mine.id, said, Mode.I_CONTACT)
    for may in (Permission.YES, said):
        referrals.settle(desk, his.id, may, Mode.I_CONTACT)
        for kind in ("outreach", "write_again", "outreach_introduced", "outreach_no_name"):
            draft = drafts.for_follow_up(desk, row(desk, "outreach"), kind)
            assert "Hannah" not in draft.subject + draft.body
            assert ("Bob Bell" in draft.body) is (may is Permission.YES and kind != "outreach_no_name")
    follow_up.done(desk, row(desk, "outreach").id)
    clock.go(86_400 * 9)
    follow_up.due_now(desk)
    again = drafts.for_follow_up(desk, row(desk, "outreach"))
    assert again.kind == "write_again" and again.body.startswith("Dear Emil,\n\nI wrote to you and know how full a week can be.")


def test_whoever_is_introduced_is_written_to_as_such_and_nobody_else_need_allow_a_name(desk, hannah):
    hold(desk, hannah, "Emil Rask")
    (referral,) = desk.find(Referral)
    referrals.settle(desk, referral.id, Permission.UNKNOWN, Mode.THEY_INTRODUCE)
    outreach.begin(desk, referral.contact_id)
    draft = drafts.for_follow_up(desk, row(desk, "outreach"))
    assert (draft.kind, draft.subject) == ("outreach_introduced", "Following Hannah Weiss’s introduction")
    assert "Hannah" not in drafts.for_follow_up(desk, row(desk, "outreach"), "write_again").body
    assert outreach.warnings(desk, referral.contact_id) == []


def test_thanks_name_the_names_the_news_and_what_was_learned(desk, hannah):
    made = hold(desk, hannah, "Emil Rask", "Ben Aalto", learned="Halden staffs the night shift first.")
    referrals.move(desk, desk.find(Referral)[0].id, ReferralState.ANSWERED)
    promises.add(desk, hannah, "send the cost model.")
    body = drafts.thank_you(desk, made)
    assert body.startswith("Dear Hannah,\n\nthank you for your time today, and for pointing me to Emil Rask and Ben Aalto. Halden staffs the night shift first.")
    script = drafts.script(desk, row(desk, "thank_you_call"))
    assert "You will want to know: Emil Rask answered." in script
    assert "I promised you this: send the cost model." in script


def test_an_update_tells_the_last_of_everything_in_my_own_words(desk, hannah):
    hold(desk, hannah, "Emil Rask", "Ben Aalto")
    follow_up.done(desk, row(desk, "thank_you_call").id)
    emil, ben = (r.id for r in desk.find(Referral))
    for state in (ReferralState.CONTACTED, ReferralState.ANSWERED, ReferralState.MET):
        referrals.move(desk, emil, state)
    referrals.move(desk, ben, ReferralState.OUTCOME, "no opening before autumn")
    lead = leads.add(desk, "Planning lead, Aster Medical", hannah)
    leads.move(desk, lead, LeadState.INTERVIEW)
    assert "I met Emil Rask. Ben Aalto: no opening before autumn. I have an interview as Planning lead at Aster Medical." in drafts.for_follow_up(desk, row(desk, "update")).body


@pytest.mark.parametrize(
    ("state", "said"),
    [(LeadState.INTERVIEW, "I have an interview at Aster."), (LeadState.OFFER, "I have an offer at Aster."), (LeadState.ACCEPTED, "I accepted an offer at Aster.")],
)
def test_how_far_a_lead_has_come_is_said_in_the_first_person(state, said):
    from networking_desk.domain import news

    assert news.told(state.value, "", "", "Interview", "Aster") == said


def test_silence_promises_and_a_new_job_have_letters_of_their_own(desk, clock, hannah):
    hold(desk, hannah, "Emil Rask")
    follow_up.done(desk, row(desk, "thank_you_call").id)
    clock.go(86_400 * 14)
    follow_up.due_now(desk)
    assert "there is nothing new yet on Emil Rask" in drafts.for_follow_up(desk, row(desk, "update")).body
    for words, said in (("send the model", "I promised you something (send the model)"), ("she will ask Ben", "you kindly offered something: she will ask Ben.")):
        promise = promises.add(desk, hannah, words)
        assert said in drafts.for_follow_up(desk, row(desk, "promise")).body
        promises.keep(desk, promise)
    leads.move(desk, leads.add(desk, "Planning lead, Aster"), LeadState.ACCEPTED)
    assert "I accepted an offer as Planning lead at Aster." in drafts.for_follow_up(desk, row(desk, "update")).body  # what was open takes it along
    tom = contacts.add_spoken(desk, "Tom Okafor")
    clock.go(86_400)
    hold(desk, tom)
    follow_up.done(desk, row(desk, "thank_you_call").id)
    leads.move(desk, leads.add(desk, "Lead, Kestrel"), LeadState.ACCEPTED)
    letter = row(desk, "thank_you_email")
    assert (letter.full_name, drafts.for_follow_up(desk, letter).kind) == ("Tom Okafor", "landing")
    assert "I accepted an offer as Lead at Kestrel." in drafts.for_follow_up(desk, letter).body


def test_the_users_own_words_take_the_place_of_the_programs_until_they_are_put_back(desk, hannah):
    drafts.save_template(desk, "request", "Coffee?", "Hi {{first}}, a call?\n{{me}}")
    assert drafts.is_own(desk, "request")
    assert drafts.for_contact(desk, hannah) == ("request", "Coffee?", "Hi Hannah, a call?\nSam Doe")
    assert drafts.preview(desk, hannah, "request", "x", "Hi {{first}} {{nobody}}").body == "Hi Hannah ____"
    with pytest.raises(DeskError):
        drafts.save_template(desk, "request", "", " ")
    drafts.reset_template(desk, "request")
    assert not drafts.is_own(desk, "request")
    assert desk.undo() and drafts.is_own(desk, "request")


def test_what_would_burn_a_contact_is_known_from_the_desk(desk, clock, hannah):
    emil, lina = (contacts.add_spoken(desk, f"{name}, Aster Medical") for name in ("Emil Rask", "Lina Vos"))
    follow_up.done(desk, outreach.begin(desk, emil))
    assert outreach.warnings(desk, lina) == ["You wrote to Emil Rask at Aster Medical on 2026-03-10. Give them 3 working days before you write to a second person there."]
    clock.go(86_400 * 3)
    assert outreach.warnings(desk, lina) == []
    assert [(s.full_name, s.why) for s in outreach.suggestions(desk)] == [("Lina Vos", "second")]
    hold(desk, emil)
    assert outreach.warnings(desk, lina) == ["Emil Rask already helps you at Aster Medical. Ask there first."]
    assert outreach.warnings(desk, emil) == ["Emil Rask has not been thanked yet for the talk on 2026-03-13. Thank them before you ask again."]
    assert outreach.suggestions(desk) == []
    for _ in range(2):
        follow_up.done(desk, outreach.begin(desk, hannah))
    assert outreach.warnings(desk, hannah) == ["You wrote to Hannah Weiss 2 times, the last time on 2026-03-13, and had no answer. Leave it at that."]
    assert {f.state for f in desk.find(FollowUp, contact_id=hannah)} == {FollowUpState.DONE}
    assert desk.get(Contact, hannah).full_name == "Hannah Weiss"
