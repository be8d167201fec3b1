"""`service.settings`: where the index lies and what a document may take, from options, variables or neither."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import FoiError
from indexer.worker import Limits
from service.settings import data_directory, limits


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FOI_DATA", "FOI_TIMEOUT", "FOI_MEMORY"):
        monkeypatch.delenv(name, raising=False)


def test_an_option_goes_before_its_variable_and_that_before_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    assert limits(None, None) == Limits(60, 2 << 30)
    monkeypatch.setenv("FOI_TIMEOUT", "90")
    monkeypatch.setenv("FOI_MEMORY", "512M")
    assert limits(None, None) == Limits(90, 512 << 20)
    assert limits("2.5", "4G") == Limits(2.5, 4 << 30)
    assert data_directory(None) != data_directory("here") == Path("here")


@pytest.mark.parametrize(
    ("said", "size"), [("512M", 512 << 20), ("1.5 GiB", 3 << 29), ("2gb", 2 << 30), ("100000k", 102_400_000)]
)
def test_sizes(said: str, size: int) -> None:
    assert limits(None, said).memory == size


@pytest.mark.parametrize("said", ["0", "-1", "soon", "nan", "inf", "1e9", "", " "])
def test_no_time(said: str) -> None:
    with pytest.raises(FoiError, match=r"^--timeout '.*' is no time: give a number of seconds above 0, such as 120$"):
        limits(said, None)


@pytest.mark.parametrize("said", ["0", "63M", "-2G", "lots", "2X", "G"])
def test_no_size(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOI_MEMORY", said)
    with pytest.raises(FoiError, match=r"^\$FOI_MEMORY '.*' is no size of at least 64M: give one such as 512M or 4G$"):
        limits(None, None)
