"""From an answer that only points to an attachment to what the attachment says, where both are indexed.

Which documents belong to a letter is read from the store alone: nothing here opens a file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from indexer.embed import Encoder
from indexer.reading import Cell, Table
from indexer.sectioned import Section
from indexer.stored import Filters, StoredDocument
from service import refusals, spans
from service.answer import answer
from service.candidate import Answer, Citation
from service.money import MONEY
from service.query import Query
from service.retrieve import found
from service.said import YES_NO
from service.shelf import Opened
from service.snapshot import Snapshot
from service.terms import bag, held
from service.units import candidates

_FILE = re.compile(
    r"(?<![\w.%()–-])[\w%()–-][^\s./\\:?]*(?:[ .][^\s./\\:?]+){0,8}"
    r"\.(?:xlsx?|csv|tsv|ods|odt|docx?|pdf|rtf|txt|html?|zip)\b",
    re.IGNORECASE,
)  # in linear time: what parts the words of a name is in none of them
_POINTS = re.compile(
    r"\battach(?:ed|ment|ments)?\b(?! to (?:the |a |an |its |their |each )?(?!this|letter|e-?mail|message|repl|respon))"
    r"|\benclos(?:e|ed|ure|ures)\b|\b(?:see|in|refer to) (?:the |our )?(?:accompanying|appended)\b"
    r"|\b(?:see|refer to) (?:the |our )?(?:annexe?|appendix|spreadsheet|workbook)\b",
    re.IGNORECASE,
)
_NO_FIGURE = re.compile(
    r"\b(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?\b|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec)[a-z]*\b"
    r"|\b\d(?:st|nd|rd|th)\b|\b(?:questions?|q|sheets?|tabs?|tables?|annexe?|appendix|pages?|sections?|attachments?|part|item|document)\s?"
    r"\.?\d+\w?|[\"“][^\"”]{1,40}[\"”]",
    re.IGNORECASE,
)
_BREAKDOWN = re.compile(r"\b(?:each|every|breakdown|broken down|itemised|respective(?:ly)?)\b", re.IGNORECASE)
_WORDED = frozenset({"which", "who", "list", "yes_no", "why", "held", "exemption"})
_LIKELY = 0.4
"""How likely what an attachment says must be right to be quoted; an attachment lacks much that speaks for a letter."""

_ABOVE = 200  # characters above a table in which its title stands
_FEW = 6
"""So many documents that came together may all be meant by "attached"; of more, only those that are named."""


def followed(best: Answer, query: Query, snapshot: Snapshot, encoder: Encoder) -> Answer:
    """`best`, or what the attachment says where `best` only points to one that is indexed.

    An attachment that answers is quoted, with the letter's words as its second citation and a note that names the way;
    one that does not is named in a note, with its URI. Also tried where nothing is answered and the nearest passage
    points to an attachment of the authority asked about.
    """
    missed = best.outcome == "not_found"
    if best.outcome not in ("disclosed", "partly_disclosed", "referred", "not_found"):
        return best
    quoted = [other.citations[0] for other in best.others] if missed else list(best.citations[:1])
    nearest = next((citation for citation in quoted if points(query, citation.quote)), None)
    if nearest is None:
        return best
    stored = snapshot.store.document(nearest.uri, snapshot.at)
    letter = snapshot.shelf.open([stored.version]).get(stored.version) if stored else None
    if letter is None:
        return best
    if missed and (query.stranger or (query.authorities and letter.document.authority not in query.authorities)):
        return best
    meant = attachments(snapshot, letter, nearest)
    if not meant:
        return best
    way = f"The letter {letter.document.name} refers to its attachment"
    said = _said(query, snapshot, encoder, letter, nearest, meant)
    if said is not None:
        name = next((d.name for d in meant if d.uri == said.citations[0].uri), said.citations[0].uri)
        return replace(
            said,
            confidence=said.confidence if missed else min(best.confidence, said.confidence),
            citations=(*said.citations, nearest),
            notes=(f'{way} {name}: "{" ".join(nearest.quote.split())[:160]}"', *said.notes),
            others=tuple(
                other for other in best.others if other.citations[0].uri not in (nearest.uri, said.citations[0].uri)
            ),
        )
    if missed:
        return best
    notes = tuple(f"{way} {document.name}, which is indexed: {document.uri}" for document in meant[:3])
    return replace(best, value=None, unit=None, notes=(*best.notes, *notes))


def points(query: Query, quote: str) -> bool:
    """True for an answer that only sends the reader to an attachment, and says nothing itself on the query."""
    pieces = [piece.text for piece in spans.pieces(quote, 0, len(quote))]
    aims = [piece for piece in pieces if _POINTS.search(piece) or _FILE.search(piece)]
    if not aims or len(quote) > spans.LONGEST or refusals.denies(quote):
        return False
    if any(re.search(r"\d", _NO_FIGURE.sub("", _FILE.sub("", piece))) for piece in aims):
        return False
    own = [piece for piece in pieces if piece not in aims]
    return not any(YES_NO.match(p) or any(held(t, bag(p)) == 1 for t in query.terms) for p in own)


def attachments(snapshot: Snapshot, letter: Opened, pointer: Citation) -> list[StoredDocument]:
    """The indexed documents that `pointer`, a quotation from `letter`, may mean; those it names, where it names any.

    They are what was found inside the letter, what came in the same message or archive, and documents in the same
    folder whose file name the letter prints.
    """
    inside, together = snapshot.store.family(letter.document, snapshot.at)
    beside = [d for d in snapshot.store.beside(letter.document.uri, snapshot.at) if named(d.name, letter.text)]
    came = [*inside, *together, *beside]
    return (
        [d for d in came if named(d.name, pointer.quote)]
        or [*inside, *(d for d in (*together, *beside) if named(d.name, letter.text))]
        or (together if len(together) <= _FEW else [])
    )


def named(name: str, text: str) -> bool:
    """True where `text` prints the file name `name`, white space, underscores, hyphens and case apart.

    The extension may be missing where the name alone is telling (two words or more).
    """
    stem, dot, extension = name.rpartition("/")[2].rpartition(".")
    stem, extension = (stem, extension) if dot else (extension, "")
    told, words = _folded(text), _folded(stem)
    if not words or words not in told:
        return False
    ending = rf"\s?\.\s?{re.escape(extension.lower())}\b" if extension else r"(?!\w)"
    if re.search(rf"(?<!\w){re.escape(words)}{ending}", told):
        return True
    return " " in words and len(words) >= 8 and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", told) is not None


@lru_cache(maxsize=512)
def _folded(text: str) -> str:
    return re.sub(r"(?:[\s_–-]|%20)+", " ", text).strip().casefold()


def _said(
    query: Query,
    snapshot: Snapshot,
    encoder: Encoder,
    letter: Opened,
    pointer: Citation,
    meant: Sequence[StoredDocument],
) -> Answer | None:
    """What the attachments answer, if they do, to what of the query the letter leaves open."""
    scored = found(snapshot, encoder, query, Filters(documents=tuple(document.id for document in meant)))
    units = candidates(snapshot, scored)
    if not units:
        return None
    open_query = _left_open(query, letter, pointer, units[0].text)
    said = answer(open_query, units)
    if said.outcome == "not_found" or said.answer is None or said.confidence < _LIKELY:
        return None
    opened = snapshot.shelf.open(document.version for document in meant).values()
    attachment = next(one for one in opened if one.document.uri == said.citations[0].uri)
    return said if _fits(open_query, said, attachment) else None


def _fits(query: Query, said: Answer, attachment: Opened) -> bool:
    """True where what is quoted from a table is what was asked: a wrong figure is worse than a pointer.

    A single cell must bear, in its own row and column or above its table, every word of the query that heads a row or
    column of the attachment; a breakdown is a whole table; a row torn from its table is nothing.
    """
    at = said.citations[0]
    table = next((t for t in attachment.tables if t.start < at.end and at.start < t.end), None)
    whole = table is not None and at.start <= table.start and table.end <= at.end
    if whole or table is None or _BREAKDOWN.search(query.text):
        return whole or not _BREAKDOWN.search(query.text)
    if at.cell is None or (said.value is not None and query.form in _WORDED and not MONEY.search(query.text)):
        return False
    text = attachment.text
    cell = next((c for c in table.cells if c.start <= at.start and at.end <= c.end and c.end > c.start), None)
    if cell is None:
        return False
    before = max((t.end for t in attachment.tables if t.end <= table.start), default=0)
    above = text[max(before, table.start - _ABOVE) : table.start]
    labels = _labels(table, text, cell)
    if re.search(r"\btotal\b", labels, re.I) and not (
        query.total or query.form == "how_many" or MONEY.search(query.text)
    ):
        return False
    own = bag(" ".join([labels, table.caption or "", above]))
    heads = bag(" ".join(_labels(t, text) for t in attachment.tables))
    return all(held(term, own) for term in query.terms if held(term, heads) == 1)


def _labels(table: Table, text: str, cell: Cell | None = None) -> str:
    """The words that head the row and the column of `cell`, or every row and column."""
    first = min((c.column for c in table.cells), default=0)
    return " ".join(
        text[c.start : c.end]
        for c in table.cells
        if (c.column == first and (cell is None or c.row == cell.row))
        or (c.header and (cell is None or c.column <= cell.column < c.column + c.column_span))
    )


def _left_open(query: Query, letter: Opened, pointer: Citation, text: str) -> Query:
    """The query without what the letter has settled: whose it is, and words of the question that led here."""
    section = next((s for s in letter.sections if s.start <= pointer.start < s.end), None)
    settled = bag(" ".join([_asked(letter, section), letter.document.title or "", letter.document.authority or ""]))
    own = bag(text)
    left = tuple(t for t in query.terms if held(t, own) or not held(t, settled))
    return replace(query, terms=left or query.terms, authorities=(), stranger=None, references=())


def _asked(letter: Opened, section: Section | None) -> str:
    question = letter.by_id.get(section.answers) if section and section.answers else None
    return letter.text[question.start : question.end] if question else ""
