"""The fit of confidence: sets left out in turn, weights that come back, and one line where it cannot be made."""

from __future__ import annotations

import numpy as np
import pytest

from corpus.document import FoiError
from eval.calibration import abstention, certainty_of, figures, fit_of, lines, result
from eval.drafts import Draft
from service.answer import RIGHT, THRESHOLD, WEIGHTS

NAMES = [name for name in RIGHT if name != "bias"]


def drafts(name: str, count: int, seed: int, turned: bool = False) -> list[Draft]:
    """Drafts that are right by the first feature alone, or, `turned`, by its opposite."""
    draw = np.random.default_rng(seed)
    found = []
    for n in range(count):
        values = dict(zip(NAMES, draw.normal(size=len(NAMES)).tolist(), strict=True))
        chance = 1 / (1 + np.exp(-(4.0 if not turned else -4.0) * values[NAMES[0]]))
        right = bool(draw.random() < chance)
        found.append(Draft(f"{n}", f"{name}{n % 9}", True, right, right, 0.6, 0.5, {}, values))
    return found


def test_the_weights_that_made_the_drafts_are_found() -> None:
    fit, others, _ = fit_of({"a": drafts("a", 400, 1), "b": drafts("b", 400, 2), "c": drafts("c", 400, 3)})
    assert fit.keys() == {"bias", *NAMES} and fit[NAMES[0]] > 2
    assert max(abs(fit[name]) for name in NAMES[1:]) < 0.6
    truth = np.array([float(d.right) for n, s in (("a", 1), ("b", 2), ("c", 3)) for d in drafts(n, 400, s)])
    assert figures(others, truth)["AUC"] > 0.9 and figures(others, truth)["ECE"] < 0.06


def test_each_set_is_judged_by_weights_that_never_saw_it() -> None:
    """A set where everything is the other way round cannot be foretold by weights fitted to the others alone."""
    sets = {"a": drafts("a", 300, 1), "b": drafts("b", 300, 2), "odd": drafts("odd", 100, 3, turned=True)}
    _, others, _ = fit_of(sets)
    odd = np.array([float(d.right) for d in sets["odd"]])
    assert figures(others[600:], odd)["AUC"] < 0.2


def test_one_set_alone_is_judged_by_its_other_documents() -> None:
    one = drafts("a", 300, 4)
    _, others, _ = fit_of({"a": one})
    assert figures(others, np.array([float(d.right) for d in one]))["AUC"] > 0.9


def test_what_is_kept_holds_both_weights_and_every_curve() -> None:
    sets = {"a": drafts("a", 60, 1), "b": drafts("b", 60, 2)}
    found = result("calibration", sets, *fit_of(sets))
    assert found.tables["curves"].keys() == {"a", "b", "all", "all, weights fitted to other letters"}
    assert {row[0]: row[1] for row in found.tables["weights"][1:]} == RIGHT
    assert len(found.queries["Brier"]) == 120 == found.figures["drafts"]


def test_the_reader_is_told_of_bins_and_abstention() -> None:
    one = drafts("a", 50, 1)
    said = "\n".join(lines("a", np.full(50, 0.5), np.array([float(d.right) for d in one])))
    assert "a: 50 drafts" in said and "ECE" in said and "AUC 0.500" in said and "0.5–0.6         50" in said
    assert THRESHOLD <= 0.6 and f"answer {sum(d.right for d in one) / 50:.3f}" in abstention(one)


def test_a_weight_without_a_feature_is_told() -> None:
    bare = [Draft("1", "a", True, True, True, 0.6, 0.5, {}, {}), Draft("2", "b", True, False, False, 0.6, 0.5, {}, {})]
    with pytest.raises(FoiError, match=r"RIGHT weighs \w+, which no draft has"):
        fit_of({"a": bare})


def test_certainty_is_fitted_to_right_places_and_unanswerable_questions_alone() -> None:
    names = [name for name in WEIGHTS if name != "bias"]
    draw = np.random.default_rng(5)

    def one(n: int, answerable: bool, cited: bool, first: float) -> Draft:
        values = dict(zip(names, draw.normal(size=len(names)).tolist(), strict=True)) | {names[0]: first}
        return Draft(f"{n}", f"{n % 9}", answerable, cited, cited, 0.5, 0.5, values, {})

    found = [one(n, True, True, draw.normal(2.0)) for n in range(150)]
    found += [one(n, False, False, draw.normal(-2.0)) for n in range(150)]
    wrong = [one(n, True, False, draw.normal(-2.0)) for n in range(150)]  # would teach the opposite
    weights, told = certainty_of({"a": [*found, *wrong]})
    assert weights[names[0]] > 1 and max(abs(weights[name]) for name in names[1:]) < weights[names[0]] / 3
    assert told["fitted to others"] > 0.95 and told["in use"] == 0.5
    with pytest.raises(FoiError, match="all answerable or none"):
        certainty_of({"a": found[:150]})
