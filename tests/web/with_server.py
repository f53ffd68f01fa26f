#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Serves a folder by nginx or Caddy with the repository's own configuration, on a free port of this
machine, while a command runs. `{}` in the command is the address.

usage: with_server.py nginx|caddy ROOT COMMAND...   status: the command's; 77 and a name, if a program is
not installed
"""
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time

CONFIGURATIONS = pathlib.Path(__file__).resolve().parents[2] / "config"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def at_home(name, place, address, root_pattern, root):
    """The repository's configuration as it is, but for the two lines that name the place."""
    text, places = re.subn(place, address, (CONFIGURATIONS / name).read_text())
    text, roots = re.subn(root_pattern, root, text)
    assert places == 1 and roots == 1
    return text


def nginx_command(program, root, port, folder):
    paths = "".join(f"{kind}_temp_path {folder}/{kind};\n"
                    for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
    server = at_home("nginx.conf", r"listen 80;", f"listen 127.0.0.1:{port};", r"root \S+;", f'root "{root}";')
    conf = pathlib.Path(folder) / "nginx.conf"
    conf.write_text(f"pid {folder}/pid;\nerror_log {folder}/errors;\ndaemon off;\nmaster_process off;\n"
                    f"events {{}}\nhttp {{\naccess_log off;\n{paths}{server}}}\n")
    return [program, "-p", folder, "-e", f"{folder}/errors", "-c", str(conf)]


def caddy_command(program, root, port, folder):
    site = at_home("Caddyfile", r"(?m)^press\.example\.org \{", f"http://127.0.0.1:{port} {{",
                   r"root \* \S+", f'root * "{root}"')
    conf = pathlib.Path(folder) / "Caddyfile"
    conf.write_text(f"{{\n\tadmin off\n\tauto_https off\n}}\n{site}")
    return [program, "run", "--adapter", "caddyfile", "--config", str(conf)]


def wait_for(port, server):
    for _ in range(400):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            assert server.poll() is None, "the server has ended"
            time.sleep(0.05)
    raise AssertionError("the server does not answer")


def main():
    name, root, command, port = sys.argv[1], pathlib.Path(sys.argv[2]).absolute(), sys.argv[3:], free_port()
    program = shutil.which(name, path="/usr/sbin:/usr/bin:/sbin:/bin")
    for tool, place in [(name, program), (command[0], shutil.which(command[0]))]:
        if not place:
            print(tool)
            return 77
    start = {"nginx": nginx_command, "caddy": caddy_command}[name]
    with tempfile.TemporaryDirectory() as folder:
        homes = {place: folder for place in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"]}  # Caddy writes there
        with open(pathlib.Path(folder) / "log", "wb") as log, \
                subprocess.Popen(start(program, root, port, folder), env={**os.environ, **homes}, stderr=log) as server:
            try:
                wait_for(port, server)
                words = [word.replace("{}", f"http://127.0.0.1:{port}/") for word in command]
                return subprocess.run(words, check=False).returncode
            finally:
                server.terminate()


sys.exit(main())
