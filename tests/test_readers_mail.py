"""`indexer.readers.mail`: fields, body, quoted chain, attachments."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from corpus.document import Source, UnreadableDocument
from indexer.partition import partition
from indexer.reading import Reading


def message(body: str = "We hold this.\n\n4\n\n> How many?\n> Please say.\n") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "FOI Officer <foi@saltmoor.example>"
    made["To"] = "requester@b.example"
    made["Date"] = "Tue, 03 May 2022 11:12:45 +0100"
    made["Subject"] = "FOI 12/22 – your request"
    made["Message-ID"] = "<1@saltmoor.example>"
    if body:
        made.set_content(body)
    return made


def read(made: EmailMessage | bytes) -> Reading:
    data = made if isinstance(made, bytes) else made.as_bytes()
    return partition(Source("/m/reply.eml", data, "reply.eml"))


def shown(reading: Reading) -> list[str]:
    return [reading.text[e.start : e.end] for e in reading.elements]


def test_fields_body_and_quoted_chain() -> None:
    reading = read(message())
    assert reading.title == "FOI 12/22 – your request"
    assert shown(reading) == [
        "From: FOI Officer <foi@saltmoor.example>\nTo: requester@b.example\n"
        "Date: Tue, 03 May 2022 11:12:45 +0100\nSubject: FOI 12/22 – your request",
        "We hold this.",
        "4",
        "> How many?\n> Please say.",
    ]
    assert reading.elements[0].category == "header"


def test_attachments_are_children_with_names_of_their_own() -> None:
    made = message()
    for data in (b"Year,Count\n2020,5\n", b"Year,Count\n2021,6\n"):
        made.add_attachment(data, maintype="text", subtype="csv", filename="../etc/figures.csv")
    made.add_attachment(message("Inner text."), filename="ignored")
    made.add_attachment(b"sign", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    reading = read(made)
    assert [(c.uri, c.parent) for c in reading.children] == [
        ("/m/reply.eml#.._etc_figures.csv", "/m/reply.eml"),
        ("/m/reply.eml#.._etc_figures (2).csv", "/m/reply.eml"),
        ("/m/reply.eml#FOI 12_22 – your request.eml", "/m/reply.eml"),
    ]
    assert "Attachments: .._etc_figures.csv, " in reading.text
    assert "Inner text." in partition(reading.children[2]).text and "Inner text." not in reading.text
    assert partition(reading.children[0]).tables


def test_pictures_shown_in_the_message_are_no_attachments() -> None:
    made = message()
    made.add_alternative("<p>We hold this.</p><img src='cid:logo'>", subtype="html")
    made.get_payload()[1].add_related(b"\x89PNG", maintype="image", subtype="png", cid="<logo>", filename="logo.png")
    assert read(made).children == ()


def test_html_alone_is_read_as_a_page() -> None:
    made = message("")
    made.set_content("<h2>Response</h2><p>We hold this.</p><ol><li>4</ol>", subtype="html")
    assert shown(read(made))[1:] == ["Response", "We hold this.", "1. 4"]


def test_html_is_preferred_where_only_it_has_the_table() -> None:
    made = message("Year Count 2020 5")
    made.add_alternative("<table><tr><th>Year<th>Count</tr><tr><td>2020<td></tr></table>", subtype="html")
    reading = read(made)
    (table,) = reading.tables
    assert reading.text[table.start : table.end] == "Year\tCount\n2020\t"
    assert [c.header for c in table.cells] == [True, True, False, False]


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-1", "x-no-such-charset"])
def test_charsets_named_wrongly_or_not_at_all(charset: str) -> None:
    head = f"From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n\n"
    encoded = "cp1252" if charset != "utf-8" else "utf-8"
    assert "It cost £5" in read(head.encode() + "It cost £5".encode(encoded)).text


def test_a_mailbox_line_before_the_fields() -> None:
    assert "We hold this." in read(b"From foi@b.example Wed May 28 14:14:39 2008\n" + message().as_bytes()).text


def test_broken_fields_are_passed_over() -> None:
    data = (
        b"From: =?utf-8?B?=?= <@@\nDate: no date\nMIME-Version: 1.0\nSubject: =?bad\nContent-Type: ;;\n\nStill text\n"
    )
    assert "Still text" in read(data).text


def test_a_message_of_nothing_says_so() -> None:
    with pytest.raises(UnreadableDocument, match="without a body"):
        read(message(""))


def test_too_many_attachments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.readers.mail.MAX_ATTACHMENTS", 2)
    made = message()
    for number in range(3):
        made.add_attachment(b"x", maintype="text", subtype="csv", filename=f"{number}.csv")
    with pytest.raises(UnreadableDocument, match="more than 2 attachments"):
        read(made)
