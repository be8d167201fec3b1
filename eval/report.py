"""`python -m eval report`: the kept results as one self-contained HTML page and a Markdown file, with plots.

Quality beside baselines, ablations, calibration, latency and growth, and the worst misses with their text. The table
between the marks of `eval/README.md` is written anew from the same results.
"""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from corpus.document import FoiError
from eval.command import Parser, Table, shown, told
from eval.headlines import table as headline_table
from eval.kept import RESULTS, Kept, kept
from eval.pieces import Piece, machine, pieces, provenance

README = Path(__file__).parent / "README.md"
MARKS = ("<!-- figures -->", "<!-- end of figures -->")


def results(folder: Path) -> dict[str, Kept]:
    """Every kept result in `folder`, by name. Raises FoiError where there is none."""
    found = {path.stem: kept(path) for path in sorted(folder.glob("*.json"))}
    if not found:
        raise FoiError(f"{folder} holds no kept result: make some with --keep, or all with `python -m eval figures`")
    return found


# Two ways to write it

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>foi-search: what was measured</title>
<style>
body {{ font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a }}
h2 {{ margin-top: 2.5rem }} svg {{ max-width: 100%; height: auto }}
.wide {{ overflow-x: auto; margin-bottom: 1.2rem }}
caption {{ text-align: left; white-space: nowrap; font-weight: 600; padding: .3rem .6rem }}
.of {{ color: #555; font-size: 12px; margin: .2rem 0 }}
table {{ border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums }}
th, td {{ border-bottom: 1px solid #ccc; padding: .25rem .6rem; text-align: left; vertical-align: top }}
</style></head><body>
<h1>foi-search: what was measured</h1>
{body}
</body></html>
"""


def as_html(found: Sequence[Piece]) -> str:
    """One page with nothing outside it."""
    out = []
    for piece in found:
        out.append(f"<h2>{html.escape(piece.title)}</h2>")
        out += [f"<p>{_inline(piece.text)}</p>"] if piece.text else []
        out += [f"<figure>{piece.plot[1]}</figure>"] if piece.plot else []
        out += [_html_table(caption, table) for caption, table in piece.tables]
        out += [f'<p class="of">{_inline(_origin(one))}</p>' for one in piece.of]
    return _PAGE.format(body="\n".join(out))


def _origin(one: Kept) -> str:
    """Where a piece's figures come from, in a line."""
    load = one.machine.get("load", "unknown")
    return f"{one.name}: `{one.command}`, commit {one.commit}, {one.when[:10]}, {machine(one)}, load {load}"


def _inline(text: str) -> str:
    return re.sub(r"`([^`]*)`", r"<code>\1</code>", html.escape(text))


def _html_table(caption: str, table: Table) -> str:
    def row(cells: Sequence[Any], tag: str) -> str:
        scope = ' scope="col"' if tag == "th" else ""
        said = (_inline(shown(c).replace("\\|", "|")) for c in cells)
        return "<tr>" + "".join(f"<{tag}{scope}>{cell}</{tag}>" for cell in said) + "</tr>"

    lines = "\n".join(row(line, "td") for line in table.rows)
    head = row(table.columns, "th")
    said = f"<caption>{html.escape(caption)}</caption>" if caption else ""
    return f'<div class="wide" tabindex="0"><table>{said}<thead>{head}</thead><tbody>\n{lines}\n</tbody></table></div>'


def as_markdown(found: Sequence[Piece]) -> str:
    """The same, its plots beside it in `plots/`."""
    out = ["# What was measured\n"]
    for piece in found:
        out.append(f"## {piece.title}\n")
        out += [f"{piece.text}\n"] if piece.text else []
        out += [f"![{piece.title}](plots/{piece.plot[0]}.svg)\n"] if piece.plot else []
        for caption, table in piece.tables:
            out += [f"{caption}:\n"] if caption else []
            out.append(_one_line(table).text("markdown"))
        out += [f"<sub>{_origin(one)}</sub>\n" for one in piece.of]
    return "\n".join(out)


def _one_line(table: Table) -> Table:
    """Cells that quote letters hold line ends, which a Markdown table cannot."""
    return Table(
        table.columns, tuple(tuple(" ".join(c.split()) if isinstance(c, str) else c for c in r) for r in table.rows)
    )


def with_table(readme: str, found: Mapping[str, Kept]) -> str:
    """`readme` with the current table between its marks. Raises FoiError where it has none."""
    before, first, rest = readme.partition(MARKS[0])
    _, last, after = rest.partition(MARKS[1])
    if not first or not last:
        raise FoiError(f"the README has no marks {MARKS[0]} and {MARKS[1]} to write the table between")
    table = headline_table(found).text("markdown")
    return f"{before}{first}\n{provenance(found)}\n\n{table}{last}{after}"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = Parser(prog="python -m eval report", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--results", type=Path, default=RESULTS, metavar="DIR", help="where the kept results lie")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the report goes (default: beside them)")
    parser.add_argument("--readme", type=Path, metavar="FILE", help="a README whose table is written anew, too")
    given = parser.parse_args(arguments)
    found = results(given.results)
    try:
        said = list(pieces(found))
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        msg = f"a result in {given.results} lacks what the report shows ({error}): make it anew with `eval figures`"
        raise FoiError(msg) from None
    out = given.out or given.results
    (out / "plots").mkdir(parents=True, exist_ok=True)
    for old in (out / "plots").glob("*.svg"):
        old.unlink()
    for piece in said:
        if piece.plot:
            (out / "plots" / f"{piece.plot[0]}.svg").write_text(piece.plot[1], encoding="utf-8")
    (out / "report.html").write_text(as_html(said), encoding="utf-8")
    (out / "report.md").write_text(as_markdown(said), encoding="utf-8")
    if given.readme:
        given.readme.write_text(with_table(given.readme.read_text(encoding="utf-8"), found), encoding="utf-8")
    print(f"{out / 'report.html'}, {out / 'report.md'}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(told(main, "eval.report"))
