"""What is still to be read: what the user named, and what is found inside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from corpus.document import FoiError, Metadata, Source
from corpus.load import Failed, Found
from corpus.manifest import Manifest, mark
from indexer.stored import Parsed

_DEPTH = 3  # a ZIP in a message in a ZIP; deeper nesting is a bomb, not a disclosure


class Intake:
    """Gives the sources to read one by one, and counts those that need no reading. Touches no store.

    `known` is URI → (SHA-256, reader) of what is indexed, `children` URI → URIs of what was found inside it, and
    `unfinished` the URIs of which not everything found inside was stored before the last run was stopped.
    """

    def __init__(
        self,
        loaded: Iterable[Found | Failed],
        known: dict[str, tuple[str, str]],
        children: dict[str, list[str]],
        unfinished: frozenset[str],
        version: str,
        manifest: Manifest,
    ) -> None:
        self._loaded = iter(loaded)
        self._known, self._children, self._unfinished = known, children, unfinished
        self._version, self._manifest = version, manifest
        self._depth: dict[str, int] = {}
        self.unchanged = 0
        self.failed: list[tuple[str, str]] = []
        """(URI, error) of what could not be had, or lies too deep."""

    def following(self) -> Source | None:
        """The next source that is new, changed, read last by another version of the reader, or spoken of otherwise."""
        for one in self._loaded:
            if isinstance(one, Failed):
                self.failed.append((one.uri, str(one.error)))
                continue
            source = replace(one.source, said=self._manifest.says(one.source.uri))
            fingerprint = source.sha256, reader(self._version, source.said)
            if self._known.get(source.uri) == fingerprint and self._same_inside(source.uri, source.said):
                self.unchanged += self._family(source.uri)
            else:
                return source
        return None

    def inside(self, source: Source, result: Parsed | FoiError) -> list[Source]:
        """What was found inside `source` and is to be read next."""
        depth = self._depth.pop(source.uri, 0)
        found = result.reading.children if isinstance(result, Parsed) else ()
        if depth >= _DEPTH:
            deep = f"is nested more than {_DEPTH} deep: unpack it first"
            self.failed += [(child.uri, f"{child.uri} {deep}") for child in found]
            return []
        self._depth.update((child.uri, depth + 1) for child in found)
        return [replace(child, said=self._manifest.says(child.uri, source.said)) for child in found]

    def _same_inside(self, uri: str, said: Metadata | None) -> bool:
        """Whether all that was found inside the document at `uri` is stored, and the same is said of it as then."""
        if uri in self._unfinished:
            return False
        for child in self._children.get(uri, ()):
            now = self._manifest.says(child, said)
            if self._known[child][1].partition(" ")[2] != mark(now) or not self._same_inside(child, now):
                return False
        return True

    def _family(self, uri: str) -> int:
        return 1 + sum(self._family(child) for child in self._children.get(uri, ()))


def reader(version: str, said: Metadata | None) -> str:
    """What the store keeps of how a document came to be as it is: the reader, and what the user said of it."""
    return f"{version} {mark(said)}" if said else version
