"""Plain text and Markdown: the canonical text is the decoded file, unchanged."""

from __future__ import annotations

from corpus.document import Source
from corpus.media import decode
from indexer.readers.draft import check_length
from indexer.reading import Reading


def read(source: Source) -> Reading:
    """The decoded text of `source`; what its paragraphs are is left to the partitioner.

    Raises `UnreadableDocument` where the bytes are no text, or too much of it.
    """
    check_length(len(source.data) // 4)  # no encoding takes more: what is far too long need not be decoded
    text = decode(source.data)
    check_length(len(text))
    return Reading(text)
