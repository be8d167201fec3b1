from __future__ import annotations

from indexer.foreseen import foreseen, rehearsing

_calls: list[tuple[str, int]] = []


@foreseen(2)
def tail(text: str, start: int) -> str:
    """What follows `start`."""
    _calls.append((text, start))
    return text[start:]


@foreseen(8)
def last(text: str) -> str:
    return tail(text, len(text) - 1)


def test_what_was_said_once_or_given_is_not_worked_out_again() -> None:
    tail.forget()
    _calls.clear()
    assert [tail("letter", 3), tail("letter", 3)] == ["ter", "ter"]
    tail.give(("reply", 2), "ply, as foreseen")
    assert tail("reply", 2) == "ply, as foreseen"
    assert tail(text="reply", start=2) == "ply"  # by name it is asked anew
    assert _calls == [("letter", 3), ("reply", 2)]


def test_no_more_is_kept_than_was_said() -> None:
    tail.forget()
    _calls.clear()
    for at in (1, 2, 3):
        tail("letter", at)
    tail("letter", 3)
    tail("letter", 1)
    assert _calls == [("letter", 1), ("letter", 2), ("letter", 3), ("letter", 1)]


def test_a_rehearsal_hears_what_is_asked_from_outside_and_only_while_it_listens() -> None:
    tail.forget()
    last.forget()
    last("before")
    with rehearsing() as heard:
        last("during"), tail("during", 2), last("before")
    last("after")
    assert heard.told == [("last", ("during",), "g"), ("tail", ("during", 2), "ring")]
