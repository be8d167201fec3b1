"""Exemption citations: every form that letters use, and what is no citation of ours."""

from __future__ import annotations

import pytest

from indexer.citations import codes, regime, relied


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("section 31(1)(a)(b)", "s31(1)(a) s31(1)(b)"),
        ("31(1)(a)(b)", "s31(1)(a) s31(1)(b)"),
        ("Sections 31 and 40", "s31 s40"),
        ("Section 40(2)(3)&(4)", "s40(2) s40(3) s40(4)"),
        ("Sections 31 (1) (a) & (b)", "s31(1)(a) s31(1)(b)"),
        ("Section 31(1)(a)& (b) – Law Enforcement", "s31(1)(a) s31(1)(b)"),
        ("section 31(1)(a) to (c)", "s31(1)(a) s31(1)(b) s31(1)(c)"),
        ("s.40(2)", "s40(2)"),
        ("S40", "s40"),
        ("s 43(2)", "s43(2)"),
        ("FOIA s40(5B)(a)(i)", "s40(5B)(a)(i)"),
        ("Section 36(2)(b)(i) and (ii) and 36(2)(c)", "s36(2)(b)(i) s36(2)(b)(ii) s36(2)(c)"),
        ("sections 30(1)(a), 31(1)(a) and (b), and 40(2)", "s30(1)(a) s31(1)(a) s31(1)(b) s40(2)"),
        ("exempt under section\n12 of the Freedom of\nInformation Act 2000", "s12"),
        ("Section 22(1)(a)(Information intended for future publication)", "s22(1)(a)"),
        ("section 22A(1)", "s22A(1)"),
        ("section 30(1) (a) – Investigations", "s30(1)(a)"),
        ("section 41 of the Act", "s41"),
        (
            "section 44(1)(a) of the FOIA by virtue of section 18 of the Commissioners for "
            "Revenue and Customs Act 2005",
            "s44(1)(a)",
        ),
    ],
)
def test_forms_of_citation(text: str, wanted: str) -> None:
    assert codes(text) == tuple(f"FOIA {one}" for one in wanted.split())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Regulation 12(5)(b) EIR", "EIR r12(5)(b)"),
        ("regulations 12(4)(d) and 12(4)(e)", "EIR r12(4)(d) EIR r12(4)(e)"),
        ("Reg. 12(4)(b) & (e)", "EIR r12(4)(b) EIR r12(4)(e)"),
        ("regulation 13(1)", "EIR r13(1)"),
        ("the public interest test at regulation 12(1)(b)", ""),
        ("regulation 5(2), regulation 7(1) and regulation 14", ""),
    ],
)
def test_environmental_exceptions(text: str, wanted: str) -> None:
    assert " ".join(codes(text)) == wanted


def test_scotland_has_its_own_sections() -> None:
    assert codes("section 38(1)(b) of FOISA", "FOISA") == ("FOISA s38(1)(b)",)
    assert codes("regulation 10(4)(b) of the Environmental Information (Scotland) Regulations 2004") == (
        "EISR r10(4)(b)",
    )
    assert codes("regulation 10(5)(e)", "FOISA") == ("EISR r10(5)(e)",)
    letter = "under the Freedom of Information (Scotland) Act 2002 (FOISA). Section 33(1)(b) applies."
    assert regime(letter) == "FOISA"
    assert regime("We answer under the Freedom of Information Act 2000. Police Scotland was consulted.") == "FOIA"


@pytest.mark.parametrize(
    "text",
    [
        "section 76 Serious Crime Act 2015",
        "Section 3 of the Data Protection Act 2018",
        "Section 38 of the Planning and Compulsory Purchase Act 2004",
        "BREACH OF S1(1) OF THE PROTECTION FROM HARASSMENT ACT",
        "There are six principles set out in the 2018 act and these can be found at section 34.",
        "the Children Act 1989, section 31",
        "section 47 of the\nChildren Act 1989",
        "section 21 notices",
        "section 39 of the DPA",
        "the conditions as defined by subsections 3A, 3B and 4A",
        "section 1(1), section 8, section 10, section 11, section 16, section 17, section 45 and section 50 of the Act",
        "Wexcombe, S1 1AA and S36 1AB",
        "section 4 of the form",
    ],
)
def test_sections_of_other_acts_and_scaffolding_are_no_exemptions(text: str) -> None:
    assert codes(text) == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The information is exempt under section 43(2).", ("FOIA s43(2)",)),
        ("We no longer rely on section 41.", ()),
        ("I find that section 41 does not apply.", ()),
        ("The duty to confirm or deny does not apply, by virtue of section 35(3).", ("FOIA s35(3)",)),
        ("Any revised request may be subject to section 40.", ()),
        ("You argue that section 43(2) cannot apply.", ()),
        ("Other exemptions, such as section 38, could also apply.", ()),
        ("We withhold it under section 31(1)(a). Section 36 is not engaged.", ("FOIA s31(1)(a)",)),
    ],
)
def test_what_is_relied_on_is_told_from_what_is_mentioned(text: str, wanted: tuple[str, ...]) -> None:
    assert relied(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Your request for the survey has been refused under section 12(1).", ("FOIA s12(1)",)),
        ("The photographs you asked for are exempt under section 40(2).", ("FOIA s40(2)",)),
        ("We are refusing your request for ferry contracts under section 43(2).", ("FOIA s43(2)",)),
        ("Release may attract vandals and is exempt under section 38(1)(b).", ("FOIA s38(1)(b)",)),
        ("We consider your request for every log to be vexatious under section 14(1).", ("FOIA s14(1)",)),
        ("Section 41 applies to the drawings you asked for.", ("FOIA s41",)),
        ("You asked why the drawings are exempt under section 41.", ()),
        ("Future requests may be considered vexatious under section 14(1).", ()),
        ("We may refuse any revised request under section 12.", ()),
        ("We considered your request for an internal review of section 41.", ()),
    ],
)
def test_a_sentence_that_refuses_relies_on_what_it_names_whoever_asked(text: str, wanted: tuple[str, ...]) -> None:
    assert relied(text) == wanted


def test_outside_a_refusal_a_sentence_must_refuse() -> None:
    assert relied("We read your request as one for section 40 data.", refusal=False) == ()
    assert relied("Names have been redacted under section 40(2).", refusal=False) == ("FOIA s40(2)",)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Material is covered by r.12(4)(d).", ("EIR r12(4)(d)",)),
        ("r12(5)(f)", ("EIR r12(5)(f)",)),
        ("Regulations 12(3) and 13", ("EIR r12(3)", "EIR r13")),
        ("the exception under Reg. 12(4)(b)", ("EIR r12(4)(b)",)),
        ("reg 12(4)(d)/(e)", ("EIR r12(4)(d)", "EIR r12(4)(e)")),
        ("Section 40(2) & (3A)", ("FOIA s40(2)", "FOIA s40(3A)")),
        ("Sections 31(1)(a)-(c)", ("FOIA s31(1)(a)", "FOIA s31(1)(b)", "FOIA s31(1)(c)")),
        ("section 31(1)(a), (b) and/or (c)", ("FOIA s31(1)(a)", "FOIA s31(1)(b)", "FOIA s31(1)(c)")),
        ("Section 40 subsection (2)", ("FOIA s40(2)",)),
        ("subsection (2) of section 40", ("FOIA s40(2)",)),
        ("paragraph (4)(b) of regulation 12", ("EIR r12(4)(b)",)),
        ("s38(1)(b) of FOISA", ("FOISA s38(1)(b)",)),
    ],
)
def test_further_forms_of_citation(words: str, wanted: tuple[str, ...]) -> None:
    assert codes(words) == wanted


@pytest.mark.parametrize(
    "words",
    [
        "Section 43(2) was wrongly applied and the invoice is attached.",
        "I do not find that section 43(2) would be likely to prejudice anyone; it should not have been applied.",
        "We did not need to consider section 43(2).",
        "You have the right to complain to the Commissioner about our use of section 43(2).",
    ],
)
def test_what_is_taken_back_is_not_relied_on(words: str) -> None:
    assert relied(words) == ()


def test_complaints_that_were_asked_for_do_not_hide_a_refusal() -> None:
    assert relied("The names of drivers complained about are exempt under section 40(2).") == ("FOIA s40(2)",)


def test_an_amended_regulation_is_still_relied_on() -> None:
    words = (
        "Names are redacted under Regulation 12(3) and Regulation 13 EIR as amended by the Data Protection Act 2018."
    )
    assert relied(words) == ("EIR r12(3)", "EIR r13")


def test_the_purposes_that_a_ground_protects_are_no_ground_beside_it() -> None:
    assert relied("Section 31(1)(g) is engaged, as to the purpose in section 31(2)(c).") == ("FOIA s31(1)(g)",)
    assert relied("It is exempt under section 35(1)(g) and 35(2)(a).", "FOISA") == ("FOISA s35(1)(g)",)
    assert relied("It is exempt under section 31(2)(c).") == ("FOIA s31(2)(c)",)


def test_numbers_in_a_list_under_their_sections_are_cited() -> None:
    text = (
        "We cannot send the rest, as an exemption under sections;\n\n"
        "  • 30(b)(i) and 30(b)(ii) (free advice),\n  • 38(1)(b) (personal data)\n\nof FOISA applies to it."
    )
    assert relied(text, "FOISA") == ("FOISA s30(b)(i)", "FOISA s30(b)(ii)", "FOISA s38(1)(b)")


def test_a_subsection_whose_bracket_was_left_out() -> None:
    assert codes("Section 40(2) & 3A(a) - Personal Information") == ("FOIA s40(2)", "FOIA s40(3A)(a)")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("If you ask for this again it may be refused under section 14(1) where it is vexatious.", ()),
        ("You asked how many requests have been withheld under section 40.", ()),
        ("We have not withheld any geese under section 40(2).", ()),
        ("The names are not exempt under section 40 but the maps are exempt under section 41.", ("FOIA s41",)),
    ],
)
def test_what_is_not_refused_is_refused_under_nothing(text: str, found: tuple[str, ...]) -> None:
    assert relied(text) == found
