"""Parts can be left out one at a time, come back, and change what they should."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from corpus.document import FoiError
from eval.__main__ import main
from eval.ablation import ADDED, WHOLE, answered, table
from eval.drafts import Draft, drafts
from eval.judgements import Question
from eval.kept import kept
from eval.parts import FINDING, Part, parts, ranking, sureness, without
from eval.systems import Local
from indexer.embed import SentenceEncoder
from indexer.pipeline import index
from indexer.query_encoder import keep_query_encoder
from service import answer, rank, retrieve, search
from tests.test_reranker import made as reranker

SAMPLES = Path(__file__).parents[1] / "corpus" / "samples"

NAMES = ("wexcombe-spo-2023-24.txt", "saltmoor-stalking-protection-orders-2023-24.txt", "northmarsh-parking-pcns.txt")


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Local:
    data = tmp_path_factory.mktemp("ablation") / "data"
    encoder = SentenceEncoder()
    index([str(SAMPLES / name) for name in NAMES], data, encoder)
    keep_query_encoder(data, encoder.name)
    return Local(data)


@pytest.mark.parametrize("part", (*FINDING, *ranking()), ids=lambda part: part.name)
def test_every_part_is_there_and_comes_back(part: Part, system: Local) -> None:
    before = [getattr(module, name) for module, name, _ in part.switches]
    assert before, "a part is something in the code"
    with without(part):
        assert all(getattr(module, name) is instead for module, name, instead in part.switches)
        assert Local(system.index.data).search("how many SPOs were breached", 5)["hits"]
    assert [getattr(module, name) for module, name, _ in part.switches] == before


def test_a_part_that_the_code_lacks_is_told() -> None:
    with (
        pytest.raises(FoiError, match=r"service.rank has no LUCK: the part 'luck'"),
        without(Part("luck", "", ((rank, "LUCK", 0),))),
    ):
        pass


@pytest.mark.parametrize("part", (*FINDING, *ranking()), ids=lambda part: part.name)
def test_a_constant_that_is_gone_ends_the_command_in_one_line(
    part: Part, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whichever constant a change of the code takes away, no table of ablations is made as if it were still there."""
    module, name, _ = part.switches[0]
    monkeypatch.delattr(module, name)
    assert main(["ablation"]) == 2
    said = capsys.readouterr().err
    assert f"{module.__name__} has no {name}" in said and said.count("\n") == 1


def test_a_constant_that_nothing_reads_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrieve, "NEVER_READ", 1.0, raising=False)
    with (
        pytest.raises(FoiError, match=r"nothing in service.retrieve reads NEVER_READ any more, so the part 'idle'"),
        without(Part("idle", "", ((retrieve, "NEVER_READ", 0.0),))),
    ):
        pass
    assert parts().keys() >= {"dense", "lexical"}


def test_a_function_that_is_called_otherwise_now_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "fold", lambda hits, k, threshold, *, exact: [])
    with pytest.raises(FoiError, match=r"service.search.fold is called otherwise now"):
        parts()


def test_an_answer_that_was_not_weighed_as_watched_is_told(system: Local, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Question("q", "how many SPOs were breached", "number", "not_found", ())
    monkeypatch.setattr(answer, "WEIGHTS", dict(answer.WEIGHTS))
    monkeypatch.setattr(answer, "likelihood", lambda *_: 0.5)
    with pytest.raises(FoiError, match="an answer that it had not weighed"):
        list(drafts(Local(system.index.data), [asked]))
    monkeypatch.delattr(answer, "likelihood")
    monkeypatch.delattr(answer, "RIGHT")
    with pytest.raises(FoiError, match=r"service.answer has no RIGHT"):
        list(drafts(system, [asked]))


def test_what_was_out_comes_back_after_an_error() -> None:
    part, before = Part("dense", "", ((retrieve, "DENSE_WEIGHT", 0.0),)), retrieve.DENSE_WEIGHT
    with pytest.raises(ZeroDivisionError), without(part):
        raise ZeroDivisionError
    assert before == retrieve.DENSE_WEIGHT > 0


def test_leaving_out_acronyms_changes_what_is_searched_for(system: Local) -> None:
    """The letter on parking never writes "PCN": only the acronym spelt out gives the words anything to find."""
    names = {part.name: part for part in FINDING}

    def scores() -> list[float]:
        return [hit["score"] for hit in Local(system.index.data).search("PCNs issued", 5)["hits"]]

    with without(names["wordings"]):
        unspelt = scores()
    assert unspelt != scores()


def test_drafts_are_what_would_be_answered_if_nothing_were_withheld(system: Local) -> None:
    asked = Question("n", "how many lighthouses does Penzance own", "negative", "not_found", ())
    assert system.ask(asked.query)["outcome"] == "not_found"
    found = list(drafts(system, [asked]))
    assert all(not draft.right and not draft.answerable and draft.sure < answer.THRESHOLD for draft in found)
    assert Local(system.index.data).ask(asked.query)["outcome"] == "not_found", "the threshold is back"


def draft(name: str, *, right: bool, sure: float, answerable: bool = True) -> Draft:
    features = {"coverage": 1.0, "authority": 0.0, "period": 0.0}
    return Draft(name, name, answerable, right, right, sure, sure, features | {"contradicted": 0.0}, features)


def test_a_draft_counts_by_being_given_or_withheld() -> None:
    asked = [
        draft("right and given", right=True, sure=0.9),
        draft("right and withheld", right=True, sure=0.1),
        draft("wrong and given", right=False, sure=0.9),
        draft("rightly withheld", right=False, sure=0.1, answerable=False),
        draft("wrongly given", right=False, sure=0.9, answerable=False),
    ]
    assert list(answered(asked, None).values()) == [1.0, 0.0, 0.0, 1.0, 0.0]
    assert list(answered(asked, lambda _: 0.0).values()) == [0.0, 0.0, 0.0, 1.0, 1.0]


def test_each_feature_of_being_sure_moves_it() -> None:
    agrees = dict.fromkeys((*answer.WEIGHTS, "authority", "period"), 1.0)
    against = agrees | {"authority": -1.0}  # contradicted
    silent = agrees | {"reference": 0.0}  # every term is lacking, and the letter is not named
    by = sureness()
    assert {name.removeprefix("sure: ") for name in by} == {n for n, w in answer.WEIGHTS.items() if w and n != "bias"}

    def whole(features: dict[str, float]) -> float:
        return answer.certainty({k: v for k, v in features.items() if k != "contradicted"})

    for name, certainty in by.items():
        assert any(certainty(features) != whole(features) for features in (agrees, against, silent)), name


def test_the_table_says_what_a_part_earns() -> None:
    good, bad = {str(n): 1.0 for n in range(20)}, {str(n): float(n % 2) for n in range(20)}
    whole = {"recall@1": good, "mrr@10": good, "answer": good}
    found = table({WHOLE: whole, "luck": {"recall@1": bad, "mrr@10": good}}, [])
    rows = {row[0]: dict(zip(found.columns[1:4], row[1:4], strict=True)) for row in found.rows}
    assert rows["luck"]["recall@1"] == 0.5 and rows["luck"]["earns"] == 0.5
    assert found.rows[1][-5:] == (None,) * 5


def test_a_reranker_earns_what_is_won_with_it() -> None:
    good, bad = {str(n): 1.0 for n in range(20)}, {str(n): float(n % 2) for n in range(20)}
    whole, added = {"recall@1": bad, "mrr@10": bad, "answer": good}, {"recall@1": good, "mrr@10": bad, "answer": bad}
    row = table({WHOLE: whole, ADDED: added}, []).rows[1]
    assert row[:3] == (ADDED, 1.0, 0.5) and row[7] == 0.0 and row[11:13] == (0.5, -0.5)


def test_a_reranker_has_its_row_when_one_is_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A real CrossEncoder, tiny and with random weights: it must change what is found."""
    (tmp_path / "gold").mkdir()
    (tmp_path / "letters").mkdir()
    rows = []
    for line in (Path(__file__).parents[1] / "eval" / "questions" / "samples.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["document"] in NAMES and not row.get("also"):
            rows.append(line)
    (tmp_path / "gold" / "questions.jsonl").write_text("\n".join(rows), encoding="utf-8")
    for name in NAMES:
        shutil.copy(SAMPLES / name, tmp_path / "letters" / name)
    options = ["ablation", "--docs", str(tmp_path / "letters"), "--gold", str(tmp_path / "gold"), "--workers", "1"]
    options += ["--only", "--reranker", str(reranker(tmp_path / "tiny")), "--keep", str(tmp_path / "ablation.json")]
    assert main(options) == 0
    out = capsys.readouterr().out
    assert "| nothing left out |" in out and "| with the reranker |" in out
    result = kept(tmp_path / "ablation.json")
    columns, whole, added = result.tables["parts"]
    assert whole[0] == WHOLE and added[0] == ADDED and result.settings["reranker"].endswith("tiny")
    mrr = columns.index("mrr@10")
    assert added[mrr] != whole[mrr] and added[mrr + 1] == pytest.approx(added[mrr] - whole[mrr], abs=1e-5)
    assert all(cell is not None for cell in added)


def test_what_cannot_be_ablated_is_told_before_anything_is_indexed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for options, said in (
        (["--reranker", str(tmp_path / "nowhere")], "there is no such folder"),
        (["--only"], "--only names no part"),
        (["--workers", "0"], "--workers 0 does no work"),
    ):
        assert main(["ablation", *options, "--data", str(tmp_path / "data")]) == 2
        error = capsys.readouterr().err
        assert said in error and error.count("\n") == 1
    assert not (tmp_path / "data").exists()
