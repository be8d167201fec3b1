"""The `foi` command: what it accepts. What each part does is in `service.commands`, imported only when it is called."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

EXAMPLES = """\
examples:
  foi index letters/ https://example.org/foi/123.html   read a folder and a page into the index
  foi ask "how many stalking protection orders were breached"
  foi search "domestic abuse policy" --authority "West Midlands Police" --since 2020
  foi search "prejudice to law enforcement" --kind exemption --exemption s31
  foi ask "how many stalking protection orders were breached" --csv > breaches.csv
  foi ask --queries questions.jsonl --json > answers.jsonl
  foi serve                                             the page and the API on http://127.0.0.1:8000
"""


_SELDOM = 50_000
"""New objects between two looks for garbage in cycles, 700 by default: those that loading a command makes all stay, and
looking through them again and again took a twentieth of the time of a single search."""


class _Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one line that says what to change."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"foi: {message} (see `{self.prog} --help`)\n")


_RERANKER = "weigh hits by this sentence-transformers CrossEncoder too: a folder, or a name to fetch (default: none)"


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="foi",
        description="Search Freedom of Information disclosures and answer questions from them, word for word.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="store_true", help="print the version and exit")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    def command(name: str, what: str, example: str, *, model: bool = True) -> argparse.ArgumentParser:
        made = commands.add_parser(
            name,
            help=what,
            description=what[0].upper() + what[1:] + ".",
            epilog=f"example:\n  {example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        made.add_argument("--json", action="store_true", help="print JSON on stdout and nothing else there")
        made.add_argument(
            "--data", metavar="DIR", help="the index's directory (default: $FOI_DATA, else your data directory)"
        )
        if model:
            made.add_argument(
                "--model",
                metavar="NAME",
                help="the sentence-transformers model, by name or folder (default: the index's own)",
            )
        return made

    index = command("index", "read files, folders and web pages into the index", "foi index letters/ reply.pdf")
    index.add_argument("paths", nargs="+", metavar="PATH|URL")
    index.add_argument(
        "--manifest",
        metavar="FILE",
        help="a CSV file of what is known of the documents: path (or uri), authority, reference, date, title",
    )

    _add_limits(index)

    remove = command("remove", "take documents out of the index, by path, URL or id", "foi remove letters/reply.txt")
    remove.add_argument("uris", nargs="+", metavar="URI")

    search = command(
        "search", "find the passages that match best", 'foi search "cost of interim orders" -k 5 --since 2021'
    )
    search.add_argument("query", nargs="?", metavar="QUERY")
    search.add_argument("-k", type=int, default=10, metavar="N", help="how many hits (default 10, at most 1000)")

    ask = command("ask", "answer a question with a quotation and its source", 'foi ask "how many SPOs were breached"')
    ask.add_argument("query", nargs="?", metavar="QUESTION")
    ask.add_argument(
        "--table", action="store_true", help="compare: the answer and those of other authorities and years as rows"
    )
    ask.add_argument("--csv", action="store_true", help="the same rows as CSV on stdout")

    for made in (search, ask):
        made.add_argument("--reranker", metavar="NAME", help=_RERANKER)
        made.add_argument("--kind", metavar="KIND", help="only this kind: question, answer, exemption, other")
        made.add_argument("--authority", metavar="NAME", help="only this authority, by its name or a short name")
        made.add_argument(
            "--exemption", metavar="CODE", help="only passages relying on this section, such as s31(1)(a)"
        )
        made.add_argument("--outcome", metavar="OUTCOME", help="only this outcome, such as withheld or not_held")
        made.add_argument(
            "--since", metavar="DATE", help="only replies from this date on (YYYY-MM-DD, YYYY-MM or YYYY)"
        )
        made.add_argument("--until", metavar="DATE", help="only replies up to this date")
        made.add_argument(
            "--queries", metavar="FILE", help="many queries: JSON lines with id, query and optional filters"
        )
    search.add_argument("--run", metavar="FILE", help="with --queries, also write a TREC run there")

    sections = command(
        "sections",
        "show how documents are cut, without any index",
        "foi sections letters/reply.txt --json",
        model=False,
    )
    sections.add_argument("paths", nargs="+", metavar="PATH")
    _add_limits(sections)

    text = command(
        "text", "print a document's canonical text, which offsets count in", "foi text letters/reply.pdf", model=False
    )
    text.add_argument("path", metavar="PATH")
    _add_limits(text)

    status = command("status", "show what is indexed", "foi status --documents", model=False)
    status.add_argument(
        "--documents", action="store_true", help="list every document, and those that could not be read"
    )

    verify = command("verify", "recompute everything derived and compare", "foi verify --all")
    verify.add_argument("--all", action="store_true", help="check every vector, not a sample")

    serve = command("serve", "serve the web page and the HTTP API", "foi serve --port 8000")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1)")
    serve.add_argument("--reranker", metavar="NAME", help=_RERANKER)
    serve.add_argument("--port", type=int, default=8000, help="port to listen on (default 8000)")
    serve.add_argument(
        "--writable",
        action="store_true",
        help="documents may be uploaded and removed without a key (this machine only)",
    )
    serve.add_argument("--cors", action="append", default=[], metavar="ORIGIN", help="a web site that may call the API")
    _add_service(serve)

    mcp = command("mcp", "offer search, ask and read_document to an assistant (MCP), on stdin and stdout", "foi mcp")
    mcp.add_argument("--http", action="store_true", help="over HTTP instead, at /mcp")
    mcp.add_argument("--host", default="127.0.0.1", help="with --http: address to listen on (default 127.0.0.1)")
    mcp.add_argument("--port", type=int, default=8001, help="with --http: port to listen on (default 8001)")
    _add_service(mcp)

    key = command("key", "make, list and revoke keys to the service", "foi key add alice --scope write", model=False)
    key.add_argument("action", choices=["add", "list", "revoke"])
    key.add_argument("name", nargs="?", metavar="NAME|ID", help="whose the new key is, or which one to revoke")
    key.add_argument("--scope", default="read", help="of the new key: read, or write (default read)")
    return parser


def _add_service(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--rate", metavar="RATE", help="most requests of one reader, such as 60/minute (default: none on this machine)"
    )
    command.add_argument("--log", action="store_true", help="log each request on stderr, as JSON, without its content")


def _add_limits(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--timeout", metavar="SECONDS", help="longest time to read one document (default: $FOI_TIMEOUT, else 60)"
    )
    command.add_argument(
        "--memory",
        metavar="SIZE",
        help="most memory to read one document, such as 512M (default: $FOI_MEMORY, else 2G)",
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `foi`. Returns 0 done; 1 done in part, each failure named on stderr; 2 the call itself was wrong."""
    parser = _parser()
    given = parser.parse_args(arguments)
    if given.version:
        from importlib.metadata import version

        print(f"foi-search {version('foi-search')}")
        return 0
    if given.command is None:
        parser.print_help()
        return 0
    gc.set_threshold(_SELDOM)
    from corpus.document import FoiError
    from service import commands

    try:
        status: int = getattr(commands, given.command)(given)
        sys.stdout.flush()
        return status
    except FoiError as error:
        print(f"foi: {_one_line(error)}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("foi: stopped; what was indexed before is unharmed", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of our output (head, less) has gone: point stdout elsewhere, so that closing it says nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("FOI_DEBUG"):
            raise
        print(
            f"foi: unexpected {type(error).__name__}: {_one_line(error)[:200]} "
            "(set FOI_DEBUG=1 for the details, and please report it)",
            file=sys.stderr,
        )
        return 1


def _one_line(error: BaseException) -> str:
    from service.printable import printable

    return printable(" ".join(str(error).split()))


if __name__ == "__main__":
    sys.exit(main())
