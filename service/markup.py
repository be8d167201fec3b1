"""Markdown's marks as places in a text: what they emphasise, what they head, and which characters are only marks.

A page shows a letter without them, and every offset stays that of the letter: nothing is replaced, only left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]

Look = Literal["", "syntax", "heading", "strong", "em"]
"""How a character looks; `syntax` is not shown."""

_PAIR = r"(?=\S)(?:[^\n*]|\*(?!\*)|\n(?![ \t]*\n))+?(?<=\S)"  # within one paragraph
_STRONG = re.compile(rf"(\*{{2,3}})({_PAIR})(\1)|(?<!\w)(__)(?=\S)([^\n_]+?)(?<=\S)(__)(?!\w)")
_HEADING = re.compile(r"^ {0,3}(#{1,6}[ \t]+)(\S.*?)([ \t]*#*[ \t]*)$", re.MULTILINE)
_BARE_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]*$", re.MULTILINE)
_EM = re.compile(
    r"(?<![\w*\\])(\*)((?=[^\s*])[^*\n]+?(?<=[^\s*]))(\*)(?![\w*])|(?<![\w_\\])(_)((?=[^\s_])[^_\n]+?(?<=[^\s_]))(_)(?![\w_])"
)
_TAGGED = re.compile(r"(<(u|b|strong)>)([^<]{1,2000})(</\2>)", re.IGNORECASE)
_TAG = re.compile(r"</?(?:u|b|i|em|strong|sup|sub|br|center)[ \t]*/?>", re.IGNORECASE)
_RULE = re.compile(r"^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$", re.MULTILINE)
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*(?:\n|\Z)", re.MULTILINE)
_TABLE_ROW = re.compile(r"^([ \t]*\|[ \t]*)\S.*?([ \t]*\|[ \t]*)$", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_LINK = re.compile(r"(!?\[)([^\[\]\n]{1,500})(\])(\(([^()\s]{1,2000})\))")
_PLAINLY = re.compile(rf"^#{{2,6}}[ \t]+\S|\*\*(?=\w){_PAIR}\*\*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Marks:
    """Spans of each look, in order, none overlapping another of its own; `cuts` are all their ends, in order."""

    syntax: tuple[Span, ...] = ()
    heading: tuple[Span, ...] = ()
    strong: tuple[Span, ...] = ()
    em: tuple[Span, ...] = ()
    cuts: tuple[int, ...] = ()

    def look(self, offset: int) -> Look:
        """How the character at `offset` looks."""
        if _inside(self.syntax, offset):
            return "syntax"
        if _inside(self.heading, offset):
            return "heading"
        if _inside(self.strong, offset):
            return "strong"
        return "em" if _inside(self.em, offset) else ""

    def between(self, start: int, end: int) -> tuple[int, ...]:
        """Where the look changes inside `start:end`."""
        return self.cuts[bisect_right(self.cuts, start) : bisect_left(self.cuts, end)]


NONE = Marks()
"""Those of a text that has none."""


def written_in(media_type: str, text: str) -> bool:
    """Whether `text` is written in Markdown: by its type, or plain text that came out of a converter to it."""
    return media_type == "text/markdown" or (media_type == "text/plain" and _PLAINLY.search(text) is not None)


def marks(media_type: str, text: str) -> Marks:
    """The marks of `text`; none where it is no Markdown. In plain text a single star or dash may be the author's."""
    if not written_in(media_type, text):
        return NONE
    syntax: list[Span] = []
    heading: list[Span] = []
    strong: list[Span] = []
    em: list[Span] = []
    for found in _HEADING.finditer(text):
        heading.append(found.span(2))
        syntax += [found.span(1), found.span(3)]
    for found in (*_STRONG.finditer(text), *_TAGGED.finditer(text)):
        first, inner, last = (1, 2, 3) if found.re is _STRONG and found[1] else (4, 5, 6)
        first, inner, last = (1, 3, 4) if found.re is _TAGGED else (first, inner, last)
        strong.append(found.span(inner))
        syntax += [found.span(first), found.span(last)]
    for pattern in (_TAG, _TABLE_RULE, _BARE_HEADING):
        syntax += [found.span() for found in pattern.finditer(text)]
    for found in _TABLE_ROW.finditer(text):
        syntax += [found.span(1), found.span(2)]
    if media_type == "text/markdown":
        for found in _EM.finditer(text):
            one = 1 if found[1] else 4
            em.append(found.span(one + 1))
            syntax += [found.span(one), found.span(one + 2)]
        for found in _LINK.finditer(text):
            same = found[2].strip() == found[5].removeprefix("mailto:")
            syntax += [found.span(1), (found.start(3), found.end(4 if same else 3))]
        for pattern in (_RULE, _ESCAPE):
            syntax += [found.span() for found in pattern.finditer(text)]
    a, b, c, d = _merged(syntax), _merged(heading), _merged(strong), _merged(em)
    return Marks(a, b, c, d, tuple(sorted({end for spans in (a, b, c, d) for span in spans for end in span})))


def bare(text: str, found: Marks, start: int = 0, end: int | None = None) -> str:
    """`text[start:end]` without the characters that are only marks: for words told again, never for a quotation."""
    end = len(text) if end is None else end
    kept, at = [], start
    for a, b in found.syntax[max(0, bisect_left(found.syntax, (start, 0)) - 1) :]:
        if a >= end:
            break
        kept.append(text[at : max(at, a)])
        at = max(at, min(b, end))
    return "".join([*kept, text[at:end]])


def _inside(spans: Sequence[Span], offset: int) -> bool:
    at = bisect_right(spans, (offset, _FAR)) - 1 if spans else -1
    return at >= 0 and spans[at][0] <= offset < spans[at][1]


_FAR = 1 << 60  # beyond any offset


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    made: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if made and start <= made[-1][1]:
            made[-1] = made[-1][0], max(end, made[-1][1])
        else:
            made.append((start, end))
    return tuple(made)
