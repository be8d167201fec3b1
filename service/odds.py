"""How likely an answer is right, in words: the same on the page and on the command line.

`confidence` is fitted to be that probability (`python -m eval calibration` measures how well), so the words say a
share. They say nothing of whether what the authority says is true.
"""

from __future__ import annotations

_WORDS = {9: "very likely right", 8: "likely right", 7: "likely right", 6: "more likely right than not"}
_EVEN = "as likely wrong as right"
_WRONG = "more likely wrong than right"


def odds(confidence: float) -> str:
    """`confidence` (0..1) in words: of 0.72 "likely right: about 7 in 10 answers like this were right when tested"."""
    tenths = min(9, max(1, int(confidence * 10 + 0.5)))
    words = _WORDS.get(tenths, _EVEN if tenths == 5 else _WRONG)
    about = "more than" if confidence >= 0.95 else "about" if confidence >= 0.05 else "fewer than"
    return f"{words}: {about} {tenths} in 10 answers like this were right when tested"
