"""Templates: used, built from the same components, without script or style of their own."""

import re
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from django.urls import get_resolver

from tests.architecture.reading import SRC, modules, templates

COMMENTS = re.compile(r"{#.*?#}|{%\s*comment.*?endcomment\s*%}|<!--.*?-->", re.S)
FORBIDDEN = {
    "a label outside ui/field.html": re.compile(r"<label\b", re.I),
    "a script inside the page": re.compile(r"<script\b(?![^>]*\bsrc=)", re.I),
    "a style inside the page": re.compile(r"<style\b|\sstyle\s*=", re.I),
    "a handler inside the page": re.compile(r"<[^>]*\son[a-z]+\s*=", re.I),
    "text that is not escaped": re.compile(r"\|\s*safe\b|autoescape\s+off|safeseq"),
    "hx-boost": re.compile(r"hx-boost"),
    "a clock of its own": re.compile(r"{%\s*now\b"),
    "a foreign address": re.compile(r"\b(src|href|action)\s*=\s*[\"']?(https?:)?//", re.I),
}
THE_LIBRARY = "ui/"
ALLOWED = {
    "a label outside ui/field.html": {"ui/field.html"},
    "text that is not escaped": {THE_LIBRARY},
}
NAMED_BY_DJANGO = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}
OVERRIDES = {"account": "allauth", "mfa": "allauth", "allauth": "allauth", "django": "django.forms"}
COMPOSED = re.compile(r"f[\"']([\w/.-]*{[^\"']*\.html)[\"']")
URL_TAG = re.compile(r"""{%\s*url\s+["']([^"']+)["']""")


def faults(found: dict[str, str]) -> list[str]:
    """What no template may hold, with the few places where it may."""
    return [
        f"{name}: {fault}"
        for name, text in found.items()
        for fault, pattern in FORBIDDEN.items()
        if pattern.search(COMMENTS.sub("", text)) and not _allowed(name, fault)
    ]


def unused(found: dict[str, str], code: str) -> list[str]:
    """Templates that no Python and no other template names."""
    text = code + "\n".join(found.values())
    composed = [re.sub(r"{[^}]*}", r"[\\w-]+", name) for name in COMPOSED.findall(code)]
    return [
        name
        for name in found
        if not any(re.fullmatch(pattern, name) for pattern in composed)
        and not re.search(rf"[\"']{re.escape(name)}[\"'#]", text)
        and name not in NAMED_BY_DJANGO
        and not _overrides(name)
        and not _is_component(name, code)
    ]


def broken_links(found: dict[str, str], names: set[str]) -> list[str]:
    return [
        f"{template}: {name}"
        for template, text in found.items()
        for name in URL_TAG.findall(COMMENTS.sub("", text))
        if name not in names
    ]


def url_names(resolver=None, prefix: str = "") -> set[str]:
    """Every name under which a page can be linked."""
    resolver = resolver or get_resolver()
    names = {f"{prefix}{n}" for n in resolver.reverse_dict if isinstance(n, str)}
    for space, (_, inner) in resolver.namespace_dict.items():
        names |= url_names(inner, f"{prefix}{space}:")
    return names


def product_code() -> str:
    return "\n".join(m.text for m in modules() if not m.is_test)


def test_templates_hold_nothing_they_must_not():
    assert faults(templates()) == []


def test_every_template_is_used():
    assert unused(templates(), product_code()) == []


def test_every_link_leads_to_a_page():
    assert broken_links(templates(), url_names()) == []


def test_mutant_each_fault_is_noticed():
    examples = (
        "<label for=x>Tên</label>",
        "<script>alert(1)</script>",
        "<p style='color:red'>",
        "<style>p {}</style>",
        "<a href='#' onclick='go()'>",
        "{{ text|safe }}",
        "{% autoescape off %}",
        "<body hx-boost='true'>",
        "{% now 'Y' %}",
        "<img src='https://example.org/x.png'>",
    )

    assert [e for e in examples if not faults({"cases/case.html": e})] == []
    assert not faults({"cases/case.html": "<script src='{% static 'x.js' %}'></script>"})


def test_mutant_an_unused_template_and_a_broken_link_are_noticed():
    assert unused({"cases/old.html": ""}, "render(request, 'cases/case.html')")
    assert not unused({"cases/case.html": ""}, "render(request, 'cases/case.html')")
    assert not unused({"cases/old.html": ""}, "render(request, f'cases/{kind}.html')")
    assert broken_links({"a.html": "{% url 'cases:nowhere' %}"}, {"cases:cases"})


def _allowed(name: str, fault: str) -> bool:
    return any(name == place or name.startswith(place) for place in ALLOWED.get(fault, ()))


def _overrides(name: str) -> bool:
    """Whether it stands in place of a template of a library we use."""
    package = OVERRIDES.get(name.split("/")[0])
    spec = find_spec(package) if package else None
    folders: Iterable[str] = (spec.submodule_search_locations or ()) if spec else ()
    return any((Path(folder) / "templates" / name).exists() for folder in folders)


def _is_component(name: str, code: str) -> bool:
    """A template of the component library that is named after its tag."""
    stem = Path(name).stem
    library = SRC / "site" / "templatetags" / "ui.py"
    tags = library.read_text() if library.exists() else code
    return name.startswith(THE_LIBRARY) and bool(re.search(rf"\b{stem}\b", tags))
