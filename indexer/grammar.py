"""Words, sentences and verbs of English by rule: what `unstructured` asks a spaCy model for, without the model.

`unstructured` tells a title from a paragraph by asking whether a text has a verb and how many sentences.
It downloads a model for that at first use; `words`, `sentences` and `tags` answer well enough, and 100 times faster.
`is_mostly_marks`, `is_mostly_capitals`, `sentence_count` and `has_verb` give the answers of its own
`under_non_alpha_ratio`, `exceeds_cap_ratio`, `sentence_count` and `contains_verb` in a fraction of their time.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*|\d+(?:[.,:/]\d+)*|[^\w\s]|\w+")
_SENTENCE_END = re.compile(r"(?<![.!?])[.!?]+[\"'’”)\]*]*(?=\s)")
_MARKS = "".join(chr(c) for c in range(0x10000) if unicodedata.category(chr(c))[0] == "P")
_SOUNDED = re.compile(rf"[^\s{re.escape(_MARKS)}]\S*")  # from the first of a word's characters that is no punctuation
_LETTERS = string.ascii_letters.encode()
_SPACES = bytes(b for b in range(128) if chr(b).isspace())
_LAST_WORD = re.compile(r"[\w.&]+$")
_ABBREVIATIONS = _set("""
    mr mrs ms dr prof rev st no nos para paras ref reg regs art s ss sch cf eg ie etc viz vs v dept govt ltd co inc
    approx tel ext fig e.g i.e p pp cllr supt insp sgt det rt hon a.m p.m jan feb mar apr jun jul aug sep sept oct nov
    dec
""")

# Forms of the verbs that carry most English sentences; regular -ed and -ing forms are told by their ending.
_VERBS = _set("""
    am is are was were be been being has have had having do does did done doing 's 're 've 'm isn't aren't wasn't
    weren't hasn't haven't hadn't don't doesn't didn't apply applies ask asks attach attaches begin begins began
    believe believes breach breaches bring brings brought buy bought came come comes consider considers contain
    contains decide decides find finds found follow follows gave get gets give given gives go goes went gone got hold
    holds held identify include includes keep keeps kept know knows known lead leads led make makes made mean means
    meant meet meets met need needs outweigh outweighs paid pay pays prejudice prevent prevents provide provides
    publish publishes put puts read reads receive receives record records regard relate relates release releases rely
    relies remain remains reply request require requires reveal reveals rose said saw say says see sees seen seek
    seeks sought send sends sent set sets show shows shown sign spend spends spent state states take takes taken took
    tell tells told think thinks thought undermine understand understands understood use uses want wants withhold
    withholds withheld write writes wrote written confirm confirms advise advises allow allows refer refers respond
    responds confirm become becomes became happen happens exist exists exempts engages cost costs enable enables
    ensure ensures let lie lies
""")
_BARE_VERB_AFTER = _set("""
    to will would shall should may might must can could cannot can't won't please i we you they not
""")
_NOT_BARE_VERBS = _set("""
    the a an this that these those my our your their his her its all any date school schools children people which
    what who how when where and or of in on for with by from at as
""")
_NOT_VERBS = _set("""
    during housing building buildings funding training planning parking nothing something anything everything morning
    evening meeting spring king ring thing string ceiling hearing wellbeing need indeed speed feed seed bed red
    hundred shed breed deed
""")


@lru_cache(maxsize=16)  # `unstructured` asks twice for each paragraph
def words(text: str) -> tuple[str, ...]:
    """The words, numbers and punctuation marks of `text`, in order."""
    return tuple(_WORD.findall(text))


def is_mostly_marks(text: str, threshold: float = 0.5) -> bool:
    """Whether less than `threshold` of the characters of `text`, spaces aside, are letters, as in a row of figures."""
    if text.isascii():  # deleting bytes is the fastest way to count characters
        data = text.encode("ascii")
        total, letters = len(data.translate(None, _SPACES)), len(data) - len(data.translate(None, _LETTERS))
    else:
        total, letters = len("".join(text.split())), sum(map(str.isalpha, text))
    return bool(total) and letters / total < threshold


def is_mostly_capitals(text: str, threshold: float = 0.5) -> bool:
    """Whether more than `threshold` of the words of `text` have a capital, and it is no more than one sentence."""
    if sentence_count(text, 3) > 1:
        return False
    plain = [word for word in words(text) if word.isalpha()]
    if text.isupper() or not plain:
        return True
    return sum(word.istitle() or word.isupper() for word in plain) / len(plain) > threshold


def sentences(text: str) -> list[str]:
    """The sentences of `text`, stripped. Initials, abbreviations and list numbers end none."""
    return list(_cached_sentences(text))


@lru_cache(maxsize=16)
def sentence_count(text: str, min_length: int | None = None) -> int:
    """How many sentences `text` has, those of fewer than `min_length` words left out."""
    least = min_length or 0
    return sum(len(list(islice(_SOUNDED.finditer(s), least))) == least for s in _cached_sentences(text))


@lru_cache(maxsize=16)  # `unstructured` asks three times for each paragraph
def _cached_sentences(text: str) -> tuple[str, ...]:
    return tuple(s for s in _sentences(text) if s)


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        rest = text[end.end() : end.end() + 8].lstrip(" \t\n\r'\"‘“(*[")
        if rest[:1].islower():
            continue
        if end[0][0] == ".":
            last = _LAST_WORD.search(text, max(start, end.start() - 20), end.start())
            word = last[0].lower() if last else ""
            if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()) or (word.isdigit() and len(word) < 3):
                continue
        yield text[start : end.end()].strip()
        start = end.end()
    yield text[start:].strip()


def tags(text: str) -> list[tuple[str, str]]:
    """Each word of `text` with its Penn Treebank tag, as far as verbs go: `VB…` for a verb, else `NN`."""
    tagged = []
    before = ""
    for word in words(text):
        low = word.lower().replace("’", "'")
        tagged.append((word, _tag(low, before)))
        before = low
    return tagged


def has_verb(text: str) -> bool:
    """Whether `tags` finds a verb in `text`, capitals throughout read as small letters."""
    before = ""
    for word in words(text.lower() if text.isupper() else text):
        low = word.lower().replace("’", "'")
        if _tag(low, before) != "NN":
            return True
        before = low
    return False


def _tag(word: str, before: str) -> str:
    if not word[0].isalpha() or word in _NOT_VERBS:
        return "NN"
    if word in _VERBS or word.endswith(("'re", "'ve", "'m", "n't")):
        return "VB"
    if len(word) > 4 and word.endswith("ed"):
        return "VBD"
    if len(word) > 5 and word.endswith("ing"):
        return "VBG"
    if before in _BARE_VERB_AFTER and len(word) > 1 and word not in _NOT_BARE_VERBS:
        return "VB"
    return "NN"
