"""Paper as another program reads it: the right words in the right order, nothing private, fonts inside, nothing too small or too long."""

from __future__ import annotations

import builtins
import io
import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtCore import QTextBoundaryFinder

from networking_desk.desk import SharedRow
from networking_desk.domain.contacts import TouchKind
from networking_desk.domain.meetings import CaptureKind
from networking_desk.domain.paper import PageSize, PaperKind
from networking_desk.domain.profile import Profile
from networking_desk.domain.target_list import by_sector
from networking_desk.ui.look.options import Option
from networking_desk.ui.meeting.wrap_rows import WrapRows
from networking_desk.ui.printing import list_paper, output, papers
from networking_desk.ui.printing.ink import broken, cut, width_of
from networking_desk.ui.printing.papers import Wish
from networking_desk.ui.printing.pdf_spaces import with_spaces
from networking_desk.verbs import capture, contacts, meeting, paper, profile, target_list
from networking_desk.verbs.paper import TargetListPaper
from tests.ui.test_hostile_text import HOSTILE

SIZES = list(PageSize)
pytestmark = pytest.mark.usefixtures("qapp")
ME = Profile(full_name="Sam Keller", email="sam@post.example", phone="+31 6 5550 0101", ideal_position="Operations lead for a company that opens or moves a site. " * 4)


def read(pdf):
    return PdfReader(io.BytesIO(pdf), strict=True)


def text_of(pdf):
    return "\n".join(page.extract_text() for page in read(pdf).pages)


def letters(pdf):
    """Every piece of text with its size in points and where it begins, page by page."""
    found = []

    def visit(text, cm, tm, font, size):
        if text.strip():
            x, y = tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5]
            found.append((number, text, size * abs(tm[3]) * abs(cm[3]), x, y))

    for number, page in enumerate(read(pdf).pages):
        page.extract_text(visitor_text=visit)
    return found


def companies(count, sectors=8, name="Company {n} Works"):
    return [SharedRow(str(n), name.format(n=n), f"Sector {n % sectors}", f"Place {n}", False) for n in range(count)]


def listed(rows, size, **how):
    return list_paper.lay_out(TargetListPaper(None, ME, rows), size, **how)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("rows", [companies(50), companies(50, 16), companies(50, 50), companies(50, 50, "Vandenberg Sons and Daughters International Holding {n}"), companies(50, 1, "x" * 300)], ids=["8 sectors", "16 sectors", "one each", "long", "endless"])
def test_fifty_companies_fit_one_page_at_10_points_or_more_with_a_line_each_and_five_blank(size, rows):
    pdf = output.to_pdf(listed(rows, size))
    (page,) = read(pdf).pages
    found = letters(pdf)
    assert min(points for _, _, points, _, _ in found) >= 9.999
    box = page.mediabox
    assert (float(box.width), float(box.height)) == {PageSize.A4: (595, 842), PageSize.LETTER: (612, 792)}[size]
    assert all(20 <= x <= box.width - 20 and 20 <= y <= box.height - 20 for _, _, _, x, y in found)
    lines = re.findall(rb"[\d.]+ [\d.]+ m\s+[\d.]+ [\d.]+ l\s+S", page.get_contents().get_data())
    assert len(lines) == 50 + 5


@pytest.mark.parametrize("size", SIZES)
def test_no_two_pieces_of_text_lie_on_each_other(size):
    for rows in (companies(50, 16), companies(12, 12, "Vandenberg Sons and Daughters International Holding {n}"), companies(200)):
        by_page = {}
        for number, text, points, x, y in letters(output.to_pdf(listed(rows, size))):
            by_page.setdefault(number, []).append((x, y, width_of(text.strip(), round(points, 1), 600) / 10 * 0.94, points, text))
        for pieces in by_page.values():
            for n, (x, y, w, points, text) in enumerate(pieces):
                for x2, y2, w2, points2, text2 in pieces[n + 1 :]:
                    apart = x + w <= x2 + 0.5 or x2 + w2 <= x + 0.5 or abs(y - y2) >= 0.9 * min(points, points2)
                    assert apart, (text, text2)


def test_the_list_is_read_by_another_program_in_the_order_of_the_screen(desk, window, clock):
    for number in range(30):
        target_list.add_spoken(desk, f"Company {number} Works, Sector {number % 7}, {'Rotterdam' if number % 5 == 0 else 'Ghent'}")
    ann = contacts.add_spoken(desk, "Ann Lee, VP Operations, Northwind")
    contacts.edit(desk, ann, place="Rotterdam")
    talk = meeting.plan(desk, ann, clock.now(), 20)
    meeting.start(desk, talk)
    window.inside.go(3)
    walked = [row.name for row in window.inside.page(3).running.walk.list.rows()]
    assert len(walked) == 30 and walked[0] == "Company 0 Works" and walked != sorted(walked)
    for by_sectors in (True, False, None):
        text = text_of(output.to_pdf(papers.lay_out(desk, Wish(PaperKind.LIST, talk, ann, by_sectors=by_sectors), PageSize.A4)))
        on_paper = re.findall(r"Company \d+ Works", text)
        sectors = [row.name for _, rows in by_sector(paper.target_list(desk, ann, talk).companies) for row in rows]
        assert on_paper == (walked if by_sectors is False else sectors)
        assert text.index(list_paper.TITLE) < text.index("Company 0 Works") < text.index(list_paper.MISSING)


@pytest.mark.parametrize("size", SIZES)
def test_two_hundred_companies_go_over_pages_with_headings_again_and_numbers(size):
    rows = companies(200, 3)
    pdf = output.to_pdf(listed(rows, size))
    pages = [page.extract_text() for page in read(pdf).pages]
    assert len(pages) >= 3
    assert [re.search(r"Page (\d+) of (\d+)", page).groups() for page in pages] == [(str(n), str(len(pages))) for n in range(1, len(pages) + 1)]
    assert all("continued" in page for page in pages[1:])
    assert sorted(re.findall(r"Company \d+ Works", "\n".join(pages))) == sorted(row.name for row in rows)
    assert pages[-1].rstrip().endswith(f"Page {len(pages)} of {len(pages)}") and list_paper.MISSING in pages[-1]


def fonts(pdf):
    for page in read(pdf).pages:
        for font in page["/Resources"]["/Font"].values():
            for one in font.get_object()["/DescendantFonts"]:
                yield one.get_object()["/FontDescriptor"].get_object()


def test_every_font_is_inside_and_it_is_inter(desk, clock):
    busy(desk, clock)
    for kind in PaperKind:
        used = list(fonts(output.to_pdf(papers.lay_out(desk, wish(desk, kind), PageSize.A4))))
        assert used
        for font in used:
            assert "/FontFile2" in font
            assert "Inter" in font["/FontName"]
    for name in ("株式会社サンプル", "חברה לדוגמה", "Ærø & Søn ½"):  # what Inter has no letters for comes from a font of the computer, inside too
        for font in fonts(output.to_pdf(listed([SharedRow("1", name, name, name, False)], PageSize.A4))):
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(font), font


@given(st.integers(0, 0xFFFF), st.integers(0, 0xFFFF))
def test_only_what_a_shape_stands_for_is_mended(shape, character):
    line = b"<%04X> <%04X> <%04X>\n" % (shape, shape, character)
    several = b"<0001> <0002> [<%04X> <0009> ]\n" % character
    pdf = b"stream\n\x00\xff<0009> begincmap\n" + line + several + b"endcmap <0009>\n"
    mended = with_spaces(pdf)
    told = b"0020" if character == 9 else b"%04X" % character
    assert mended == b"stream\n\x00\xff<0009> begincmap\n" + b"<%04X> <%04X> <%s>\n<0001> <0002> [<%s> <0020> ]\n" % (shape, shape, told, told) + b"endcmap <0009>\n"


CANARY = "Qx{}zq"


def busy(desk, clock):
    """A desk with a word of its own in every place that is private, and public ones beside them; gives the private words, and Ann and her meeting."""
    said = {}

    def word(place):
        return said.setdefault(place, CANARY.format(len(said)))

    profile.save(desk, full_name="Sam Keller", email="sam@post.example", skills="I run supply chains.", ideal_position="Operations lead.", core_message=word("core message"))
    shown = target_list.add_spoken(desk, "Kestrel Robotics, Robotics, Eindhoven")
    target_list.edit(desk, shown, notes=word("company notes"), website="https://" + word("website").lower() + ".example", size=word("size"), tags=(word("company tag"),), status="Talking")
    target_list.add_note(desk, shown, word("note on a company"))
    secret = target_list.add_spoken(desk, word("confidential company"))
    target_list.edit(desk, secret, confidential=True)
    hidden = target_list.add_spoken(desk, word("hidden company"))
    target_list.add_spoken(desk, word("own employer"))
    for number in range(3):
        target_list.add_spoken(desk, f"Public {number} Works, Trade, Ghent, A")
    ann = contacts.add_spoken(desk, f"Ann Lee, {word('title')}, {said['own employer']}, {word('email').lower()}@x.example, +31 10 555 01 42")
    contacts.edit(desk, ann, notes=word("contact notes"), tags=(word("contact tag"),))
    contacts.add_note(desk, ann, word("note on a contact"))
    contacts.log_touch(desk, ann, TouchKind.CALL, word("words of a call"))
    target_list.hide(desk, hidden, ann)
    helper = contacts.add_spoken(desk, f"{word('helper')} Family, Kestrel Robotics")
    earlier = meeting.plan(desk, helper, clock.now(), 15)
    meeting.start(desk, earlier)
    capture.save(desk, earlier, CaptureKind.REFERRAL, f"{word('referred')} Person, Kestrel Robotics")
    capture.save(desk, earlier, CaptureKind.NOTE, word("meeting note"))
    capture.save(desk, earlier, CaptureKind.PROMISE, word("promise"))
    capture.save(desk, earlier, CaptureKind.LEAD, f"{word('lead')} planner, Kestrel Robotics")
    meeting.edit(desk, earlier, learned=word("learned"))
    clock.go(60)
    meeting.end(desk, earlier)
    meeting.finish(desk, earlier)
    clock.go(86_400)
    talk = meeting.plan(desk, ann, clock.now() + timedelta(hours=2), 20)
    meeting.edit(desk, talk, ask=word("ask"), offer=word("offer"), questions=[word("question")], learned=word("learned too"))
    return said, ann, talk


def wish(desk, kind):
    return Wish(kind, *paper.whom(desk))


def found_in(pdf, words):
    told = text_of(pdf) + str(read(pdf).metadata)
    return {place for place, word in words.items() if word.lower() in told.lower()}


def test_not_one_private_word_is_on_a_list_or_in_the_sheets_list(desk, clock):
    said, ann, talk = busy(desk, clock)
    for size in SIZES:
        for by_sectors in (True, False):
            pdf = output.to_pdf(papers.lay_out(desk, Wish(PaperKind.LIST, talk, ann, by_sectors=by_sectors), size))
            assert found_in(pdf, said) == set()
            assert "Kestrel Robotics" in text_of(pdf)
            assert not re.search(r"\b(A|B|C|Talking)\b", text_of(pdf))
    assert found_in(output.to_pdf(papers.lay_out(desk, Wish(PaperKind.LIST), PageSize.A4)), said) == {"hidden company", "own employer"}
    sheet = found_in(output.to_pdf(papers.lay_out(desk, Wish(PaperKind.SHEET, talk, ann), PageSize.A4)), said)
    assert sheet == {"title", "own employer", "ask", "offer", "question"}  # what the sheet is for, and where they work


def test_no_private_note_is_in_the_record_for_the_job_office(desk, clock):
    said, _, _ = busy(desk, clock)
    pdf = output.to_pdf(papers.lay_out(desk, Wish(PaperKind.LOG), PageSize.A4))
    assert found_in(pdf, said) == {"helper", "own employer"}  # whom I talked to, and where they work
    assert "Networking meeting" in text_of(pdf) and "Telephone call" in text_of(pdf)


def test_the_week_says_what_today_says(desk, clock):
    busy(desk, clock)
    text = text_of(output.to_pdf(papers.lay_out(desk, Wish(PaperKind.WEEK), PageSize.LETTER)))
    order = ["Week of 9 March 2026", "Monday, 9 March", "Wednesday, 11 March", "Networking meeting with Ann Lee", "Call ", "Thursday, 12 March", "Sunday, 15 March"]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_the_sheets_boxes_are_the_wrap_ups(desk, window, clock):
    ann = contacts.add_spoken(desk, "Ann Lee, Northwind")
    talk = meeting.plan(desk, ann, clock.now(), 20)
    text = text_of(output.to_pdf(papers.lay_out(desk, Wish(PaperKind.SHEET, talk, ann), PageSize.A4)))
    meeting.start(desk, talk)
    for kind in CaptureKind:
        capture.save(desk, talk, kind, f"Ben Aalto, Heard {kind}")
    meeting.end(desk, talk)
    window.inside.go(3)
    options = [option.text() for option in window.inside.page(3).findChild(WrapRows).findChildren(Option)]
    assert len(options) >= 8
    boxes = text[text.index("What you heard") : text.index("What did you learn?")]
    for words in [*options, "What you heard", "Use Ann’s name?", "Next step", "Referral", "Missing company", "Job lead", "Note", "Promise", "The meeting itself"]:
        assert words in boxes, words
    kinds = [boxes.index(words) for words in ("Referral", "Missing company", "Job lead", "Note", "Promise", "The meeting itself")]
    assert kinds == sorted(kinds)
    for words in ("Skills and abilities", "Read back the names", "Which companies are missing from it?"):
        assert words in text[: text.index("What you heard")]


def test_hostile_names_are_letters_on_paper_and_open_nothing(desk, clock, monkeypatch):
    for words in HOSTILE:
        if "🏳" in words:
            continue  # a font of coloured pictures would be one
        name = words.replace(",", " ")
        try:
            person = contacts.add_spoken(desk, f"{name[:400]} X, {name[:400]}, {name[:400]}")
        except contacts.DeskError:
            continue
        target_list.add_spoken(desk, f"{name} C, {name}, {name}")
        contacts.log_touch(desk, person, TouchKind.CALL)
        talk = meeting.plan(desk, person, clock.now(), 15)
        meeting.edit(desk, talk, ask=words, offer=words, questions=[words] * 4)
    profile.save(desk, full_name=HOSTILE[0], email=HOSTILE[2], skills=HOSTILE[2] * 3, ideal_position=HOSTILE[6])
    opened = []
    real = builtins.open
    monkeypatch.setattr(builtins, "open", lambda file, *a, **k: opened.append(str(file)) or real(file, *a, **k))
    for kind in PaperKind:
        pdf = output.to_pdf(papers.lay_out(desk, Wish(kind, talk, person), PageSize.A4))
        assert opened == []
        assert not any(page["/Resources"]["/XObject"] for page in read(pdf).pages)  # no picture came of a name
        if kind is PaperKind.LIST:
            for words in ("<b>Bold</b> C", "//attacker/share/x.png C", "&File C", "{{me}} C", "%s %d {0} C"):
                assert words in text_of(pdf)


@given(st.text(max_size=120), st.floats(50, 4_000), st.integers(1, 4))
def test_words_are_broken_and_cut_to_their_width_whatever_they_are(text, width, most):
    lines = broken(text, 10, 400, width, most)
    assert len(lines) <= most
    for line, weight in [(line, 400) for line in lines] + [(cut(text, 10, 600, width), 600)]:
        assert width_of(line, 10, weight) <= width + 12 or len(graphemes(line)) <= 2, lines  # no letter is cut in two, however wide it is, and what is cut ends in an ellipsis


def graphemes(text):
    """Letters as people count them: one with what stands over it and beside it is one."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    found = []
    while (at := finder.toNextBoundary()) >= 0:
        found.append(at)
    return found


def test_broken_words_lose_nothing():
    text = "Ærø 🏳️‍🌈 family 👩‍👩‍👧 " + "supercalifragilistic" * 20 + " end"
    assert "".join(broken(text, 10, 400, 900)).replace(" ", "") == text.replace(" ", "")
