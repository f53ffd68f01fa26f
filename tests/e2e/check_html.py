#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the Nu checker and axe-core (in headless Chromium) find in HTML files, one fault a line.

usage: check_html.py [--syntax-only] NODE_MODULES FILE...
--syntax-only: not axe-core   status 77: a tool is not installed; says which
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def nu_faults(jar, files):
    run = subprocess.run(["java", "-Xss2m", "-jar", jar, "--format", "json", *files],
                         capture_output=True, text=True, check=False)
    for message in json.loads(run.stderr)["messages"]:
        if message["type"] == "error" or message.get("subType") == "warning":
            yield f'{message["url"]}: {message.get("lastLine")}: {message["message"]}'


def axe_faults(axe, file, scheme):
    """The page's own rules forbid scripts, so a copy without them is tested, with what it links to."""
    page = re.sub(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "",
                  pathlib.Path(file).read_text(encoding="utf-8"))
    page = page.replace("<head>", f'<head><base href="{pathlib.Path(file).resolve().as_uri()}">', 1)
    tail = ("<script>" + axe.read_text(encoding="utf-8").replace("</script", "<\\/script") +
            "</script><script>axe.run(document,{runOnly:" + json.dumps(RULES) + "}).then(r=>{"
            "const p=document.createElement('pre');p.id='result';p.textContent=JSON.stringify("
            "r.violations.map(v=>[v.id,v.help,v.nodes.map(n=>n.html.slice(0,120))]));"
            "document.body.replaceChildren(p)})</script></body>")
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "page.html"
        copy.write_text(page.replace("</body>", tail), encoding="utf-8")
        run = subprocess.run(
            ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             f"--user-data-dir={folder}/profile", "--virtual-time-budget=20000",
             f"--blink-settings=preferredColorScheme={0 if scheme == 'dark' else 1}",
             "--dump-dom", copy.as_uri()], capture_output=True, text=True, check=False)
    found = re.search(r'<pre id="result">(.*?)</pre>', run.stdout, re.DOTALL)
    if not found:
        yield f"{file}: axe-core gave no result"
        return
    text = found[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    for rule, help_text, nodes in json.loads(text):
        yield f"{file} ({scheme}): {rule}: {help_text}: {nodes[0]}"


def main():
    syntax_only = sys.argv[1] == "--syntax-only"
    words = sys.argv[2 if syntax_only else 1:]
    modules, files = pathlib.Path(words[0]), words[1:]
    jar = modules / "vnu-jar/build/dist/vnu.jar"
    axe = modules / "axe-core/axe.min.js"
    for needed in [jar, axe]:
        if not needed.exists():
            print(needed)
            return 77
    for needed in ["java", "chromium"]:
        if not shutil.which(needed):
            print(needed)
            return 77
    faults = list(nu_faults(jar, files))
    for file in [] if syntax_only else files:
        for scheme in ["light", "dark"]:
            faults += axe_faults(axe, file, scheme)
    print("\n".join(faults), end="")
    return 0


sys.exit(main())
