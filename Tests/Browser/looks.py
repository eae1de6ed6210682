"""What a page must look like, whichever it is."""

import pathlib
import re

from axe_playwright_python.sync_playwright import Axe

HAN_OUTSIDE_DATA = """() => {
  const han = /[\\u2e80-\\u2fdf\\u3000-\\u303f\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]/;
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (han.test(node.data) && !node.parentElement.closest('[lang|="zh"], title'))
      found.push(node.data.trim().slice(0, 40));
  }
  return found;
}"""

TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return null;
  const wide = [...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > width + 1 && !one.closest('.scroll'));
  const one = wide.pop();
  return one ? one.outerHTML.slice(0, 120) : 'the page';
}"""

SIZES = {360: 740, 1280: 900, 3840: 2160}


def check(browser, url, language, status=200):
    faults = []
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("console", lambda message: message.type in ("error", "warning")
            and not (status != 200 and "Failed to load resource" in message.text)
            and faults.append(f"{url}: console says {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"{url}: script failed: {error}"))
    page.on("requestfailed", lambda request: faults.append(f"{url}: {request.url} failed"))
    answer = page.goto(url, wait_until="load")
    if answer.status != status:
        faults.append(f"{url}: answers {answer.status}, not {status}")
    examine(page, language, faults)
    context.close()
    return faults


def examine(page, language, faults):
    """A page that stands in a browser, whoever went there: axe in both schemes, its language, and
    its width on a phone."""
    url = page.url
    before = page.viewport_size
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for violation in Axe().run(page).response["violations"]:
            where = violation["nodes"][0]["html"][:160]
            faults.append(f"{url} ({scheme}): axe {violation['id']}: {where}")
    if language == "en":
        for text in page.evaluate(HAN_OUTSIDE_DATA):
            faults.append(f"{url}: Chinese on an English page: {text}")
    page.set_viewport_size({"width": 360, "height": 740})
    wide = page.evaluate(TOO_WIDE)
    if wide:
        faults.append(f"{url}: wider than a phone: {wide}")
    page.set_viewport_size(before)


def picture(browser, url, name, language, folder):
    """PNG files at three widths, light and dark."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    stem = re.sub(r"[^A-Za-z0-9]+", "_", name).strip("_") or "overview"
    for width, height in SIZES.items():
        for scheme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme)
            page = context.new_page()
            page.goto(url, wait_until="load")
            page.screenshot(
                path=folder / f"{stem}-{width}-{language}-{scheme}.png", full_page=width < 3000)
            context.close()
