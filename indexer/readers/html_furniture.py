"""What of a web page is no part of the letter: banners, menus, share links, surveys, told by tags, names and words."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

Node: TypeAlias = Any  # lxml's stubs do not know HtmlElement

_TAGS = frozenset(["nav", "footer", "aside", "dialog", "button", "search"])
ROLES = frozenset(
    ["navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar"]
)
# Words in a class or id that say what is no part of the letter, on sites of councils, police forces and Alaveteli.
_NAME = re.compile(
    r"(?:^|[-_\s])(?:cookies?|consent|gdpr|breadcrumbs?|crumbs?|nav|navbar|navigation|menu|share|sharing|social|skip|"
    r"skip-?links?|skip-?to-?\w+|sidebar|footer|foot|related|pagination|pager|quick-?exit|emergency-exit|newsletter|"
    r"subscribe|feedback|survey|helpful|rating|advert|masthead|topbar|toolbar|banner|site-header|page-header-links|"
    r"page-?tools|print|print-?(?:link|page|button)|report-?(?:link|this|problem)|list-of-attachments|event_actions|"
    r"after-actions|correspondence__(?:footer|actions)|request-footer|follow|login|search-?form|popup|modal|"
    r"translate|back-?to-?top|sr-only|visually-?hidden|screen-?reader(?:-text)?)(?:$|[-_\s])",
    re.I,
)
ALWAYS = frozenset(["nav", "dialog", "button", "search"])  # furniture within the letter too, however long
LITTLE = 200  # characters: what a sharing bar, a survey, a "last updated" line within the letter may hold
# What is furniture whatever stands round it, and what is furniture where it is nothing but a link or button:
# "Facebook" may be an answer.
_WORDS = re.compile(
    r"quickly exit(?: this site)?|exit (?:this )?site(?: quickly)?|leave (?:this )?site(?: now)?|"
    r"skip to (?:main )?(?:content|navigation|menu)|back to (?:the )?top|print this page|cookies on .{0,60}|"
    r"(?:accept|reject|manage) (?:all |additional )?cookies|cookie (?:settings|preferences|policy)|"
    r"(?:we|this (?:web)?site)\b.{0,30} cookies.{0,250}|.{0,60}uses cookies (?:to|which|that).{0,200}|"
    r"share this(?: page)?:?(?: (?:facebook|twitter|x|linkedin|whatsapp|e-?mail|print)\b)*|"
    r"(?:(?:is|was) this (?:page|information|content)|(?:have you found|did you find) this(?: page)?) "
    r"(?:useful|helpful)\??(?:[\s|/]*(?:yes|no|thumbs (?:up|down)))*|"
    r"(?:print|e-?mail|report|download|bookmark|save) this(?: page)?|"
    r"report (?:a problem with|an issue with|abuse on) this page|give (?:us )?feedback(?: on this page)?|"
    r"\(?opens (?:in )?(?:a )?new (?:window|tab)\)?|listen to this page|view as html|link to this(?: report)?",
    re.I | re.S,
)
_LINK_WORDS = frozenset(
    """share this page on via by tweet facebook twitter x linkedin whatsapp instagram youtube print email e-mail copy
    link the report yes no subscribe log login in sign up menu search close download accept reject all
    """.split()  # noqa: SIM905
)


def size(node: Node) -> int:
    """Characters in `node` that are not white space."""
    return sum(len("".join(str(text).split())) for text in node.itertext())


def is_named_furniture(node: Node) -> bool:
    if node.tag in _TAGS or node.get("role", "") in ROLES:
        return True
    if node.tag == "header":
        return next(node.iter("h1"), None) is None
    names = f"{node.get('class', '')} {node.get('id', '')} {node.get('aria-label', '')}"
    return node.tag not in ("body", "main", "html", "article") and _NAME.search(names) is not None


def is_furniture_text(text: str, linked: int) -> bool:
    """Whether a paragraph is furniture by its words, `linked` of its characters (without spaces) being links.

    "Facebook" may be an answer: it is furniture where it is nothing but a link.
    """
    if _WORDS.fullmatch(text):
        return True
    return linked >= len("".join(text.split())) and _LINK_WORDS.issuperset(text.lower().split())
