"""wellformed.py FILE WORDS: every part of an Office file is well-formed XML, and the words stand
in one of them as words. Prints what is wrong."""

import sys
import xml.etree.ElementTree
import zipfile


def main(path, words):
    package = zipfile.ZipFile(path)
    wrong = package.testzip()
    if wrong:
        raise SystemExit(f"{wrong} is damaged")
    texts = []
    for name in package.namelist():
        try:
            tree = xml.etree.ElementTree.fromstring(package.read(name))
        except xml.etree.ElementTree.ParseError as error:
            raise SystemExit(f"{name}: {error}")
        texts += tree.itertext()
    if not any(words in text for text in texts):
        raise SystemExit("the words are not there")


if __name__ == "__main__":
    main(*sys.argv[1:])
