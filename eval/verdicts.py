"""Answers against labels: outcome, words, citation, abstention, and where the passage stands in the search.

The rules, and so the figures, are those of the public scoring script where both can be had (`tests/test_verdicts.py`
holds them to each other). Beyond it, a label may name several documents of which any will do, other outcomes that are
right too, and the number that counts; and every figure is kept by question, for intervals and comparisons.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.document import FoiError
from eval.judgements import Question, Target, Texts, named
from eval.measures import PerQuery
from eval.significance import interval

Object = Mapping[str, Any]

DEPTH = 10
"""How many hits are looked at: the deepest of recall@k and MRR@10."""

_NUMBER = re.compile(r"[£$]?\d+(\.\d+)?%?")
_CODE = re.compile(r"s\d+[A-Z]?(?:\(\w+\))*")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was right of one answer. `rank` is that of the first hit at a labelled place, None where none is."""

    question: Question
    outcome: bool
    text: bool
    citation: bool
    abstained: bool
    rank: int | None
    confidence: float
    quotes: int
    verbatim: int
    others: float | None
    given: str
    cited: str = ""

    @property
    def right(self) -> bool:
        """Fully right: abstained where nothing answers, else outcome, words and citation all as labelled."""
        return self.abstained if self.question.negative else self.outcome and self.text and self.citation


def normal(words: str | None) -> str:
    """Words as compared: one case, one space, thousands separators gone, only the marks that matter in figures."""
    plain = unicodedata.normalize("NFKC", words or "").lower().replace("\u2019", "'")
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", plain)
    return re.sub(r"[^a-z0-9%£$.+'()/-]+", " ", plain).strip(" .")


def says(got: str | None, value: float | None, target: Target) -> bool:
    """Whether the wanted words stand in `got` as whole words.

    A number among many others is no answer, so where a number is wanted, `value`, the one that the answer says it
    is about, must be it; without one, there may be at most three. Where words are wanted, the answer may not be a
    page of them.
    """
    if target.answer is None:
        return True
    have, want = normal(got), normal(target.answer)
    if not want:
        return True
    stands = re.search(rf"(?<![a-z0-9.]){re.escape(want)}(?![a-z0-9]|\.\d)", have) is not None
    if not _NUMBER.fullmatch(want):
        return stands and len(have) <= 4 * len(want) + 400
    if value is None:
        return stands and len(re.findall(r"\d+(?:\.\d+)?", have)) <= 3
    told = re.search(r"\d+(?:\.\d+)?", want)
    return stands and ((told is not None and value == float(told[0])) or value == target.value)


def judged(question: Question, found: Object, asked: Object, texts: Texts) -> Verdict:
    """The answer `asked` and the hits `found`, both as the interface gives them, against the label."""
    citations = list(asked.get("citations") or ())
    tries = [_against(target, asked, citations) for target in question.targets]
    outcome, text, citation = max(tries, key=lambda one: (all(one), sum(one)), default=(True, True, True))
    hits = sorted(found.get("hits") or (), key=lambda hit: hit["rank"])
    rank = next((hit["rank"] for hit in hits if any(_at(target, hit) for target in question.targets)), None)
    quotes, verbatim = _verbatim(citations, texts)
    return Verdict(
        question,
        outcome,
        text,
        citation,
        asked.get("outcome") == "not_found",
        rank,
        float(asked.get("confidence") or 0.0),
        quotes,
        verbatim,
        _others(question, asked, citations),
        f"{asked.get('outcome')}: {asked.get('answer')!r}",
        next((f"{named(one.get('uri') or '')}: {(one.get('quote') or '')[:200]!r}" for one in citations[:1]), ""),
    )


def _against(target: Target, asked: Object, citations: Sequence[Object]) -> tuple[bool, bool, bool]:
    """(outcome, words, citation) right by one target."""
    said = asked.get("outcome")
    text = says(asked.get("answer"), asked.get("value"), target)
    outcome = said == target.outcome or said in target.accept
    if target.outcome in ("unreadable", "any"):
        outcome = outcome or said not in (None, "not_found")
    if target.outcome == "withheld" and target.answer is not None:  # asked for the exemption: naming it is the answer
        outcome = said in ("withheld", "partly_disclosed", "disclosed")
        codes = _CODE.findall(target.answer)
        if codes and not text:
            body = " ".join([asked.get("answer") or "", *(c.get("quote") or "" for c in citations)])
            plain = normal(body).replace("section ", "s").replace(" ", "")
            text = all(normal(code.partition("(")[0]) in plain for code in codes)
    return outcome, text, any(_at(target, one) for one in citations[:1])


def _at(target: Target, one: Object) -> bool:
    uri = one.get("uri") or (one.get("document") or {}).get("uri") or ""
    return bool(uri) and target.at(uri, one["start"], one["end"])


def _verbatim(citations: Iterable[Object], texts: Texts) -> tuple[int, int]:
    """(quotes given, quotes that equal the document's text at their offsets)."""
    quotes = verbatim = 0
    for one in citations:
        if one.get("uri") and one.get("quote") is not None:
            try:
                text = texts(one["uri"])
            except FoiError:
                continue
            quotes += 1
            verbatim += text[one["start"] : one["end"]] == one["quote"]
    return quotes, verbatim


def _others(question: Question, asked: Object, citations: Sequence[Object]) -> float | None:
    """Where several documents answer: the share of them that the answer or its `others` cite."""
    if len(question.targets) < 2:
        return None
    shown = [*citations, *(c for other in asked.get("others") or () for c in other.get("citations") or ())]
    return sum(any(_at(target, one) for one in shown) for target in question.targets) / len(question.targets)


# Figures

_ANSWERABLE: dict[str, Callable[[Verdict], float]] = {
    "recall@1": lambda v: float(v.rank is not None and v.rank <= 1),
    "recall@3": lambda v: float(v.rank is not None and v.rank <= 3),
    "recall@5": lambda v: float(v.rank is not None and v.rank <= 5),
    "recall@10": lambda v: float(v.rank is not None and v.rank <= 10),
    "mrr@10": lambda v: 1 / v.rank if v.rank is not None and v.rank <= 10 else 0.0,
    "answer_text": lambda v: float(v.text),
    "outcome": lambda v: float(v.outcome),
    "citation": lambda v: float(v.citation),
}
"""Figures of the questions that something answers."""


def by_question(verdicts: Sequence[Verdict]) -> dict[str, PerQuery]:
    """Every figure that is a mean over questions, by question: `answer` over all, the others over the answerable."""
    positive = [v for v in verdicts if not v.question.negative]
    found = {name: {v.question.id: value(v) for v in positive} for name, value in _ANSWERABLE.items()}
    found["answer"] = {v.question.id: float(v.right) for v in verdicts}
    return found


def intervals(verdicts: Sequence[Verdict]) -> dict[str, tuple[float, float]]:
    """Bootstrap intervals, 95 %, of the figures that are means over some of the questions only."""
    negative = [float(v.abstained) for v in verdicts if v.question.negative]
    abstained = [float(v.question.negative) for v in verdicts if v.abstained]
    rows = {"abstain_precision": abstained, "abstain_recall": negative} if negative else {}
    found = {name: interval(row) for name, row in rows.items() if row}
    return {name: (one.low, one.high) for name, one in found.items()}


def figures(verdicts: Sequence[Verdict]) -> dict[str, float]:
    """The means, and what is a ratio over all: abstention, quotations, other documents' answers.

    Left out is what these questions cannot tell: abstention where each has an answer, finding where none has.
    """
    means = {name: _mean(row.values()) for name, row in by_question(verdicts).items() if row}
    abstained = [v for v in verdicts if v.abstained]
    negative = [v for v in verdicts if v.question.negative]
    several = [v.others for v in verdicts if v.others is not None]
    found = {
        "questions": float(len(verdicts)),
        **means,
        "verbatim": sum(v.verbatim for v in verdicts) / max(1, sum(v.quotes for v in verdicts)),
    }
    if negative:
        found["abstain_precision"] = sum(v.question.negative for v in abstained) / max(1, len(abstained))
        found["abstain_recall"] = sum(v.abstained for v in negative) / len(negative)
    return found | ({"others": _mean(several)} if several else {})


def by_kind(verdicts: Sequence[Verdict]) -> dict[str, dict[str, float]]:
    """`figures` of each kind of question."""
    kinds = sorted({v.question.kind for v in verdicts})
    return {kind: figures([v for v in verdicts if v.question.kind == kind]) for kind in kinds}


def _mean(values: Iterable[float]) -> float:
    row = list(values)
    return sum(row) / len(row) if row else 0.0
