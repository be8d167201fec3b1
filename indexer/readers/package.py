"""ZIP containers, opened with their limits kept: what is inside may be made to harm."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from corpus.document import UnreadableDocument

MAX_MEMBERS = 10_000
MAX_MEMBER = 512 << 20
"""Largest member, in bytes once unpacked."""

MAX_TOTAL = 1 << 30
"""Most bytes of all members together, once unpacked."""

MAX_RATIO = 200
"""Most bytes unpacked for a byte packed, for a member of more than 10 MB: text packs 20 to 1, bombs 1000 to 1."""

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def opened(data: bytes) -> zipfile.ZipFile:
    """The container in `data`, every member checked against the limits by what it declares.

    Raises `UnreadableDocument` for a damaged, encrypted or oversized container.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise UnreadableDocument("is a damaged or cut-off ZIP, DOCX or XLSX file; get it again") from None
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise UnreadableDocument(f"holds {len(members):,} members, more than {MAX_MEMBERS:,}; split it")
    if any(m.flag_bits & 1 for m in members):
        raise UnreadableDocument("is encrypted with a password; save it without one")
    for member in members:
        if member.file_size > MAX_MEMBER:
            raise UnreadableDocument(f"unpacks to more than {MAX_MEMBER >> 20} MiB in one member, as ZIP bombs do")
        if member.file_size > 10 << 20 and member.file_size > MAX_RATIO * max(1, member.compress_size):
            raise UnreadableDocument(f"unpacks more than {MAX_RATIO} to 1, as ZIP bombs do")
    if sum(m.file_size for m in members) > MAX_TOTAL:
        raise UnreadableDocument(f"unpacks to more than {MAX_TOTAL >> 20} MiB; split it")
    return archive


_DAMAGED = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
"""What `zipfile` raises over a member that is not what the container says of it."""


def member(archive: zipfile.ZipFile, name: str | zipfile.ZipInfo) -> bytes:
    """The bytes of a member, never more than it declares. Raises `UnreadableDocument` where it is damaged."""
    info = name if isinstance(name, zipfile.ZipInfo) else archive.getinfo(name)
    try:
        with archive.open(info) as stream:
            data = stream.read(info.file_size + 1)
    except _DAMAGED:
        shown = info.filename[:80]
        raise UnreadableDocument(f"is damaged: its member {shown!r} cannot be unpacked; get it again") from None
    return data


def checked_office(data: bytes) -> zipfile.ZipFile:
    """The container of a DOCX, XLSX or OpenDocument file, none of whose parts defines XML entities."""
    archive = opened(data)
    for info in archive.infolist():
        if info.filename.endswith((".xml", ".rels")):
            try:
                with archive.open(info) as part:
                    start = part.read(4096)
            except _DAMAGED:
                msg = f"is damaged: its part {info.filename[:80]!r} cannot be unpacked; get it again"
                raise UnreadableDocument(msg) from None
            if _DOCTYPE.search(start):
                raise UnreadableDocument("defines XML entities, which office files never do; it may be built to harm")
    return archive
