#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Multiplies a campaign: every country with its sheets again under new codes, until the campaign makes
at least DOCUMENTS documents. The same input gives the same output.

usage: multiply.py CAMPAIGN DOCUMENTS TARGET"""
import re
import shutil
import sys
from pathlib import Path

source, documents, target = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
shutil.copytree(source, target, dirs_exist_ok=True)
text = (source / "campaign.yaml").read_text(encoding="utf-8")
head, _, countries = text.partition("\ncountries:\n")
blocks = re.split(r"\n(?=  \w[\w-]*:\n)", "\n" + countries)[1:]
ordinary = [b for b in blocks if "sheets:" not in b]
codes = [b.split(":")[0].strip() for b in ordinary]
sheets = sum(len(re.search(r"languages: \[(.*)\]", b)[1].split(",")) for b in ordinary)
shared = len(list((source / "texts/release").glob("*.md"))) + len(list((source / "texts/guide").glob("*.md")))

out = [head, "countries:"] + blocks
made, turn = shared + sheets, 1
while made < documents:
    for code, block in zip(codes, ordinary):
        copy = f"{code}{turn}"
        # A note belongs to a name, and the name is declared once.
        block = re.sub(r"\n    note:\n(      .*\n?)+", "\n", block + "\n").rstrip("\n")
        out.append(block.replace(f"  {code}:", f"  {copy}:", 1))
        shutil.copytree(source / "texts/sheet" / code, target / "texts/sheet" / copy, dirs_exist_ok=True)
        for sheet in (target / "texts/sheet" / copy).glob("*.md"):
            words = sheet.read_text(encoding="utf-8").replace(f"\ncountry: {code}\n", f"\ncountry: {copy}\n", 1)
            sheet.write_text(words, encoding="utf-8")
    made += sheets
    turn += 1
(target / "campaign.yaml").write_text("\n".join(out) + "\n", encoding="utf-8")
print(f"{made} documents")
