"""Results on a terminal, for a reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rich import markup
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from corpus.document import Metadata
from indexer.sectioned import Section
from service import pieces, quoting
from service.answer import Answer, Citation
from service.candidate import Origin
from service.comparison import Row
from service.index import Index
from service.odds import odds
from service.printable import printable
from service.search import Hit
from service.wording import OUTCOMES, amount

_SILENCE = {
    "withheld": "Withheld",
    "not_held": "Not held, says the authority",
    "cost_limit": "Refused for cost (section 12)",
    "vexatious": "Refused as vexatious or repeated (section 14)",
    "neither_confirm_nor_deny": "Neither confirmed nor denied",
    "referred": "Referred elsewhere",
    "partly_disclosed": "Disclosed in part",
    "not_found": "Nothing in this index answers this",
}


def show_answer(found: Answer, index: Index) -> None:
    """The answer, where it stands, what to know about it, and what others answered."""
    console = _console()
    if found.outcome in _SILENCE:
        console.print(f"[yellow]{_SILENCE[found.outcome]}[/yellow]", highlight=False)
    if found.answer is not None:
        console.print(f"[bold green]{_said(found.answer)}[/bold green]", highlight=False)
    for citation in found.citations:
        _show_citation(console, citation, index, quote=citation.quote != found.answer)
    for note in found.notes:
        console.print(f"  [yellow]note:[/yellow] {_said(note)}", highlight=False)
    if found.outcome != "not_found":
        console.print(f"  [dim]{odds(found.confidence)} (confidence {found.confidence:.2f})[/dim]", highlight=False)
    if found.others:
        console.print("[dim]others:[/dim]" if found.outcome != "not_found" else "[dim]nearest:[/dim]")
    for other in found.others[:5]:
        where = other.citations[0].document if other.citations else None
        said = " ".join((other.answer or (other.citations[0].quote if other.citations else "")).split())
        console.print(
            f"  [dim]{_said(_source(where))}:[/dim] {_said(_short(said))} [dim]({other.outcome})[/dim]",
            highlight=False,
        )


def show_table(rows: Sequence[Row]) -> None:
    """The same question's answers, a row each, to be compared."""
    console = _console()
    if not rows:
        console.print(f"[yellow]{_SILENCE['not_found']}[/yellow]", highlight=False)
        return
    table = Table("Authority", "Period", "Answer", "Outcome", "Source", box=SIMPLE_HEAD)
    for row in rows:
        said = (
            amount(row.value, row.unit) if row.value is not None else _short(" ".join((row.answer or "–").split()), 80)
        )
        place = f"page {row.page}" if row.page else f"cell {row.cell}" if row.cell else f"{row.start}–{row.end}"
        source = f"{(row.source or '').rsplit('/', 1)[-1]}, {place}"
        cells = [row.authority or "unknown", row.period or "–", said, OUTCOMES.get(row.outcome, row.outcome), source]
        table.add_row(*map(_said, cells))
    console.print(table)


def show_hits(hits: Sequence[Hit]) -> None:
    """Ranked passages with their sources."""
    console = _console()
    if not hits:
        console.print("[yellow]Nothing found[/yellow]")
    for hit in hits:
        badges = " ".join([hit.passage.kind, *hit.passage.exemptions])
        console.print(
            f"[bold]{hit.rank}.[/bold] [cyan]{_said(badges)}[/cyan] [dim]{hit.score:.3f}[/dim]", highlight=False
        )
        if hit.question:
            console.print(f"   [italic]{_said(_short(' '.join(hit.question.split())))}[/italic]", highlight=False)
        console.print(f"   {_said(_short(' '.join(hit.text.split()), 300))}", highlight=False)
        page = f", page {hit.passage.page}" if hit.passage.page else ""
        at = f"{hit.document.uri}{page}, characters {hit.passage.start}–{hit.passage.end}"
        console.print(f"   [dim]{_said(_source(_origin(hit)))} — {_said(at)}[/dim]", highlight=False, soft_wrap=True)
        if hit.duplicates:
            console.print(f"   [dim]and {len(hit.duplicates)} near-identical[/dim]", highlight=False)


def show_sections(uri: str, metadata: Metadata, sections: Sequence[Section], text: str) -> None:
    """A document as it was cut."""
    console = _console()
    console.print(f"[bold]{_said(uri)}[/bold]", highlight=False, soft_wrap=True)
    console.print(
        f"{_said(metadata.authority or 'authority unknown')} · {_said(metadata.reference or 'no reference')} · "
        f"{metadata.date or 'no date'} · {metadata.outcome or 'no outcome'}",
        highlight=False,
    )
    for cut in sections:
        marks = [cut.id, cut.kind, f"({cut.number})" if cut.number else "", f"→ {cut.answers}" if cut.answers else ""]
        marks += [cut.outcome or "", *cut.exemptions, f"{cut.start}–{cut.end}"]
        console.print(f"[cyan]{_said(' '.join(m for m in marks if m))}[/cyan]", highlight=False)
        console.print(f"  {_said(_short(' '.join(text[cut.start : cut.end].split()), 160))}", highlight=False)


def _show_citation(console: Console, citation: Citation, index: Index, *, quote: bool) -> None:
    if quote:
        console.print(f"  “{_said(_short(' '.join(citation.quote.split()), 400))}”", highlight=False)
    line, question, named = _place(citation, index)
    if question:
        console.print(f"  [italic]{_said(_short(question))}[/italic]", highlight=False)
    places = [citation.uri, f"line {line}" if line else "", f"page {citation.page}" if citation.page else ""]
    places += [f"cell {citation.cell}" if citation.cell else "", f"characters {citation.start}–{citation.end}"]
    if source := _source(named):
        console.print(f"  {_said(source)}", highlight=False)
    console.print(f"  [dim]{_said(', '.join(p for p in places if p))}[/dim]", highlight=False, soft_wrap=True)


def _place(citation: Citation, index: Index) -> tuple[int, str | None, Origin]:
    """The line a quotation starts on, as `str.splitlines` counts, the question that it answers, and the document, with
    a title only where that is its own."""
    snapshot, named = index.snapshot(), citation.document
    document = snapshot.store.document(named.id, snapshot.at)
    if document is None:
        return 0, None, named
    letter = quoting.opened(snapshot, document)
    asked = quoting.question(letter, citation.start)
    return (
        pieces.line_at(letter.text, citation.start),
        " ".join(asked.split()) if asked else None,
        named if quoting.titled(letter) else replace(named, title=None),
    )


def _said(text: str) -> str:
    """What a letter says: neither rich's markup nor anything that a terminal obeys."""
    return markup.escape(printable(text))


def _console() -> Console:
    return Console(soft_wrap=False)


def _origin(hit: Hit) -> Origin:
    d = hit.document
    return Origin(d.id, d.uri, d.title, d.authority, d.reference, d.date)


def _source(document: Origin | None) -> str:
    if document is None:
        return "unknown"
    return ", ".join(part for part in (document.authority, document.reference, document.date, document.title) if part)


def _short(text: str, most: int = 200) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
