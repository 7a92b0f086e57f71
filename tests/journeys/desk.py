"""Somebody at her own screen: she reads what a page says and does what it offers."""

from datetime import date

from playwright.sync_api import Locator, Page, expect


class Desk:
    """A tab of a browser, and whoever sits before it."""

    def __init__(self, tab: Page) -> None:
        self.tab = tab
        self.main = tab.locator("main")

    def opens(self, address: str) -> "Desk":
        """Go to a page of the program."""
        self.tab.goto(address)
        return self

    def signs_in(self, name: str) -> "Desk":
        """Play somebody of the demo, with one click."""
        self.opens("/cb/vao/")
        return self.presses(f"Vào vai {name}")

    def presses(self, button: str) -> "Desk":
        """Press a button."""
        return self._goes_by(self.main.get_by_role("button", name=button, exact=True))

    def follows(self, link: str) -> "Desk":
        """Follow a link."""
        return self._goes_by(self.main.get_by_role("link", name=link, exact=True).first)

    def unfolds(self, words: str) -> "Desk":
        """Open what is folded away."""
        self.main.locator("summary", has_text=words).click()
        return self

    def takes(self, *words: str) -> "Desk":
        """Take the piece of work, of a list, that says all this."""
        return self._goes_by(self.row(*words).get_by_role("link").last)

    def row(self, *words: str) -> Locator:
        """The lines of a list that say all this."""
        rows = self.main.locator(".row")
        for word in words:
            rows = rows.filter(has_text=word)
        return rows

    def must_do(self, *words: str) -> Locator:
        """The lines of today's list that say all this, on whichever page of it they are."""
        self.opens("/cb/")
        while not self.row(*words).count() and self.main.locator("[rel=next]").count():
            self.follows("Trang sau")
        return self.row(*words)

    def has_to_do(self, *words: str) -> int:
        """How many lines of today's list say all this, on all of its pages."""
        found = self.opens("/cb/").row(*words).count()
        while self.main.locator("[rel=next]").count():
            found += self.follows("Trang sau").row(*words).count()
        return found

    def does(self, *words: str) -> "Desk":
        """Take this piece of work from today's list."""
        return self._goes_by(self.must_do(*words).get_by_role("link").last)

    def question(self, words: str) -> Locator:
        """A question with given answers, or with several boxes."""
        return self.main.get_by_role("group", name=words).first

    def answers(self, question: str, *answers: str) -> "Desk":
        """Choose one answer, or tick several."""
        for answer in answers:
            self.question(question).get_by_label(answer, exact=True).check()
        return self

    def writes(self, label: str, text: str) -> "Desk":
        """Write into a line or a field."""
        self.main.get_by_label(label).first.fill(text)
        return self

    def hands_in(self, label: str, paper: bytes, name: str = "Ảnh.jpg") -> "Desk":
        """Choose a paper that lies on her own device."""
        chosen = {"name": name, "mimeType": "image/jpeg", "buffer": paper}
        self.main.get_by_label(label).first.set_input_files(chosen)
        return self

    def writes_day(self, question: str, day: date) -> "Desk":
        """Write a day into its three boxes."""
        boxes = self.question(question).get_by_role("textbox")
        for at, part in enumerate((day.day, day.month, day.year)):
            boxes.nth(at).fill(str(part))
        return self

    def hears(self, words: str) -> "Desk":
        """What was done is said where a screen reader hears it."""
        expect(self.tab.get_by_role("status").filter(has_text=words)).to_be_visible()
        return self

    def sends(self, name: str, text: str) -> "Desk":
        """Put one thing into the form of the page, by the name of its field, and send it."""
        form = self.main.locator("form:has(.field)").last
        if name:
            field = form.locator(f"[name='{name}']")
            kind = field.first.evaluate("field => field.type")
            if kind == "radio":
                form.locator(f"[name='{name}'][value='{text}']").check()
            elif kind == "select-one":
                field.select_option(text)
            else:
                field.fill(text)
        return self._goes_by(form.locator("button").last)

    @property
    def heading(self) -> str:
        """What the page is about."""
        return self.main.get_by_role("heading", level=1).inner_text()

    @property
    def state(self) -> str:
        """The line under the heading."""
        return self.main.locator(".state").inner_text()

    def _goes_by(self, way: Locator) -> "Desk":
        way.click()
        self.tab.wait_for_load_state()
        return self
