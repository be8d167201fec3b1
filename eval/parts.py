"""The parts that search and answers are made of, each of which can be left out while the others stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

from corpus.document import FoiError
from indexer import lexical
from service import answer, rank, retrieve, search, terms
from service import index as reading
from service.query import Query, understand
from service.search import Hit

Switch = tuple[ModuleType, str, Any]
"""(module, name, what stands in for it while the part is out)."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part. `asks` is whether answers depend on it, and not only the order of hits."""

    name: str
    about: str
    switches: tuple[Switch, ...]
    asks: bool = True


@contextmanager
def without(part: Part) -> Iterator[None]:
    """While this lasts, the part is out. Raises FoiError where the code has no such part any more."""
    with ExitStack() as back:
        for module, name, instead in part.switches:
            if not hasattr(module, name):
                raise FoiError(f"{module.__name__} has no {name}: the part {part.name!r} cannot be left out")
            back.callback(setattr, module, name, getattr(module, name))
            setattr(module, name, instead)
        yield


def _asked(**instead: Any) -> tuple[Switch, ...]:
    """Queries understood without some of what they say."""

    def blind(*given: Any, **more: Any) -> Query:
        return replace(understand(*given, **more), **instead)

    return ((reading, "understand", blind),)


def _unlearnt() -> tuple[Switch, ...]:

    def unlearnt(text: str, authorities: Sequence[str], learnt: Mapping[str, tuple[str, ...]] | None = None) -> Query:
        return understand(text, authorities)

    return ((reading, "understand", unlearnt),)


def _unfolded(hits: Sequence[Hit]) -> list[tuple[Hit, list[tuple[str, int, int]]]]:
    return [(hit, []) for hit in hits]


def _unweighted(name: str) -> tuple[Switch, ...]:
    return ((rank, "_RANK", {**rank._RANK, name: 0.0}),)


def _unfollowed(best: Any, *_: Any) -> Any:
    return best


FINDING = (
    Part("dense", "the passage's cosine to the query", ((retrieve, "DENSE_WEIGHT", 0.0),)),
    Part("lexical", "the passage's BM25", ((retrieve, "LEXICAL_WEIGHT", 0.0),)),
    Part("letter", "the whole letter's BM25", ((retrieve, "LETTER_WEIGHT", 0.0),)),
    Part("kind prior", "page furniture and reasoning set back", ((retrieve, "_KIND_WEIGHT", {}),)),
    Part("copied", "text copied from letter to letter set back", ((retrieve, "_REPEATED_WEIGHT", 0.0),)),
    Part("function words", "dropped from the words searched for", ((retrieve, "sought", lexical.terms),)),
    Part("wordings", "acronyms spelt out and back, for the words", _asked(wordings=())),
    Part("learnt acronyms", "those that the letters themselves define", _unlearnt()),
    Part("thesaurus", "words that mean the same, for the fit", ((terms, "SAME", 0.0), (terms, "CLOSE", 0.0))),
    Part("periods", "years and dates that the query names", _asked(periods=())),
    Part("authorities", "authorities that the query names", _asked(authorities=(), stranger=None)),
    Part("references", "references that the query names", _asked(references=())),
    Part("form", "what sort of thing is asked for", _asked(form="other")),
    Part("fit", "the fit of question and answer, in sorting hits", ((search, "FIT_WEIGHT", 0.0),), asks=False),
    Part("span", "that the answer would be drawn from the passage", ((search, "SPAN_WEIGHT", 0.0),), asks=False),
    Part("folding", "near-identical passages as one hit", ((search, "fold", _unfolded),), asks=False),
    Part("attachments", "answers that point to an attachment followed there", ((reading, "followed", _unfollowed),)),
)
"""Parts of finding, and of reading what is asked."""


def ranking() -> tuple[Part, ...]:
    """Each feature that units are sorted by, left out of the sum."""
    return tuple(Part(f"rank: {name}", "feature of sorting units", _unweighted(name)) for name in rank._RANK)


def sureness() -> dict[str, Callable[[Mapping[str, float]], float]]:
    """Each feature that the decision to answer rests on → how sure it is without that one, of a draft's evidence."""

    def by(name: str) -> Callable[[Mapping[str, float]], float]:
        part = Part(name, "feature of being sure", ((answer, "WEIGHTS", {**answer.WEIGHTS, name: 0.0}),))

        def certainty(evidence: Mapping[str, float]) -> float:
            with without(part):
                return answer.certainty({k: v for k, v in evidence.items() if k != "contradicted"})

        return certainty

    return {f"sure: {name}": by(name) for name, weight in answer.WEIGHTS.items() if weight and name != "bias"}
