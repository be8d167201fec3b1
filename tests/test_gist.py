from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.document import Source
from indexer.parse import parse
from indexer.stored import Parsed
from service import gist as gists
from service.candidate import Candidate, Origin
from service.extract import extract
from service.gist import FORESEEN, Gist, beside, gist, rules
from service.match import weigh
from service.query import understand
from service.read import Unit, read

LETTER = """Northmarsh Council
Reference: 1204/23

Dear Sir

1. How many parking fines were issued in 2022/23, and of these how many were paid within 14 days?

We issued 4,120 parking fines in 2022/23. Of these, 3,871 were paid within 14 days.

2. Please list the streets.

The streets are:
Harbour Street: 67
Quay Road: 12
Mill Lane: 3

3. Who decided this?

This information is not held. The decision was taken before 1 April 2020 by another body.

4. Please provide the names of the wardens.

This is refused under section 40(2) of the Freedom of Information Act 2000, as it is personal data.

Yours faithfully
"""


@pytest.fixture(scope="module")
def parsed() -> Parsed:
    return parse(Source("/letters/fines.txt", LETTER.encode(), "fines.txt"))


def units(parsed: Parsed, known: Gist | None) -> list[Candidate]:
    said, by_id = parsed.metadata, {section.id: section for section in parsed.sections}
    document = Origin(parsed.source.id, parsed.source.uri, said.title, said.authority, said.reference, said.date)
    found = []
    for name in Gist(gist(parsed), parsed.reading.text)._at:
        question, *answers = name.split(" ")
        parts = tuple(by_id[one] for one in answers)
        one = Candidate(
            document, parsed.reading.text, parsed.sections, parsed.tables, by_id.get(question), parts, 0.5, 0.5, 1.0, 1
        )
        found.append(replace(one, gist=known))
    return found


def forget() -> None:
    for function in FORESEEN.values():
        function.forget()


def said(unit: Unit) -> tuple[object, ...]:
    sets = (unit.bag, unit.asked, unit.context, unit.whole, unit.own, unit.about)
    return (unit.text, unit.letter, *sets, unit.money, unit.funded, unit.times, unit.years, unit.stated, unit.around)


def test_a_unit_read_from_the_gist_says_what_its_text_does(parsed: Parsed) -> None:
    known = Gist(gist(parsed), parsed.reading.text)
    plain, kept = units(parsed, None), units(parsed, known)
    assert len(plain) >= 4
    forget()
    expected = [said(read(one)) for one in plain]
    forget()
    assert [said(read(one)) for one in kept] == expected
    assert all(known.unit(one) is read(one) for one in kept)


@pytest.mark.parametrize(
    "asked",
    ["How many fines were issued in 2022/23?", "How many on Quay Road?", "Who decided?", "Why were names refused?"],
)
def test_what_is_drawn_with_the_gist_is_what_is_drawn_without(parsed: Parsed, asked: str) -> None:
    query = understand(asked, ())
    forget()
    plain = units(parsed, None)
    expected = [extract(query, one, weigh(query, plain)) for one in plain]
    forget()
    known = Gist(gist(parsed), parsed.reading.text)
    found, kept = [], units(parsed, known)
    for one in kept:
        known.tell(one)
        found.append(extract(query, one, weigh(query, kept)))
    assert found == expected
    assert any(one is not None for one in found)


def test_the_gist_spares_the_work(parsed: Parsed) -> None:
    known, worked = Gist(gist(parsed), parsed.reading.text), list[str]()
    ready = units(parsed, known)
    again = Gist(gist(parsed), parsed.reading.text)
    pieces = FORESEEN["seen"]
    inner = pieces.__wrapped__

    def counted(text: str) -> object:
        worked.append(text)
        return inner(text)

    pieces.__wrapped__ = counted
    try:
        forget()
        query = understand("How many fines?", ())
        for one in ready:
            again.tell(one)
            extract(query, one, weigh(query, ready))
    finally:
        pieces.__wrapped__ = inner
    assert worked == []


def test_a_unit_that_is_none_of_the_letters_own_is_worked_out(parsed: Parsed) -> None:
    known = Gist(gist(parsed), parsed.reading.text)
    first, second, *_ = units(parsed, known)
    mixed = replace(first, answers=second.answers)
    assert known.unit(mixed) is None
    assert read(mixed).bag == read(replace(mixed, gist=None)).bag


@pytest.mark.parametrize("body", [b"", b"0123456789abcdef\nother rules", b"\xff\xfe", b"{}"])
def test_a_gist_by_other_rules_is_as_none(parsed: Parsed, body: bytes) -> None:
    known = Gist(body, parsed.reading.text)
    one = replace(units(parsed, None)[0], gist=known)
    known.tell(one)
    assert known.unit(one) is None
    assert said(read(one)) == said(read(replace(one, gist=None)))


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9])
def test_a_damaged_gist_costs_no_answer(parsed: Parsed, kept: float) -> None:
    body = gist(parsed)
    known = Gist(body[: int(len(body) * kept)], parsed.reading.text)
    query = understand("How many fines were issued in 2022/23?", ())
    for plain, one in zip(units(parsed, None), units(parsed, known), strict=True):
        known.tell(one)
        assert said(read(one)) == said(read(plain))
        assert extract(query, one, weigh(query, [one])) == extract(query, plain, weigh(query, [plain]))


def test_a_gist_that_is_whole_and_odd_costs_no_answer(parsed: Parsed) -> None:
    _, _, rest = gist(parsed).partition(b"\n")
    stems, names, *lines = rest.split(b"\n")
    for odd in (b"\n".join([b"one\ttwo", names, *lines]), b"\n".join([stems, names, *(b"[[0]]" for _ in lines)])):
        known = Gist(gists._head(odd) + odd, parsed.reading.text)
        for plain, one in zip(units(parsed, None), units(parsed, known), strict=True):
            known.tell(one)
            assert said(read(one)) == said(read(plain))


def test_a_long_text_has_none(parsed: Parsed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gists, "LONGEST", 100)
    assert gist(parsed) == b""


def test_the_rules_name_every_module_that_a_gist_is_made_by() -> None:
    here = Path(gists.__file__).parent
    waiting = {function.__wrapped__.__module__ for function in FORESEEN.values()} | {read.__module__}
    met: set[str] = set()
    while waiting:
        name = waiting.pop()
        met.add(name)
        for node in ast.walk(ast.parse(here.parent.joinpath(*name.split(".")).with_suffix(".py").read_text())):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("service"):
                found = {f"{node.module}.{one.name}" for one in node.names} | {node.module or ""}
                known = {one for one in found if here.parent.joinpath(*one.split(".")).with_suffix(".py").exists()}
                waiting |= known - met - {"service.gist"}  # which is imported for its type alone
    assert {f"{name.partition('.')[2]}.py" for name in met if name.startswith("service")} <= set(gists._RULES)
    assert {name for name in met if name.startswith("indexer")} == {"indexer.numbers"}


def test_the_write_path_is_told_the_rules(parsed: Parsed) -> None:
    assert beside().rules == rules()
    assert beside().make(parsed).startswith(rules().encode())
