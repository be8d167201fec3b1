"""ZIP archives: each member a document of its own."""

from __future__ import annotations

import re

from corpus.document import Source, UnreadableDocument
from indexer.readers.draft import Draft
from indexer.readers.package import member, opened
from indexer.reading import Reading

MAX_FILES = 2_000
_HIDDEN = re.compile(r"(?:^|/)(?:\.|__MACOSX/|Thumbs\.db$|desktop\.ini$)", re.I)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def read(source: Source) -> Reading:
    """The names of the members as text, the members themselves as children with the URI `<archive>#<path inside>`.

    Nothing is written to disk. Raises `UnreadableDocument` for an archive that is damaged, encrypted, empty, or
    unpacks beyond the limits of `package`.
    """
    archive = opened(source.data)
    names = [i.filename for i in archive.infolist() if not i.is_dir() and not _HIDDEN.search(i.filename)]
    if not names:
        raise UnreadableDocument("is a ZIP archive without files")
    if len(names) > MAX_FILES:
        raise UnreadableDocument(f"is a ZIP archive of {len(names):,} files, more than {MAX_FILES:,}; unpack it first")
    draft = Draft()
    children = []
    for name in dict.fromkeys(names):
        shown = _CONTROL.sub("_", name)
        draft.paragraph(shown, "navigation")
        children.append(
            Source(f"{source.uri}#{shown}", member(archive, name), shown.rpartition("/")[2] or shown, source.uri)
        )
    return draft.reading(source.name, children)
