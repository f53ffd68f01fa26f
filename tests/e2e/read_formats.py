#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The words of HTML, plain-text and DOCX files, one file a line: path, tab, words.

Left out is what each format makes in its own way: labels of lists, marks that refer to notes, and
what only stands for a word that is said elsewhere (the signs of a matrix), or is no word at all (marks of
direction).
"""
import html.parser
import re
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
INLINE = {"a", "abbr", "b", "bdi", "code", "em", "span", "strong", "sup"}
VOID = {"br", "hr", "img", "link", "meta"}


class Page(html.parser.HTMLParser):
    """What a browser shows, without the elements that say they are marks or signs."""

    def __init__(self):
        super().__init__()
        self.words = []
        self.silent = []

    def handle_starttag(self, tag, attributes):
        if tag not in INLINE:
            self.words.append(" ")
        if tag in VOID:
            return
        named = dict(attributes)
        hidden = (tag in ("head", "script", "style") or named.get("aria-hidden") == "true"
                  or named.get("class") == "label"
                  or named.get("role") in ("doc-noteref", "doc-backlink", "img"))
        self.silent.append(hidden or (bool(self.silent) and self.silent[-1]))

    def handle_endtag(self, tag):
        if tag not in INLINE:
            self.words.append(" ")
        if tag not in VOID:
            self.silent.pop()

    def handle_data(self, data):
        if not self.silent or not self.silent[-1]:
            self.words.append(data)


def words_of_html(markup):
    page = Page()
    page.feed(markup)
    page.close()
    return "".join(page.words)


def words_of_text(text):
    text = re.sub(r"^ +(•|\d+\.) ", "", text, flags=re.MULTILINE)
    return re.sub(r"\[\d+\]", "", text)


def words_of_run(run):
    if run.find(f"{WORD}rPr/{WORD}vertAlign") is not None:
        return ""
    style = run.find(f"{WORD}rPr/{WORD}rStyle")
    if style is not None and style.get(f"{WORD}val") == "FootnoteReference":
        return ""
    return "".join({f"{WORD}t": part.text or "", f"{WORD}br": " ", f"{WORD}noBreakHyphen": "-"}.get(part.tag, "") for part in run)


def words_of_docx(path):
    words = []
    with zipfile.ZipFile(path) as package:
        for part in ("word/document.xml", "word/footnotes.xml"):
            for paragraph in ElementTree.fromstring(package.read(part)).iter(f"{WORD}p"):
                words += [words_of_run(run) for run in paragraph.iter(f"{WORD}r")] + ["\n"]
    return "".join(words)


def words_of(path):
    if path.endswith(".docx"):
        return words_of_docx(path)
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    return words_of_html(text) if path.endswith(".html") else words_of_text(text)


def main():
    for path in sys.argv[1:]:
        words = re.sub(r"[*●◐○]", "", words_of(path).replace("\u00ad", "").replace("\u200e", ""))
        print(path, " ".join(words.split()), sep="\t")


main()
