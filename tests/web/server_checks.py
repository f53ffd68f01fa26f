#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a web server makes of the site: a broken download resumes, and a kit that a new release left as it
was is not sent again. One fault a line.

usage: server_checks.py SITE KIT PAGE COMMAND...   COMMAND publishes the next release, which changes PAGE
"""
import subprocess
import sys
import urllib.error
import urllib.request

site, kit, page, command = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]


def get(path, **headers):
    request = urllib.request.Request(
        site + path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers, refused.read()


def expect(holds, claim):
    if not holds:
        print(claim)


status, headers, whole = get(kit)
tag = headers["ETag"]
expect(status == 200 and tag and not tag.startswith("W/"), f"the kit has no strong ETag: {tag}")
expect(headers["Content-Type"] == "application/zip", f"the kit's type: {headers['Content-Type']}")
half = len(whole) // 2
status, headers, rest = get(kit, Range=f"bytes={half}-", If_Range=tag)
expect(status == 206 and whole[:half] + rest == whole, f"a broken download does not resume: {status}")
status, headers, _ = get(kit, Accept_Encoding="gzip", If_None_Match=tag)
expect(status == 304, f"an unchanged kit is sent again: {status}")
for path, media_type in [("en/feed.atom", "application/atom+xml; charset=utf-8"),
                         ("en/feed.json", "application/json; charset=utf-8"),
                         ("site.js", "text/javascript; charset=utf-8"),
                         ("style.css", "text/css; charset=utf-8"),
                         (f"{kit}.minisig", "text/plain; charset=utf-8")]:
    status, headers, _ = get(path)
    expect(status == 200 and headers["Content-Type"] == media_type, f"{path}: {status} {headers['Content-Type']}")
_, headers, old_page = get(page)
old_tag = headers["ETag"]
subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
status, _, _ = get(kit, If_None_Match=tag)
expect(status == 304, f"a kit that the next release left as it was is sent again: {status}")
status, headers, new_page = get(page, If_None_Match=old_tag)
expect(status == 200 and new_page != old_page, f"the next release is not served: {status}")
