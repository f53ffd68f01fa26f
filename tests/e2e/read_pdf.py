#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads PDFs with readers that are not presskit's and prints what each found as JSON.

  read_pdf.py A.pdf B.pdf ...

For every file: what `qpdf --check` said; the blocks of its tag tree as poppler hears them and as
this script reads them from the objects that qpdf prints (so a fault of one reader shows); and the
text of every page in painting order, by this script, by MuPDF and by poppler.

A block is the text of a structure element that is not inline, children that are inline included;
references to footnotes are apart. Soft hyphens are gone: they join the parts of a word.
"""
import base64
import concurrent.futures
import json
import re
import subprocess
import sys
import tempfile
import unicodedata

INLINE = {"Span", "Link", "Reference", "Quote", "Code", "Annot"}
SOFT_HYPHEN = "\u00ad"
# Stands in a page's text where a line or a piece ends: a reader may see white space there.
EDGE = "\v"


def output_of(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


class Blocks:
    """Gathers text by block in reading order. A block's path names the elements above it."""

    def __init__(self):
        self.all = []

    def open(self, path):
        self.all.append({"path": path, "text": "", "marks": [], "page": None})
        return self.all[-1]

    def said(self):
        for block in self.all:
            block["text"] = block["text"].replace(SOFT_HYPHEN, "")
        return [block for block in self.all if block["text"].strip() or block["marks"]]


def walk(element, path, blocks, open_block, in_reference=False):
    """`element` is (type, kids); a kid is an element or {"text", "page"}."""
    kind, kids = element
    here = path + [kind]
    inline = kind in INLINE and open_block is not None
    block = open_block if inline else None
    # In the contents a Reference is the entry itself, in an index a page, anywhere else the call of a note.
    calls = kind == "Reference" and "TOCI" not in path and "Index" not in path
    in_reference = inline and (in_reference or calls)
    mark = ""
    for kid in kids:
        if isinstance(kid, tuple):
            if kid[0] in INLINE and block is None:
                block = blocks.open("/".join(here))
            walk(kid, here, blocks, block if kid[0] in INLINE else None, in_reference)
            if kid[0] not in INLINE:
                block = None
            continue
        if block is None:
            block = blocks.open("/".join(here))
        if in_reference:
            mark += kid["text"]
            continue
        block["text"] += kid["text"]
        if block["page"] is None and kid["text"].strip():
            block["page"] = kid["page"]
    if mark:
        block["marks"].append(mark.replace(SOFT_HYPHEN, ""))


# poppler ------------------------------------------------------------------------------------------


def struct_text(file):
    """What `pdfinfo -struct-text` prints for a copy without its colour profile, which poppler would
    invert anew for every piece of text: a second instead of twelve."""
    root = file.objects["trailer"]["value"]["/Root"]
    catalog = {key: value for key, value in file.at(root).items() if key != "/OutputIntents"}
    update = {"version": 2, "parameters": {"decodelevel": "none"},
              "qpdf": [file.head, {"obj:" + root: {"value": catalog}}]}
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + "/update.json", "w", encoding="utf-8") as out:
            json.dump(update, out)
        output_of("qpdf", f"--update-from-json={folder}/update.json", file.path, folder + "/copy.pdf")
        return output_of("pdfinfo", "-struct-text", folder + "/copy.pdf")


def poppler_tree(printed):
    """The tree that was printed, by its indentation."""
    root = ("", [])
    stack = [(-1, root)]
    text = None
    for line in printed.split("\n"):
        depth = len(line) - len(line.lstrip())
        if text is not None or line.lstrip().startswith('"'):
            if text is None:
                while stack[-1][0] >= depth:
                    stack.pop()
            text = line.lstrip()[1:] if text is None else text + "\n" + line
            if text.endswith('"'):
                stack[-1][1][1].append({"text": text[:-1], "page": None})
                text = None
            continue
        found = re.fullmatch(r'([A-Z][A-Za-z0-9]*)(?: <.*>)?(?: "[^"]*")?(?: \((?:inline|block)\))?:?',
                             line.strip())
        if not found:
            continue
        while stack[-1][0] >= depth:
            stack.pop()
        element = (found[1], [])
        stack[-1][1][1].append(element)
        stack.append((depth, element))
    return root[1][0]


# The objects, as qpdf prints them -----------------------------------------------------------------

TOKEN = re.compile(
    rb"\s+|%[^\r\n]*|<<|>>|\[|\]|<[0-9A-Fa-f\s]*>|\((?:[^()\\]|\\.)*\)"
    rb"|/[^\s()<>\[\]{}/%]*|[^\s()<>\[\]{}/%]+",
    re.S)


class File:
    def __init__(self, path):
        text = output_of("qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline",
                         "--decode-level=generalized", path)
        self.path = path
        self.head, self.objects = json.loads(text)["qpdf"]
        self.maps = {}

    def at(self, value):
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            entry = self.objects["obj:" + value]
            value = entry["stream"]["dict"] if "stream" in entry else entry["value"]
        return value

    def bytes_of(self, reference):
        return base64.b64decode(self.objects["obj:" + reference]["stream"]["data"])

    def pages(self):
        root = self.at(self.objects["trailer"]["value"]["/Root"])
        found = []

        def visit(reference):
            node = self.at(reference)
            if node["/Type"] == "/Page":
                found.append(reference)
            for kid in self.at(node.get("/Kids", [])):
                visit(kid)

        visit(root["/Pages"])
        return found

    def to_unicode(self, font):
        reference = self.at(font)["/ToUnicode"]
        if reference not in self.maps:
            cmap = self.bytes_of(reference).decode("ascii")
            table = {}
            for section in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S):
                for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", section):
                    table[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
            for section in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.S):
                for low, high, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", section):
                    first = bytes.fromhex(text).decode("utf-16-be")
                    for code in range(int(low, 16), int(high, 16) + 1):
                        table[code] = first[:-1] + chr(ord(first[-1]) + code - int(low, 16))
            self.maps[reference] = table
        return self.maps[reference]

    def bytes_a_code(self, font):
        """Two for Identity-H; an embedded CMap says it by its codespace."""
        encoding = self.at(font)["/Encoding"]
        if encoding == "/Identity-H":
            return 2
        cmap = self.bytes_of(encoding).decode("ascii")
        return len(re.search(r"begincodespacerange\s*<(\w+)>", cmap)[1]) // 2


ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.S)
NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def unescaped(match):
    """ISO 32000-1 7.3.4.2."""
    said = match[1]
    if said[:1].isdigit():
        return bytes([int(said, 8) & 255])
    return NAMED.get(said, b"" if said in (b"\n", b"\r", b"\r\n") else said)


def strings(operand):
    """The bytes shown by Tj or TJ, adjustments left out."""
    shown = b""
    for token in operand:
        if token.startswith(b"<"):
            shown += bytes.fromhex(token[1:-1].decode())
        elif token.startswith(b"("):
            shown += ESCAPE.sub(unescaped, token[1:-1])
    return shown


def painted(file, page):
    """(tag, text) of every piece of a page in painting order; tag is an MCID or "Artifact Type"."""
    node = file.at(page)
    resources = file.at(node["/Resources"])
    fonts = file.at(resources.get("/Font", {}))
    contents = node["/Contents"]
    data = b"\n".join(file.bytes_of(r) for r in (contents if isinstance(contents, list) else [contents]))
    pieces, operands, tags, unicode, step = [], [], [], {}, 2
    for token in (t for t in TOKEN.findall(data) if t.strip() and not t.startswith(b"%")):
        if not re.match(rb"[A-Za-z'\"]", token):
            operands.append(token)
            continue
        if token == b"Tf":
            font = fonts["/" + operands[0][1:].decode()]
            unicode, step = file.to_unicode(font), file.bytes_a_code(font)
        elif token in (b"BDC", b"BMC"):
            joined = b" ".join(operands).decode("latin-1")
            mcid = re.search(r"/MCID (\d+)", joined)
            kind = re.search(r"/Subtype /(\w+)", joined) or re.search(r"/Type /(\w+)", joined)
            tags.append(int(mcid[1]) if mcid else "Artifact " + (kind[1] if kind else ""))
            pieces.append([tags[-1], ""])
        elif token == b"EMC":
            tags.pop()
        elif token == b"Td" and tags and (isinstance(tags[-1], str) or float(operands[1]) != 0):
            pieces[-1][1] += EDGE
        elif token in (b"Tj", b"TJ"):
            if not tags:
                raise ValueError("text that is neither tagged nor an artefact")
            shown = strings(operands)
            codes = [int.from_bytes(shown[i:i + step], "big") for i in range(0, len(shown), step)]
            pieces[-1][1] += "".join(unicode[code] for code in codes)
        elif token in (b"'", b'"'):
            raise ValueError("unexpected text operator")
        operands = []
    return pieces


def own_tree(file, pages, contents):
    """The structure tree; `contents` is the text by page and MCID. Each content is read once."""
    order = {reference: number for number, reference in enumerate(pages)}
    root = file.at(file.objects["trailer"]["value"]["/Root"])

    def element(reference):
        node = file.at(reference)
        kids = node.get("/K", [])
        kids = file.at(kids)
        out = []
        for kid in kids if isinstance(kids, list) else [kids]:
            value = file.at(kid)
            if isinstance(value, int):
                page, mcid = node["/Pg"], value
            elif value.get("/Type") == "/MCR":
                page, mcid = value.get("/Pg", node.get("/Pg")), value["/MCID"]
            elif value.get("/Type") == "/OBJR":
                continue
            else:
                out.append(element(kid))
                continue
            out.append({"text": contents.pop((order[page], mcid)), "page": order[page] + 1})
        return (node["/S"][1:], out)

    top = file.at(root["/StructTreeRoot"])["/K"]
    return element(top[0] if isinstance(top, list) else top)


def own_reading(file):
    pages = file.pages()
    contents, artefacts, texts = {}, [], []
    for number, page in enumerate(pages):
        pieces = painted(file, page)
        for tag, marked in pieces:
            text = marked.replace(EDGE, "")
            if isinstance(tag, int):
                if (number, tag) in contents:
                    raise ValueError(f"MCID {tag} twice on page {number + 1}")
                contents[(number, tag)] = text
            elif text:
                words = marked.replace(SOFT_HYPHEN + EDGE, "").replace(SOFT_HYPHEN, "").replace(EDGE, "\n")
                artefacts.append({"page": number + 1, "kind": tag, "text": words.strip()})
        texts.append(EDGE.join(text for _, text in pieces if text))
    blocks = Blocks()
    walk(own_tree(file, pages, contents), [], blocks, None)
    return {"blocks": blocks.said(), "artefacts": artefacts, "pages": texts,
            "untagged": ["".join(text) for text in contents.values() if text.strip()]}


def words_in(text):
    """The words and digits of a page in no order, words without the signs that stand on letters."""
    text = re.sub(SOFT_HYPHEN + r"\s*", "", text)
    # pdftotext puts marks of embedding around words that run against the others.
    text = "".join(" " if unicodedata.category(c) == "Cf" else c for c in text)
    kept = "".join(c for c in text if unicodedata.category(c) != "Mn")
    return sorted(re.findall(r"[^\W\d_]+|\d", kept))


def mixed_words(pages, path):
    """For pages with words from right to left, which no reader keeps in the order of painting: the
    page's number, its words as painted and as pdftotext puts them together from their places."""
    if not any("\u0590" <= c <= "\u08ff" for page in pages for c in page):
        return []
    seen = output_of("pdftotext", path, "-").split("\f")[:-1]
    return [{"page": number, "painted": words_in(page), "seen": words_in(seen[number])}
            for number, page in enumerate(pages) if any("\u0590" <= c <= "\u08ff" for c in page)]


def read(path):
    file = File(path)
    reading = own_reading(file)
    poppler = Blocks()
    walk(poppler_tree(struct_text(file)), [], poppler, None)
    check = subprocess.run(["qpdf", "--check", path], capture_output=True, check=False)
    reading["file"] = path
    reading["check"] = "" if check.returncode == 0 else (check.stdout + check.stderr).decode()
    reading["poppler"] = [{key: block[key] for key in ("path", "text", "marks")}
                          for block in poppler.said()]
    reading["mupdf"] = output_of("mutool", "draw", "-q", "-F", "txt", path).split("\f")[:-1]
    reading["right_to_left"] = mixed_words(reading["pages"], path)
    reading["poppler_pages"] = output_of("pdftotext", "-raw", path, "-").split("\f")[:-1]
    return reading


def main():
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        json.dump(list(pool.map(read, sys.argv[1:])), sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
