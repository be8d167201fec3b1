"""`python -m eval answers`: labelled questions asked, and what of the answers is right.

Outcome, words, citation and abstention, whether every quotation is verbatim, and where the labelled place stands in the
search; over all questions and by their kind. Without --questions the project's own, on `corpus/samples`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from eval.command import (
    Cell,
    Parser,
    Table,
    format_option,
    going_of,
    going_option,
    keep_option,
    printed,
    system_options,
    told,
)
from eval.judgements import Question, Target, Texts, read_questions
from eval.kept import Kept, keep, made
from eval.progress import resumed
from eval.significance import interval
from eval.systems import Object, System, opened
from eval.verdicts import DEPTH, Verdict, by_kind, by_question, figures, intervals, judged

QUESTIONS = Path(__file__).parent / "questions" / "samples.jsonl"

HEADLINES = ("recall@1", "recall@5", "mrr@10", "answer", "citation", "abstain_precision", "abstain_recall", "verbatim")


def asked(system: System, questions: Sequence[Question], going: Path | None = None) -> list[Verdict]:
    """Every question searched for and asked, and judged. `going` keeps what is done, and is the caller's to delete."""

    def work(query: str) -> dict[str, Any]:
        return {"search": _hits(system.search(query, DEPTH)), "ask": dict(system.ask(query))}

    if going is None:
        found = {question.id: work(question.query) for question in questions}
    else:
        found = resumed(going, system.settings, [(q.id, q.query) for q in questions], work)
    return [judged(q, found[q.id]["search"], found[q.id]["ask"], system.text) for q in questions]


def _hits(found: Object) -> dict[str, Any]:
    """A search without what is not judged, to keep while an evaluation goes on."""
    return {"hits": [{key: hit[key] for key in ("rank", "start", "end", "document")} for hit in found["hits"]]}


def tables(verdicts: Sequence[Verdict]) -> list[tuple[str, Table]]:
    """The figures with intervals where they are means over questions, and by kind of question."""
    values = by_question(verdicts)
    rows: list[tuple[Cell, ...]] = []
    of_some = intervals(verdicts)
    for name, mean in figures(verdicts).items():
        about = interval(list(values[name].values())) if name in values else None
        low, high = (about.low, about.high) if about else of_some.get(name, (None, None))
        rows.append((name, mean, low, high))
    kinds: list[tuple[Cell, ...]] = [
        (kind, int(found["questions"]), *(found.get(name) for name in HEADLINES))
        for kind, found in by_kind(verdicts).items()
    ]
    return [
        ("Answers, with 95 % bootstrap intervals", Table(("figure", "value", "low", "high"), tuple(rows))),
        ("By kind of question", Table(("kind", "questions", *HEADLINES), tuple(kinds))),
    ]


def result(
    name: str, verdicts: Sequence[Verdict], settings: dict[str, Any], questions: Path, texts: Texts | None = None
) -> Kept:
    """What is kept: figures, each question's, by kind, and the misses that weigh most.

    A miss is kept with its text where the questions are the project's own; of others' letters nothing is copied here.
    """
    ours = questions.resolve().is_relative_to(QUESTIONS.parent)
    missed = (_miss(v, texts if ours else None) for v in _surest(verdicts))
    return made(
        name,
        figures(verdicts),
        queries={name: row for name, row in by_question(verdicts).items() if row},
        settings=settings | {"questions": questions.name},
        tables={"by kind": by_kind(verdicts), "intervals": intervals(verdicts)},
        misses=tuple(miss if ours else miss | dict.fromkeys(_TEXTS, "") for miss in missed),
    )


_TEXTS = ("query", "wanted", "given", "cited")


def _surest(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The misses, those first that the program was surest of."""
    return sorted((v for v in verdicts if not v.right), key=lambda v: -v.confidence)


def _wanted(target: Target, texts: Texts | None) -> str:
    """The answer as labelled, or where it is no words, the text of the place to be cited."""
    said = repr(target.answer)
    if target.answer is None and texts is not None:
        start, end = target.spans[0]
        said = f"cite {texts(target.document)[start:end][:200]!r}"
    return f"{target.outcome}: {said} in {target.document}"


def _miss(verdict: Verdict, texts: Texts | None) -> dict[str, Any]:
    question = verdict.question
    wanted = "; ".join(_wanted(target, texts) for target in question.targets[:2])
    wrong = [name for name in ("outcome", "text", "citation") if not getattr(verdict, name)]
    return {
        "id": question.id,
        "kind": question.kind,
        "query": question.query,
        "wanted": wanted or "not_found",
        "given": verdict.given[:400],
        "cited": verdict.cited,
        "confidence": verdict.confidence,
        "rank": verdict.rank,
        "wrong": wrong if not question.negative else ["answered"],
    }


def main(arguments: Sequence[str] | None = None) -> int:
    parser = Parser(prog="python -m eval answers", description=(__doc__ or "").split("\n\n")[0])
    system_options(parser)
    parser.add_argument("--questions", type=Path, default=QUESTIONS, help="labelled questions, as JSON lines")
    parser.add_argument("--show", action="store_true", help="list every miss on stderr, the surest first")
    keep_option(parser)
    going_option(parser)
    format_option(parser)
    given = parser.parse_args(arguments)
    system = opened(given.data, given.url)
    going = going_of(given)
    verdicts = asked(system, read_questions(given.questions, system.text), going)
    if given.show:
        for miss in (_miss(v, system.text) for v in _surest(verdicts)):
            print(
                f"{miss['id']} {miss['query']!r}: wrong {', '.join(miss['wrong'])}; wanted {miss['wanted']}; "
                f"got {miss['given'][:160]} citing {miss['cited'][:160]} ({miss['confidence']:.2f})",
                file=sys.stderr,
            )
    printed(tables(verdicts), given)
    if given.keep:
        keep(given.keep, result(given.keep.stem, verdicts, dict(system.settings), given.questions, system.text))
    if going is not None:
        going.unlink(missing_ok=True)
    return 0


if __name__ == "__main__":
    sys.exit(told(main, "eval.answers"))
