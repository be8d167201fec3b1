"""Choosing the verbatim answer among what was found, or saying that nothing there answers."""

from __future__ import annotations

from collections.abc import Sequence

from service.candidate import NOT_FOUND, Answer, Candidate, Citation, Origin, Other
from service.query import Query

__all__ = ["NOT_FOUND", "Answer", "Candidate", "Citation", "Origin", "Other", "answer"]


def answer(query: Query, candidates: Sequence[Candidate]) -> Answer:
    """The best verbatim answer to `query` among `candidates`, or `not_found` with the nearest in `others`."""
    return NOT_FOUND
