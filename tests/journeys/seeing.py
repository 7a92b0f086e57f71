"""What can be seen by measuring: faults for assistive technology, small targets, sideways lines."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
}
TOO_SMALL = """() => [...document.querySelectorAll('a, button, summary, input, select, textarea')]
  .filter(e => e.checkVisibility() && !e.closest('p, dd, dl, .problems, .skip, .steps, .state'))
  .map(e => [e, (e.closest('label.choice') ?? e).getBoundingClientRect()])
  .filter(([e, box]) => box.width && box.height < 47.5)
  .map(([e, box]) => `${e.outerHTML.slice(0, 90)} ${box.height}`)"""
OVERFLOW = """() => document.documentElement.scrollWidth <= innerWidth ? []
  : [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
    .map(e => e.outerHTML.slice(0, 90))"""


def faults(tab: Page) -> list[str]:
    """What axe finds, each with the first place where it is.

    Only in a tab with script: without it axe may wait for ever for a clock that stands still.
    """
    found = Axe().run(tab, options=OPTIONS).response["violations"]
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:120]}" for fault in found]


def too_small(tab: Page) -> list[str]:
    """What a finger would miss on a phone; links inside a sentence apart."""
    return tab.evaluate(TOO_SMALL)


def overflow(tab: Page) -> list[str]:
    """What makes the page scroll sideways."""
    return tab.evaluate(OVERFLOW)
