"""The parts that search and answers are made of, each of which can be left out while the others stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import cache
from inspect import signature
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import numpy as np

from corpus.document import FoiError
from indexer import lexical
from indexer.columns import KINDS
from indexer.embed import SentenceEncoder
from service import answer, extract, match, rank, retrieve, search, terms, withheld
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


def there(part: Part) -> None:
    """Raises FoiError where the code has no such part any more: a name is gone, nothing reads it, or it is called
    otherwise than what stands in for it.

    A name that nothing reads could be set to anything and change nothing, and the part would seem to earn nothing.
    """
    for module, name, instead in part.switches:
        before = _constant(module, name, part.name)
        if callable(before) and not _fits(instead, before):
            raise FoiError(f"{module.__name__}.{name} is called otherwise now than its stand-in: mend eval/parts.py")
        if name not in _read_by(module):
            raise FoiError(
                f"nothing in {module.__name__} reads {name} any more, so the part {part.name!r} cannot be left out: "
                "mend eval/parts.py"
            )


@contextmanager
def without(part: Part) -> Iterator[None]:
    """While this lasts, the part is out. Raises FoiError as `there` does."""
    there(part)
    with ExitStack() as back:
        for module, name, instead in part.switches:
            back.callback(setattr, module, name, getattr(module, name))
            setattr(module, name, instead)
        yield


def _constant(module: ModuleType, name: str, part: str) -> Any:
    if not hasattr(module, name):
        raise FoiError(f"{module.__name__} has no {name}: the part {part!r} cannot be left out: mend eval/parts.py")
    return getattr(module, name)


def _fits(instead: Any, before: Any) -> bool:
    """Whether `instead` takes every argument of `before`."""
    taken = signature(before).parameters.values()
    by_name = {p.name: None for p in taken if p.kind is p.KEYWORD_ONLY}
    try:
        signature(instead).bind(*(None for p in taken if p.kind is p.POSITIONAL_OR_KEYWORD), **by_name)
    except TypeError:
        return False
    return True


@cache
def _read_by(module: ModuleType) -> frozenset[str]:
    """The names that the functions of `module` look up while they run."""
    found: set[str] = set()
    waiting = [compile(Path(str(module.__file__)).read_text(encoding="utf-8"), module.__name__, "exec")]
    top = True
    while waiting:
        code = waiting.pop()
        found |= set() if top else set(code.co_names)
        waiting += [one for one in code.co_consts if isinstance(one, CodeType)]
        top = False
    return frozenset(found)


def _asked(**instead: Any) -> tuple[Switch, ...]:
    """Queries understood without some of what they say."""

    def blind(*given: Any, **more: Any) -> Query:
        return replace(understand(*given, **more), **instead)

    return ((reading, "understand", blind),)


def _unlearnt() -> tuple[Switch, ...]:

    def unlearnt(text: str, authorities: Sequence[str], learnt: Mapping[str, tuple[str, ...]] | None = None) -> Query:
        return understand(text, authorities)

    return ((reading, "understand", unlearnt),)


def _unfolded(hits: Sequence[Hit], most: int | None = None) -> list[tuple[Hit, list[Any]]]:
    return [(hit, []) for hit in hits[:most]]


def _unweighted(name: str, weights: Mapping[str, float]) -> tuple[Switch, ...]:
    return ((rank, "_RANK", {**weights, name: 0.0}),)


def _unfollowed(best: Any, *_: Any) -> Any:
    return best


def _unsaid(query: Any, candidate: Any, part: Any, weights: Any) -> None:
    """Nothing is told where something is refused."""


def _uncut(query: Any, candidate: Any, part: Any) -> None:
    """No paper is sent with parts left out."""


def _unlessened(query: Any, candidate: Any, found: Any) -> Any:
    return found


def _unmeant(query: Any, text: Any, parts: Any, weights: Any, citing: bool = False) -> None:
    """No refusal is told from the others."""


def _first(query: Any, weights: Any, units: Any) -> int:
    return 0


def _unaddressed(name: Any, terms: Any, text: Any) -> bool:
    return False


def _published(_: Path, model: str) -> SentenceEncoder:
    """The encoder of queries as it is of passages."""
    return SentenceEncoder(model)


_LEVEL = np.zeros(len(KINDS), np.float32)

FINDING = (
    Part("query adapter", "what the encoder learnt of queries", ((reading, "open_query_encoder", _published),)),
    Part("dense", "the passage's cosine to the query", ((retrieve, "DENSE_WEIGHT", 0.0),)),
    Part("lexical", "the passage's BM25", ((retrieve, "LEXICAL_WEIGHT", 0.0),)),
    Part("letter", "the whole letter's BM25", ((retrieve, "LETTER_WEIGHT", 0.0),)),
    Part("kind prior", "page furniture and reasoning set back", ((retrieve, "_PRIOR", _LEVEL),)),
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
    Part("lacking words", "words counting less where the best unit lacks one", ((rank, "_PARAPHRASED", {}),)),
    Part("siblings", "questions that one word or number tells apart", ((rank, "meant", _first),)),
    Part("addresses", "bodies named in an e-mail address alone", ((match, "addressed", _unaddressed),)),
    Part("refusal meant", "which of several refusals is cited", ((withheld, "meant", _unmeant),)),
    Part(
        "told beside", "what a refusal gives after all", ((extract, "given", _unsaid), (extract, "remaining", _unsaid))
    ),
    Part(
        "in part",
        "what is given with parts left out",
        ((extract, "sent_cut", _uncut), (extract, "lessened", _unlessened)),
    ),
    Part("folding", "near-identical passages as one hit", ((search, "fold", _unfolded),), asks=False),
    Part("attachments", "answers that point to an attachment followed there", ((reading, "followed", _unfollowed),)),
)
"""Parts of finding, and of reading what is asked."""


def ranking() -> tuple[Part, ...]:
    """Each feature that units are sorted by, left out of the sum. Raises FoiError where there is no such sum."""
    weights = _constant(rank, "_RANK", "rank")
    return tuple(Part(f"rank: {name}", "feature of sorting units", _unweighted(name, weights)) for name in weights)


def parts() -> dict[str, Part]:
    """Every part by name. Raises FoiError in one line where one is not in the code any more."""
    found = {part.name: part for part in (*FINDING, *ranking())}
    for part in found.values():
        there(part)
    return found


def sureness() -> dict[str, Callable[[Mapping[str, float]], float]]:
    """Each feature that the decision to answer rests on → how sure it is without that one, of a draft's evidence."""

    weights = _constant(answer, "WEIGHTS", "sure")

    def by(name: str) -> Callable[[Mapping[str, float]], float]:
        part = Part(name, "feature of being sure", ((answer, "WEIGHTS", {**weights, name: 0.0}),))

        def certainty(evidence: Mapping[str, float]) -> float:
            with without(part):
                return answer.certainty({k: v for k, v in evidence.items() if k != "contradicted"})

        return certainty

    return {f"sure: {name}": by(name) for name, weight in weights.items() if weight and name != "bias"}
