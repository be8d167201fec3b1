"""`indexer.readers.html`: the letter on a page, its furniture, its lists and tables."""

from __future__ import annotations

import time

import pytest

from corpus.document import Source, UnreadableDocument
from indexer.partition import partition
from indexer.reading import Reading


def read(page: str) -> Reading:
    return partition(Source("page.html", page.encode(), "page.html"))


def body(reading: Reading) -> list[str]:
    return [reading.text[e.start : e.end] for e in reading.elements if e.category != "navigation"]


def furniture(reading: Reading) -> list[str]:
    return [reading.text[e.start : e.end] for e in reading.elements if e.category == "navigation"]


def page(content: str) -> str:
    return f"<!doctype html><html><head><title>T</title><style>p{{}}</style></head><body>{content}</body></html>"


def test_a_one_character_answer_survives() -> None:
    assert body(read(page("<h2>Breaches</h2><p>4</p><p>0</p>"))) == ["Breaches", "4", "0"]


def test_main_part_is_the_letter_and_all_else_is_furniture() -> None:
    reading = read(
        page(
            "<div class='cookie-banner'>We use cookies</div><p>Outside</p><nav><a href='/'>Home</a></nav>"
            "<main><h1>Orders</h1><p>We hold this.</p></main><footer>© Council</footer>"
        )
    )
    assert reading.title == "Orders"
    assert body(reading) == ["Orders", "We hold this."]
    assert furniture(reading) == ["We use cookies", "Outside", "Home", "© Council"]


def test_without_a_main_part_the_skip_link_says_where_the_letter_is() -> None:
    reading = read(
        page("<a href='#c'>Skip to content</a><div>Bins and tax</div><div id='c'><p>We hold this.</p></div><p>Foot</p>")
    )
    assert body(reading) == ["We hold this."]
    assert furniture(reading) == ["Skip to content", "Bins and tax", "Foot"]


def test_a_layout_named_after_its_sidebar_is_no_furniture() -> None:
    letter = "<p>We hold this and publish it every year in the accounts.</p>" * 3
    assert len(body(read(page(f"<div class='has-sidebar'>{letter}</div><div class='sidebar'>More</div>")))) == 3


def test_share_links_are_furniture_and_the_same_words_as_answers_are_not() -> None:
    reading = read(
        page(
            "<main><h2>Platforms used</h2><ul><li>Facebook</li><li>Email</li></ul>"
            "<ul><li><a href='#'>Facebook</a></li><li><a href='#'>Email</a></li></ul></main>"
        )
    )
    assert body(reading) == ["Platforms used", "• Facebook", "• Email"]
    assert furniture(reading) == ["Facebook", "Email"]


def test_numbers_of_a_list_are_printed_as_a_browser_prints_them() -> None:
    reading = read(
        page("<ol start=3><li>How many?<li value=7>When?<li>Why?</ol><ol type=a><li>x</ol><ol type=i><li>y</ol>")
    )
    assert body(reading) == ["3. How many?", "7. When?", "8. Why?", "a. x", "i. y"]
    assert {e.category for e in reading.elements} == {"list_item"}


def test_heading_levels_line_breaks_and_inline_markup() -> None:
    reading = read(page("<h3>A <em>b</em></h3><p>one<br>t<b>wo</b>\n  three&nbsp;&pound;5</p>"))
    assert body(reading) == ["A b", "one\ntwo three £5"]
    assert reading.elements[0].level == 3


def test_table_cells_stand_where_they_say() -> None:
    reading = read(
        page(
            "<table><caption>Orders</caption><thead><tr><th rowspan=2>Year<th colspan=2>Orders</tr>"
            "<tr><th>Full<th>Interim</tr></thead><tr><td>2020<td>5<td></tr><tr><td>2021<td> 1,200 <td>-</tr></table>"
        )
    )
    (table,) = reading.tables
    assert table.caption == "Orders"
    assert reading.text[table.start : table.end] == "Year\tOrders\t\n\tFull\tInterim\n2020\t5\t\n2021\t1,200\t-"
    shown = {(c.row, c.column): reading.text[c.start : c.end] for c in table.cells}
    assert shown[3, 1] == "1,200" and shown[2, 2] == "" and shown[1, 2] == "Interim"
    first, second = table.cells[:2]
    assert (first.row_span, first.column_span, second.row_span, second.column_span) == (2, 1, 1, 2)
    assert [c.header for c in table.cells] == [True] * 4 + [False] * 6


def test_a_table_that_only_lays_out_the_page_is_no_table() -> None:
    reading = read(page("<table><tr><td><h2>Request</h2><p>How many?</p></td><td><p>Side</p></td></tr></table>"))
    assert not reading.tables
    assert body(reading) == ["Request", "How many?", "Side"]


def test_a_link_shows_where_it_leads_once() -> None:
    reading = read(
        page(
            "<p>See <a href='https://a.example/log'>our log</a> or "
            "<a href='https://b.example/'>b.example</a> or <a href='/c'>c</a>.</p>"
        )
    )
    assert body(reading) == ["See our log (https://a.example/log) or b.example or c."]


def test_a_saved_thread_is_its_messages() -> None:
    reading = read(
        page(
            "<div class='menu'>Browse</div><h1>Bins</h1><p>This request is closed</p>"
            "<div class='correspondence' id='incoming-12'><div class='correspondence_text'><p>We hold 12.</p></div>"
            "<ul class='list-of-attachments'><li>reply.pdf 12K</li></ul></div>"
        )
    )
    assert body(reading) == ["Bins", "We hold 12."]
    assert "reply.pdf 12K" in furniture(reading)


@pytest.mark.parametrize("declared", ["", "<meta charset=windows-1252>"])
def test_windows_1252(declared: str) -> None:
    data = f"<html><head>{declared}</head><body><p>It cost £5 – O’Neill</p></body></html>".encode("cp1252")
    assert "It cost £5 – O’Neill" in partition(Source("a.html", data, "a.html")).text


def test_xml_declaration_and_entities_are_harmless() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    text = read(f'<?xml version="1.0" encoding="utf-8"?>{bomb}<html><body><p>Answer &b;</p></body></html>').text
    assert "Answer" in text and "aaaa" not in text.replace('"aaaaaaaaaa"', "")


def test_deep_nesting_neither_crashes_nor_loses_text() -> None:
    assert "deep" in read(page("<div>" * 1500 + "deep")).text
    with pytest.raises(UnreadableDocument, match="nested too deeply"):
        read(page("<p>One</p>" + "<div>" * 50_000 + "deep"))


def test_a_page_without_text_says_so() -> None:
    with pytest.raises(UnreadableDocument, match=r"page\.html is an HTML page without text"):
        read(page("<script>draw()</script><img src=a.png>"))


LETTER = "<h2>Response</h2><p>We hold 1,406 records.</p><p>None is withheld under section 31.</p><p>4</p>"
ANSWERS = ["Response", "We hold 1,406 records.", "None is withheld under section 31.", "4"]


def test_a_page_of_a_council_with_facts_and_no_main_part() -> None:
    reading = read(
        page(
            "<header><a href='/'>Saltmoor Council</a></header><div id='cookie-consent'><p>May we?</p></div>"
            "<ol class='crumbs'><li><a href='/foi'>FOI</a></li></ol><h1>Bins</h1>"
            "<dl><dt>Reference:</dt><dd>FOI 12/24</dd>"
            "<dt>How many bins are there?</dt><dd>4</dd><dt>Notes</dt><dd><p>One.</p><p>Two.</p></dd></dl>"
            f"{LETTER}<ul class='page-tools'><li>Print</li><li>Share</li></ul><p>Was this page helpful? Yes | No</p>"
            "<div class='foot'><p>Town Hall, Saltmoor</p></div>"
        )
    )
    facts = ["Reference: FOI 12/24", "How many bins are there?", "4", "Notes", "One.", "Two."]
    assert body(reading) == ["Bins", *facts, *ANSWERS]
    assert furniture(reading)[:3] == ["Saltmoor Council", "May we?", "FOI"]
    assert {"Was this page helpful? Yes | No", "Town Hall, Saltmoor"} <= set(furniture(reading))


def test_a_disclosure_log_keeps_what_stands_within_its_main_part() -> None:
    reading = read(
        page(
            "<a class='govuk-skip-link' href='#c'>Skip to main content</a><div role='banner'><p>GOV.UK</p></div>"
            "<main id='c'><h1>FOI 2024/11</h1><aside><p>This answer was corrected on 3 May: "
            f"{'the earlier figure left out orders made in the north of the county. ' * 4}</p></aside>{LETTER}"
            "<div class='feedback-summary'><p>We had 12 complaints, of which 3 were upheld. "
            f"{'The rest were not. ' * 12}</p></div>"
            "<div class='related-links'><a href='/a'>Other releases of ours</a></div>"
            "<span class='govuk-visually-hidden'>Opens in a new tab</span></main>"
            "<div class='gem-c-feedback'><p>Maybe</p></div><div role='contentinfo'><p>Crown copyright</p></div>"
        )
    )
    shown = body(reading)
    assert shown[0] == "FOI 2024/11" and shown[2:6] == ANSWERS
    assert shown[1].startswith("This answer was corrected") and shown[6].startswith("We had 12 complaints")
    assert len(shown) == 7
    assert {"GOV.UK", "Maybe", "Crown copyright", "Other releases of ours", "Opens in a new tab"} <= set(
        furniture(reading)
    )


def test_the_one_article_with_the_heading_is_the_letter() -> None:
    teaser = "<article><h2>Other news</h2><p>Bins are late.</p></article>"
    reading = read(page(f"<p>Site of the force</p><article><h1>Orders</h1>{LETTER}</article>{teaser}"))
    assert reading.title == "Orders" and body(reading) == ["Orders", *ANSWERS]


def test_the_name_of_the_site_is_no_title_where_the_letter_has_its_own() -> None:
    reading = read(page(f"<h1>Saltmoor Council</h1><main><h1>Orders</h1>{LETTER}</main>"))
    assert reading.title == "Orders" and furniture(reading) == ["Saltmoor Council"]


@pytest.mark.parametrize("name", ["follow-up", "has-footer", "print-friendly", "shared-services", "report-body"])
def test_a_letter_in_a_box_of_any_name_is_kept(name: str) -> None:
    assert body(read(page(f"<nav><a href='/'>Home</a></nav><div class='{name}'>{LETTER}</div>"))) == ANSWERS


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<p " + " ".join(f"a{n}=b" for n in range(100_000)) + ">We hold 4.", "more than 5,000 attributes"),
        ("<tr><td>" * 100_000, "without text"),
        ("<div>" * 100_000 + "We hold 4.", "nested too deeply"),
    ],
)
def test_a_page_made_to_take_long_is_refused_at_once(page: str, said: str) -> None:
    started = time.process_time()
    with pytest.raises(UnreadableDocument, match=said):
        partition(Source("/a.html", f"<html><body>{page}".encode(), "a.html"))
    assert time.process_time() - started < 5


def test_many_links_that_skip_to_the_content_are_looked_up_once() -> None:
    page = "".join(f"<a href='#a{n}'>Skip to content</a>" for n in range(10_000)) + "<p id='x'>We hold 4.</p>"
    started = time.process_time()
    assert "We hold 4." in partition(Source("/a.html", f"<html><body>{page}".encode(), "a.html")).text
    assert time.process_time() - started < 10


def test_a_link_leads_to_the_first_part_of_its_name() -> None:
    page = "<a href='#main-part'>Skip to content</a><nav id='top'>Home</nav><div id='main-part'>We hold 4.</div>"
    reading = partition(Source("/a.html", f"<html><body>{page}<div id='main-part'>no</div>".encode(), "a.html"))
    held = [reading.text[e.start : e.end] for e in reading.elements if e.category != "navigation"]
    assert held == ["We hold 4."]
