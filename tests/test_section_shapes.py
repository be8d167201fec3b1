"""The labelled letters of `tests.letters_*` are cut right, each alone and all together."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.sections import score
from tests import (
    letters_bodies,
    letters_councils,
    letters_health_and_education,
    letters_mails,
    letters_mixed,
    letters_national,
    letters_pages,
    letters_police,
    letters_replies,
    letters_sites,
    letters_wrapped_mails,
)
from tests.letters import Shape

EVERY = (
    *letters_bodies.LETTERS,
    *letters_councils.LETTERS,
    *letters_health_and_education.LETTERS,
    *letters_mails.LETTERS,
    *letters_mixed.LETTERS,
    *letters_national.LETTERS,
    *letters_pages.LETTERS,
    *letters_police.LETTERS,
    *letters_wrapped_mails.LETTERS,
)


HARD = (*letters_replies.LETTERS, *letters_sites.LETTERS)
"""Pages and letters written to be as unlike each other as they come, by writers who had not seen how they are read."""


def measured(shapes: tuple[Shape, ...], folder: Path) -> tuple[dict[str, float], list[str]]:
    """The figures of the shapes, and what was missed."""
    for shape in shapes:
        (folder / f"{shape.name}.txt").write_text(shape.text, encoding="utf-8")
    missed: list[str] = []
    return score(folder, [shape.row() for shape in shapes], missed.append), missed


def test_all_shapes_together(tmp_path: Path) -> None:
    figures, missed = measured(EVERY, tmp_path)
    shown = "\n".join(missed)
    assert figures["lost"] == 0
    assert figures["line_accuracy"] >= 0.98, shown
    assert figures["pairing"] >= 0.97, shown
    assert figures["exemption_f1"] >= 0.98, shown
    for key in ("authority", "reference", "date"):
        assert figures[key] >= 0.96, shown


def test_hard_shapes_together(tmp_path: Path) -> None:
    figures, missed = measured(HARD, tmp_path)
    bars = {"line_accuracy": 0.9, "macro_f1": 0.89, "pairing": 0.83, "exemption_f1": 0.88}
    bars |= {"authority": 0.85, "reference": 0.75, "date": 0.75}
    assert figures["lost"] == 0
    assert {k: figures[k] for k, bar in bars.items() if figures[k] < bar} == {}, "\n".join(missed)


@pytest.mark.parametrize("shape", EVERY, ids=lambda shape: shape.name)
def test_each_shape(shape: Shape, tmp_path: Path) -> None:
    figures, missed = measured((shape,), tmp_path)
    assert figures["lost"] == 0
    assert figures["line_accuracy"] >= 0.9, "\n".join(missed)
