"""What is drawn from one unit: the sentence, figure, cell or refusal that is asked for, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from indexer.reading import Reading
from indexer.section import section
from service.candidate import Candidate, Origin
from service.draw import INEXACT, Extract
from service.extract import extract
from service.match import weigh
from service.query import understand
from service.spans import clean
from tests.test_answer import AUTHORITIES, Part, letter


def drawn(query: str, units: Sequence[Candidate]) -> tuple[Extract, str]:
    """What the first of `units` gives to `query`, and the words quoted."""
    asked = understand(query, AUTHORITIES)
    got = extract(asked, units[0], weigh(asked, units))
    assert got is not None
    return got, units[0].text[slice(*got.quote)] if got.quote else ""


def unit(question: str, *parts: Part) -> list[Candidate]:
    return letter([("question", question), *parts])


def test_two_sections_the_one_that_denies_is_chosen_for_what_it_denies() -> None:
    kites = unit(
        "1. Which halls and huts are let to kite clubs?",
        ("answer", "12 halls. The Long Barn and a shed in the yard are let to clubs."),
        ("answer", "There may also be kites in village huts, but we hold no records on this.", "not_held", ()),
    )
    assert drawn("barns and sheds let to kite clubs, other than halls", kites)[0].outcome == "disclosed"
    assert drawn("kites in village huts", kites)[0].outcome == "not_held"


def test_asked_for_days_a_count_of_things_is_none() -> None:
    lifts = unit(
        "2. How many lifts broke down in 2023, and for how many days were they out of use?",
        ("answer", "9 lifts broke down during 2023."),
        ("answer", "Information about the duration is not recorded.", "not_held", ()),
    )
    got, said = drawn("number of days the broken lifts were out of use in 2023", lifts)
    assert (got.outcome, got.value) == ("not_held", None) and "duration" in said
    assert drawn("how many lifts broke down in 2023", lifts)[0].value == 9


def test_a_count_of_other_things_does_not_answer_what_is_not_held() -> None:
    ferrets = unit(
        "How many ferrets does the force have, and what does each cost?",
        (
            "answer",
            "I can tell you that the force does not hold the information.\n\nWhen ferrets have been "
            "needed at a fair they "
            "were lent under an agreement between the two forces, and any record of ferrets lent is kept there.",
            "not_held",
            (),
        ),
    )
    assert drawn("how many ferrets does Harrowmere Police have", ferrets)[0].outcome == "not_held"
    assert drawn("annual cost of keeping a ferret", ferrets)[0].outcome == "not_held"


def test_that_there_are_none_is_an_answer() -> None:
    got, _ = drawn(
        "contracts with Quillfeather Ltd",
        unit(
            "Your contracts with Quillfeather",
            ("answer", "The Council do not have any contracts with Quillfeather.", "not_held", ()),
        ),
    )
    assert got.outcome == "disclosed"
    got, _ = drawn(
        "records of Quillfeather complaints",
        unit("Complaints", ("answer", "We do not have any records of Quillfeather complaints.", "not_held", ())),
    )
    assert got.outcome == "not_held"


def test_an_answer_by_a_figure_is_found_though_it_has_no_word_of_the_query() -> None:
    passes = unit(
        "5. How many people hold a heron pass?",
        ("answer", "9,418 on 1 July 2024."),
        ("answer", "See also the answer to question 1: visits with a pass are counted there.", "referred", ()),
    )
    got, _ = drawn("heron pass holders", passes)
    assert (got.outcome, got.value) == ("disclosed", 9418)


def test_a_sentence_that_tells_and_sends_elsewhere_tells_where_it_does() -> None:
    leases = unit(
        "Which leases are let together?",
        (
            "answer",
            "The heron pond is let in one lease with the boathouse, and all leases can be found at "
            "the following link: [1]Leases.",
            "referred",
            (),
        ),
    )
    assert drawn("is the heron pond let in one lease with the boathouse", leases)[0].outcome == "disclosed"
    assert drawn("where can all leases be found online", leases)[0].outcome == "referred"


def test_what_is_yet_to_be_published_sends_nobody_elsewhere() -> None:
    plan = unit(
        "When will the pond plan be seen?",
        (
            "answer",
            "The pond plan goes to committee this week, and it will be published in due course.",
            "referred",
            (),
        ),
    )
    assert drawn("will the public get to see the pond plan", plan)[0].outcome == "disclosed"


def test_asked_what_is_public_already_the_link_and_not_the_refusal() -> None:
    rents = unit(
        "All pond rents",
        ("answer", "We publish some pond rents at the following link: https://ponds.example/rents"),
        (
            "exemption",
            "Other pond rents are exempt under section 43(2): it would prejudice our pond lettings.",
            "withheld",
            ("FOIA s43(2)",),
        ),
    )
    assert drawn("anything already public on pond rents", rents)[0].outcome == "referred"
    assert drawn("pond rents paid by other tenants that would prejudice lettings", rents)[0].outcome == "withheld"


def test_nothing_over_a_list_is_quoted_with_its_item() -> None:
    spent = unit(
        "What was spent on each of these?",
        (
            "answer",
            "Nothing has been spent on the following in 2024:\n1) Defending appeals at the Heron "
            "tribunal.\n2) Painting boats.",
        ),
    )
    got, said = drawn("how much was spent on appeals at the Heron tribunal", spent)
    assert said.startswith("Nothing has been spent") and "Heron tribunal" in said and got.value is None


def test_of_several_dates_the_sentence_with_the_one_asked_for() -> None:
    began = unit(
        "When did you begin to log falls?",
        (
            "answer",
            "No falls were seen in 2021. We began to log falls of visitors in 2022. In 2023 there "
            "was 1 fall, and in 2024 there were 2.",
        ),
    )
    _, said = drawn("when did Harrowmere Police begin to log falls of visitors", began)
    assert said == "We began to log falls of visitors in 2022."


def test_the_year_of_a_law_is_no_date() -> None:
    late = unit(
        "When was the reply due?",
        (
            "answer",
            "We broke the Pond Information Regulations 2004, by which a reply to you is due soon. It "
            "was due on 20 June 2023.",
        ),
    )
    assert "20 June" in drawn("when was the pond information reply due", late)[1]


@pytest.mark.parametrize(
    ("query", "value"),
    [
        ("how much capital was spent on swings in 2018-19", 778293),
        ("swing revenue spend actually spent in 2018-19", 407986),
    ],
)
def test_a_cell_and_a_row_of_lost_columns_are_told_apart_by_what_stands_over_each(query: str, value: float) -> None:
    swings = unit(
        "2. What did you spend on swings in each of the last three years, (i) revenue and (ii) capital?",
        (
            "answer",
            "Capital spent on swings is set out below, with all that goes with it:\n18/19 £778,293\n19/20 £678,720\n"
            "20/21 £476,129\nRevenue spend on the upkeep of swings:\n2018-19 2019-20 2020-21\nAll figures in £ Actuals "
            "Actuals Actuals\nGrand Total Revenue Spend 407,986 387,737 381,530",
        ),
    )
    assert drawn(query, swings)[0].value == value


def test_asked_yes_or_no_the_section_that_says_so() -> None:
    carts = unit(
        "5. How many ponds let (a) walkers and (b) carters in?",
        ("answer", "5 out of 5 ponds"),
        ("answer", "no ponds let carters in"),
    )
    assert drawn("can trade carts get into Northmarsh ponds", carts)[1] == "no ponds let carters in"


def test_a_figure_that_is_kept_back_is_kept_back_though_words_on_it_are_given() -> None:
    swans = unit(
        "5. The number of children in 4 who keep swans",
        ("answer", "Fewer than five children keep swans in some wards, and their parents know one another."),
        (
            "exemption",
            "The figure is withheld under section 40(2) of the Act, because families would be known by it.",
            "withheld",
            ("FOIA s40(2)",),
        ),
    )
    assert drawn("children who keep swans in Northmarsh", swans)[0].outcome == "withheld"


def test_lines_of_a_drawn_table_are_no_sentence() -> None:
    spent = unit(
        "2. What was spent on agency keepers?",
        (
            "answer",
            "Adult keepers\n┌───────┬───────┐\n│Year   │Agency │\n├───────┼───────┤\n│2019/20│£209   "
            "│\n├───────┼───────┤\n"
            "│2020/21│£583   │\n└───────┴───────┘\nThe bill of £1,277 under the agency contract is "
            "for all keepers, and the part "
            "of adult keepers is not identifiable from the bills that we hold.",
        ),
    )
    got, _ = drawn("amount billed under the agency contract for keepers", spent)
    assert (got.outcome, got.value) == ("disclosed", 1277)


def test_what_was_not_to_be_had_at_some_time_is_no_denial() -> None:
    label = unit(
        "Why is the label wrong?",
        (
            "answer",
            "The report shows a wrong label, as the new one was not available at the time of the visit.",
            "not_held",
            (),
        ),
    )
    assert drawn("why does the report show the wrong label", label)[0].outcome == "disclosed"


def test_a_figure_in_the_sentence_is_no_value_where_none_is_asked_for() -> None:
    table = unit(
        "What is the table for?", ("answer", "A table with benches for 4 people brings those who are alone together.")
    )
    got, said = drawn("which people is the table with benches for", table)
    assert said and got.value is None


@pytest.mark.parametrize(
    ("query", "said", "outcome", "value"),
    [
        ("how many lamps were lit", "Fewer than 5 lamps were lit.", "disclosed", None),
        ("how many lamps were lit", "More than 50 lamps were lit.", "disclosed", 50),
        ("how many lamps were lit", "200-250 lamps", "disclosed", None),
        ("how many lamps were lit", "Two.", "disclosed", 2),
        ("how many lamps were lit", "We haven't lit any.", "disclosed", None),
        ("how many lamps were lit in 2023", "15 (2022) and 18 (2023)", "disclosed", 18),
        ("does the mill use lamps", "No, we do not monitor the lamps.", "disclosed", None),
        ("lamp repair cost", "Nine lamps were mended at a cost of\n£148,730; three were sold.", "disclosed", 148_730),
    ],
)
def test_figures_and_denials_as_they_are_put(query: str, said: str, outcome: str, value: float | None) -> None:
    got, quote = drawn(query, unit("1. How many lamps were lit?", ("answer", said)))
    assert (got.outcome, got.value) == (outcome, value)
    assert quote


def test_a_figure_that_is_a_limit_is_said_to_be_one() -> None:
    got, _ = drawn("how many lamps were lit", unit("1. How many lamps were lit?", ("answer", "Over 50 were lit.")))
    assert got.notes == (INEXACT,)


def test_neither_confirming_nor_denying_needs_no_section() -> None:
    said = "We can neither confirm nor deny that we hold this information."
    refused = unit("1. Does the mill use masks?", ("exemption", said, "neither_confirm_nor_deny", ()))
    assert drawn("does the mill use masks", refused)[0].outcome == "neither_confirm_nor_deny"


def test_that_nothing_was_withheld_is_no_refusal() -> None:
    said = "No information has been withheld."
    told = unit("1. How many lamps were lit?", ("answer", "14"), ("exemption", said, "withheld", ()))
    assert drawn("how many lamps were lit", told)[0].value == 14


def test_a_label_on_its_line_is_no_part_of_an_answer() -> None:
    for said in ("A1. 318", "Answer: 318", "Response 1: 318"):
        assert drawn("how many lamps were lit", unit("1. How many lamps were lit?", ("answer", said)))[1] == "318"


def test_an_answer_that_points_to_a_name_gives_the_name() -> None:
    units = letter(
        [
            ("question", "1. Which system keeps the lamps?"),
            ("answer", "LampKeeper"),
            ("question", "2. Which system keeps the oil?"),
            ("answer", "Same as question 1"),
        ]
    )
    got, quote = drawn("oil system", units[1:])
    assert (got.outcome, quote) == ("disclosed", "LampKeeper")


def test_a_sentence_that_tells_what_was_written_is_no_answer() -> None:
    said = (
        "We wrote to you on 12 May about the number of lamps lit in the mill. "
        "One lamp was counted twice, so that the number was wrong."
    )
    _, quote = drawn(
        "why was the number of lamps wrong", unit("1. Lamps", ("answer", f"{said} {'Nothing else. ' * 40}"))
    )
    assert "counted twice" in quote


def test_a_sentence_that_leans_on_the_one_before_is_about_the_same() -> None:
    said = "The mill spent £83.4 million on looms in all. Of this, £51 million went on oil."
    got, _ = drawn("how much was spent on oil for looms", unit("1. Spending", ("answer", said)))
    assert got.value == 51_000_000


REFUSED = ("withheld", ("FOIA s36(2)(c)",))


@pytest.mark.parametrize(
    ("question", "opening", "refusal", "query"),
    [
        (
            "Letters on the closing of the ferry.",
            "(v) We hold nine letters.",
            "All are exempt under section 36(2)(c).",
            "letters about the closing of the ferry",
        ),
        (
            "Letters with the builder on leaks.",
            "We have identified some 4,000 letters.",
            "They are exempt under section 36(2)(c).",
            "letters with the ferry's builder about leaks",
        ),
        (
            "How many grumbles named a lost oar?",
            "Grumbles are stored as free text.",
            "Reading them would be unfair, and they are exempt under section 36(2)(c).",
            "grumbles about lost oars",
        ),
        (
            "What happened at the ferry steps on 2 May?",
            "The coastguard is investigating.",
            "The papers are exempt under section 36(2)(c).",
            "what went wrong at the steps",
        ),
        (
            "Fares by port and the age of those who paid.",
            "Fares by port: Orrin 29, Larkfield 8. We have not provided the age of passengers.",
            "Age and port together would name people, and section 36(2)(c) applies.",
            "age of ferry passengers",
        ),
    ],
)
def test_what_only_leads_to_a_refusal_is_refused(question: str, opening: str, refusal: str, query: str) -> None:
    units = unit(question, ("answer", opening), ("exemption", refusal, *REFUSED))
    assert drawn(query, units)[0].outcome == "withheld"


@pytest.mark.parametrize(
    ("opening", "query"),
    [
        ("(v) We hold nine letters.", "how many letters are held about the ferry"),
        ("We hold nine letters, which are attached.", "letters about the ferry"),
        ("The harbour master wrote them.", "who wrote the letters, the harbour master"),
        ("Bad weather.", "why was the ferry closed"),
        ("Marl Boats Ltd was appointed in May.", "which firm runs the ferry"),
        ("Letters are stored in boxes on the quay.", "where are the letters on the ferry stored"),
        ("The inspector found a rotten plank in the hull.", "what the inspector found in the hull"),
    ],
)
def test_what_is_asked_for_and_given_before_a_refusal_is_given(opening: str, query: str) -> None:
    units = unit(
        "How many letters are there on the ferry? Please send them.",
        ("answer", opening),
        ("exemption", "The rest is exempt under section 36(2)(c).", *REFUSED),
    )
    assert drawn(query, units)[0].outcome == "disclosed"


def test_what_stands_on_a_web_site_is_elsewhere() -> None:
    units = unit("The list of gifts.", ("answer", "The list of gifts is on our website, by quarter.", "referred", ()))
    assert drawn("list of gifts to the harbour master", units)[0].outcome == "referred"


def test_who_is_sent_to_another_body_is_referred() -> None:
    units = unit(
        "What is paid to crews who are hurt?",
        (
            "answer",
            "Any pay to crews who are hurt is the ferry firm's affair. You will need to approach the firm.",
            "referred",
            (),
        ),
    )
    assert drawn("pay to hurt crews", units)[0].outcome == "referred"


def test_a_request_turned_down_as_invalid_is_withheld_under_no_exemption() -> None:
    units = unit(
        "All letters on the ferry.",
        ("answer", "We refuse the request, since section 8(1)(b) asks for a real name.", "withheld", ()),
    )
    assert drawn("why were the ferry letters not sent", units)[0].outcome == "withheld"


TITLED = (
    "Dear Ms Pell\n\nHARBOUR BYELAWS: WRECKS\n\nYou wrote to us in these terms:\n\n"
    '"Please tell me how many wrecks were reported last year, what it cost to raise them and who raised them."\n\n'
    "Wrecks reported. We had 14 in 2021 and 9 in 2022.\n\n"
    "Cost of salvage. £48,200 in 2022. The divers also mend moorings.\n\n"
    "Contractors. The work was done by Brine & Sons.\n\n"
    "You may write to us again within 40 days.\n\nYours sincerely\n\nHarbour Master\n"
)


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("cost of salvage", "£48,200 in 2022."),
        ("contractors for the wrecks", "The work was done by Brine & Sons."),
        ("wrecks reported in 2021", "We had 14 in 2021 and 9 in 2022."),
    ],
)
def test_a_title_finds_its_paragraph_and_is_no_answer_itself(query: str, answer: str) -> None:
    cut = section(Reading(text=TITLED), "wrecks.txt")[0]
    (asked,) = [one for one in cut if one.kind == "question"]
    told = tuple(one for one in cut if one.answers == asked.id)
    candidate = Candidate(Origin("1", "wrecks.txt"), TITLED, cut, (), asked, told, 0.5, 0.5, 1.0, 1)
    assert drawn(query, [candidate])[1] == answer


def test_a_line_that_leads_to_the_next_is_quoted_with_it() -> None:
    keepers = unit(
        "1. Ages of lighthouse keepers and of their mates",
        (
            "answer",
            "### Mates\n\nMost mates are new to the lamp, and none of them has yet served for longer than a winter, as "
            "the board has said in each of its letters of this year and of the year before.  \nTheir ages were:  \n"
            "22 / 26 / 28 years\n\n### Keepers\n\nAll keepers are sworn, and all of them live ashore in the houses "
            "that the board lets to them for as long as they serve it.  \nThe ages of the sworn keepers "
            "were:  \n41 / 52 / 63 years",
        ),
    )
    assert drawn("age of lighthouse keepers who are sworn", keepers)[1].endswith("41 / 52 / 63 years")


def test_of_a_short_answer_nothing_is_left_out_where_a_figure_is_only_guessed_at() -> None:
    buoys = unit(
        "4. What trouble did you have with the 2023 buoyage rules?",
        ("answer", "As to questions 2, 3 and 4, the contractor sees to the rules. We know of no trouble with them."),
    )
    assert drawn("trouble that Northmarsh had with the 2023 buoyage rules", buoys)[1].endswith("no trouble with them.")


def test_a_bare_denial_is_the_answer_whatever_explains_it() -> None:
    units = unit(
        "5. In how many cases was a keeper told of the stray goat within a day?",
        (
            "answer",
            "No information held. There is no box on our forms in which word to a goat keeper is timed. A note may "
            "stand in some of the files.",
            "not_held",
            (),
        ),
    )
    assert drawn("are keepers told of stray goats within a day", units)[0].outcome == "not_held"


def test_who_holds_what_is_not_held_is_quoted() -> None:
    asked = "7. How many ferrymen lost their badge?"
    said = (
        "Badges for ferrymen were given out by the Orwell Joint Ferry Board, a body of its own. We do not hold this "
        "and suggest you ask it."
    )
    got, quoted = drawn("who gave out badges for ferrymen", unit(asked, ("answer", said, "not_held", ())))
    assert got.outcome == "not_held" and "Orwell Joint Ferry Board" in quoted
    kept = "The council does not hold this paper: regulation 10(4)(a). It lies with HeronWatch."
    lodged = unit("5. The reed plan.", ("exemption", kept, "not_held", ("EISR r10(4)(a)",)))
    got, quoted = drawn("who holds the reed plan", lodged)
    assert got.outcome == "not_held" and "HeronWatch" in quoted


def test_what_is_told_of_some_is_partly_disclosed() -> None:
    said = "We do not have the full information from 1990 but these mills ran at some time or other."
    assert (
        drawn("full information on mills from 1990", unit("1. Mills?", ("answer", said)))[0].outcome
        == "partly_disclosed"
    )


def test_the_sum_paid_is_told_though_the_prices_are_refused() -> None:
    units = unit(
        "4. The cost of sending carts to private forges.",
        ("answer", "£2.36 million was paid in respect of 418 wheels."),
        (
            "exemption",
            "The prices agreed with each forge for each type of cart are withheld under section 43(2).",
            "withheld",
            ("FOIA s43(2)",),
        ),
    )
    got, _ = drawn("private forge bill for carts", units)
    assert (got.outcome, got.value) == ("disclosed", 2_360_000)


def test_a_denial_within_a_refusal_of_something_else_is_not_held() -> None:
    kites = unit(
        "4. Please send all letters about the kite festival.",
        (
            "exemption",
            "The rest we refuse under section 14(1). The request is a burden.\n\nThe council does not weigh kites, and "
            "so holds no weights.",
            "vexatious",
            ("FOIA s14(1)",),
        ),
    )
    got, said = drawn("weights of kites", kites)
    assert (got.outcome, said) == ("not_held", "The council does not weigh kites, and so holds no weights.")
    assert drawn("letters about the kite festival", kites)[0].outcome == "vexatious"


def test_the_reason_for_a_refusal_for_cost_is_no_denial() -> None:
    kites = unit(
        "4. How was the money for kites spent in Upper Yarrow?",
        (
            "exemption",
            "We are unable to identify money for kites in Upper Yarrow. To read each of the 9,000 invoices would pass "
            "the limit of section 12.",
            "cost_limit",
            ("FOIA s12",),
        ),
    )
    assert drawn("money for kites in Upper Yarrow", kites)[0].outcome == "cost_limit"


def test_of_two_refusals_in_a_section_the_paragraph_decides() -> None:
    kites = unit(
        "5. Prices and hours.",
        (
            "exemption",
            "The price of each kite is not supplied: it would be likely to harm the makers, and section 43(2) "
            "applies.\n\nThe hours flown are written on cards. To read them would pass the limit of section 12.",
            "cost_limit",
            ("FOIA s43(2)", "FOIA s12"),
        ),
    )
    assert drawn("why were the prices of each kite refused", kites)[0].outcome == "withheld"
    assert drawn("why were the hours flown refused", kites)[0].outcome == "cost_limit"


def test_held_but_not_so_that_it_can_be_counted_is_a_matter_of_cost() -> None:
    denied = ("answer", "The colour of a kite is noted, but is not held in a way that can be counted.", "not_held", ())
    dear = ("exemption", "To read each note would pass the limit of section 12(1).", "cost_limit", ("FOIA s12(1)",))
    asked = "6. How many kites were red?"
    assert drawn("number of red kites by colour", unit(asked, denied, dear))[0].outcome == "cost_limit"
    assert drawn("number of red kites by colour", unit(asked, denied))[0].outcome == "not_held"


def test_why_something_was_kept_until_later_is_told_by_the_refusal() -> None:
    kites = unit(
        "7. What will the new kite hall cost?",
        ("answer", "The cost of the new kite hall has been worked out by our builders and goes to the board on 4 May."),
        ("exemption", "We are withholding it until then under section 22(1).", "withheld", ("FOIA s22(1)",)),
    )
    assert drawn("why was the cost of the kite hall kept until the board met", kites)[0].outcome == "withheld"


def test_of_two_refusals_the_one_that_goes_on_from_what_is_asked_for_is_told() -> None:
    kites = unit(
        "8. Festivals and kite makers.",
        ("answer", "The festival drew 410 guests."),
        ("exemption", "Names of kite guests are withheld under section 40(2).", "withheld", ("FOIA s40(2)",)),
        ("answer", "The makers from whom kites were bought were Arden and Holt."),
        ("exemption", "Sums are not supplied: section 43(2) applies.", "withheld", ("FOIA s43(2)",)),
    )
    got, _ = drawn("reasons given for not publishing what makers were paid for kites bought", kites)
    assert "43(2)" in kites[0].text[slice(*got.cites[0])]


def test_the_rule_under_a_row_is_no_part_of_what_it_says() -> None:
    text = "| Two are held.  \n-----+-----------\n"
    assert text[slice(*clean(text, 0, len(text)))] == "Two are held."
    assert clean("----", 0, 4) == (0, 4)


@pytest.mark.parametrize(
    ("query", "said", "quoted"),
    [
        (
            "how many kites did the Yarrow kite hall lend out",
            "The Yarrow kite hall opened on 8 January 2024. Up to 31 December, 3,912 were lent. "
            "It is open on most days and has a shop, a cafe and a small stage beside the door.",
            "3,912",
        ),
        (
            "how much did the Yarrow kite hall cost to open",
            "The Yarrow kite hall opened after a long delay. The builders' bill to open it came to £48,200. "
            "It is open on most days and has a shop, a cafe and a small stage beside the door.",
            "£48,200",
        ),
        (
            "how many kites did the Yarrow kite hall lend out",
            "The Yarrow kite hall lends out no kites. Up to 31 December, 3,912 were sold. "
            "It is open on most days and has a shop, a cafe and a small stage beside the door.",
            "no kites",
        ),
    ],
)
def test_a_sentence_with_the_figure_asked_for_goes_before_one_that_tells_none(
    query: str, said: str, quoted: str
) -> None:
    _, words = drawn(query, unit("9. What of the Yarrow kite hall?", ("answer", said)))
    assert quoted in words
