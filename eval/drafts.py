"""What would be answered if nothing were ever withheld: the best draft of each question, and how sure it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.document import FoiError
from eval.judgements import Question
from eval.parts import Part, without
from eval.systems import Local
from eval.verdicts import judged
from service import answer
from service import index as reading

_WATCHED = ("WEIGHTS", "RIGHT", "THRESHOLD", "certainty", "answer", "_logistic")


@dataclass(frozen=True, slots=True)
class Draft:
    """A question's best draft. `group` is the document of its label, which what is fitted and judged must not share.

    `cited` says that its first citation stands where the label does, whatever it says.
    `sure` is what the decision to answer rests on, `confidence` what the reader is told; `evidence` and `features` are
    what the two logistics weigh.
    """

    id: str
    group: str
    answerable: bool
    right: bool
    cited: bool
    sure: float
    confidence: float
    evidence: dict[str, float]
    features: dict[str, float]


def drafts(system: Local, questions: Sequence[Question]) -> Iterator[Draft]:
    """The best draft of each question; questions for which nothing was drawn are left out.

    Raises FoiError where `service.answer` no longer weighs evidence as this watches it.
    """
    if gone := [name for name in _WATCHED if not hasattr(answer, name)]:
        raise FoiError(f"service.answer has no {gone[0]}, so drafts cannot be watched: mend eval/drafts.py")
    seen: dict[int, dict[str, float]] = {}
    plain = answer._logistic

    def recording(weights: Mapping[str, float], values: Mapping[str, float]) -> float:
        seen.setdefault(id(weights), dict(values))  # the first is the best draft's, whatever else is weighed after it
        return plain(weights, values)

    thresholded = answer.answer

    def always(*given: Any, **more: Any) -> Any:
        return thresholded(*given, **(more | {"threshold": 0.0}))

    open_handed = Part("threshold", "", ((answer, "_logistic", recording), (reading, "answer", always)))
    with without(open_handed):
        for question in questions:
            seen.clear()
            asked = system.ask(question.query)
            evidence, features = seen.get(id(answer.WEIGHTS)), seen.get(id(answer.RIGHT))
            if evidence is None or features is None:
                if asked["outcome"] != "not_found":
                    raise FoiError("service.answer gave an answer that it had not weighed here: mend eval/drafts.py")
                continue
            verdict = judged(question, {}, asked, system.text)
            yield Draft(
                question.id,
                question.targets[0].document if question.targets else question.id,
                not question.negative,
                not question.negative and verdict.right,
                not question.negative and verdict.citation,
                answer.certainty({k: v for k, v in evidence.items() if k != "contradicted"}),
                float(asked["confidence"]),
                evidence,
                features,
            )
