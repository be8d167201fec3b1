"""The verbatim answer, or an honest no."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.reading import Reading
from indexer.section import Kind, Outcome, Section
from indexer.tables import tables
from service.answer import NOT_FOUND, WEIGHTS, Answer, Candidate, Origin, answer, certainty
from service.extract import Extract
from service.query import understand
from service.rank import Ranking, aptness
from service.spans import clean

Part = tuple[Kind, str] | tuple[Kind, str, Outcome, tuple[str, ...]]
AUTHORITIES = ("Harrowmere Police", "Northmarsh City Council")


def letter(
    parts: Sequence[Part], authority: str = "Harrowmere Police", name: str = "reply", date: str | None = None
) -> list[Candidate]:
    """The units of one letter made of `parts`; an answer replies to the question before it."""
    text = "\n\n".join(part[1] for part in parts)
    sections: list[Section] = []
    asked: Section | None = None
    at = 0
    for i, part in enumerate(parts, 1):
        kind, body = part[0], part[1]
        outcome, codes = (part[2], part[3]) if len(part) == 4 else ("disclosed", ())
        replies = asked.id if asked is not None and kind in ("answer", "exemption") else None
        digits = body.split(".")[0] if body[:1].isdigit() and "." in body[:3] else None
        made = Section(f"s{i}", kind, at, at + len(body), None, (), digits, replies, outcome, codes)
        asked = made if kind == "question" else asked
        sections.append(made)
        at += len(body) + 2
    found = tables(Reading(text), sections)
    origin = Origin(name, f"{name}.txt", None, authority, f"{len(text)}/24", date)
    units: list[Candidate] = []
    for head in sections:
        if head.kind == "question" or (head.kind in ("answer", "exemption") and head.answers is None):
            replies_to = tuple(s for s in sections if s.answers == head.id) if head.kind == "question" else (head,)
            units.append(
                Candidate(
                    origin,
                    text,
                    tuple(sections),
                    found,
                    head if head.kind == "question" else None,
                    replies_to,
                    0.9,
                    0.6,
                    9.0,
                    len(units) + 1,
                )
            )
    return units


def ask(query: str, candidates: Sequence[Candidate]) -> Answer:
    got = answer(understand(query, AUTHORITIES), candidates)
    texts = {c.document.uri: c.text for c in candidates}
    for cited in [*got.citations, *(c for other in got.others for c in other.citations)]:
        assert texts[cited.uri][cited.start : cited.end] == cited.quote
    return got


REFUSAL = "This information is exempt by\nSection 40(2) - Personal Information\nSection 31(1)(a) - Law Enforcement"
ORDERS = letter(
    [
        ("question", "1. How many drone permits were revoked?"),
        ("answer", "4"),
        ("question", "2. How many interim drone permits were revoked?"),
        ("answer", "0"),
        ("question", "3. What was the average time to revoke a drone permit?"),
        ("answer", "Averages are not routinely held within our systems.", "not_held", ()),
        ("question", "4. What was the longest time to revoke a drone permit?"),
        ("exemption", REFUSAL, "withheld", ("FOIA s40(2)", "FOIA s31(1)(a)")),
        ("question", "5. Who reviews drone permits?"),
        ("answer", "An application is reviewed by the district unit. The unit then writes back to the applicant."),
        ("question", "6. Where are drone permits listed?"),
        ("answer", "Please see answer to question 5"),
    ]
)  # fmt: skip

TABLE = letter(
    [
        ("question", "1. The number of boat thefts per calendar year by offence, 2021 to 2023."),
        (
            "answer",
            "Offence\t2021\t2022\t2023\tGrand Total\n"
            "THEFT OF DINGHY\t5\t-\t7\t12\n"
            "THEFT OF DINGHY WITH TRAILER\t1\t2\t3\t6\n"
            "THEFT OF OARS\tı\t2\t3\t5\n"
            "Grand Total\t6\t4\t13\t23\n",
        ),
    ],
    name="boats",
)  # fmt: skip


def test_a_one_character_answer_is_quoted_whole() -> None:
    got = ask("how many drone permits were revoked", ORDERS)
    assert (got.answer, got.value, got.outcome) == ("4", 4, "disclosed")


def test_the_narrower_question_gets_its_own_answer() -> None:
    assert ask("how many interim drone permits were revoked", ORDERS).answer == "0"


def test_not_held_is_quoted_and_told_apart_from_not_found() -> None:
    got = ask("average time to revoke a drone permit", ORDERS)
    assert got.outcome == "not_held"
    assert got.answer == "Averages are not routinely held within our systems."


def test_what_is_withheld_has_no_answer_but_cites_the_refusal() -> None:
    got = ask("longest time to revoke a drone permit", ORDERS)
    assert (got.outcome, got.answer) == ("withheld", None)
    assert "Section 40(2)" in got.citations[0].quote


def test_asked_for_the_exemption_every_citing_line_is_quoted() -> None:
    got = ask("which exemptions were used to withhold the longest time to revoke a drone permit", ORDERS)
    assert got.outcome == "withheld"
    assert got.answer is not None
    assert "40(2)" in got.answer
    assert "31(1)(a)" in got.answer


def test_a_reference_to_another_answer_is_followed_and_noted() -> None:
    got = ask("where are drone permits listed", ORDERS)
    assert any('points to question 5' in note for note in got.notes)  # fmt: skip


@pytest.mark.parametrize(
    ("query", "text", "value"),
    [
        ("how many boat thefts in 2023", "13", 13),
        ("total boat thefts 2021 to 2023", "23", 23),
        ("theft of dinghy 2021", "5", 5),
        ("theft of dinghy with trailer 2022", "2", 2),
        ("theft of oars total", "5", 5),
        ("theft of dinghy 2022", "-", 0),
    ],
)
def test_the_cell_asked_for(query: str, text: str, value: float) -> None:
    got = ask(query, TABLE)
    assert (got.answer, got.value) == (text, value)
    assert got.citations[0].cell


def test_an_unreadable_cell_is_never_a_figure() -> None:
    got = ask("theft of oars 2021", TABLE)
    assert (got.answer, got.value) == (None, None)
    assert any("unreadable" in note for note in got.notes)
    assert got.citations[0].quote == "ı"


@pytest.mark.parametrize(
    "query",
    [
        "how many boat thefts in 2031",
        "how many boat thefts did Northmarsh City Council record in 2023",
        "how many boat thefts did Saltmoor Police record in 2023",
        "what is the chief constable's salary",
        "cost of repairing lighthouses",
    ],
)
def test_another_year_force_or_thing_is_not_found(query: str) -> None:
    got = ask(query, [*TABLE, *ORDERS])
    assert (got.outcome, got.answer, got.citations) == ("not_found", None, ())
    assert got.others


@pytest.mark.parametrize(
    "query",
    [
        "Harrowmere Police drone pilots trained",
        "how many drones did Harrowmere Police buy",
        "Harrowmere Police time to train a drone pilot",
    ],
)
def test_to_be_the_only_letter_of_the_body_named_is_no_reason_to_answer(query: str) -> None:
    assert ask(query, ORDERS).outcome == "not_found"


def test_a_follow_up_is_found_by_the_topic_that_it_leans_on() -> None:
    units = letter(
        [
            ("question", "1. How many complaints about broken jetties were received in the year?"),
            ("answer", "90"),
            ("question", "2. And how many did you uphold?"),
            ("answer", "7"),
            ("question", "3. How much was paid to them in total?"),
            ("answer", "£310"),
        ]
    )
    assert ask("complaints about broken jetties upheld", units).answer == "7"
    assert ask("complaints received about broken jetties", units).answer == "90"
    assert ask("how much was paid for complaints about broken jetties that were upheld", units).answer == "£310"


def test_a_bare_figure_is_no_name_of_what_is_asked_for() -> None:
    units = letter(
        [
            ("question", "How many towing lanes are there in the port?"),
            ("answer", "23"),
            ("question", "Which lane had the most breakdowns?"),
            ("answer", "Marl Lane, with 41."),
        ]
    )
    assert ask("which lane in the port saw the highest number of breakdowns", units).answer == "Marl Lane, with 41."


def test_one_outcome_a_question_and_the_refused_part_of_a_partly_answered_one() -> None:
    units = letter(
        [
            ("question", "1. Please give the ages of pilots and of trainee pilots.", "partly_disclosed", ()),
            ("answer", "All pilots were aged 30 to 39.", "partly_disclosed", ()),
            (
                "exemption",
                "The ages of trainee pilots are exempt under section 40(2).",
                "partly_disclosed",
                ("FOIA s40(2)",),
            ),
        ]
    )
    assert ask("ages of pilots", units).outcome == "disclosed"
    assert ask("ages of trainee pilots", units).outcome == "withheld"


@pytest.mark.parametrize(
    ("body", "codes", "outcome"),
    [
        ("Complying would exceed the cost limit under section 12.", ("FOIA s12(1)",), "cost_limit"),
        ("The request is vexatious under section 14(1).", ("FOIA s14(1)",), "vexatious"),
        ("We neither confirm nor deny that we hold it, section 31(3).", ("FOIA s31(3)",), "neither_confirm_nor_deny"),
        ("It is accessible by other means, so exempt under section 21: see our website.", ("FOIA s21",), "referred"),
        ("Exempt under section 31(1)(a).", ("FOIA s31(1)(a)",), "withheld"),
    ],
)
def test_refusals_are_told_apart(body: str, codes: tuple[str, ...], outcome: Outcome) -> None:
    units = letter(
        [("question", "1. How many drones are stored at the depot?"), ("exemption", body, "partly_disclosed", codes)]
    )
    assert ask("how many drones are stored at the depot", units).outcome == outcome


def test_others_hold_the_same_question_at_another_authority() -> None:
    here = letter(
        [("question", "1. How many drone permits were revoked in 2023?"), ("answer", "4")], "Harrowmere Police", "a"
    )
    there = letter(
        [("question", "How many drone permits were revoked in 2023?"), ("answer", "9")], "Northmarsh City Council", "b"
    )
    got = ask("how many drone permits did Harrowmere Police revoke in 2023", [*there, *here])
    assert got.answer == "4"
    assert [o.answer for o in got.others] == ["9"]


def test_nothing_found_is_not_found() -> None:
    assert answer(understand("anything", ()), []) == NOT_FOUND


def test_confidence_is_a_probability() -> None:
    for query in ("how many drone permits were revoked", "lighthouses"):
        assert 0.0 <= ask(query, ORDERS).confidence <= 1.0


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=80).filter(lambda t: any(c.isalnum() for c in t)))
def test_any_query_gets_verbatim_quotations_only(query: str) -> None:
    ask(query, [*ORDERS, *TABLE])


def test_it_is_quick() -> None:
    units = [*ORDERS, *TABLE] * 3
    query = understand("how many interim drone permits were revoked", AUTHORITIES)
    answer(query, units)
    start = time.perf_counter()
    for _ in range(10):
        answer(query, units)
    assert (time.perf_counter() - start) / 10 < 0.1


KEPT_BACK = letter(
    [
        ("question", "1. Please send the inspection report for Mill Lane bridge."),
        ("answer", "Please see the inspection report attached, Mill Lane bridge 2023."),
        (
            "exemption",
            "The names of some staff have been redacted under section 40(2) of the Freedom of Information Act 2000.",
            "withheld",
            ("FOIA s40(2)",),
        ),
    ],
    name="bridge",
)  # fmt: skip


def test_what_was_kept_back_is_answered_by_the_refusal_beside_what_was_given() -> None:
    got = ask("whose names were blacked out of the Mill Lane bridge inspection report", KEPT_BACK)
    assert got.outcome == "withheld" and "40(2)" in got.citations[0].quote
    assert ask("Mill Lane bridge inspection report", KEPT_BACK).outcome == "disclosed"


def test_where_something_is_to_be_seen_is_a_referral() -> None:
    where = letter(
        [
            ("question", "1. What drainage contracts were awarded?"),
            ("answer", "All drainage contracts awarded are kept in the contracts register on the Tendermill portal."),
        ]
    )
    got = ask("where can I see the drainage contracts that were awarded", where)
    assert got.outcome == "referred" and got.answer is not None and "Tendermill portal" in got.answer
    assert ask("what drainage contracts were awarded", where).outcome == "disclosed"


def test_of_two_figures_in_a_sentence_the_one_of_the_year_or_the_thing_asked_for_is_the_value() -> None:
    tuition = letter(
        [
            ("question", "1. What was spent on tuition for looked after children?"),
            ("answer", "Spending on tuition for 2021-22 was £129,387 and in 2022-23 was £167,932."),
            ("question", "2. How many people were resettled?"),
            ("answer", "The district resettled 122 people in 28 families, all of them planned arrivals."),
        ]
    )
    assert ask("spending on tuition for looked after children in 2022/23", tuition).value == 167932
    assert ask("spending on tuition for looked after children in 2021/22", tuition).value == 129387
    assert ask("how many families were resettled", tuition).value == 28
    assert ask("how many people were resettled", tuition).value == 122


def test_a_figure_in_words_beside_something_not_held_is_still_disclosed() -> None:
    schools = letter(
        [
            ("question", "1. How many maintained schools forecast a deficit balance?"),
            (
                "answer",
                "There were sixteen maintained schools forecasting a deficit balance. Please note that we do not hold "
                "the information by academic year.",
                "not_held",
                (),
            ),
        ]
    )
    got = ask("how many maintained schools forecast a deficit balance", schools)
    assert got.outcome == "disclosed" and got.answer is not None and "sixteen" in got.answer


def test_a_short_answer_that_nothing_is_held_is_quoted_with_where_to_ask_instead() -> None:
    pens = letter(
        [
            ("question", "1. How many schools keep adrenaline injectors?"),
            (
                "answer",
                "The Council does not hold this information. Questions about injectors are for each school.",
                "not_held",
                (),
            ),
        ]
    )
    got = ask("how many schools keep adrenaline injectors", pens)
    assert got.outcome == "not_held" and got.answer is not None and got.answer.endswith("are for each school.")


def test_tables_of_one_answer_are_told_apart_by_what_stands_over_them() -> None:
    both = letter(
        [
            ("question", "1. The number of parking permits by zone, for residents and for visitors."),
            (
                "answer",
                "Resident permits\nNorth = 12\nSouth = 14\nVisitor permits\nNorth = 22\nSouth = 24\n",
            ),
        ]
    )
    assert ask("how many visitor permits in the North zone", both).value == 22
    assert ask("how many resident permits in the North zone", both).value == 12


FERRY = letter(
    [
        ("question", "What was agreed on the ferry, and when will the agreement be seen?"),
        (
            "answer",
            "The ferry is run under an agreement with the harbour board, and two boats are in use.\n"
            "The agreement will be published by the council in due course.",
            "referred",
            (),
        ),
    ],
    "Northmarsh City Council",
)


def test_what_a_letter_says_beside_a_referral_is_disclosed() -> None:
    got = ask("who is the Northmarsh ferry agreement with", FERRY)
    assert got.outcome == "disclosed" and "harbour board" in (got.answer or "")


def test_one_sentence_that_denies_leaves_the_others_disclosed() -> None:
    fountain = letter(
        [
            ("question", "On how many days did the market fountain run?"),
            (
                "answer",
                "We do not hold a number of days on which the market fountain ran. In frost it is stopped by a "
                "thermometer in the basin. A major leak was repaired in spring.",
                "not_held",
                (),
            ),
        ],
        "Northmarsh City Council",
    )
    assert ask("number of days the Northmarsh market fountain ran", fountain).outcome == "not_held"
    frost = ask("what thermometer stops the Northmarsh market fountain in frost", fountain)
    assert frost.outcome == "disclosed" and "thermometer" in (frost.answer or "")


@pytest.mark.parametrize(
    ("query", "said", "value"),
    [
        (
            "how many Quillian people were housed by Northmarsh",
            "We housed 122 individuals in 28 Quillian families.",
            122,
        ),
        ("total worth of the Northmarsh ferry contract over four years", "£121,000 over the full 4-year term.", 121000),
        ("how long would it take Northmarsh to check the ferry files", "262 files at 10 minutes take 43 hours.", 43),
    ],
)
def test_the_value_is_of_the_thing_asked_for(query: str, said: str, value: float) -> None:
    units = letter([("question", query + "?"), ("answer", said)], "Northmarsh City Council")
    assert ask(query, units).value == value


def test_the_sentence_with_a_date_answers_when() -> None:
    said = (
        "Northmarsh was asked to put forward the children's fund for a ferry slipway with seats and a rail beside it, "
        "in a local park or green space by the water.\n"
        "The money came from the ministry in October 2023.\nNo slipway has been chosen so far, and enquiries have been "
        "made with those who supply and lay slipways that would be suitable for a green space of this sort and size."
    )
    units = letter([("question", "When was the ferry slipway fund paid?"), ("answer", said)], "Northmarsh City Council")
    assert "October 2023" in (ask("when was the Northmarsh ferry slipway fund paid", units).answer or "")


def test_a_month_in_short_names_its_row() -> None:
    table = "Month\tLoans\tSpent\nJuly 24\t£149\t£12\nAugust 24\t£150\t£167"
    units = letter([("question", "What was spent of the ferry fund each month of 2024?"), ("answer", table)])
    assert ask("ferry fund spent by Harrowmere Police in August 2024", units).value == 167


def test_money_asked_for_is_not_answered_by_what_holds_none() -> None:
    units = letter(
        [
            ("question", "On how many days did the market fountain run?"),
            ("answer", "The market fountain ran on 212 days of the last 2 years, outside frost and drought."),
        ],
        "Northmarsh City Council",
    )
    assert ask("annual upkeep cost of the Northmarsh market fountain", units).outcome == "not_found"
    assert ask("number of days the Northmarsh market fountain ran", units).value == 212


def test_a_request_is_known_by_the_month_it_was_made_in() -> None:
    units = letter(
        [
            ("other", "Thank you for your request on ferry files, which we received on 09/01/2025."),
            ("question", "How long would it take to read the ferry files?"),
            (
                "exemption",
                "We estimate that the files of 2019 and of 2021 to 2023 would take 271 hours to read, which is over "
                "the limit of section 12 of the Freedom of Information Act 2000.",
                "cost_limit",
                ("FOIA s12",),
            ),
        ],
        "Northmarsh City Council",
    )
    assert ask("hours Northmarsh needs to read the ferry files, January 2025 request", units).outcome == "cost_limit"


def test_another_place_is_not_found_however_similar_the_words() -> None:
    units = letter(
        [("question", "How many cameras of the harbour were faulty in 2023?"), ("answer", "9 cameras in 2023.")],
        "Northmarsh City Council",
    )
    assert ask("how many harbour cameras were faulty in 2023", units).value == 9
    assert ask("how many harbour cameras were faulty in Saltmere in 2023", units).outcome == "not_found"


def test_a_question_that_is_wholly_denied_is_not_answered_by_what_stands_beside_the_denial() -> None:
    kiln = letter(
        [
            ("question", "Any papers on the decision of the harbour board to close the lime kiln."),
            (
                "answer",
                "The Council does not hold this information. The lime kiln was run by a private company until 1937, "
                "when the quarry was sold.",
                "not_held",
                (),
            ),
        ]
    )
    assert ask("papers on why the board closed the lime kiln", kiln).outcome == "not_held"
    assert ask("until which year did a private company run the lime kiln quarry", kiln).outcome == "disclosed"


def test_a_place_that_the_letter_does_not_name_lowers_confidence_and_a_month_is_no_place() -> None:
    plain = ask("how many drone permits were revoked", ORDERS).confidence
    away = ask("how many drone permits were revoked in Saltmere", ORDERS).confidence
    assert away < plain / 2
    assert ask("how many drone permits were revoked in December", ORDERS).confidence > away * 1.5


def test_a_name_or_a_code_that_the_letter_does_not_hold_lowers_certainty() -> None:
    units = letter(
        [
            ("question", "How many repairs were made to the A64 at Kettle Bridge in 2023?"),
            ("answer", "There were 14 repairs, paid for by the National Ferries Fund (NFF)."),
        ],
        "Northmarsh City Council",
    )
    for query, unnamed in (
        ("Northmarsh repairs on the A64 near Kettle Bridge in 2023", 0.0),
        ("Northmarsh repairs on the A59 near Kettle Bridge in 2023", 1.0),
        ("Northmarsh repairs on the A6 near Kettle Bridge in 2023", 1.0),
        ("Northmarsh repairs on the A64 near Otter Pass in 2023", 1.0),
        ("repairs paid for by the National Ferries Fund", 0.0),
        ("repairs paid for by Noble Fish Farms", 0.0),  # may be what NFF stands for
        ("repairs paid for by Harbour Master Dues", 1.0),
    ):
        (best,) = Ranking(understand(query, AUTHORITIES), units).ranked(units)
        assert best.features["unnamed"] == unnamed, query
    sure = {"authority": 0.0, "period": 0.0} | dict.fromkeys(WEIGHTS, 0.0)
    assert certainty(sure | {"unnamed": 1.0}) < certainty(sure)


def test_no_sum_is_needed_to_say_that_nothing_is_owed() -> None:
    units = letter(
        [("question", "What debts are there on the harbour dredger?"), ("answer", "There are no such debts.")],
        "Northmarsh City Council",
    )
    query = understand("amount Northmarsh expects to pay on the debts of its dredger", AUTHORITIES)
    (best,) = Ranking(query, units).ranked(units)
    assert best.features["unpaid"] == 0.0


def test_a_refusal_that_speaks_of_no_money_tells_no_price() -> None:
    units = letter(
        [
            (
                "exemption",
                "You asked for letters about the weathercock. Names are exempt under section 40(2).",
                "withheld",
                ("FOIA s40(2)",),
            )
        ],
        "Northmarsh City Council",
    )
    for query, unpaid in (
        ("how much did the Northmarsh weathercock cost", 1.0),
        ("letters about the weathercock", 0.0),
    ):
        (best,) = Ranking(understand(query, AUTHORITIES), units).ranked(units)
        assert best.features["unpaid"] == unpaid, query


def test_people_counted_over_money_owed_are_no_money() -> None:
    units = letter(
        [
            ("question", "How many berth holders were taken to court since 2018 for not paying harbour fees?"),
            ("answer", "3"),
        ],
        "Northmarsh City Council",
    )
    assert ask("berth holders taken to court by Northmarsh over unpaid harbour fees since 2018", units).value == 3


def test_what_a_question_counts_is_no_sum_though_it_is_called_by_money() -> None:
    units = letter(
        [("question", "How many harbour budgets were agreed with crews who live afloat?"), ("answer", "31")],
        "Northmarsh City Council",
    )
    for query, unpaid in (
        ("Northmarsh harbour budgets agreed with crews living afloat", 0.0),
        ("Northmarsh cost of harbour budgets agreed with crews living afloat", 1.0),
    ):
        (best,) = Ranking(understand(query, AUTHORITIES), units).ranked(units)
        assert best.features["unpaid"] == unpaid, query


def test_a_unit_is_less_sure_the_fewer_words_of_the_query_it_holds() -> None:
    some = dict.fromkeys(WEIGHTS, 0.0) | {"authority": 0.0, "period": 0.0}
    chances = [certainty(some | {"lacking": share}) for share in (1.0, 0.6, 0.3, 0.0)]
    assert chances == sorted(set(chances))


@pytest.mark.parametrize("query", ["which firm dredges the slipways", "who dredges the slipways"])
def test_a_bare_yes_names_nothing(query: str) -> None:
    asked, found = understand(query, AUTHORITIES), Extract("disclosed", (0, 4), ((0, 4),))
    assert aptness(asked, found, "Yes.") < aptness(asked, found, "Wexcombe Dredging Limited")


def test_a_sentence_without_a_figure_is_no_sure_answer_to_a_count() -> None:
    def units(said: str) -> list[Candidate]:
        pier = letter([("question", "1. Who are the volunteers of the pier project?"), ("answer", said)])
        boats = letter(
            [
                ("question", "1. Who are the volunteers on the boats?"),
                ("answer", "The volunteers on the boats are the crew of the pier tug."),
            ],
            name="b",
        )
        return [*pier, *boats]

    told = units("The volunteers of the pier project have leave to paint the rails of the pier, and were told so.")
    assert ask("how many volunteers does the Harrowmere pier project have", told).outcome == "not_found"
    assert ask("who are the volunteers of the Harrowmere pier project", told).outcome == "disclosed"
    for said in ("eleven volunteers", "no volunteers", "11 volunteers", "dozens of volunteers"):
        counted = units(f"The volunteers of the pier project: there are {said} who paint the rails of the pier.")
        assert ask("how many volunteers does the Harrowmere pier project have", counted).outcome == "disclosed"


def test_a_year_before_none_is_no_figure() -> None:
    none = letter(
        [("question", "1. How many piers were shut each year?"), ("answer", "2021 - 4\n\n2022 - None\n\n2023 - 1")]
    )
    got = ask("how many piers were shut in 2022, Harrowmere", none)
    assert got.answer is not None and "None" in got.answer and got.value in (None, 0)


def test_the_number_of_a_thing_is_no_count() -> None:
    lorry = letter([("question", "1. Which lorry grits the pier?"), ("answer", "Its serial number is KX-AB-Q.")])
    other = letter([("question", "1. Who drives?"), ("answer", "A driver of the pier.")], name="b")
    assert "KX-AB-Q" in (
        ask("serial number of the lorry that grits the Harrowmere pier", [*lorry, *other]).answer or ""
    )


def test_a_unit_without_a_single_word_of_the_query_answers_nothing() -> None:
    assert ask("has Harrowmere Police trained any falcons?", TABLE).outcome == "not_found"


@pytest.mark.parametrize(
    "said",
    ["Two.", "Fewer than five.", "We have not received any such complaints.", "There haven't been any.", "A dozen."],
)
def test_a_count_in_words_is_an_answer(said: str) -> None:
    units = letter([("question", "1. How many complaints about geese were received?"), ("answer", said)])
    assert ask("how many complaints about geese were received", units).answer == said


def test_a_refusal_of_other_things_is_none_of_what_is_counted() -> None:
    said = "The mill map is exempt under section 31(1)(a), as it would help thieves in 2024."
    units = letter([("question", "1. A map of the mill"), ("exemption", said, "withheld", ("FOIA s31(1)(a)",))])
    assert ask("map of the mill", units).outcome == "withheld"
    assert ask("how many thieves escaped with mill geese", units).outcome == "not_found"


def test_what_is_asked_by_a_name_in_the_plural_is_no_figure() -> None:
    asked, found = (
        understand("what penalties were given to rowers", AUTHORITIES),
        Extract("disclosed", (0, 2), ((0, 2),)),
    )
    assert aptness(asked, found, "41") < aptness(asked, found, "A warning, or a ban")
    asked = understand("what fees were charged to rowers", AUTHORITIES)
    assert aptness(asked, found, "41") == aptness(asked, found, "A tenth of the takings")


def test_none_answers_whether_there_is_any() -> None:
    asked, found = (
        understand("does the pier keep any of the fines", AUTHORITIES),
        Extract("disclosed", (0, 4), ((0, 4),)),
    )
    assert aptness(asked, found, "None. All goes to the harbour.") == 1.0 > aptness(asked, found, "4,871")


def test_a_quotation_from_a_row_between_bars_has_no_bars() -> None:
    rows = "| 1. Income kept from fines | None. All goes to the harbour |"
    assert rows[slice(*clean(rows, 29, len(rows)))] == "None. All goes to the harbour"


def test_a_count_that_opens_an_answer_is_no_mark_of_a_list() -> None:
    asked = "How many swans died at the boating lake in 2021?"
    (unit,) = letter([("question", asked), ("answer", "4. All were cygnets of the same pair.")])
    got = ask(asked, [unit])
    assert got.answer == "4. All were cygnets of the same pair." and got.value == 4
    marked = "3. Swans\n\n4. All were cygnets of the same pair."
    assert marked[slice(*clean(marked, 10, len(marked)))] == "All were cygnets of the same pair."
