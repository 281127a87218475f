"""The target list: built, ranked, joined with the people who are known; every step can be taken back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from networking_desk.desk import Desk
from networking_desk.domain.companies import Company, Unlike
from networking_desk.domain.contacts import Contact, Position
from networking_desk.domain.leads import Lead
from networking_desk.domain.names import company_key
from networking_desk.domain.referrals import Referral
from networking_desk.formats.incoming import Person, Reading
from networking_desk.verbs import contacts, exchange, joining, target_list


def names_of(desk):
    return [(row.name, row.priority) for row in desk.lists.companies.rows(desk.lists.companies.ids())]


def test_industry_place_and_size_stay_where_the_words_say_nothing(desk):
    one = target_list.add_spoken(desk, "Halden Logistics", industry="Logistics", place="Rotterdam", size="50 to 250")
    two = target_list.add_spoken(desk, "Kestrel Robotics, Robotics, Eindhoven", industry="Logistics", place="Rotterdam")
    assert [(c.industry, c.place, c.size) for c in map(lambda i: desk.get(Company, i), (one, two))] == [("Logistics", "Rotterdam", "50 to 250"), ("Robotics", "Eindhoven", "")]


def test_a_known_company_is_filled_and_put_on_the_list_once(desk):
    contacts.add_spoken(desk, "Ann Lee, Halden Logistics")
    known = desk.find(Company)[0]
    assert target_list.add_spoken(desk, "Halden Logistics Ltd", industry="Logistics") == known.id
    assert (desk.get(Company, known.id).industry, desk.get(Company, known.id).target) == ("Logistics", True)
    assert len(desk.find(Company)) == 1


def test_companies_of_people_you_know_are_offered_where_most_are_first_and_put_on_in_one_step(desk):
    for words in ("Ann Lee, Planner, Alpha", "Ben Aalto, Buyer, Beta", "Cara Diaz, Plant manager, Beta", "Dan Ek, Gamma"):
        contacts.add_spoken(desk, words)
    contacts.edit(desk, desk.find(Contact)[0].id, place="Ghent")
    target_list.add_spoken(desk, "Gamma")
    lists = desk.lists.companies
    assert [(row.name, row.people_count) for row in lists.rows([one.n for one in lists.elsewhere()])] == [("Beta", 2), ("Alpha", 1)]
    assert [" ghent" in one.words and " planner" in one.words for one in lists.elsewhere()] == [False, True]
    ids = [row.id for row in lists.rows([one.n for one in lists.elsewhere()])]
    assert target_list.put_on(desk, ids) == "2 companies are on your list"
    assert names_of(desk) == [("Gamma", "B"), ("Beta", "B"), ("Alpha", "B")]
    assert lists.elsewhere() == []
    desk.undo()
    assert names_of(desk) == [("Gamma", "B")]


def test_proposals_are_taken_over_in_one_step_that_can_be_taken_back(desk):
    ids = {name: target_list.add_spoken(desk, name) for name in ("Alpha", "Beta", "Gamma", "Delta")}
    contacts.add_spoken(desk, "Ann Lee, Gamma")
    with desk.change("Hear of an opening") as records:
        records.add(Lead(title="Planner", company_id=ids["Gamma"]))
    target_list.want(desk, ids["Delta"], 3)
    target_list.want(desk, ids["Alpha"], 1)
    before = names_of(desk)
    assert target_list.accept_order(desk) == "The list is ranked; 3 priorities changed"
    assert names_of(desk) == [("Delta", "A"), ("Gamma", "A"), ("Beta", "B"), ("Alpha", "C")]
    assert target_list.accept_order(desk) == "The list is ranked; 0 priorities changed"
    desk.undo()
    assert names_of(desk) == before
    with pytest.raises(ValueError, match="4"):
        target_list.want(desk, ids["Alpha"], 4)


def test_what_nobody_has_been_shown_is_counted_and_found(desk, clock):
    from networking_desk.verbs import capture, meeting

    ids = [target_list.add_spoken(desk, name) for name in ("Alpha", "Beta", "Gamma")]
    talk = meeting.plan(desk, contacts.add_spoken(desk, "Ann Lee, Beta"), clock.now(), 15)
    meeting.start(desk, talk)
    capture.shown(desk, talk, ids[:1])
    lists = desk.lists.companies
    assert (lists.counts()["not_shown"], lists.counts()["no_contact"]) == (2, 2)
    assert [row.name for row in lists.rows(lists.ids("", "not_shown"))] == ["Beta", "Gamma"]


def test_where_the_list_is_thin_is_told(desk):
    for words in ("Alpha, Trade, Ghent", "Beta, trade, Ghent", "Gamma, Energy"):
        target_list.add_spoken(desk, words, size="small")
    assert desk.lists.companies.spread() == {"industry": [("Trade", 2), ("Energy", 1)], "place": [("Ghent", 2)], "size": [("small", 3)]}


@pytest.fixture
def nordwind(desk):
    """A target "Nordwind", two people at "Nordwind Freight GmbH" with a referral and a job lead there, one at another company."""
    target = target_list.add_spoken(desk, "Nordwind")
    ann, ben, _ = (contacts.add_spoken(desk, words) for words in ("Ann Lee, Planner, Nordwind Freight GmbH", "Ben Aalto, Nordwind Freight GmbH", "Cara Diaz, Südwind"))
    other = next(c for c in desk.find(Company) if c.name.startswith("Nordwind F"))
    with desk.change("Hear") as records:
        records.add(Referral(introducer_id=ann, contact_id=ben, company_id=other.id))
        records.add(Lead(title="Planner", company_id=other.id))
    return target, other


def test_a_likeness_is_offered_joined_in_one_step_and_taken_back(desk, nordwind):
    target, other = nordwind
    (match,) = joining.matches(desk)
    assert (match.target, match.employer.name, match.sure, match.people, match.employer.people) == ("Nordwind", "Nordwind Freight GmbH", False, ("Ann Lee", "Ben Aalto"), 2)
    assert joining.join(desk, [match]) == "2 people at Nordwind joined"
    assert [p.company_id for p in desk.find(Position)][:2] == [target, target]
    assert {r.company_id for r in (*desk.find(Referral), *desk.find(Lead))} == {target}
    assert desk.lists.companies.inside() == (2, 1)
    assert joining.matches(desk) == []
    assert desk.lists.contacts.found("nordwind").total == 2
    desk.undo()
    assert [p.company_id for p in desk.find(Position)][:2] == [other.id, other.id]
    assert len(joining.matches(desk)) == 1
    assert desk.check() == []


def test_what_was_joined_is_the_same_person_when_the_file_comes_again(desk):
    target_list.add_spoken(desk, "Nordwind")
    people = Reading("csv", [Person(2, "Ann Lee", "Ann", "Lee", company="Nordwind Freight GmbH", title="Planner")])
    exchange.bring_in(desk, people, "people.csv")
    joining.join(desk, joining.matches(desk))
    assert exchange.bring_in(desk, people, "people.csv").unchanged == 1
    assert len(desk.find(Contact)) == 1


def test_another_company_is_not_offered_again_until_that_is_taken_back(desk, nordwind):
    target, _ = nordwind
    (match,) = joining.matches(desk)
    assert joining.keep_apart(desk, match) == "Nordwind Freight GmbH is another company than Nordwind"
    assert joining.matches(desk) == []
    assert [(u.company_id, u.name) for u in desk.find(Unlike)] == [(target, "nordwind freight")]
    desk.undo()
    assert len(joining.matches(desk)) == 1


def test_the_same_name_is_sure_whether_a_company_has_it_or_only_people_do(desk):
    contacts.add_spoken(desk, "Ann Lee, Tidewell GmbH")
    target_list.remove(desk, desk.find(Company)[0].id)  # Ann keeps the name
    contacts.add_spoken(desk, "Ben Aalto, Halden AG")
    target = target_list.add_spoken(desk, "Tidewell")
    renamed = target_list.add_spoken(desk, "Haldn")
    target_list.edit(desk, renamed, name="Halden")  # what another company is called already
    found = joining.matches(desk)
    assert [(m.target, m.employer.name, m.sure) for m in found] == [("Halden", "Halden AG", True), ("Tidewell", "Tidewell GmbH", True)]
    assert [m.target for m in joining.matches(desk, target)] == ["Tidewell"]
    assert joining.join(desk, found) == "2 people at 2 target companies joined"
    assert desk.lists.companies.inside() == (2, 2)


def test_names_that_are_spelt_nearly_alike_are_offered(desk):
    target_list.add_spoken(desk, "Kestrel Robotics")
    for words in ("Kai Berg, Kestrel Robotix", "Lea Moor, Kastrel Robotics", "Max Ode, Castle Robotics", "Self Employed, Self-employed"):
        contacts.add_spoken(desk, words)
    assert {m.employer.name for m in joining.matches(desk)} == {"Kestrel Robotix", "Kastrel Robotics"}


WORDS = st.sampled_from(["Nordwind", "nordwind", "Tidewell", "Tide", "Well", "Freight", "GmbH", "Ltd", "The", "Group", "Nørdwind", "Nordwynd", "&", "A"])
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


@settings(max_examples=25)
@given(st.lists(NAMES, min_size=1, max_size=5), st.lists(NAMES, min_size=1, max_size=8))
def test_joining_what_is_sure_never_moves_anybody_to_a_company_of_another_name(tmp_path_factory, targets, employers):
    with Desk(tmp_path_factory.mktemp("desk")) as desk:
        for number, employer in enumerate(employers):
            with desk.change("Add") as records:  # as a hand-made export may hold them: several companies of one name
                company = records.add(Company(name=employer)) if number % 2 else None
                person = records.add(Contact(full_name=f"Person {number}"))
                records.add(Position(contact_id=person.id, company_id=company.id if company else None, company_text="" if company else employer))
        for name in targets:
            target_list.add_spoken(desk, name)
        called = {c.id: c.name for c in desk.find(Company)}
        before = {p.contact_id: called.get(p.company_id or "", p.company_text) for p in desk.find(Position)}
        found = joining.matches(desk)
        assert all((company_key(m.target) == m.employer.key) is m.sure for m in found)
        if sure := [m for m in found if m.sure]:
            joining.join(desk, sure)
        for position in desk.find(Position):
            assert company_key(called.get(position.company_id or "", position.company_text)) == company_key(before[position.contact_id])
        assert not any(m.sure for m in joining.matches(desk))
        assert desk.check() == []
