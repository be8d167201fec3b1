"""The exemptions of the four information laws: section, title, kind and whether the public interest is weighed.

Titles and classes are those of the enactments as published on legislation.gov.uk: the Freedom of Information Act 2000
(c. 36, Part II; s2(3) lists the absolute exemptions; s22A was inserted by the Intellectual Property Act 2014), the
Environmental Information Regulations 2004 (SI 2004/3391, regs 12 and 13), the Freedom of Information (Scotland) Act
2002 (asp 13, Part 2; s2(2) lists the absolute ones) and the Environmental Information (Scotland) Regulations 2004
(SSI 2004/520, regs 10 and 11).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Act = Literal["FOIA", "EIR", "FOISA", "EISR"]
ACTS: tuple[Act, ...] = ("FOIA", "EIR", "FOISA", "EISR")


@dataclass(frozen=True, slots=True)
class Exemption:
    """A ground for refusal. `code` is as in `FOIA s31` or `EIR r12(4)(b)`, at the depth where its title stands.

    `absolute`: no public interest test (for s36, s37, s40 and their like, `absolute` is true only where the whole
    section is mostly so). `prejudice`: it asks for likely harm; otherwise it covers a class of information.
    `refusal` marks s12 and s14 and their like, which refuse a request without being exemptions.
    """

    act: Act
    section: str
    title: str
    absolute: bool = False
    prejudice: bool = False
    refusal: bool = False

    @property
    def code(self) -> str:
        return f"{self.act} {prefix(self.act)}{self.section}"


def prefix(act: str) -> str:
    """`s` for an Act's sections, `r` for regulations."""
    return "r" if act in {"EIR", "EISR"} else "s"


def _foia(
    section: str, title: str, *, absolute: bool = False, prejudice: bool = False, refusal: bool = False
) -> Exemption:
    return Exemption("FOIA", section, title, absolute, prejudice, refusal)


def _foisa(
    section: str, title: str, *, absolute: bool = False, prejudice: bool = False, refusal: bool = False
) -> Exemption:
    return Exemption("FOISA", section, title, absolute, prejudice, refusal)


_ENVIRONMENTAL: tuple[tuple[str, str], ...] = (
    ("(4)(a)", "Information not held"),
    ("(4)(b)", "Manifestly unreasonable request"),
    ("(4)(c)", "Request formulated in too general a manner"),
    ("(4)(d)", "Material in the course of completion, unfinished documents and incomplete data"),
    ("(4)(e)", "Internal communications"),
    ("(5)(a)", "International relations, defence, national security or public safety"),
    ("(5)(b)", "The course of justice, a fair trial, or a criminal or disciplinary inquiry"),
    ("(5)(c)", "Intellectual property rights"),
    ("(5)(d)", "Confidentiality of proceedings"),
    ("(5)(e)", "Confidentiality of commercial or industrial information"),
    ("(5)(f)", "Interests of the person who provided the information"),
    ("(5)(g)", "Protection of the environment"),
)


def _regulations(act: Act, number: str, personal: str) -> tuple[Exemption, ...]:
    rows = [Exemption(act, number + at, title, prejudice=at.startswith("(5)")) for at, title in _ENVIRONMENTAL]
    return (*rows, Exemption(act, personal, "Personal data", absolute=True))


EXEMPTIONS: tuple[Exemption, ...] = (
    _foia("12", "Cost of compliance exceeds the appropriate limit", refusal=True),
    _foia("14", "Vexatious or repeated requests", refusal=True),
    _foia("21", "Information accessible to applicant by other means", absolute=True),
    _foia("22", "Information intended for future publication"),
    _foia("22A", "Research", prejudice=True),
    _foia("23", "Information supplied by, or relating to, bodies dealing with security matters", absolute=True),
    _foia("24", "National security"),
    _foia("26", "Defence", prejudice=True),
    _foia("27", "International relations", prejudice=True),
    _foia("28", "Relations within the United Kingdom", prejudice=True),
    _foia("29", "The economy", prejudice=True),
    _foia("30", "Investigations and proceedings conducted by public authorities"),
    _foia("31", "Law enforcement", prejudice=True),
    _foia("32", "Court records, etc.", absolute=True),
    _foia("33", "Audit functions", prejudice=True),
    _foia("34", "Parliamentary privilege", absolute=True),
    _foia("35", "Formulation of government policy, etc."),
    _foia("36", "Prejudice to effective conduct of public affairs", prejudice=True),
    _foia("37", "Communications with His Majesty, etc. and honours"),
    _foia("38", "Health and safety", prejudice=True),
    _foia("39", "Environmental information"),
    _foia("40", "Personal information", absolute=True),
    _foia("41", "Information provided in confidence", absolute=True),
    _foia("42", "Legal professional privilege"),
    _foia("43", "Commercial interests", prejudice=True),
    _foia("44", "Prohibitions on disclosure", absolute=True),
    *_regulations("EIR", "12", "13"),
    _foisa("12", "Excessive cost of compliance", refusal=True),
    _foisa("14", "Vexatious or repeated requests", refusal=True),
    _foisa("18", "Further provision as respects responses to request (neither confirm nor deny)", refusal=True),
    _foisa("25", "Information otherwise accessible", absolute=True),
    _foisa("26", "Prohibitions on disclosure", absolute=True),
    _foisa("27", "Information intended for future publication"),
    _foisa("28", "Relations within the United Kingdom", prejudice=True),
    _foisa("29", "Formulation of Scottish Administration policy etc."),
    _foisa("30", "Prejudice to effective conduct of public affairs", prejudice=True),
    _foisa("31", "National security and defence"),
    _foisa("32", "International relations", prejudice=True),
    _foisa("33", "Commercial interests and the economy", prejudice=True),
    _foisa("34", "Investigations by Scottish public authorities and proceedings arising out of such investigations"),
    _foisa("35", "Law enforcement", prejudice=True),
    _foisa("36", "Confidentiality"),
    _foisa("37", "Court records, etc.", absolute=True),
    _foisa("38", "Personal information", absolute=True),
    _foisa("39", "Health, safety and the environment", prejudice=True),
    _foisa("40", "Audit functions", prejudice=True),
    _foisa("41", "Communications with His Majesty, etc. and honours"),
    *_regulations("EISR", "10", "11"),
)

_BY_CODE = {one.code: one for one in EXEMPTIONS}
_NUMBERS: dict[str, frozenset[str]] = {
    act: frozenset(one.section.split("(")[0] for one in EXEMPTIONS if one.act == act) for act in ACTS
}
# The subsections under which an authority may neither confirm nor deny (the Act's own; FOISA has one section for all).
_SILENT: dict[str, tuple[str, ...]] = {
    "FOIA": (
        *(
            "s23(5)",
            "s24(2)",
            "s26(3)",
            "s27(4)",
            "s28(3)",
            "s29(2)",
            "s30(3)",
            "s31(3)",
            "s33(3)",
            "s35(3)",
            "s36(3)",
            "s37(2)",
        ),
        *(
            "s38(2)",
            "s39(2)",
            "s40(5)",
            "s40(5A)",
            "s40(5B)",
            "s41(2)",
            "s42(2)",
            "s43(3)",
            "s44(2)",
            "s22(2)",
            "s22A(2)",
            "s21(2)",
        ),
    ),
    "FOISA": ("s18",),
    "EIR": ("r12(6)", "r13(5)"),
    "EISR": ("r10(8)", "r11(6)"),
}


def is_ground(act: str, number: str) -> bool:
    """Whether section or regulation `number` ("31", "22A", "12") of `act` can be relied on to refuse."""
    return number in _NUMBERS.get(act, frozenset())


def exemption(code: str) -> Exemption | None:
    """The ground that `code` falls under: `FOIA s31(1)(a)` → law enforcement; None where it is none of ours."""
    while code:
        if code in _BY_CODE:
            return _BY_CODE[code]
        if not code.endswith(")"):
            return None
        code = code[: code.rindex("(")]
    return None


def title(code: str) -> str | None:
    """The title of the section that `code` falls under, None where it is unknown."""
    found = exemption(code)
    if found is None and code.endswith(("r12", "r10")):
        return "Exceptions to the duty to disclose environmental information"
    return found.title if found else None


def by_title(words: str) -> tuple[Exemption, ...]:
    """The grounds whose title holds all of `words`, case ignored: "law enforcement" → FOIA s31, FOISA s35."""
    wanted = words.lower().split()
    return tuple(one for one in EXEMPTIONS if wanted and all(word in one.title.lower() for word in wanted))


def neither_confirms_nor_denies(code: str) -> bool:
    """Whether `code` is a subsection under which an authority need not say if it holds the information."""
    act, _, rest = code.partition(" ")
    return any(rest == one or rest.startswith(one + "(") for one in _SILENT.get(act, ()))
