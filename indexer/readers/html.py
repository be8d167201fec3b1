"""HTML: the text of the page as a reader sees it, its letter told from banners, menus and share links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import lxml.etree
import lxml.html

from corpus.document import Source, UnreadableDocument
from corpus.media import decode
from indexer.readers.draft import Draft, Field, squeezed
from indexer.readers.html_furniture import ALWAYS, LITTLE, ROLES, Node, is_furniture_text, is_named_furniture, size
from indexer.reading import Category, Reading

_DROPPED = frozenset(
    ["script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select", "textarea", "math"]
)
_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table
    tbody td tfoot th thead tr ul""".split()  # noqa: SIM905
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.I)
MAX_BYTES = 32 << 20
"""Largest page: its tree takes thirty times that in memory."""

_EMPTY = "is an HTML page without text; save the page again after it has loaded"
_MAX_COLUMNS = 16_384  # as in a spreadsheet: cells that span more are taken for one column wide
_MAX_ATTRIBUTES = 5_000
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{10000,}")
_QUOTED = re.compile(r'"[^"]*"|\'[^\']*\'')
_MAX_DEPTH = 150  # four calls a level, and Python allows about a thousand


def read(source: Source) -> Reading:
    """The page's text in document order, furniture as `navigation` elements, data tables with their cells.

    Text of links is followed by their address in brackets where it is a web address and not the text itself.
    """
    if len(source.data) > MAX_BYTES:
        raise UnreadableDocument(f"is a page of more than {MAX_BYTES >> 20} MiB; save it as text, or split it")
    return read_html(decoded(source.data))


def read_html(page: str) -> Reading:
    """The same for a page that is a string already, for example the body of an e-mail."""
    for tag in _LONG_TAG.finditer(page):
        if len(_QUOTED.sub("", tag[0]).split()) > _MAX_ATTRIBUTES:  # libxml2 passes them in the square of their number
            raise UnreadableDocument(f"is HTML with a tag of more than {_MAX_ATTRIBUTES:,} attributes; save it again")
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        root = lxml.html.document_fromstring(_XML_DECLARATION.sub("", page), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise UnreadableDocument(f"is HTML without content ({str(error).splitlines()[0][:80]})") from None
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise UnreadableDocument("is HTML nested too deeply to read; save the page again as text or PDF")
    body = root.find("body")
    body = root if body is None else body
    whole = size(body)
    if not whole:
        raise UnreadableDocument(_EMPTY)
    walk = _Walk(_content_roots(root), whole)
    walk.block(body, False)
    walk.flush()
    heading = next((t for t in (_heading(n) for n in _headings(root, walk.roots)) if t), None)
    site = root.findtext(".//title")
    reading = walk.draft.reading(heading or site)
    if not reading.text:
        raise UnreadableDocument(_EMPTY)
    return replace(reading, site=squeezed(site) if site else None)


def decoded(data: bytes) -> str:
    """The page as a string: UTF-8 where the bytes are, else the charset it declares, else as any text file."""
    declared = _CHARSET.search(data[:4096])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode(declared[1].decode("ascii")) if declared else decode(data)
    except (LookupError, UnicodeDecodeError):
        return decode(data)


def _headings(root: Node, roots: frozenset[Node]) -> list[Node]:
    """The main headings of the letter; those of the page, where it has none of its own."""
    return [h for part in roots for h in part.iter("h1")] or list(root.iter("h1"))


def _heading(node: Node) -> str:
    return squeezed("".join(node.itertext()))


def _content_roots(root: Node) -> frozenset[Node]:
    """Where the letter stands: an Alaveteli thread's messages, else the page's one main part, else nowhere special."""
    messages = root.xpath("//div[contains(concat(' ', normalize-space(@class), ' '), ' correspondence ')]")
    mains = messages or root.xpath("//main | //*[@role='main']") or _skipped_to(root) or _article(root)
    return frozenset(m for m in mains if squeezed("".join(m.itertext())))


def _article(root: Node) -> list[Node]:
    """The one `article` that holds the page's heading; a page of many is a list of teasers."""
    return [a for a in root.iter("article") if next(a.iterdescendants("h1"), None) is not None][:1]


def _skipped_to(root: Node) -> list[Node]:
    """Where the page's own "skip to content" link leads, or a part that is named as the content."""
    named: dict[str | None, Node] = {}
    for link in root.iter("a"):
        href = link.get("href", "")
        if href.startswith("#") and len(href) > 1 and re.match(r"\s*skip to\b", "".join(link.itertext()), re.I):
            named = named or {None: root} | {
                node.get("id"): node for node in root.xpath("//*[@id]")[::-1]
            }  # once: links may be many
            target = named.get(href[1:])
            if target is not None and squeezed("".join(target.itertext())):
                return [target]
    return list(root.xpath("//*[@id='content' or @id='main-content' or @id='main' or @id='maincontent']")[:1])


class _Walk:
    """Writes a page into a draft: inline text gathers until a block begins or ends."""

    def __init__(self, roots: frozenset[Node], size: int) -> None:
        self.draft = Draft()
        self.roots = roots
        self._size = size  # of the whole page, in characters that are not space
        self._titled = not any(next(r.iter("h1"), None) is not None for r in roots)  # by a heading outside the letter
        self._inline: list[str] = []
        self._linked = 0  # how many of the characters gathered stand in links and buttons
        self._links = 0
        self._counts: dict[Node, int] = {}  # the last number given in each ordered list
        self._category: Category = "text"
        self._level: int | None = None
        self._furniture = bool(roots)
        self._mark = ""
        self._depth = 0

    def block(self, node: Node, furniture: bool, pre: bool = False) -> None:
        """Write `node` and what is in it."""
        if self._depth > _MAX_DEPTH:
            self._text(" ".join(node.itertext()), pre)
            return
        self._depth += 1
        self._inside(node, furniture, pre)
        self._depth -= 1

    def flush(self) -> None:
        """End the paragraph that is being gathered."""
        text = "".join(self._inline)
        text = re.sub(r"[^\S\n]+", " ", text)
        text = re.sub(r" ?\n ?", "\n", text).strip()
        linked, self._linked = self._linked, 0
        self._inline = []
        if not text:
            return
        furniture = self._furniture or is_furniture_text(text, linked)
        if furniture and not (self._level == 1 and self._titled):
            self.draft.paragraph(text, "navigation")
        else:
            self.draft.paragraph(self._mark + text, self._category, self._level)
        self._mark = ""

    def _inside(self, node: Node, furniture: bool, pre: bool) -> None:
        tag = node.tag
        if not isinstance(tag, str) or tag in _DROPPED:
            return
        if tag == "br":
            self._inline.append("\n")
            return
        if tag not in _BLOCKS:
            if self._is_furniture(node):
                self._block(node, True, pre)
                return
            self._links += tag == "a"
            self._children(node, furniture, pre)
            self._links -= tag == "a"
            if tag == "a" and not self._furniture and not self._level:
                self._inline.append(_address(node))
            return
        if tag == "dt" and _is_fact(node.getnext()) and not self._furniture and not furniture:
            self.flush()
            return
        if tag == "table" and not _is_layout(node):
            self.flush()
            if furniture or self._outside(node):
                self._block(node, True, pre)
            else:
                self._table(node)
            return
        if tag == "dd" and _is_fact(node) and not self._furniture:
            self.flush()
            self._mark = squeezed("".join(node.getprevious().itertext())).rstrip(":") + ": "
        self._block(node, furniture or self._is_furniture(node), pre or tag == "pre")

    def _is_furniture(self, node: Node) -> bool:
        """Whether the page says so of `node`, and what it holds bears it out: it may be named `has-sidebar`.

        It holds neither the heading nor most of the page. Within the letter it is short, or mostly links.
        """
        if not is_named_furniture(node) or next(node.iterdescendants("h1", "main"), None) is not None:
            return False
        held = size(node)
        if 2 * held >= self._size:
            return False
        if node.tag in ALWAYS or node.get("role", "") in ROLES or not self._in_letter(node):
            return True
        return held < LITTLE or 2 * sum(size(link) for link in node.iter("a", "button", "label")) > held

    def _in_letter(self, node: Node) -> bool:
        return bool(self.roots) and not self._outside(node)

    def _list_mark(self, item: Node) -> str:
        """What a browser prints before a list item: its number as the list counts, or a bullet."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return "• "
        number = self._counts.get(parent, _integer(parent.get("start"), 1) - 1) + 1
        number = _integer(item.get("value"), number)
        self._counts[parent] = number
        return _numbered(number, parent.get("type", "1"))

    def _outside(self, node: Node) -> bool:
        return bool(self.roots) and not any(a in self.roots for a in (node, *node.iterancestors()))

    def _block(self, node: Node, furniture: bool, pre: bool) -> None:
        self.flush()
        before = self._category, self._level, self._furniture
        if node in self.roots:
            self._furniture = False
        self._furniture = self._furniture or furniture
        if node.tag in _HEADINGS:
            self._category, self._level = "title", _HEADINGS[node.tag]
        elif node.tag == "li":
            self._category, self._mark = "list_item", self._list_mark(node)
        elif node.tag == "dd" and self._mark:
            self._category = "narrative"
        self._children(node, furniture, pre)
        self.flush()
        self._category, self._level, self._furniture = before

    def _children(self, node: Node, furniture: bool, pre: bool) -> None:
        self._text(node.text, pre)
        for child in node:
            self.block(child, furniture, pre)
            self._text(child.tail, pre)

    def _text(self, text: str | None, pre: bool) -> None:
        if text:
            self._linked += len("".join(text.split())) if self._links else 0
            self._inline.append(text.replace("\r", "") if pre else re.sub(r"[ \t\r\n\f]+", " ", text))

    def _table(self, node: Node) -> None:
        caption = node.find("caption")
        title = squeezed("".join(caption.itertext())) if caption is not None else None
        if title:
            self.draft.paragraph(title, "title")
        rows = list(_rows(node))
        self.draft.table(rows, title)


def _is_fact(node: Node) -> bool:
    """Whether `node` is the short value of a short term, "Reference" or "Status", and not an answer to a question."""
    if node is None or node.tag != "dd" or next(node.iterdescendants(*_BLOCKS), None) is not None:
        return False
    term, after = node.getprevious(), node.getnext()
    if term is None or term.tag != "dt" or (after is not None and after.tag == "dd"):
        return False
    shown = squeezed("".join(term.itertext()))
    return 0 < len(shown) <= 40 and "?" not in shown and 0 < size(node) <= 160


def _address(node: Node) -> str:
    href = (node.get("href") or "").strip()
    if not href.lower().startswith(("http://", "https://")):
        return ""
    shown = squeezed("".join(node.itertext()))
    bare = re.sub(r"^https?://|/$", "", href, flags=re.I)
    return "" if not shown or bare.lower() in shown.lower() else f" ({href})"


def _numbered(number: int, kind: str) -> str:
    """`number` as an ordered list of `kind` (its `type` attribute) prints it."""
    if kind in ("a", "A") and 0 < number <= 26:
        return f"{chr(ord(kind) + number - 1)}. "
    if kind in ("i", "I") and 0 < number < 40:
        roman = "x" * (number // 10) + ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][number % 10]
        return f"{roman if kind == 'i' else roman.upper()}. "
    return f"{number}. "


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text.strip()) else otherwise


def _is_layout(table: Node) -> bool:
    """Whether a table only places things on the page: tables or headings inside it, or a single column."""
    if table.get("role") in ("presentation", "none"):
        return True
    if any(True for _ in table.iterdescendants("table", "h1", "h2", "h3")):
        return True
    return all(len(list(row.iterchildren("td", "th"))) < 2 for row in table.iter("tr"))


def _rows(table: Node) -> Iterator[list[Field]]:
    held: dict[int, int] = {}  # column: rows for which a cell above still covers it
    for row in table.iter("tr"):
        fields: list[Field] = []
        column = 0
        in_head = row.getparent() is not None and row.getparent().tag == "thead"
        taken = {c for c, left in held.items() if left > 0}
        held = {c: left - 1 for c, left in held.items() if left > 1}
        for cell in row.iterchildren("td", "th"):
            while column in taken:
                column += 1
            wide = min(max(1, _integer(cell.get("colspan"), 1)), 1000, max(1, _MAX_COLUMNS - column))
            tall = min(max(1, _integer(cell.get("rowspan"), 1)), 65534)  # both as the HTML standard has them
            text = "".join(_cell_texts(cell))
            fields.append(Field(text, column, in_head or cell.tag == "th", None, tall, wide))
            if tall > 1:
                held.update(dict.fromkeys(range(column, column + wide), tall - 1))
            column += wide
        if fields:
            yield fields


def _cell_texts(node: Node) -> Iterator[str]:
    """The text of a cell: inline pieces run together, blocks and line breaks set apart."""
    if node.text:
        yield node.text
    for child in node:
        if isinstance(child.tag, str) and child.tag not in _DROPPED:
            apart = child.tag in _BLOCKS or child.tag == "br"
            inner = "".join(_cell_texts(child))
            yield f" {inner} " if apart else inner + (_address(child) if child.tag == "a" else "")
        if child.tail:
            yield child.tail
