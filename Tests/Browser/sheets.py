"""A clerk's way through the list as a sheet: a block pasted in, an error mended, all of it done."""

import looks
from deeds import PHONE, visit
from imports import signed_in

REPORTER = ("部门填报", "department reporter")

PASTE = """(cell, text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  cell.focus();
  cell.select();
  cell.dispatchEvent(new ClipboardEvent("paste",
    { clipboardData: data, bubbles: true, cancelable: true }));
}"""

# Whether the page takes lines that are pasted at the end of a text for cells of a sheet.
TAKES_LINES = """cell => {
  const data = new DataTransfer();
  data.setData("text/plain", "甲\\n乙");
  cell.focus();
  cell.setSelectionRange(cell.value.length, cell.value.length);
  return !cell.dispatchEvent(new ClipboardEvent("paste",
    { clipboardData: data, bubbles: true, cancelable: true }));
}"""

ALIGNED = """() => {
  const [heads, cells] = ["thead tr", "tbody tr"].map(row =>
    [...document.querySelector(`table.grid ${row}`).cells].map(cell =>
      Math.round(cell.getBoundingClientRect().left)));
  return heads.length === cells.length && heads.every((left, n) => left === cells[n]);
}"""


def places(page):
    """Three rows on end in which the progress can be filled in."""
    rows = page.evaluate("""() => [...document.querySelectorAll("table.grid tbody tr")]
      .map(row => row.querySelector("[name$='.percent']")?.id ?? null)""")
    for place in range(len(rows) - 2):
        if all(rows[place:place + 3]):
            return [int(rows[place + n].split("-")[1]) for n in range(3)]
    raise ValueError(f"no three rows on end have progress to fill in: {rows}")


def fills_a_sheet(browser, base, faults, said):
    page = signed_in(browser, base, faults, said, REPORTER)
    page.goto(f"{base}/work/fill?lang=zh&size=200")
    looks.examine(page, "zh", faults)
    if not page.evaluate(ALIGNED):
        faults.append("the heads of the sheet do not stand above their columns")
    first, second, third = places(page)
    cell = page.locator(f"#c-{first}-percent")
    cell.evaluate(PASTE, "35\t已开工 7 个\r\n140\t\"资金已到位\n用地在办\"\r\n")
    told = page.locator("form.sheet .state").inner_text()
    if "4" not in told or page.locator("td.changed").count() != 4:
        faults.append(f"a pasted block of four cells is told as {told}")
    if "\n" not in page.locator(f"#c-{second}-note").input_value():
        faults.append("a line end within a pasted cell is lost")
    for note in (first, third):
        text = page.locator(f"#c-{note}-note")
        before = text.input_value()
        if text.evaluate(TAKES_LINES) or text.input_value() != before:
            faults.append("lines pasted into a note are taken for the notes below it")
    cell.focus()
    for key, wanted in (("Enter", f"c-{second}-percent"), ("Tab", f"c-{second}-note"),
                        ("ArrowDown", f"c-{third}-note"), ("ArrowUp", f"c-{second}-note"),
                        ("ArrowLeft", f"c-{second}-percent")):
        page.keyboard.press(key)
        focused = page.evaluate("document.activeElement.id")
        if focused != wanted:
            faults.append(f"{key} goes to {focused}, not {wanted}")
    page.get_by_role("button", name="预览").click()
    page.wait_for_selector(f"#c-{second}-percent[aria-invalid=true]")
    looks.examine(page, "zh", faults)
    if page.locator(f"#c-{first}-note").input_value() != "已开工 7 个":
        faults.append("what was typed beside an error is lost")
    page.locator(f"#c-{second}-percent").fill("40")
    page.get_by_role("button", name="预览").click()
    page.wait_for_selector("#agreement")
    looks.examine(page, "zh", faults)
    page.get_by_role("button", name="确认办理 2 项").click()
    page.wait_for_selector("p.done")
    row = page.locator("table.grid tbody tr").filter(has_text="已开工 7 个")
    if row.locator("[name$='.percent']").input_value() != "35":
        faults.append("what was agreed to does not stand on the page")
    page.locator(f"#c-{first}-percent").fill("50")
    with page.expect_event("dialog", timeout=5_000) as asked:
        page.close(run_before_unload=True)
    if asked.value.type != "beforeunload":
        faults.append(f"leaving unsaved cells asks {asked.value.type}")
    asked.value.accept()
    page.context.close()


def works_plainly(browser, base, faults, said):
    """Without scripts it is a form; on a phone it scrolls in its own box; in English too."""
    page = signed_in(browser, base, faults, said, REPORTER, java_script_enabled=False)
    page.goto(f"{base}/work/fill?lang=zh&size=200")
    first = places(page)[0]
    page.locator(f"#c-{first}-percent").fill("101")
    page.get_by_role("button", name="预览").click()
    if page.locator(f"#c-{first}-percent-error").count() != 1:
        faults.append("without scripts an error does not stand at its cell")
    page.context.close()
    page = signed_in(browser, base, faults, said, REPORTER, viewport=PHONE)
    page.goto(f"{base}/work/fill?lang=en&size=200")
    looks.examine(page, "en", faults)
    page.context.close()


def check(browser, base, said):
    faults = []
    for deed in (fills_a_sheet, works_plainly):
        try:
            deed(browser, base, faults, said)
        except Exception as error:  # One that fails must not hide the others.
            faults.append(f"sheets, {deed.__name__}: {type(error).__name__}: {str(error)[:300]}")
    return faults
