"""Plain text and Markdown: the canonical text is the decoded file, unchanged."""

from __future__ import annotations

from corpus.document import Source
from corpus.media import decode
from indexer.reading import Reading


def read(source: Source) -> Reading:
    """The decoded text of `source`; what its paragraphs are is left to the partitioner.

    Raises `UnreadableDocument` where the bytes are no text.
    """
    return Reading(text=decode(source.data))
