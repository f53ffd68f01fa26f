#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a web server makes of the site: a broken download resumes, a kit that a new release left as it was is
not sent again, and nothing but the site is served. One fault a line.

usage: server_checks.py SITE KIT PAGE COMMAND...   COMMAND publishes the next release, which changes PAGE
"""
import http.client
import re
import subprocess
import sys
import urllib.error
import urllib.parse
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


def as_it_is(path):
    """A request for a path that clients would make shorter."""
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(site).netloc, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.read()


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
pictures = re.findall(r'src="\.\./(previews/[^"]+\.png)"', get(page)[2].decode())
expect(pictures, f"{page} shows no page of its documents")
for path in pictures[:1]:
    status, headers, bytes_of_picture = get(path, Accept_Encoding="gzip")
    expect(status == 200 and headers["Content-Type"] == "image/png" and bytes_of_picture.startswith(b"\x89PNG"),
           f"{path}: {status} {headers['Content-Type']}")
status, headers, _ = get(f"{kit}", Range="bytes=0-9,20-29")
expect(status in (200, 206), f"two ranges at once: {status}")
status, _, _ = get(kit, Range=f"bytes={len(whole)}-")
expect(status == 416, f"a range behind the end: {status}")
status, headers, rest = get(kit, Range=f"bytes={half}-", If_Range='"of-another-kit"')
expect(status == 200 and rest == whole, f"half of another kit is put behind the first: {status}")
for path, name, value in [(page, "X-Content-Type-Options", "nosniff"), (kit, "X-Content-Type-Options", "nosniff"),
                          (page, "Referrer-Policy", "no-referrer"), (kit, "Referrer-Policy", "no-referrer"),
                          (page, "Cache-Control", "public, max-age=300"),
                          (kit, "Cache-Control", "public, max-age=86400")]:
    _, headers, _ = get(path)
    expect(headers[name] == value, f"{path}: {name} is {headers[name]}")
_, headers, _ = get(page, Accept_Encoding="gzip")
expect(headers["Content-Encoding"] == "gzip", "pages do not travel packed")
_, headers, _ = get(kit, Accept_Encoding="gzip")
expect(headers["Content-Encoding"] is None, "kits are packed twice")
for path in ["/kits/", "/../k.key", "/..%2fk.key", "/%2e%2e/k.key", "/../../k.key", "/kits/..%2f..%2f..%2fk.key", "/..\\k.key",
             "//etc/passwd", "/../releases/", "/.lock", "/nowhere.html"]:
    status, body = as_it_is(path)
    expect(status in (400, 403, 404) and b"untrusted comment" not in body and b"root:" not in body,
           f"{path} is answered: {status}")
_, headers, old_page = get(page)
old_tag = headers["ETag"]
subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
status, _, _ = get(kit, If_None_Match=tag)
expect(status == 304, f"a kit that the next release left as it was is sent again: {status}")
status, headers, new_page = get(page, If_None_Match=old_tag)
expect(status == 200 and new_page != old_page, f"the next release is not served: {status}")
