"""Text that stands in many documents: the same words, whatever figures, dates and references are put into them."""

from __future__ import annotations

import hashlib
import re

LEAST = 12
"""Words from which a passage has a signature: shorter ones are the same by chance ("Not held")."""

_WORD = re.compile(r"[^\W\d_]+")


def signature(text: str) -> bytes | None:
    """Eight bytes that two texts share when they have the same words in the same order; None below LEAST words.

    Letter case, punctuation, white space and everything with digits only are left out.
    """
    words = _WORD.findall(text.lower())
    if len(words) < LEAST:
        return None
    return hashlib.blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()
