# SPDX-License-Identifier: Apache-2.0
"""Is the folder named on the command line a complete and valid bag? RFC 8493, read strictly: one line
a fault, nothing of presskit. Debian has no BagIt program of its own."""
import hashlib
import os
import re
import sys

bag = sys.argv[1]
faults = []


def text_of(name):
    with open(os.path.join(bag, name), "rb") as file:
        return file.read().decode("utf-8")  # 2.1.1: the declared encoding


def listed(name):
    """2.1.3: checksum, white space, path; CR, LF and % in a path are percent-encoded."""
    rows = {}
    for line in text_of(name).split("\n")[:-1]:
        row = re.fullmatch(r"([0-9a-f]{64})[ \t]+(\S.*)", line)
        if not row or re.search(r"%(?!0A|0D|25)", row[2]) or ".." in row[2].split("/") or row[2][0] in "/~":
            faults.append(f"{name}: {line}")
        elif row[2] in rows:
            faults.append(f"{name}: {row[2]} twice")
        else:
            rows[row[2]] = row[1]
    return rows


def check(name, paths):
    rows = listed(name)
    if set(rows) != paths:
        faults.append(f"{name}: {set(rows) ^ paths}")
    for path in set(rows) & paths:
        with open(os.path.join(bag, path), "rb") as file:
            if hashlib.sha256(file.read()).hexdigest() != rows[path]:
                faults.append(f"{name}: {path} is another")


found = set()
for folder, _, names in os.walk(bag):
    found |= {os.path.relpath(os.path.join(folder, name), bag) for name in names}
payload = {path for path in found if path.startswith("data/")}
if text_of("bagit.txt") != "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n":
    faults.append("bagit.txt")
if "bag-info.txt" in found:
    tags = [line.split(": ", 1) for line in text_of("bag-info.txt").split("\n")[:-1]]  # 2.2.2
    if any(len(tag) != 2 or not tag[1] for tag in tags):
        faults.append("bag-info.txt")
    size = sum(os.path.getsize(os.path.join(bag, path)) for path in payload)
    if dict(tag for tag in tags if len(tag) == 2).get("Payload-Oxum") != f"{size}.{len(payload)}":
        faults.append("bag-info.txt: Payload-Oxum")
check("manifest-sha256.txt", payload)
check("tagmanifest-sha256.txt", found - payload - {"tagmanifest-sha256.txt"})
print("\n".join(faults) or "valid")
sys.exit(1 if faults else 0)
