"""Where an answer does no more than send the reader to another body, and does not say that nothing is held."""

from __future__ import annotations

import re

from indexer.given import URL, attached, figures

_OTHERS = (
    r"(?!(?:us|me|him|her|it|our|my|for|whether|why|questions?|permission)\b"
    r"|the\s+(?:foi|freedom|information|review|commissioner|undersigned|tribunal|ombudsman|panel|committee|cabinet|court"
    r"|board|jury|voters?)\b)"
)
"""Whom the reader may ask in the letter's stead."""
_PASSED_ON = re.compile(
    rf"""(?:^\W{{0,8}}|[.;:]\s{{1,4}})(?:that|this|it)\s+(?:is|would\s+be)\s+(?:one|a\s+(?:matter|question))\s+for\s+{_OTHERS}(?!(?:\w+,?\s+){{1,6}}(?:who|to\s+(?:decide|consider|judge|determine))\b)
      |\byou\s+(?:(?:will|would)\s+)?(?:need|have)\s+to\s+(?:ask|approach)\s+{_OTHERS}
      |\byou(?:['’]ll|['’]d)\s+(?:need|have)\s+to\s+(?:ask|approach)\s+{_OTHERS}
      |\byou\s+(?:should|must)\s+(?:ask|approach)\s+{_OTHERS}
      |\bplease\s+(?:ask|approach|(?:re-?)?direct\s+(?:this|that|your\s+question)\s+to)\s+{_OTHERS}
      |\b(?!(?:we|i|us|this|that|it|also|and)\b)[\w’'-]{{1,40}}\s+(?:can|(?:should|may)\s+be\s+able\s+to)\s+tell\s+you\b""",
    re.VERBOSE,
)  # fmt: skip
"""In lower case."""
_ANSWERS = re.compile(r"\W*(?:yes|no)\b")
_BRIEF = 300
"""Characters of an answer that may do no more."""


def passed_on(low: str) -> bool:
    """Whether `low`, a short text in small letters, sends the reader on: "You would need to ask the port"."""
    if len(low) > _BRIEF or _ANSWERS.match(low) or _PASSED_ON.search(low) is None:
        return False
    return not figures(low) and URL.search(low) is None and attached(low, low) is None
