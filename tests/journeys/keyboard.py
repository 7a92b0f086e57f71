"""Working without a mouse: every stop of the focus must be seen."""

from playwright.sync_api import Page

AT_MOST = 90
WHERE = """() => {
  const at = document.activeElement;
  const style = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  const drawn = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
    || style.boxShadow !== "none";
  const inside = box.width > 0 && box.bottom > 0 && box.top < innerHeight
    && box.right > 0 && box.left < innerWidth;
  const top = document.elementFromPoint(
    Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1),
    Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1));
  const covered = top && !at.contains(top) && !top.contains(at) && !at.labels?.[0]?.contains(top);
  const name = at.labels?.length ? at.labels[0].innerText : at.innerText;
  return {
    kind: at.localName,
    name: (at.getAttribute("aria-label") ?? name ?? "").replace(/\\s+/g, " ").trim(),
    seen: drawn && inside && !covered,
  };
}"""


class Keyboard:
    """Hands that know keys only."""

    def __init__(self, tab: Page) -> None:
        self.tab = tab
        self.lost: list[str] = []

    def where(self) -> dict:
        """Where the focus is, and whether it can be seen there."""
        return self.tab.evaluate(WHERE)

    def goes_to(self, name: str) -> "Keyboard":
        """Press Tab until the focus is on what carries this name."""
        for _press in range(AT_MOST):
            self.tab.keyboard.press("Tab")
            here = self.where()
            if not here["seen"]:
                self.lost.append(f"{here['kind']} {here['name'][:40]}")
            if here["name"].startswith(name):
                return self
        raise AssertionError(f"Tab never comes to “{name}”")

    def types(self, text: str) -> "Keyboard":
        """Type."""
        self.tab.keyboard.type(text)
        return self

    def presses(self, *keys: str) -> "Keyboard":
        """Press keys one after the other."""
        for key in keys:
            self.tab.keyboard.press(key)
        return self

    def enters(self) -> "Keyboard":
        """Press Enter on a link or a button that leads to another page."""
        with self.tab.expect_navigation():
            self.tab.keyboard.press("Enter")
        return self
