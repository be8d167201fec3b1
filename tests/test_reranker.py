"""The optional reranker: a real CrossEncoder, tiny and with random weights, made here."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import FoiError
from indexer.embed import Reranker, SentenceEncoder
from indexer.pipeline import index
from service.cli import main
from service.index import Index
from service.units import RERANK_WEIGHT
from tests.conftest import SAMPLES

_SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789"
VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *_SIGNS, *"?.,", *(f"##{sign}" for sign in _SIGNS)]
QUERY = "how many stalking protection orders were breached"


def made(folder: Path, scores: int = 1) -> Path:
    """A CrossEncoder of one small layer in `folder`."""
    import torch
    from sentence_transformers import CrossEncoder
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    torch.manual_seed(3)  # one whose scores differ from text to text
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join(VOCABULARY), encoding="utf-8")
    shape = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16}
    config = BertConfig(
        vocab_size=len(VOCABULARY), max_position_embeddings=128, num_labels=scores, initializer_range=2.0, **shape
    )
    BertForSequenceClassification(config).save_pretrained(folder)
    BertTokenizerFast(str(folder / "vocab.txt"), model_max_length=128).save_pretrained(folder)
    CrossEncoder(str(folder), device="cpu", local_files_only=True).save_pretrained(str(folder))
    return folder


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few samples, indexed."""
    data = tmp_path_factory.mktemp("reranked") / "data"
    index([str(path) for path in sorted(SAMPLES.glob("*spo*.txt"))], data, SentenceEncoder())
    return data


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("rerankers") / "one")


def test_every_text_has_a_score_between_0_and_1_that_depends_on_both(folder: Path) -> None:
    reranker = Reranker(str(folder))
    texts = ["a b c", "x y z 1 2 3", "a b c", "q " * 500]
    scores = reranker.scores("a b", texts)
    assert len(scores) == 4 and all(0 <= one <= 1 for one in scores) and scores[0] == pytest.approx(scores[2], abs=1e-5)
    assert scores[0] != pytest.approx(scores[1], abs=1e-4)
    assert reranker.scores("z 9 9", texts)[0] != pytest.approx(scores[0], abs=1e-4)
    assert reranker.scores("a", []) == []


def test_the_score_is_joined_to_that_of_each_hit_and_sorts_them(folder: Path, data: Path) -> None:
    reranker = Reranker(str(folder))
    plain = {hit.passage.pid: hit.score for hit in Index(data).search(QUERY, k=60).hits}
    hits = Index(data, reranker=reranker).search(QUERY, k=60).hits
    read = [f"{hit.question}\n{hit.text}" if hit.question else hit.text for hit in hits]
    expected = reranker.scores(QUERY, read)
    known = [(hit, score) for hit, score in zip(hits, expected, strict=True) if hit.passage.pid in plain]
    assert len(known) > 5
    for hit, score in known:
        assert hit.score == pytest.approx(plain[hit.passage.pid] + RERANK_WEIGHT * score, abs=1e-4)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_an_answer_is_still_verbatim(folder: Path, data: Path) -> None:
    found = Index(data, reranker=Reranker(str(folder)))
    answer = found.ask(QUERY).answer
    for citation in answer.citations:
        version = found.seen.store.document(citation.uri, found.seen.at)
        assert version is not None
        assert found.seen.store.text(version.version)[citation.start : citation.end] == citation.quote


def test_what_is_no_reranker_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in (tmp_path / "empty", tmp_path / "nowhere"):
        with pytest.raises(FoiError, match="cannot load the reranker") as raised:
            Reranker(str(name))
        assert "\n" not in str(raised.value) and "CrossEncoder" in str(raised.value)
    with pytest.raises(FoiError, match="gives 3 scores a text, not 1"):
        Reranker(str(made(tmp_path / "three", scores=3)))


def test_the_command_line_takes_one(folder: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", QUERY, "--data", str(data), "--reranker", str(folder), "--json"]) == 0
    assert '"hits"' in capsys.readouterr().out
    assert main(["ask", QUERY, "--data", str(data), "--reranker", "./nowhere"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "no such folder" in said
