"""Text in sentences and lines."""

from __future__ import annotations

from service.spans import pieces

LETTER = (
    "They are enclosed, but for a part on what a ferryman told us of his toll. That paragraph is exempt under section\n"
    "41(1). He told us so in confidence, and would go to law if we were to pass on what he said of it to anyone at all."
)


def test_a_line_that_begins_before_the_section_is_not_short() -> None:
    text = LETTER.replace("exempt under section\n41(1)", "exempt, as stated above,\nNever mind")
    start = text.index("That paragraph")
    assert pieces(text, start, len(text))[0].text == "That paragraph is exempt, as stated above,\nNever mind."


def test_a_section_is_not_parted_from_its_number() -> None:
    text = "The rota of the watch is kept back for now, and is exempt under\nthis: section\n31(1)(a). " + LETTER
    assert any("section\n31(1)(a)." in piece.text for piece in pieces(text, 0, len(text)))
