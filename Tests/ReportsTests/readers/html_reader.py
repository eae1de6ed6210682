"""html_reader.py FILE RACE.json BEFORE.json|- NAMES.json: reads a bulletin's page."""

import json
import sys
from html.parser import HTMLParser

import docx_reader
import race
import tables
from race import same

VOID = {"meta", "col", "br", "link"}


class Page(HTMLParser):
    """The rows of every table, heads told from bodies, and all text."""

    def __init__(self):
        super().__init__()
        self.tables, self.texts, self.open, self.lang = [], [], [], None

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if any(name.startswith("on") or name == "style" for name in values):
            raise SystemExit(f"<{tag}> has {values}")
        if tag in VOID:
            return
        self.open.append(tag)
        if tag == "html":
            self.lang = values["lang"]
        if tag == "table":
            self.tables.append({"thead": [], "tbody": []})
        if tag == "tr":
            self.part().append([])
        if tag in ("td", "th"):
            spans = (int(values.get("colspan", 1)), int(values.get("rowspan", 1)))
            self.part()[-1].append(["", spans])

    def handle_endtag(self, tag):
        same(self.open.pop(), tag, "an element that ends")

    def handle_data(self, text):
        if self.open and self.open[-1] in ("td", "th"):
            self.part()[-1][-1][0] += text
        elif self.open and self.open[-1] not in ("style", "script"):
            self.texts.append(text)

    def part(self):
        return self.tables[-1]["thead" if "thead" in self.open else "tbody"]


def heads(rows):
    """The lowest heads, by column; what is over others is left out."""
    if len(rows) == 1:
        return [text for text, _ in rows[0]]
    lower = [text for text, _ in rows[1]]
    found = []
    for text, (columns, height) in rows[0]:
        found += [text] if height == 2 else [lower.pop(0) for _ in range(columns)]
    return found


def main(path, standings, before, names):
    about = json.load(open(names))
    page = Page()
    page.feed(open(path, encoding="utf-8").read())
    page.close()
    same(page.open, [], "elements left open")
    same(page.lang, "zh-CN", "language")
    result, groups = race.read(standings, before)
    text = "\n".join(page.texts)
    for part in [about["title"], about["number"], about["issuer"], about["date"]]:
        if part not in text:
            raise SystemExit(f"{part} is not told")
    found = [
        (heads(one["thead"]), [[cell for cell, _ in row] for row in one["tbody"]])
        for one in page.tables
    ]
    tables.check(
        docx_reader.without_claims(found, about), groups, about["names"], about["titles"])
    for hash in [result["rulebook_sha256"], result["facts_sha256"]]:
        if hash not in text:
            raise SystemExit(f"{hash} is not told")


if __name__ == "__main__":
    main(*sys.argv[1:])
