"""Times as queries, letters and tables name them."""

from __future__ import annotations

import pytest

from service.periods import periods


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Q3 2023/24", [("quarter", 2023, 2024, "Q3")]),
        ("Q3 2023-24", [("quarter", 2023, 2024, "Q3")]),
        ("Q1 23/24", [("quarter", 2023, 2024, "Q1")]),
        ("Q4 FY22/23", [("quarter", 2022, 2023, "Q4")]),
        ("Q1 18-24", [("quarter", 0, 0, "Q1")]),
        ("Q1 of 2022", [("quarter", 2022, 2022, "Q1")]),
        ("quarter 2 of 2021/22", [("quarter", 2021, 2022, "Q2")]),
        ("third quarter of 2023", [("quarter", 2023, 2023, "Q3")]),
        ("2023 Q4", [("quarter", 2023, 2023, "Q4")]),
        ("2023/24 Q2", [("quarter", 2023, 2024, "Q2")]),
        ("FY23", [("financial", 2022, 2023, None)]),
        ("FY 2023", [("year", 2023, 2023, None)]),
        ("FY2023", [("year", 2023, 2023, None)]),
        ("FY23/24", [("financial", 2023, 2024, None)]),
        ("FY2023-24", [("financial", 2023, 2024, None)]),
        ("2023-24", [("financial", 2023, 2024, None)]),
        ("2023–24", [("financial", 2023, 2024, None)]),
        ("2023\u201124", [("financial", 2023, 2024, None)]),
        ("2023/2024", [("financial", 2023, 2024, None)]),
        ("financial year 2022/23", [("financial", 2022, 2023, None)]),
        ("the 2022 financial year", [("year", 2022, 2022, None)]),
        ("financial year ending March 2023", [("financial", 2022, 2023, None)]),
        ("year ending 31 March 2024", [("financial", 2023, 2024, None)]),
        ("year to March 2022", [("financial", 2021, 2022, None)]),
        ("the twelve months to 30 June 2022", [("span", 2021, 2022, "7-6")]),
        ("year ended 31 March 2021", [("financial", 2020, 2021, None)]),
        ("last financial year", []),
        ("between April 2020 and March 2021", [("financial", 2020, 2021, None)]),
        ("from January 2020 to June 2022", [("span", 2020, 2022, "1-6")]),
        ("January to March 2023", [("span", 2023, 2023, "1-3")]),
        ("Jan-Mar 2023", [("span", 2023, 2023, "1-3")]),
        ("between June and August 2021", [("span", 2021, 2021, "6-8")]),
        ("April 2019 - March 2020", [("financial", 2019, 2020, None)]),
        ("spring 2024", [("year", 2024, 2024, None)]),
        ("summer of 2022", [("year", 2022, 2022, None)]),
        ("autumn 2021", [("year", 2021, 2021, None)]),
        ("winter 2022/23", [("financial", 2022, 2023, None)]),
        ("mid-February 2023", [("month", 2023, 2023, "2")]),
        ("early 2023", [("year", 2023, 2023, None)]),
        ("late March 2024", [("month", 2024, 2024, "3")]),
        ("end of 2022", [("year", 2022, 2022, None)]),
        ("start of April 2023", [("month", 2023, 2023, "4")]),
        ("since 2018", [("span", 2018, 2100, None)]),
        ("since April 2019", [("span", 2019, 2100, None)]),
        ("since 1 January 2020", [("span", 2020, 2100, None)]),
        ("from 2019 onwards", [("span", 2019, 2100, None)]),
        ("2021 onwards", [("span", 2021, 2100, None)]),
        ("before 2015", [("span", 1900, 2014, None)]),
        ("after 2020", [("span", 2021, 2100, None)]),
        ("up to 2021", [("year", 2021, 2021, None)]),
        ("until March 2022", [("month", 2022, 2022, "3")]),
        ("in the 2010s", []),
        ("calendar year 2022", [("year", 2022, 2022, None)]),
        ("the years 2019, 2020 and 2021", [("span", 2019, 2021, None)]),
        ("2019 and 2020", [("span", 2019, 2020, None)]),
        ("from 2018 through 2022", [("span", 2018, 2022, None)]),
        ("1 April 2022 to 31 March 2023", [("financial", 2022, 2023, None)]),
        ("1/4/22 to 31/3/23", [("financial", 2022, 2023, None)]),
        ("01.04.2022 - 31.03.2023", [("financial", 2022, 2023, None)]),
        ("12th of March 2021", [("day", 2021, 2021, "2021-03-12")]),
        ("March 12, 2021", [("day", 2021, 2021, "2021-03-12")]),
        ("Mar 2021", [("month", 2021, 2021, "3")]),
        ("Sept. 2022", [("month", 2022, 2022, "9")]),
        ("02/2023", [("month", 2023, 2023, "2")]),
        ("2023-05-17", [("day", 2023, 2023, "2023-05-17")]),
        ("past three years", []),
        ("the last 5 years", []),
        ("academic year 2022/23", [("financial", 2022, 2023, None)]),
        ("school year 2021-22", [("financial", 2021, 2022, None)]),
        ("2018-2023", [("span", 2018, 2023, None)]),
        ("18/19 to 21/22", [("span", 2018, 2022, "financial")]),
        ("2019-2020 to 2021-2022", [("span", 2019, 2022, "financial")]),
        ("April '23", [("month", 2023, 2023, "4")]),
        ("2022's", [("year", 2022, 2022, None)]),
        ("in 2020?", [("year", 2020, 2020, None)]),
        ("FOI 2023/1234", []),
        ("July-September 2022", [("span", 2022, 2022, "7-9")]),
        ("Christmas 2022", [("year", 2022, 2022, None)]),
        ("week commencing 5 June 2023", [("day", 2023, 2023, "2023-06-05")]),
        ("as at 31 December 2022", [("day", 2022, 2022, "2022-12-31")]),
        ("between 2019 and 2023", [("span", 2019, 2023, None)]),
        ("between 1 January 2021 and 30 June 2021", [("span", 2021, 2021, "1-6")]),
        ("may 2020 be excluded", [("month", 2020, 2020, "5")]),
        ("16-17 year olds", []),
        ("pages 14-15", []),
        ("aged 18-19", []),
        ("1 January 2022 to 31 December 2022", [("year", 2022, 2022, None)]),
        ("Apr-23", [("month", 2023, 2023, "4")]),
        ("Apr 22 | May 22", [("month", 2022, 2022, "4"), ("month", 2022, 2022, "5")]),
        ("on May 12 and June 14", []),
        ("Apr 22", []),
    ],
)
def test_times_however_named(text: str, want: list[tuple[str, int, int, str | None]]) -> None:
    assert [(p.kind, p.first, p.last, p.part) for p in periods(text)] == want


def test_the_same_months_are_the_same_time_however_written() -> None:
    (short,), (long,) = periods("Jan-Mar 2023"), periods("January 2023 to March 2023")
    assert short.same(long) and not short.same(periods("April to June 2023")[0])


def test_a_quarter_of_a_year_may_be_that_of_a_financial_year_and_is_told_by_its_number() -> None:
    (plain,), (financial,) = periods("Q2 2022"), periods("Q2 2022/23")
    assert plain.same(financial) and not plain.same(periods("Q1 2022/23")[0])


def test_what_is_before_a_year_leaves_it_out() -> None:
    (early,) = periods("before 2015")
    assert periods("2014")[0].within(early) and not periods("2015")[0].within(early)


def test_the_year_of_a_law_is_no_time() -> None:
    assert periods("exempt under the Freedom of Information Act 2000") == ()
    assert periods("the Environmental Information (Scotland) Regulations 2004 apply") == ()
    assert [p.first for p in periods("the Housing Act 1988 in 2023")] == [2023]
    assert (
        periods("UNDER THE FREEDOM OF INFORMATION ACT 2000, EIR 2004 and Fees Regulations 2004 (SI 2004 No. 3244)")
        == ()
    )


def test_a_month_holds_its_days() -> None:
    (month,) = periods("January 2023")
    assert month.holds(*periods("31/01/2023")) and not month.holds(*periods("1 February 2023"))
    assert not month.holds(*periods("31/01/2022"))


def test_counts_behind_months_in_a_sentence_are_no_years() -> None:
    assert periods("The number of calls by month was April 12, May 12, June 14.") == ()
    assert [p.first for p in periods("Apr 22 | May 22 | Jun 22")] == [2022, 2022, 2022]
