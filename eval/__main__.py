"""`python -m eval COMMAND`: measuring search, answers, speed and cost."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

from eval.command import told

COMMANDS = {
    "run": ("eval.run", "search for every query of a file and write a TREC run"),
    "score": ("eval.score", "score TREC runs against judgements, and against each other"),
    "beir": ("eval.beir", "index a collection in BEIR's layout and score this search beside its parts"),
    "paraphrases": ("eval.paraphrases", "seek invented questions in other words than their own"),
    "answers": ("eval.answers", "ask labelled questions and judge answers, citations and abstention"),
    "calibration": ("eval.calibration", "whether the confidence of answers is their chance to be right"),
    "sections": ("eval.sections", "how well letters are cut into questions, answers and refusals"),
    "adapter": ("eval.adapter", "fit what the encoder learns of queries, and write it"),
    "ablation": ("eval.ablation", "leave out one part of search or answering at a time"),
    "bench": ("eval.bench", "measure indexing, latency, memory and growth"),
    "label": ("eval.label", "a spreadsheet to label your own questions in, and back"),
    "indexing": ("eval.indexing", "what indexing takes beside encoding alone"),
    "crash": ("eval.crash", "the indexer killed at random moments: whether the answers stay the same"),
    "load": ("eval.load", "many clients at once while a batch is indexed, or its process killed"),
    "reading": ("eval.reading", "how every file of a folder is read or refused, and how fast"),
    "mutations": ("eval.mutations", "damaged copies of files: each is read or refused in one line"),
    "ocr": ("eval.ocr", "how well a scan is read, against its text"),
    "line_model": ("eval.line_model", "whether a linear model over lines adds anything to the rules"),
    "gate": ("eval.gate", "compare a new result with the kept one; fails where it is worse"),
    "report": ("eval.report", "the kept results as one page, and the table of eval/README.md"),
    "figures": ("eval.figures", "measure everything again and write the report"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0] in ("-h", "--help"):
        print("usage: python -m eval COMMAND …   (python -m eval COMMAND --help tells more)\n")
        print("\n".join(f"  {name:12} {about}" for name, (_, about) in COMMANDS.items()))
        return 0 if given else 2
    if given[0] not in COMMANDS:
        print(f"eval: there is no command {given[0]!r}; there are {', '.join(COMMANDS)}", file=sys.stderr)
        return 2
    try:
        command = import_module(COMMANDS[given[0]][0]).main
    except ModuleNotFoundError as error:
        print(f"eval {given[0]} needs {error.name}: pip install -e '.[eval]'", file=sys.stderr)
        return 2
    except ImportError as error:
        print(f"eval {given[0]}: {error}: the code has changed, mend eval/ with it", file=sys.stderr)
        return 2
    return told(command, f"eval {given[0]}", given[1:])


if __name__ == "__main__":
    sys.exit(main())
