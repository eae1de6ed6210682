"""People at their browsers: they sign in, click and type as a person does, and nothing else."""

import re

import looks
from axe_playwright_python.sync_playwright import Axe

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}


def sign_ins(path):
    """The passwords by sign-in name, as the sample printed them."""
    lines = open(path, encoding="utf-8").read().splitlines()
    return {line.split()[-2]: line.split()[-1] for line in lines
            if re.search(r"\sp-[a-z0-9-]+\s+\S+$", line)}


class Wrong(AssertionError):
    """What the pages do is not what they should."""


def must(holds, words):
    if not holds:
        raise Wrong(words)


class House:
    """One running Saima with those who may sign in."""

    def __init__(self, browser, base, passwords):
        self.browser = browser
        self.base = base
        self.passwords = passwords
        self.faults = []
        self.looked = set()

    def person(self, name=None, scripts=True, **context):
        return Person(self, name, scripts, context)


class Person:
    """Somebody with a browser of their own, signed in but for a guest."""

    def __init__(self, house, name, scripts, more):
        self.house = house
        self.name = name
        self.scripts = scripts
        settings = {"viewport": DESK, "locale": "zh-CN", "java_script_enabled": scripts} | more
        self.context = house.browser.new_context(**settings)
        self.context.set_default_timeout(15_000)
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: house.faults.append(
            f"{self.page.url}: script failed: {error}"))
        if name:
            self.sign_in()

    def sign_in(self):
        self.go("/sign-in")
        self.type(name=self.name, password=self.house.passwords[self.name])
        self.follow(self.page.locator("main button[type=submit]"))
        must("/sign-in" not in self.page.url, f"{self.name} is not let in")

    def close(self):
        self.context.close()

    # What is done on a page.

    def go(self, path):
        return self.page.goto(self.house.base + path, wait_until="load")

    def work(self):
        """My work, from whatever page one is on."""
        self.follow(self.page.locator("nav.who a").first)
        must("/work" in self.page.url, f"my work leads to {self.page.url}")

    def press(self, words, within="main"):
        """Follows the link or button of these words."""
        within = self.page.locator(within)
        found = within.get_by_role("link", name=words, exact=True).or_(
            within.get_by_role("button", name=words, exact=True))
        must(found.count() > 0, f"{self.page.url}: {self.name} finds no {words}")
        self.follow(found.first)

    def follow(self, one):
        """Clicks, and waits for the page that it leads to."""
        with self.page.expect_navigation(wait_until="load"):
            one.click()

    def take_up(self, title, words, lead=None):
        """On the page of work, the button in the line of what is called so."""
        self.work()
        row = self.page.locator("main tr", has_text=title)
        if lead:
            row = row.filter(has_text=lead)
        row = row.filter(has=self.page.get_by_role("link", name=words, exact=True))
        must(row.count() == 1, f"{self.name} has {row.count()} of {title} to {words}")
        self.follow(row.get_by_role("link", name=words, exact=True))

    def type(self, **fields):
        for name, value in fields.items():
            self.enter(name, value)

    def enter(self, name, value):
        field = self.page.locator(f'main [name="{name}"]')
        kind = field.first.evaluate("one => one.type || one.tagName") if self.scripts else (
            self.kind(field.first))
        if kind.startswith("select"):
            field.select_option(value)
        elif kind == "checkbox":
            field.check()
        elif kind == "file":
            field.set_input_files(value)
        else:
            field.fill(value)

    @staticmethod
    def kind(field):
        if field.get_attribute("type"):
            return field.get_attribute("type")
        return "select-one" if field.locator("option").count() else "text"

    def add_row(self, name):
        self.follow(self.page.locator(f'button[name=_add][value="{name}"]'))

    def submit(self):
        """Sends the form; answers with the number of the record that came of it."""
        self.follow(self.page.locator("form.command .buttons button[type=submit]"))
        done = self.page.locator("p.done a")
        if done.count() == 0:
            said = self.page.locator("main .problems, main .error, main h1").all_inner_texts()
            raise Wrong(f"{self.name}: {self.page.url} says {' / '.join(said)[:400]}")
        return int(done.inner_text().strip("#"))

    # What is looked at.

    def sees(self, *words):
        text = self.page.locator("main").inner_text()
        for word in words:
            must(word in text, f"{self.page.url}: {self.name} does not see {word}")

    def records(self, subject):
        """The records about a thing, the oldest first, as the ledger itself has them."""
        answer = self.context.request.get(
            f"{self.house.base}/api/v1/ledger?subject={subject}&size=500")
        return [entry["record"] for entry in reversed(answer.json()["records"])]

    def size(self):
        return self.context.request.get(f"{self.house.base}/api/v1/ledger").json()["size"]

    def look(self):
        """Once for each role and kind of page: no axe violation, at a desk and on a phone, and
        nothing wider than that."""
        kind = re.sub(r"[a-z]+-\d+", "ID", self.page.url.split("?")[0])
        if not self.scripts or (self.name, kind) in self.house.looked:
            return
        self.house.looked.add((self.name, kind))
        for size in (PHONE, DESK):
            self.page.set_viewport_size(size)
            for violation in Axe().run(self.page).response["violations"]:
                where = violation["nodes"][0]["html"][:160]
                self.house.faults.append(
                    f"{self.page.url} ({self.name}, {size['width']}): axe {violation['id']}:"
                    f" {where}")
            wide = self.page.evaluate(looks.TOO_WIDE) if size is PHONE else None
            if wide:
                self.house.faults.append(f"{self.page.url}: wider than a phone: {wide}")
