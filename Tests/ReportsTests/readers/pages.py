"""pages.py FILE…: prints bulletins, DOCX by LibreOffice and HTML by Chromium, and says which of
them takes more than two sheets of A4."""

import pathlib
import re
import subprocess
import sys
import tempfile


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        raise SystemExit(f"{command[0]}: {done.stderr[-2000:]}")
    return done.stdout


def main(paths):
    paths = [pathlib.Path(path) for path in paths]
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        documents = [path for path in paths if path.suffix == ".docx"]
        if documents:
            run(
                "soffice", f"-env:UserInstallation={(work / 'profile').as_uri()}", "--headless",
                "--convert-to", "pdf", "--outdir", str(work), *map(str, documents))
        for path in paths:
            pdf = work / (path.stem + ".pdf")
            if path.suffix != ".docx":
                run(
                    "chromium", "--headless", "--no-sandbox", "--disable-gpu",
                    f"--user-data-dir={work}/user", "--no-pdf-header-footer",
                    f"--print-to-pdf={pdf}", path.resolve().as_uri())
            facts = dict(
                line.split(":", 1) for line in run("pdfinfo", str(pdf)).splitlines()
                if ":" in line)
            sides = [round(float(side)) for side in re.findall(r"[0-9.]+", facts["Page size"])[:2]]
            if sides != [595, 842] or not 1 <= int(facts["Pages"]) <= 2:
                print(f"{path.name}: {facts['Pages'].strip()} pages of {sides}")


main(sys.argv[1:])
