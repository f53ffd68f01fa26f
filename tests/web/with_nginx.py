#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Serves a folder by nginx with the repository's own configuration, on a free port of this machine,
while a command runs. `{}` in the command is the address.

usage: with_nginx.py ROOT COMMAND...   status: the command's; 77 and a name, if a program is not installed
"""
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time

CONFIGURATION = pathlib.Path(__file__).resolve().parents[2] / "config/nginx.conf"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def configuration(root, port, folder):
    """The server block as it is, but for the two lines that name the place."""
    server, places = re.subn(r"listen 80;", f"listen 127.0.0.1:{port};", CONFIGURATION.read_text())
    server, roots = re.subn(r"root \S+;", f'root "{root}";', server)
    assert places == 1 and roots == 1
    paths = "".join(f"{kind}_temp_path {folder}/{kind};\n"
                    for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
    return (f"pid {folder}/pid;\nerror_log {folder}/errors;\ndaemon off;\nmaster_process off;\n"
            f"events {{}}\nhttp {{\naccess_log off;\n{paths}{server}}}\n")


def wait_for(port, server):
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            assert server.poll() is None, "nginx has ended"
            time.sleep(0.05)
    raise AssertionError("nginx does not answer")


def main():
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin:/sbin:/bin")
    for tool, place in [("nginx", nginx), (sys.argv[2], shutil.which(sys.argv[2]))]:
        if not place:
            print(tool)
            return 77
    root, command, port = pathlib.Path(sys.argv[1]).absolute(), sys.argv[2:], free_port()
    with tempfile.TemporaryDirectory() as folder:
        conf = pathlib.Path(folder) / "nginx.conf"
        conf.write_text(configuration(root, port, folder))
        with subprocess.Popen([nginx, "-p", folder, "-e", f"{folder}/errors", "-c", str(conf)]) as server:
            try:
                wait_for(port, server)
                words = [word.replace("{}", f"http://127.0.0.1:{port}/") for word in command]
                return subprocess.run(words, check=False).returncode
            finally:
                server.terminate()


sys.exit(main())
