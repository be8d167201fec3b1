"""What a query asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import FoiError
from service.periods import periods
from service.query import addressed, printed, understand
from service.terms import acronym, bag, codes, held, stem, terms, wordings

AUTHORITIES = ("Northmarsh City Council", "Harrowmere Police", "Metropolitan Police Service", "West Midlands Police")


@pytest.mark.parametrize(
    ("query", "words"), [("", "empty"), ("   ", "empty"), ("?!", "no word"), ("x" * 10_001, "10,001 characters")]
)
def test_a_bad_query_is_refused_in_one_clear_line(query: str, words: str) -> None:
    with pytest.raises(FoiError, match=words) as caught:
        understand(query, AUTHORITIES)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("how many orders were breached", "how_many"),
        ("average cost of a repair", "how_many"),
        ("which exemption was used for the redacted parts", "exemption"),
        ("what sections were relied on in 658A/22", "exemption"),
        ("grounds for holding back the email", "exemption"),
        ("why was the policy withheld", "why"),
        ("who reviews an application", "who"),
        ("when does the contract end", "when"),
        ("is the call centre contracted out", "yes_no"),
        ("which section of the council regulates stadiums", "list"),
        ("domestic abuse procedures", "other"),
    ],
)
def test_the_form_of_a_question(query: str, form: str) -> None:
    assert understand(query, AUTHORITIES).form == form


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("pothole repairs completed Northmarsh 2024", "how_many"),
        ("hours the council reckoned it would take to search", "how_many"),
        ("time per file in the estimate", "how_many"),
        ("time taken to answer a 101 call", "how_many"),
        ("cost of the new boiler", "how_many"),
        ("total cost of agency nurses", "how_many"),
        ("price paid for the tablets", "how_many"),
        ("percentage of calls answered in ten seconds", "how_many"),
        ("count of missed bins", "how_many"),
        ("total parking income", "how_many"),
        ("average wait for a driving test", "how_many"),
        ("annual salary of the chief executive", "how_many"),
        ("budget for road gritting", "how_many"),
        ("spend on taxis for pupils", "how_many"),
        ("fixed penalty notices issued 2022/23", "how_many"),
        ("complaints received about noise", "how_many"),
        ("knives seized in stop and search", "how_many"),
        ("pupils permanently excluded", "how_many"),
        ("street lights repaired last winter", "how_many"),
        ("staff sickness days lost", "how_many"),
        ("what did the consultants cost", "how_many"),
        ("what is the budget for library books", "how_many"),
        ("what percentage of claims were paid", "how_many"),
        ("how long did the search take", "how_many"),
        ("how often are the bins emptied", "how_many"),
        ("how big is the fleet", "how_many"),
        ("number of empty homes", "how_many"),
        ("what was the number of upheld appeals", "how_many"),
        ("value of the cleaning contract", "how_many"),
        ("rate of staff turnover", "how_many"),
        ("mileage of the mayor's car", "how_many"),
        ("headcount of the press office", "how_many"),
        ("end date of the lease", "when"),
        ("expected repair date", "when"),
        ("start date of the parking contract", "when"),
        ("date the contract expires", "when"),
        ("when was the bridge closed", "when"),
        ("expiry date of the licence", "when"),
        ("deadline for the internal review", "when"),
        ("what year did the trial begin", "when"),
        ("which month had the fire", "when"),
        ("year the pool opened", "when"),
        ("on what date was the policy approved", "when"),
        ("how soon will the lights be mended", "when"),
        ("date of the last inspection", "when"),
        ("section of the Act used to refuse the emails", "exemption"),
        ("section of FOIA relied on for names", "exemption"),
        ("which regulation was used to hide the legal advice", "exemption"),
        ("on what exemption were the figures withheld", "exemption"),
        ("exemption cited for the risk register", "exemption"),
        ("exception under which the heron map was cut", "exemption"),
        ("the lock keepers' handbook: exemption", "exemption"),
        ("lock call-outs refusal section", "exemption"),
        ("how many oars are in store, exemption claimed by the Board", "exemption"),
        ("grounds for not saying whether boats are watched", "exemption"),
        ("how many exemptions were claimed from mooring fees", "how_many"),
        ("chart of the weir, published by when", "when"),
        ("what exemption covers the salaries", "exemption"),
        ("under which section was it turned down", "exemption"),
        ("regulation relied upon to keep the report back", "exemption"),
        ("provision of the EIR used to withhold the map", "exemption"),
        ("exemption applied to the redacted names", "exemption"),
        ("legal basis for withholding the contract", "exemption"),
        ("what part of the legislation or exemption was quoted", "exemption"),
        ("reason for refusing the request", "why"),
        ("reasons given for closing the library", "why"),
        ("why are the figures withheld", "why"),
        ("rationale for the road closure", "why"),
        ("justification for the fee increase", "why"),
        ("what was the reason for the delay", "why"),
        ("how come the lights were off", "why"),
        ("name of the customer who bought the land", "who"),
        ("name of the supplier", "who"),
        ("who signed the contract", "who"),
        ("which company runs the leisure centre", "who"),
        ("which officer decided", "who"),
        ("supplier of the bodycams", "who"),
        ("firm that won the tender", "who"),
        ("officer responsible for trees", "who"),
        ("contractor used for bailiff work", "who"),
        ("whose signature is on the lease", "who"),
        ("is the car park owned by the council", "yes_no"),
        ("did the force use facial recognition", "yes_no"),
        ("whether the school has asbestos", "yes_no"),
        ("confirm whether pest control is free", "yes_no"),
        ("are drones used", "yes_no"),
        ("has the lease been renewed", "yes_no"),
        ("list of vape shops inspected", "list"),
        ("names of schools with asbestos", "list"),
        ("types of weapon found", "list"),
        ("which wards had the highest number of fly tips", "list"),
        ("what are the opening hours", "list"),
        ("does the council hold the minutes", "held"),
        ("do you hold data on swans", "held"),
        ("where is the depot", "which"),
        ("what system records complaints", "which"),
        ("what happened to the library", "which"),
        ("council tax exemptions for students", "other"),
        ("domestic abuse policy", "other"),
        ("cost centre codes", "other"),
        ("which sections of the A57 were resurfaced", "list"),
        ("what is the SEND provision", "which"),
        ("how many exemptions were granted", "how_many"),
        ("which section was relied on to withhold the map", "exemption"),
        ("speed camera thresholds", "other"),
        ("debt collection agencies used", "other"),
        ("Harrowmere Police stops 2020", "other"),
        ("copies of letters received about the bypass", "other"),
        ("domestic abuse arrests to date", "other"),
        ("minutes of the cabinet meeting", "other"),
    ],
)
def test_the_form_of_questions_asked_in_key_words(query: str, form: str) -> None:
    assert understand(query, AUTHORITIES).form == form


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("how many stops did Harrowmere Police make", ("Harrowmere Police",)),
        ("Harrowmere stops in 2020", ("Harrowmere Police",)),
        ("Has the Met's policy been released?", ("Metropolitan Police Service",)),
        ("what does the MPS follow", ("Metropolitan Police Service",)),
        ("WMP arrests", ("West Midlands Police",)),
        ("wmp and other letters in small", ()),
        ("requirements met by the council", ()),
        ("Northmarsh council potholes and Harrowmere arrests", ("Northmarsh City Council", "Harrowmere Police")),
    ],
)
def test_authorities_by_name_place_and_initials(query: str, named: tuple[str, ...]) -> None:
    assert understand(query, AUTHORITIES).authorities == named


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("Orrin Vale Police and Crime Commissioner", "what the Orrin Vale PCC spent on boats"),
        ("Office of the Police and Crime Commissioner for Orrin Vale", "Orrin Vale police & crime commissioner boats"),
        ("Orrin Vale Police and Crime Commissioner", "the Orrin Vale Commissioner's boat"),
        ("NHS Orrin Vale Integrated Care Board", "boats of Orrin Vale ICB"),
        ("University of Orrin", "Orrin University boats"),
        ("Orrin University", "boats at the University of Orrin"),
        ("London Borough of Orrinmere", "Orrinmere boats"),
        ("Orrin Vale Parish Council", "boats moored by Orrin Vale"),
        ("Orrin Vale Homes", "Orrin Vale Homes tenants with boats"),
        ("Orrin Vale Fire and Rescue Authority", "Orrin Vale fire service boats"),
        ("Orrin Vale Hospitals NHS Foundation Trust", "boats of Orrin Vale Hospital"),
    ],
)
def test_a_body_is_known_by_what_its_kind_is_called(name: str, query: str) -> None:
    found = understand(query, (name, "Marl County Council"))
    assert found.authorities == (name,)
    assert found.stranger is None and set(found.terms) <= bag("boats boat spent moored tenants")


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("pupils' standard in reading in 2023", ()),
        ("burglaries in Nottingham", ()),
        ("how many Barset homes are empty", ("Barset County Council",)),
        ("Barset Homes rents", ("Barset Homes Ltd",)),
        ("Barset fire hydrants", ("Barset County Council",)),
        ("University of Birmingham rents", ("University of Birmingham",)),
        ("Marlow Borough Council potholes", ("Marlow Borough Council",)),
        ("Ombudsman complaints upheld", ()),
    ],
)
def test_places_and_topics_are_no_bodies_and_one_named_in_full_no_other(query: str, named: tuple[str, ...]) -> None:
    known = (
        *(
            "University of Reading",
            "University of Nottingham",
            "University of Birmingham",
            "Birmingham City University",
        ),
        *("Barset County Council", "Barset Homes Ltd", "Barset Fire and Rescue Authority", "Housing Ombudsman Service"),
        *("Marlow Borough Council", "Marlow Town Council"),
    )
    assert understand(query, known).authorities == named


def test_a_commissioner_is_not_the_police_of_the_place() -> None:
    both = ("Orrin Vale Police", "Orrin Vale Police and Crime Commissioner")
    assert understand("Orrin Vale Police boats", both).authorities == both[:1]
    assert understand("Orrin Vale PCC boats", both).authorities == both[1:]


def test_an_institution_is_known_by_its_place_where_no_other_is() -> None:
    trust, other = "Larkmere Mental Health NHS Foundation Trust", "Northmarsh Teaching Hospitals NHS Trust"
    known = (trust, other, "Department for Rural Roads", *AUTHORITIES)
    assert understand("Larkmere ward closures", known).authorities == (trust,)
    assert understand("larkmere ward closures", known).authorities == ()
    assert understand("potholes on Larkmere Road", known).authorities == ()
    assert understand("homes built in Larkmere", known).authorities == ()
    assert understand("Larkmere Borough Council potholes", known).authorities == ()
    assert understand("Northmarsh ward closures", known).authorities == ("Northmarsh City Council",)
    assert understand("Department for Rural Roads travel", known).form == "other"


def test_an_authority_that_the_index_lacks_is_known_as_a_stranger() -> None:
    assert understand("how many knife crimes did Saltmoor Police record", AUTHORITIES).stranger == "Saltmoor Police"
    assert understand("how many knife crimes did Harrowmere Police record", AUTHORITIES).stranger is None


def test_names_of_authorities_and_times_are_no_terms() -> None:
    query = understand("how many potholes did Northmarsh City Council fix in 2020", AUTHORITIES)
    assert query.terms == ("pothol", "fix")
    assert [(p.kind, p.first) for p in query.periods] == [("year", 2020)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("in 2018", [("year", 2018, 2018, None)]),
        ("2019/20", [("financial", 2019, 2020, None)]),
        ("2018/2019", [("financial", 2018, 2019, None)]),
        ("20/21", [("financial", 2020, 2021, None)]),
        ("2020-24", [("span", 2020, 2024, None)]),
        ("2014 to 2019", [("span", 2014, 2019, None)]),
        ("2019/20 to 2023/24", [("span", 2019, 2024, "financial")]),
        ("the five years to 2024", [("span", 2020, 2024, None)]),
        ("between April 2022 and March 2023", [("financial", 2022, 2023, None)]),
        ("since 2018", [("span", 2018, 2100, None)]),
        ("Q3 2023", [("quarter", 2023, 2023, "Q3")]),
        ("April 2024", [("month", 2024, 2024, "4")]),
        ("19th December 2023", [("day", 2023, 2023, "2023-12-19")]),
        ("26/09/2023", [("day", 2023, 2023, "2023-09-26")]),
        ("16966/19", []),
        ("7,069 8,275", []),
        ("a total of 1851", []),
    ],
)
def test_periods(text: str, want: list[tuple[str, int, int, str | None]]) -> None:
    assert [(p.kind, p.first, p.last, p.part) for p in periods(text)] == want


@given(st.text(max_size=120))
def test_periods_stay_inside_any_text(text: str) -> None:
    assert all(0 <= p.start < p.end <= len(text) and p.first <= p.last for p in periods(text))


def test_references_and_sections_named() -> None:
    query = understand("what exemption applies to request 658A/22", AUTHORITIES)
    assert query.references == ("658A/22",)
    assert understand("relied on in 01.FOI.22.023434", AUTHORITIES).references == ("01.FOI.22.023434",)
    assert understand("spending in 2019/20", AUTHORITIES).references == ()
    assert understand("who uses section 31(1)(a)", AUTHORITIES).exemptions == ("31(1)(a)",)
    assert understand("law enforcement exemption", AUTHORITIES).exemptions == ("31",)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("berths let at the end of March 2023", ("berth", "let")),
        ("berths let between 2019 and 2021 inclusive", ("berth", "let")),
        ("berths at the end of the pier", ("berth", "end", "pier")),
    ],
)
def test_what_part_of_a_time_is_meant_is_no_term(text: str, terms: tuple[str, ...]) -> None:
    assert understand(text, ()).terms == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("berths let, September 2024 request", ("berth", "let")),
        ("berths let, asked for in March 2024", ("berth", "let")),
        ("berths let: FOI of 19/09/2023", ("berth", "let")),
        ("how many requests for berths", ("berth",)),
        ("FOI requests about berths", ("@foi", "berth")),
    ],
)
def test_what_is_said_of_the_letter_by_its_date_is_no_term(text: str, terms: tuple[str, ...]) -> None:
    assert understand(text, ()).terms == terms


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("harbour master, name and job title", "who"),
        ("original day planned for the regatta", "when"),
        ("latest possible date of the regatta", "when"),
    ],
)
def test_forms_told_by_a_noun(text: str, form: str) -> None:
    assert understand(text, ()).form == form


@pytest.mark.parametrize("token", ["SPO", "SPOs", "SPO's", "SPO’s", "spos"])
def test_acronyms_in_every_guise(token: str) -> None:
    assert acronym(token) == "spo"


@pytest.mark.parametrize("token", ["it", "send", "app", "the", "orders", "IT WAS"])
def test_words_that_are_no_acronym(token: str) -> None:
    assert acronym(token) is None


def test_an_acronym_and_its_words_are_the_same_thing() -> None:
    assert "stalking protection order" in wordings("how many SPOs were breached")
    assert "SPO" in wordings("stalking protection orders breached")
    assert terms("stalking protection orders breached") == ("breach", "@spo")
    assert held("@spo", bag("the Stalking Protection Orders that were breached")) == 1.0
    assert held("@spo", bag("in order to stop stalking, data protection")) < 1.0


def test_learnt_initialisms_count_both_ways() -> None:
    learnt = {"hqx": ("harbour quay exchange",)}
    assert "harbour quay exchange" in wordings("cost of the HQX", learnt)
    assert "HQX" in wordings("cost of the harbour quay exchange", learnt)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("orders", "order"),
        ("breached", "breach"),
        ("policies", "policy"),
        ("issuing", "issued"),
        ("refused", "refuse"),
        ("Council's", "council"),
    ],
)
def test_stems_join_the_forms_of_a_word(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("police", "policy"), ("speed", "spend"), ("with", "without")])
def test_stems_keep_words_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)
    assert held(stem(one), bag(other)) == 0.0


def test_lapses_of_time_are_the_same_however_counted() -> None:
    assert held(terms("unlet for over 12 months")[-1], bag("void for over 365 days")) == 1.0
    assert held(terms("unlet for over 12 months")[-1], bag("longer than 1 year")) == 1.0
    assert held(terms("unlet for over 12 months")[-1], bag("longer than 6 months")) == 0.0
    assert held(terms("answered within 20 days")[-1], bag("after the 20 working day limit")) == 1.0
    assert held(terms("the four-year lease")[-1], bag("over a 4-year term")) == 1.0


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("how many drones does Wexcombe Constabulary fly", "how many drones does Saltmoor Police fly"),
        (
            "Wexcombe's drones, and those of Wexcombe Constabulary",
            "Saltmoor Police drones, and those of Saltmoor Police",
        ),
        ("how many drones does Kent Police fly in 2023/24", "how many drones does Saltmoor Police fly in 2023/24"),
        ("how many drones are flown", "how many drones are flown"),
    ],
)
def test_a_question_is_put_to_another_authority_in_its_own_name(query: str, expected: str) -> None:
    assert addressed(query, "Saltmoor Police", ("Wexcombe Constabulary", "Saltmoor Police")) == expected


@pytest.mark.parametrize(
    ("query", "stranger"),
    [
        ("food inspections overdue at Saltmere council 2023", "Saltmere council"),
        ("does Saltmere council hold a list of slipways", "Saltmere council"),
        ("how many Harrowmere police drones flew", None),
        ("what the City council pays for slipways", None),
        ("Female police officers who fly drones", None),
        ("Unmarked police cars with drones", None),
        ("Overdue council tax in slipway cottages", None),
        ("Saltmere council slipways repaired in 2022", "Saltmere council"),
        ("Northmarsh council slipways repaired in 2022", None),
        ("East Saltmere police officers who fly drones", "East Saltmere police"),
    ],
)
def test_an_authority_is_known_by_its_noun_in_lower_case(query: str, stranger: str | None) -> None:
    assert understand(query, ("Harrowmere Police", "Northmarsh City Council")).stranger == stranger


def test_may_is_a_month_before_a_year() -> None:
    assert understand("May 2024 request on ferries: what Northmarsh paid", ()).form != "yes_no"
    assert understand("may a ferry land at Northmarsh", ()).form == "yes_no"


def test_words_that_only_join_others_are_no_terms() -> None:
    assert understand("whether slipways went unused because of themselves or anything else", AUTHORITIES).terms == (
        "slipway",
        "unus",
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("contracts with G4S on the A57", ("g4s", "a57")),
        ("g4s contracts", ("g4s",)),
        ("MG11s taken, a 5G mast and NO2 on the M25.", ("mg11", "5g", "no2", "m25")),
        ("refused under s31, S21 and r12 in Q3, for £3M, 18s, 40mph, PM2.5, 31/00417/FUL, s40(2A) at 9AM", ()),
        ("1ST April, question 2A, reg12, sec40, p12, dec22, jan23, £5K, 5K, AY2022, no3", ()),
    ],
)
def test_names_of_letters_and_figures_are_terms_whole(text: str, names: tuple[str, ...]) -> None:
    query = understand(text, ())
    assert tuple(term for term in query.terms if term in codes(text)) == names
    assert query.names[: len(names)] == names and set(names) <= bag(text)
    assert [str(printed(query, name)).lower() for name in names] == list(names)


def test_months_and_capitals_throughout_are_no_names() -> None:
    assert understand("how many repairs in December at Kettle Bridge", ()).names == ("kettl", "bridg")
    assert understand("How Many Repairs Were Finished", ()).names == ()


@pytest.mark.parametrize(("short", "known"), [("DfE", "dfe"), ("SuDS", "suds"), ("suds", None), ("ons", None)])
def test_an_acronym_with_small_letters_counts_and_a_word_does_not(short: str, known: str | None) -> None:
    assert acronym(short) == known


@pytest.mark.parametrize("query", ["Barset council parking fines", "parking fines of Barset-on-Sea council"])
def test_a_council_is_known_without_what_its_place_is_told_from_others_by(query: str) -> None:
    assert understand(query, ["Barset-on-Sea Borough Council", "Melford City Council"]).authorities == (
        "Barset-on-Sea Borough Council",
    )


@pytest.mark.parametrize(
    ("query", "left_out"),
    [
        ("how many cases of mumps were there", "cas"),
        ("number of incidents of mumps", "incident"),
        ("how much money was lost at the fair", "money"),
    ],
)
def test_what_is_only_counted_by_is_no_term(query: str, left_out: str) -> None:
    assert left_out not in understand(query, ()).terms


@pytest.mark.parametrize(
    ("query", "kept"), [("how many court cases were lost", "cas"), ("money lost at the fair", "money")]
)
def test_what_is_asked_for_stays_a_term(query: str, kept: str) -> None:
    assert kept in understand(query, ()).terms
