#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints what Python's zipfile and the raw headers of zips say of them, as JSON.

  read_zip.py A.zip B.zip ...
"""
import json
import struct
import sys
import zipfile


def local_header(path, entry):
    """(flags, length of extra) of an entry's local header: APPNOTE 4.3.7."""
    with open(path, "rb") as file:
        file.seek(entry.header_offset)
        header = struct.unpack("<4s5H3I2H", file.read(30))
    assert header[0] == b"PK\x03\x04", "no local header"
    return header[2], header[10]


def read(path):
    with zipfile.ZipFile(path) as archive:
        entries = []
        for entry in archive.infolist():
            flags, extra = local_header(path, entry)
            entries.append({
                "name": entry.filename,
                "utf8": bool(entry.flag_bits & 0x800) and bool(flags & 0x800),
                "descriptor": bool((entry.flag_bits | flags) & 8),
                "extra": len(entry.extra) + extra,
                "comment": len(entry.comment),
                "time": "%04d-%02d-%02dT%02d:%02d:%02d" % entry.date_time,
                "mode": entry.external_attr >> 16,
                "bytes": entry.file_size,
            })
        return {"file": path, "damaged": archive.testzip() or "", "comment": len(archive.comment),
                "entries": entries}


json.dump([read(path) for path in sys.argv[1:]], sys.stdout)
