from __future__ import annotations

from dataclasses import replace

from indexer.stored import StoredDocument, StoredPassage
from service.fold import fold
from service.retrieve import Scored
from service.search import Hit

BOILERPLATE = (
    "The public interest in transparency has been weighed against the harm that disclosure would cause to the "
    "prevention and detection of crime, and the force has decided that the balance favours withholding {} records."
)


def hit(pid: int, text: str, question: str | None = None) -> Hit:
    document = StoredDocument(pid, f"d{pid}", f"/{pid}.txt", None, "x", "", "", None, None, None, None, None, ())
    passage = StoredPassage(pid, f"p{pid}", pid, "s1", "answer", 0, len(text), None, None, "", None, ())
    return Hit(0, 1.0 / pid, Scored(pid, 0, 0, 0, 0), passage, document, text, question, ())


def test_copied_reasoning_is_one_hit_with_its_copies() -> None:
    folded = fold([hit(1, BOILERPLATE.format("all")), hit(2, "Four."), hit(3, BOILERPLATE.format("the"))])
    assert [(one.passage.pid, [uri for uri, _, _ in others]) for one, others in folded] == [(1, ["/3.txt"]), (2, [])]


def test_the_same_reasoning_with_another_figure_is_another_passage() -> None:
    assert len(fold([hit(1, BOILERPLATE.format("12")), hit(2, BOILERPLATE.format("13"))])) == 2


def test_the_same_short_answer_to_different_questions_is_never_folded() -> None:
    assert len(fold([hit(1, "No", "Do you hold drones?"), hit(2, "No", "Do you hold tasers?")])) == 2
    assert len(fold([hit(1, "No"), hit(2, "No")])) == 2
    assert len(fold([hit(1, "No", "Do you hold drones?"), hit(2, "No.", "do you hold drones")])) == 1


def test_copied_reasons_are_one_hit_whatever_their_figures_but_not_their_exemptions() -> None:
    def refused(pid: int, figure: str, code: str) -> Hit:
        made = hit(pid, BOILERPLATE.format(figure))
        return replace(made, passage=replace(made.passage, kind="exemption", exemptions=(code,)))

    assert len(fold([refused(1, "12", "FOIA s31"), refused(2, "13", "FOIA s31")])) == 1
    assert len(fold([refused(1, "12", "FOIA s31"), refused(2, "13", "FOIA s30")])) == 2
