"""ZIP archives: each member a document of its own."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress

from corpus.document import Source, UnreadableDocument
from indexer.readers.draft import Draft
from indexer.readers.package import member, opened
from indexer.reading import Reading

MAX_FILES = 2_000
MAX_UNPACKED = 256 << 20
"""Most bytes of all members together, those of archives inside among them: each is kept until it has been read."""

_DEPTH = 3  # archives further inside are refused, unopened, by who indexes what is found here
_HIDDEN = re.compile(r"(?:^|/)(?:\.|__MACOSX/|Thumbs\.db$|desktop\.ini$)", re.I)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def read(source: Source) -> Reading:
    """The names of the members as text, the members themselves as children with the URI `<archive>#<path inside>`.

    Where several members have one name, `#2` and so on goes after the path.

    Nothing is written to disk. What archives inside unpack to is counted here, so that a harmless number of small ones
    cannot grow without end. Raises `UnreadableDocument` for an archive that is damaged, encrypted, empty, or
    unpacks beyond the limits of `package`.
    """
    archive = opened(source.data)
    members = [i for i in archive.infolist() if not i.is_dir() and not _HIDDEN.search(i.filename)]
    if not members:
        raise UnreadableDocument("is a ZIP archive without files")
    if len(members) > MAX_FILES:
        raise UnreadableDocument(
            f"is a ZIP archive of {len(members):,} files, more than {MAX_FILES:,}; unpack it first"
        )
    if unpacked(source.data) > MAX_UNPACKED:
        raise UnreadableDocument(f"unpacks to more than {MAX_UNPACKED >> 20} MiB with the archives inside it; split it")
    draft = Draft()
    children = []
    times: Counter[str] = Counter()
    for info in members:
        shown = _CONTROL.sub("_", info.filename)
        times[shown] += 1
        draft.paragraph(shown, "navigation")
        path = shown if times[shown] == 1 else f"{shown}#{times[shown]}"  # two members may have one name
        children.append(
            Source(f"{source.uri}#{path}", member(archive, info), shown.rpartition("/")[2] or shown, source.uri)
        )
    return draft.reading(source.name, children)


def unpacked(data: bytes, depth: int = 1) -> int:
    """Bytes that a ZIP and those inside it say they unpack to; stops counting beyond `MAX_UNPACKED`."""
    archive = opened(data)
    total = sum(info.file_size for info in archive.infolist())
    for info in archive.infolist():
        if depth == _DEPTH or total > MAX_UNPACKED:
            break
        inside = b"" if info.is_dir() else member(archive, info)
        if inside.startswith(b"PK"):
            with suppress(UnreadableDocument):  # it will say so itself
                total += unpacked(inside, depth + 1)
    return total
