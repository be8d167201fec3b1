"""What a letter says of itself: authority, reference, date, title, outcome."""

from __future__ import annotations

import pytest

from corpus.authorities import canonical, forms, mentions
from corpus.document import Metadata
from indexer.outcome import of_document, of_question
from indexer.reading import Reading
from indexer.section import section


def read(text: str) -> Metadata:
    return section(Reading(text=text), "folder/letter.txt")[1]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Request Reference: 123A/22\nThe MPS holds this. WMP does not.\nThe MPS will not disclose it.",
            "Metropolitan Police Service",
        ),
        ("Please find Leeds City Council’s response below.\nYes.", "Leeds City Council"),
        (
            "Barset University Hospitals NHS Foundation Trust\n\nDear X\n\nThe Trust holds this.",
            "Barset University Hospitals NHS Foundation Trust",
        ),
        ("Department for Transport\nGreat Minster House\n\nDear X\n\nYes.", "Department for Transport"),
        (
            "Dear X\n\nThe University does not hold this.\n\nYours sincerely\n\nA Registrar\nUniversity of Barchester",
            "University of Barchester",
        ),
        (
            "Dear X\nWe asked South Yorkshire Police.\nBarset County Council holds nothing.\nBarset County Council",
            "Barset County Council",
        ),
        ("Dear X\n\nNo.\n\nYou may complain to the Information Commissioner's Office.\n\nKent Police", "Kent Police"),
        (
            "CYNGOR SIR LLANBARSET / LLANBARSET COUNTY COUNCIL\n\nDear X\n\nAsk the Valuation Office Agency.",
            "Llanbarset County Council",
        ),
        ("How many? Four.", None),
    ],
)
def test_authority(text: str, wanted: str | None) -> None:
    assert read(text).authority == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Request Reference: 658B/22\n\nNo.", "658B/22"),
        (
            "Freedom of information request reference no: 01.FOI.22.123456\nI note you seek "
            "access to:\nThis FOI request (ref: 01/FOI/21/019000).",
            "01.FOI.22.123456",
        ),
        ("Your reference: WDTK-88123\nMy Reference: FOI 1307/25 www.barset.police.uk\n\nDear X", "FOI 1307/25"),
        ("Our Ref: F0020931\n20 September 2021", "F0020931"),
        (
            "Dear X\n\nYes.\n\nSubject: Re – Freedom of Information Request – Reference – FOI / 831499\nDear X",
            "FOI / 831499",
        ),
        ("# FOI 22-118: Agency staff\n\nNone.", "FOI 22-118"),
        ("Dear X\n\nRequest for information: ferries (ref LMC-24-0118)\n\nNone.", "LMC-24-0118"),
        ("Dear X\n\nWe answered the request of your neighbour (ref LMC-24-0118).\n\nNone.", None),
        (
            "From: Information Team <foi@larkmoor.example>\nSent: 3 July 2024 10:12\n"
            "Subject: RE: FOI request LMC/FOI/0118 - ferries\n\nDear X\n\nHow many ferries?\n\nFour.",
            "LMC/FOI/0118",
        ),
        ("Barset Police\n\nNone\n\n01/11/2019 16967/19", "16967/19"),
        ("Dear X\n\nWe have already provided this in our response to FOI 2020-21-2390.", None),
        ("Dear X\n\nWe do not hold the crime reference number 12/345.", None),
    ],
)
def test_reference(text: str, wanted: str | None) -> None:
    assert read(text).reference == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Our Ref: 1\n13th October 2025\nDear X,\nI refer to your request received on 15th September 2025.\nNo.",
            "2025-10-13",
        ),
        ("**Request date:** 3 May 2022\n**Response date:** 30 May 2022\n\nNone.", "2022-05-30"),
        ("Date: 2nd August 2022\n\nDear X", "2022-08-02"),
        ("Date 14/06/2022\n\nDear X", "2022-06-14"),
        ("Barset Police\n\nNone\n\n01/11/2019 16967/19", "2019-11-01"),
        ("Dear X\nThank you for your request which we received on 08/02/2023.\nNo.", None),
        ("31 April 2021\n\nDear X\n\nNo.", None),
        (
            "From: FOI Team\nSent: 04 March 2023 10:12\nTo: X\nSubject: RE: FOI 8842\n\nDear X\n\nWe hold nothing.",
            "2023-03-04",
        ),
        (
            "Dear X\n\nNo.\n\nKind regards\n\nFrom: X\nSent: 8 February 2023 15:36\nTo: FOI\n"
            "Subject: Freedom of Information request - Cats\n\nHow many?",
            None,
        ),
    ],
)
def test_date(text: str, wanted: str | None) -> None:
    assert read(text).date == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Barset Rivers Inspectorate (North)", "Barset Rivers Inspectorate (North)"),
        ("Overseas and Diplomatic Office", "Overseas and Diplomatic Office"),
        ("BARSET COUNTY COUNCIL\tDemocratic and Legal Services", "Barset County Council"),
        ("Barset County Council Pension Fund", "Barset County Council"),
        ("Customer Services", None),
        ("Legal and Governance Department", None),
    ],
)
def test_the_name_at_the_head_of_a_letter(line: str, wanted: str | None) -> None:
    text = f"{line}\n\nDear Sir\n\n1. How many dogs?\n\n4\n\nYours faithfully\n"
    assert section(Reading(text=text), "letter.txt")[1].authority == wanted


def test_title_is_what_the_letter_is_about() -> None:
    assert (
        read(
            "Dear X\nThank you for your request for information relating to parking\nfines which "
            "we received on 1 May 2023."
        ).title
        == "parking fines"
    )
    assert read("1. How many cats?\n\n4").title == "1. How many cats?"
    assert read("4").title == "letter.txt"


def test_aliases_and_shapes_of_authorities() -> None:
    assert canonical("the Met") == canonical("MPS") == "Metropolitan Police Service"
    assert canonical("west midlands police") == "West Midlands Police"
    assert canonical("Acme Ltd") is None
    text = "The London Borough of Camden wrote to NHS Lothian, HMRC and the Ministry of Justice about the council."
    assert [name for _, name in mentions(text)] == [
        "London Borough of Camden",
        "NHS Lothian",
        "HM Revenue and Customs",
        "Ministry of Justice",
    ]


@pytest.mark.parametrize(
    ("answers", "refusals", "codes", "wanted"),
    [
        (["4"], [], (), "disclosed"),
        (["We do not hold this information."], [], (), "not_held"),
        (["Averages are not routinely held within our systems."], [], (), "not_held"),
        (["Please see answer to question 5"], [], (), "referred"),
        (["As above."], [], (), "referred"),
        (["In response to questions 2 and 3, all comply."], [], (), "disclosed"),
        ([], ["Exempt under section 31(1)(a)."], ("FOIA s31(1)(a)",), "withheld"),
        (
            ["In 2020 there were 14."],
            ["The names are exempt under section 40(2)."],
            ("FOIA s40(2)",),
            "partly_disclosed",
        ),
        ([], ["It would exceed the appropriate limit under section 12."], ("FOIA s12",), "cost_limit"),
        ([], ["We refuse it under section 14(1)."], ("FOIA s14(1)",), "vexatious"),
        ([], ["It is reasonably accessible: section 21."], ("FOIA s21",), "referred"),
        ([], ["We neither confirm nor deny that we hold it."], ("FOIA s31(3)",), "neither_confirm_nor_deny"),
        ([], [], (), None),
    ],
)
def test_outcome_of_a_question(
    answers: list[str], refusals: list[str], codes: tuple[str, ...], wanted: str | None
) -> None:
    assert of_question(answers, refusals, codes) == wanted


def test_outcome_of_a_letter() -> None:
    assert of_document([]) is None
    assert of_document(["disclosed", "disclosed"]) == "disclosed"
    assert of_document(["disclosed", "withheld"]) == "partly_disclosed"
    assert of_document(["not_held", "withheld", "withheld"]) == "withheld"


def test_a_reference_that_stands_only_in_the_names_of_attachments() -> None:
    files = "2 Attachments\nCopy of EIR 101222.xlsx\n31K\nDownload\nEIR 101222 map.pdf\n9K\nDownload\n"
    assert read(files + "Dear Sir,\nSee attached.\n").reference == "EIR 101222"


def test_the_reference_of_an_earlier_request_that_the_requester_answers() -> None:
    mail = "From: R Example\nSent: 1 May 2024\nTo: FOI\nSubject: RE: Response – Request – Reference – FOI / 1000222\n"
    text = (
        f"Dear Sir,\nWe do not hold this.\nRegards\nBarset Council\n{mail}Dear FOI,\nHow many cats are there?\nYours\n"
    )
    assert read(text).reference is None


def test_the_date_of_the_request_at_the_start_of_a_wrapped_line_is_not_the_date_of_the_reply() -> None:
    text = "Dear Sir,\nThank you for your request for information on cats which we received on\n12/04/2024.\nNone.\n"
    assert read(text).date is None


def test_a_mail_that_the_office_sends_is_a_reply() -> None:
    text = (
        "From: FOI <foi@larkmoor.example>\nSent: 3 July 2024 10:12\nTo: Jo Orme\n"
        "Subject: FOI request LMC/FOI/0118\n\nDear Ms Orme\n\nHow many ferries are there?\n\nThere are four.\n"
    )
    found = section(Reading(text=text), "mail.txt")[0]
    assert [s.outcome for s in found if s.kind == "answer"] == ["disclosed"]


def test_a_page_that_names_no_authority_is_that_of_its_site() -> None:
    site = "FOI 5520 - ferries | Barset Hospitals NHS Foundation Trust"
    text = "FOI 5520: ferries\n\nHow many ferries are there?\n\n12"
    assert section(Reading(text=text, site=site), "a.html")[1].authority == "Barset Hospitals NHS Foundation Trust"
    assert section(Reading(text=text), "a.html")[1].authority is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Larkmoor Police & Crime Commissioner\n\nDear Ms Orme\n\nThe Commissioner owns a boat.\n\nYours\n",
            "Larkmoor Police & Crime Commissioner",
        ),
        (
            "From: FOI\nTo: Jo Orme\nSubject: RE: FOI 12\n\nDear Jo\n\n> 1. How many lamps does the Canal Lamps Agency"
            " own?\n\n312\n\nBest wishes\n\nAnn\nDisclosure | Canal Lamps Agency\nFollow us\n",
            "Canal Lamps Agency",
        ),
        (
            "Larkmoor Ferries Ltd\n(a company wholly owned by Larkmoor County Council)\n\nDear Sir\n\n"
            "1. How many boats?\n\nFour.\n\nYours faithfully\n",
            "Larkmoor Ferries Ltd",
        ),
        (
            "LHE | Larkmoor Harbours Executive\nTides   Berths   About us\n\n1. How many berths are there?\n\n40\n",
            "Larkmoor Harbours Executive",
        ),
        (
            "Dear Ms Orme\n\n1. How many lifts are there?\n\n40\n\nYours sincerely\n\nT Vane\nCompany Secretary\n"
            "for Larkmoor Homes\n",
            "Larkmoor Homes",
        ),
        ("Care Homes\n\nDear Ms Orme\n\n1. How many lifts are there?\n\n40\n", None),
    ],
)
def test_the_body_that_a_head_or_a_signature_names(text: str, wanted: str | None) -> None:
    assert read(text).authority == wanted


def test_a_commissioner_is_named_before_and_behind_the_area() -> None:
    title = "Office of the Police and Crime Commissioner for Larkmoor"
    assert [name for _, name in mentions(f"I wrote to the {title} twice.")] == [title]
    assert {"Larkmoor Police and Crime Commissioner", "Larkmoor PCC"} <= {*forms(title)}
    assert forms("Larkmoor Tide Board") == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Barset Cove Hospitals\n   NHS Foundation Trust\n\nDear X\n\nYes.\n\nBarset Cove Hospitals NHS FT | 1\n",
            "Barset Cove Hospitals NHS Foundation Trust",
        ),
        (
            "NHS Barset and Melford\nIntegrated Care Board\n\nDear X\n\nNHS Barset has none. NHS Barset says no.\n",
            "NHS Barset and Melford Integrated Care Board",
        ),
        ("University of Barset\nLegal and Governance\n\nDear X\n\nYes.\n", "University of Barset"),
        ("University of Barset\nOffice of the University Secretary\n\nDear X\n\nYes.\n", "University of Barset"),
        (
            "From: Records Team, Barset Kelp Agency\nTo: X\nDate: 3 May 2024\nSubject: Kelp\n\nDear X\n\n"
            "Thank you for your request. We hold no kelp.\n",
            "Barset Kelp Agency",
        ),
    ],
)
def test_a_name_over_two_lines_or_of_a_sender_is_read_whole(text: str, wanted: str) -> None:
    assert read(text).authority == wanted


REASONS = (
    "Dear X\n\nThank you for your letter.\n\n1. How many otters are there?\n\n"
    + "The mill counts none. " * 50
    + "Section 42 exempts information in respect of which a claim to privilege could be maintained. "
    "Information about otters on loan is withheld under section 40, since it is exempt.\n"
)


@pytest.mark.parametrize(
    ("above", "wanted"),
    [
        ("Barset Mill Board\n\nFOI 88/21 - Otters and their traps\n\n", "Otters and their traps"),
        (
            "Barset Mill Board\n\nRef: 88/21\n\nFreedom of Information Act 2000: otters, traps and weirs\n\n",
            "otters, traps and weirs",
        ),
        (
            "Barset Mill Board\nThe Weir\nBarset BA1 1AA\n\n3 May 2024\n\nOtter traps on the weir\n\n",
            "Otter traps on the weir",
        ),
        ("Barset Mill Board\n\nSkip to search and other things\n\n", "1. How many otters are there?"),
        ("Barset Mill Board\n\nGood afternoon to the requester\n\n", "1. How many otters are there?"),
    ],
)
def test_the_line_above_a_letter_is_its_title_and_no_argument_is(above: str, wanted: str) -> None:
    assert read(above + REASONS).title == wanted


@pytest.mark.parametrize("words", ["Section 19 Weir Reports", "Non-Disclosure Deeds of Millers"])
def test_a_request_is_about_what_it_says_however_that_is_worded(words: str) -> None:
    text = f"Thank you for your request for information relating to {words} which we received on 3 May.\n\nNo.\n"
    assert read(text).title == words
