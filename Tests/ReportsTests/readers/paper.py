"""paper.py FILE RACE.json NAMES.json: prints a bulletin, DOCX by LibreOffice and HTML by
Chromium, and looks at what comes out of the printer."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

from race import same


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        raise SystemExit(f"{command[0]}: {done.stderr[-2000:]}")
    return done.stdout


def printed(path, work):
    """The file as PDF."""
    if path.suffix == ".docx":
        run(
            "soffice", f"-env:UserInstallation={(work / 'profile').as_uri()}", "--headless",
            "--convert-to", "pdf", "--outdir", str(work), str(path))
        return work / (path.stem + ".pdf")
    target = work / "page.pdf"
    run(
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={work}/user",
        "--no-pdf-header-footer", f"--print-to-pdf={target}", path.resolve().as_uri())
    return target


def main(path, standings, names):
    about = json.load(open(names))
    race = json.load(open(standings))
    with tempfile.TemporaryDirectory() as folder:
        pdf = printed(pathlib.Path(path), pathlib.Path(folder))
        facts = dict(
            line.split(":", 1) for line in run("pdfinfo", str(pdf)).splitlines() if ":" in line)
        pages = int(facts["Pages"])
        if not 1 <= pages <= 2:
            raise SystemExit(f"{pages} pages")
        width, height = re.findall(r"[0-9.]+", facts["Page size"])[:2]
        same((round(float(width)), round(float(height))), (595, 842), "size of the paper")
        texts = [
            run("pdftotext", "-layout", "-f", str(page), "-l", str(page), str(pdf), "-")
            for page in range(1, pages + 1)
        ]
    check(texts, race, about)


def check(texts, race, about):
    for number, text in enumerate(texts, 1):
        if not re.search(rf"—\s*{number}\s*—", text):
            raise SystemExit(f"page {number} does not say its number")
    whole = "\n".join(texts)
    # The renderers set a thin space between Chinese characters and figures.
    close = re.sub(r"\s", "", whole)
    for part in [about["title"], about["issuer"], about["number"], about["date"]]:
        if part not in close:
            raise SystemExit(f"{part} is not printed")
    places = {}
    for line in race["standings"]:
        row = [
            (number, one) for number, text in enumerate(texts) for one in text.splitlines()
            if about["names"][line["unit"]] in one and line["total"] in one
        ]
        same(len(row), 1, f"rows of {line['unit']} with its total")
        places.setdefault(line["group"], set()).add(row[0][0])
    for group, pages in places.items():
        same(len(pages), 1, f"pages of the table of {group}")


if __name__ == "__main__":
    main(*sys.argv[1:])
