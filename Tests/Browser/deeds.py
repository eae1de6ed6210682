"""What a reader does on the pages, and what must come of it."""

import base64
import hashlib
import json
import re
import urllib.request

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}


def fetch(url):
    with urllib.request.urlopen(url, timeout=30) as answer:
        return answer.read().decode("utf-8")


def visit(browser, faults, url, **context):
    """A page that notes what it complains of; close its context. That a form is refused with 422
    is told by the page, and is no complaint."""
    page = browser.new_context(**({"viewport": DESK} | context)).new_page()
    page.on("console", lambda message: message.type in ("error", "warning")
            and "status of 422" not in message.text
            and faults.append(f"{page.url}: console says {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"{page.url}: script failed: {error}"))
    page.goto(url, wait_until="load")
    return page


def first_link(base, path, pattern):
    found = re.search(f'href="({pattern})"', fetch(base + path))
    return found and found.group(1)


def draws_charts(browser, base, faults):
    """With scripts every chart is drawn and its table folded; without, the tables show."""
    race = first_link(base, "/races", r"/races/[^\"/]+/[^\"?]+")
    project = first_link(base, "/projects?sort=-progress", r"/projects/[^\"?.]+")
    for path, kind in ((race, "bump"), (project, "against"), (project, "stages")):
        if not path:
            faults.append(f"no page with a chart of kind {kind}")
            continue
        for scheme in ("light", "dark"):
            page = visit(browser, faults, base + path, color_scheme=scheme)
            charts = page.locator(f"figure[data-chart={kind}]")
            count = charts.count()
            drawn = page.locator(f"figure[data-chart={kind}] .plot canvas").count()
            if kind != "against" and count == 0 or drawn != count:
                faults.append(f"{path}: {drawn} of {count} charts of kind {kind} are drawn")
            folded = page.locator(f"figure[data-chart={kind}] details:not([open])").count()
            if folded != count:
                faults.append(f"{path}: the table behind a chart of kind {kind} is not folded")
            page.context.close()
        page = visit(browser, faults, base + path, java_script_enabled=False)
        if not all(page.locator(f"figure[data-chart={kind}] table").nth(n).is_visible()
                   for n in range(page.locator(f"figure[data-chart={kind}]").count())):
            faults.append(f"{path}: without scripts a chart's table is hidden")
        page.context.close()


def filters_by_typing(browser, base, faults):
    """The list follows what is typed, the address follows the list, and nothing else moves."""
    page = visit(browser, faults, f"{base}/projects?lang=zh")
    before = page.locator("#projects tbody tr").count()
    name = page.locator("#projects tbody th a").first.inner_text()
    page.locator("input[name=q]").press_sequentially(name, delay=20)
    page.wait_for_function("n => document.querySelectorAll('#projects tbody tr').length < n",
                           arg=before)
    if name not in page.locator("#projects tbody").inner_text():
        faults.append(f"typing {name} does not find it")
    if "q=" not in page.url or "district=" in page.url or "col=" in page.url:
        faults.append(f"the address after typing is {page.url}")
    if page.evaluate("document.activeElement.name") != "q":
        faults.append("typing loses its field")
    page.goto(f"{base}/projects?lang=zh&size=20")
    page.locator("#projects-by-total").click()
    page.wait_for_selector("#projects th[aria-sort=ascending]")
    page.locator("#projects-page-2").click()
    page.wait_for_selector("#projects-page-2[aria-current=page]")
    if "sort=total" not in page.url or "page=2" not in page.url:
        faults.append(f"the address after sorting and paging is {page.url}")
    page.context.close()


def works_without_scripts(browser, base, faults):
    """Filtering, sorting and the board need no script."""
    page = visit(browser, faults, f"{base}/projects?lang=en", java_script_enabled=False)
    name = page.locator("#projects tbody th a").first.inner_text()
    page.locator("input[name=q]").fill(name)
    page.locator(".filter button").click()
    if name not in page.locator("#projects tbody").inner_text():
        faults.append("without scripts the filter does not work")
    page.get_by_role("link", name="Board").click()
    if page.locator(".board .lane").count() == 0:
        faults.append("without scripts there is no board")
    page.context.close()


def shows_a_board(browser, base, faults):
    """A column a stage, whose counts sum to all, each leading to the list of its stage."""
    page = visit(browser, faults, f"{base}/projects?view=board&lang=en")
    lanes = page.locator(".lane h2 a")
    counts = [int(text.replace(",", "")) for text in lanes.all_inner_texts()]
    most = max(range(len(counts)), key=counts.__getitem__)
    if page.locator(".lane").nth(most).locator(".card").count() > 8:
        faults.append("a column of the board has no bound")
    lanes.nth(most).click()
    if f"of {counts[most]:,}" not in page.locator(".tools").inner_text():
        faults.append(f"a board's {counts[most]} are not the list's: {page.url}")
    page.context.close()


def fills_the_wall(browser, base, faults):
    """The wall is dark, fits its screen, and asks again without changing what has not changed."""
    for size in ({"width": 3840, "height": 2160}, {"width": 1920, "height": 1080}):
        page = visit(browser, faults, f"{base}/wall?lang=zh", viewport=size, color_scheme="light")
        over = page.evaluate(
            "[document.documentElement.scrollWidth - innerWidth,"
            " document.documentElement.scrollHeight - innerHeight]")
        if max(over) > 0:
            faults.append(f"the wall at {size['width']} is {over} too large")
        light = page.evaluate("getComputedStyle(document.body.parentElement).backgroundColor")
        if sum(map(int, re.findall(r"\d+", light)[:3])) > 150:
            faults.append(f"the wall is not dark: {light}")
        page.context.close()
    page = visit(browser, faults, f"{base}/wall?lang=zh")
    page.evaluate("document.getElementById('wall').dataset.kept = 'yes'")
    with page.expect_response(lambda answer: "seen=" in answer.url, timeout=20_000) as asked:
        pass
    if asked.value.status != 204 or page.locator("#wall[data-kept=yes]").count() != 1:
        faults.append("the wall changes though the ledger has not grown")
    page.context.close()


def proves_a_record(browser, base, faults):
    """The program shown beside a proof proves the proof, and nothing that was tampered with."""
    seq = int(re.search(r'"size":(\d+)', fetch(base + "/api/v1/ledger")).group(1)) // 2
    page = visit(browser, faults, f"{base}/ledger/{seq}?lang=en")
    program = page.locator("details pre").text_content()
    page.context.close()
    proof = json.loads(fetch(f"{base}/api/v1/ledger/{seq}/proof"))
    tampered = dict(proof, record=base64.b64encode(
        base64.b64decode(proof["record"]) + b" ").decode())
    for given, expected in ((proof, "proven"), (tampered, "NOT PROVEN")):
        said = []
        names = {"open": lambda _: None, "print": said.append, "__builtins__": __builtins__}
        ours = type("json", (), {"load": staticmethod(lambda _: given)})
        code = program.replace("import base64, hashlib, json", "")
        exec(code, names | {"base64": base64, "hashlib": hashlib, "json": ours})
        if said != [expected]:
            faults.append(f"the proof of record {seq} says {said}, not {expected}")


def verifies(browser, base, faults):
    """The ledger is verified while one waits."""
    page = visit(browser, faults, f"{base}/ledger/verify?lang=en")
    page.wait_for_selector("#verified .light", timeout=30_000)
    if page.locator("#verified .green").count() != 1:
        faults.append("the ledger is not found sound")
    page.context.close()


def says_when_out_of_reach(browser, base, faults):
    """A request that fails is said where it stands."""
    page = visit(browser, [], f"{base}/projects?lang=en")
    page.route("**/projects?*", lambda route: route.abort())
    page.locator("input[name=q]").press_sequentially("a")
    page.wait_for_selector("#out-of-reach:not([hidden])")
    page.context.close()


def works_by_keyboard(browser, base, faults):
    """The first stop skips to the content; on a phone the menu opens by key."""
    page = visit(browser, faults, f"{base}/projects?lang=en", viewport=PHONE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    if page.evaluate("document.activeElement.id") != "main":
        faults.append("the first stop does not skip to the content")
    page.locator(".fold summary").focus()
    page.keyboard.press("Enter")
    if not page.locator(".fold nav a").first.is_visible():
        faults.append("the menu does not open by key")
    page.context.close()


ALL = (draws_charts, filters_by_typing, works_without_scripts, shows_a_board, fills_the_wall,
       proves_a_record, verifies, says_when_out_of_reach, works_by_keyboard)


def check(browser, base):
    faults = []
    for deed in ALL:
        try:
            deed(browser, base, faults)
        except Exception as error:  # One that fails must not hide the others.
            faults.append(f"{deed.__name__}: {type(error).__name__}: {str(error)[:300]}")
    return faults
