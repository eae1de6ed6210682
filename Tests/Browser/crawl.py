"""Follows every link of a running Saima and looks at the pages as people get them.

usage: crawl.py BASE_URL [--deeds] [--sign-ins FILE] [--shots DIR]

For every address: it answers, in both languages. For some addresses of every kind of page:
no console error, no file from elsewhere, no axe violation, nothing wider than a phone, no
Chinese on an English page but the city's own words. With --deeds, what a reader does there is
done; with --sign-ins, in which a sample's passwords were printed, what a clerk does there; with
--shots, pictures of each kind are taken.
"""

import argparse
import collections
import pathlib
import re
import sys
import urllib.error
import urllib.parse
import urllib.request
from html.parser import HTMLParser

from playwright.sync_api import sync_playwright

import deeds
import imports
import looks
import sheets

MOST_ADDRESSES = 300
MOST_OF_A_KIND = 20
LOOKED_AT_OF_A_KIND = 2
LANGUAGES = ("zh", "en")


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []
        self.ids = set()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if attributes.get("id"):
            self.ids.add(attributes["id"])
        for name in ("href", "src"):
            if attributes.get(name):
                self.found.append(attributes[name])


def kind(url):
    """The page an address belongs to: its path with what varies taken out."""
    parts = urllib.parse.urlsplit(url)
    path = re.sub(r"/\d+(?=/|$)", "/N", parts.path)
    segments = path.split("/")
    for noun in ("projects", "races", "organizations", "indicators", "lines", "commitments",
                 "blockers", "lists", "directives", "public"):
        if noun in segments:
            start = segments.index(noun) + 1
            segments[start:] = ["ID"] * len(segments[start:])
    asks = any(name != "lang" for name, _ in urllib.parse.parse_qsl(parts.query))
    return "/".join(segments) + ("?" if asks else "")


def fetch(url):
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, "", b""


def crawl(base, language):
    """Every address that can be reached, by kind, those of them that are pages, and what is wrong
    with any of them."""
    pages = set()
    seen, faults = {f"{base}/?lang={language}"}, []
    queue = collections.deque(seen)
    kinds = collections.defaultdict(list)
    while queue and sum(map(len, kinds.values())) < MOST_ADDRESSES:
        url = queue.popleft()
        if len(kinds[kind(url)]) >= MOST_OF_A_KIND:
            continue
        status, content_type, body = fetch(url)
        if status != 200:
            faults.append(f"{url}: answers {status}")
            continue
        kinds[kind(url)].append(url)
        if content_type != "text/html":
            continue
        pages.add(url)
        page = Links()
        page.feed(body.decode("utf-8"))
        for link in page.found:
            if link.startswith("#"):
                if link[1:] and urllib.parse.unquote(link[1:]) not in page.ids:
                    faults.append(f"{url}: {link} leads nowhere")
                continue
            target = urllib.parse.urldefrag(urllib.parse.urljoin(url, link)).url
            if not target.startswith(base + "/"):
                faults.append(f"{url}: {link} leads out of the house")
                continue
            other = next(tongue for tongue in LANGUAGES if tongue != language)
            if f"lang={other}" not in target and target not in seen:
                seen.add(target)
                queue.append(target)
    return kinds, pages, faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("base")
    parser.add_argument("--deeds", action="store_true")
    parser.add_argument("--sign-ins")
    parser.add_argument("--shots")
    options = parser.parse_args()
    base = options.base.rstrip("/")
    faults = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for language in LANGUAGES:
            kinds, found, broken = crawl(base, language)
            faults += broken
            pages = [
                (name, [url for url in urls if url in found])
                for name, urls in sorted(kinds.items()) if not found.isdisjoint(urls)]
            print(f"{language}: {sum(map(len, kinds.values()))} addresses, "
                  f"{len(pages)} kinds of page", file=sys.stderr)
            for name, urls in pages:
                for url in urls[:LOOKED_AT_OF_A_KIND]:
                    faults += looks.check(browser, url, language)
                if options.shots and "?" not in name:
                    looks.picture(browser, urls[-1], name, language, options.shots)
            faults += looks.check(browser, f"{base}/nowhere?lang={language}", language, status=404)
        if options.deeds:
            faults += deeds.check(browser, base)
        if options.sign_ins:
            said = pathlib.Path(options.sign_ins).read_text(encoding="utf-8")
            faults += imports.check(browser, base, said)
            faults += sheets.check(browser, base, said)
        browser.close()
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
