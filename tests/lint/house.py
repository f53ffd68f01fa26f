#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The house rules that a compiler does not know: who may include whom, what is never called, how long
a file may be, and that ARCHITECTURE.md names only what exists. One line a fault; exit 1 if any."""
import re
import sys
from pathlib import Path

root = Path(__file__).resolve().parents[2]
faults = []

# Folder: project folders it may include besides itself. The link lines of CMakeLists.txt say the same
# to the linker; this says it in words, and also for headers that link nothing.
MAY_INCLUDE = {
    "pipeline/base": [],
    "pipeline/yaml": ["pipeline/base"],
    "pipeline/languages": ["pipeline/base", "pipeline/yaml", "stages/model"],
    "pipeline/engine": ["pipeline/base"],
    "pipeline/signing": ["pipeline/base"],
    "stages/model": ["pipeline/base"],
    "stages/load": ["pipeline/base", "pipeline/yaml", "pipeline/languages", "stages/model"],
    "stages/pictures": ["pipeline/base", "stages/model"],
    "stages/plan": ["pipeline/base", "pipeline/languages", "stages/model"],
    "stages/compose": ["pipeline/base", "pipeline/languages", "stages/model"],
    "stages/render": ["pipeline/base", "stages/model"],
    "stages/preview": ["pipeline/base", "stages/model"],
    "stages/formats": ["pipeline/base", "pipeline/languages", "stages/model"],
    "stages/bundle": ["pipeline/base", "pipeline/languages", "stages/model"],
    "stages/verify": ["pipeline/base", "pipeline/signing"],
    "stages/publish": ["pipeline/base", "pipeline/languages", "stages/model"],
    "stages/import": ["pipeline/base", "pipeline/languages", "stages/model"],
    "pipeline/cli": ["pipeline/base", "pipeline/engine", "pipeline/languages", "pipeline/signing", "stages/"],
}
# A foreign library is seen by one folder, or by the few that must.
FOREIGN = {
    r"hpdf": ["stages/render"],
    r"zip\.h": ["stages/bundle"],
    r"zlib": ["stages/verify"],
    r"qpdf/": ["stages/render", "stages/verify"],
    r"hb[-.]": ["stages/compose", "stages/render", "stages/load"],
    r"unicode/": ["pipeline/base", "stages/compose", "stages/load", "pipeline/languages"],
    r"cmark": ["stages/load"],
    r"yaml-cpp/": ["pipeline/yaml"],
    r"boost/": ["pipeline/engine"],
    r"spdlog/": ["pipeline/engine"],
    r"openssl/": ["pipeline/base"],
    r"CLI/": ["pipeline/cli"],
    r"png\.h": ["stages/load", "stages/pictures", "stages/render"],
    r"lcms2\.h": ["stages/pictures"],
    r"jpeglib\.h": ["stages/load", "stages/pictures"],
    r"libdeflate": ["pipeline/base"],
    r"(ft2build|freetype/)": ["stages/preview", "stages/render", "stages/verify"],
    r"sodium": ["pipeline/signing"],
}
# What is never called in a stage, with what to use instead.
FORBIDDEN = [
    (r"\b(time|localtime|gmtime|mktime|clock)\s*\(|(system|steady)_clock|::now\(", "no clock: dates come from the campaign"),
    (r"\b(s?rand|random_device)\b", "nothing is random"),
    (r"\bsetlocale\b|std::locale\b|\bstd::sto[dfil]", "locale-dependent: use to_chars, from_chars, decimal()"),
    (r"\bgetenv\b", "the environment enters by the engine's workspace"),
    (r"\b(if|of)?stream\b.*\bopen\(|\bfopen\(|std::[io]?fstream", "stages touch no file"),
    (r"\bunordered_(map|set)\b", "hash order: use std::map, or say in a comment that it is never walked"),
    (r"\bvirtual\b", "values over hierarchies"),
]
LINES = {".hpp": 150, ".cpp": 400}

for path in sorted([*root.glob("pipeline/**/*.[ch]pp"), *root.glob("stages/**/*.[ch]pp")]):
    name = path.relative_to(root).as_posix()
    folder = "/".join(name.split("/")[:2])
    lines = path.read_text(encoding="utf-8").splitlines()
    if len(lines) > LINES[path.suffix]:
        faults.append(f"{name}: {len(lines)} lines, more than {LINES[path.suffix]}: split it by noun")
    if not lines[0].startswith("// SPDX-License-Identifier: Apache-2.0"):
        faults.append(f"{name}:1: no SPDX line")
    excused = "never walked" in "\n".join(lines)
    for number, line in enumerate(lines, 1):
        code = line.split("//")[0]
        include = re.match(r'\s*#include\s+["<]([^">]+)', line)
        if include:
            target = include[1]
            if target.startswith(("pipeline/", "stages/")):
                home = "/".join(target.split("/")[:2])
                allowed = [folder, *MAY_INCLUDE.get(folder, [])]
                if not any(home.startswith(a) for a in allowed):
                    faults.append(f"{name}:{number}: {folder} may not include {home}")
            for pattern, homes in FOREIGN.items():
                if re.match(pattern, target) and folder not in homes:
                    faults.append(f"{name}:{number}: {target} belongs to {', '.join(homes)}")
            continue
        if not folder.startswith("stages/"):
            continue
        for pattern, reason in FORBIDDEN:
            if re.search(pattern, code) and not ("unordered" in pattern and excused):
                faults.append(f"{name}:{number}: {reason}")

architecture = (root / "ARCHITECTURE.md").read_text(encoding="utf-8")
for path in re.findall(r"`((?:pipeline|stages|tests|inputs)/[\w./-]+)`", architecture):
    if not (root / path).exists():
        faults.append(f"ARCHITECTURE.md: {path} does not exist")

print("\n".join(faults) or "house rules: all kept")
sys.exit(1 if faults else 0)
