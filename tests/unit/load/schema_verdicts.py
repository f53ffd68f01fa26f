# SPDX-License-Identifier: Apache-2.0
"""Says of each case on standard input whether python's jsonschema accepts it: one line, + or -.

A case is a line "<schema path> <bytes of YAML>" and then the YAML. The YAML is typed by the core
schema of YAML 1.2, keys are text, and no key may stand twice, as in presskit.
"""
import json
import re
import sys

import jsonschema
import yaml


class CoreLoader(yaml.SafeLoader):
    yaml_implicit_resolvers = {}


def resolve(kind, pattern, first):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(f"^(?:{pattern})$"), first)


resolve("null", "~|null|Null|NULL|", ["~", "n", "N", ""])
resolve("bool", "true|True|TRUE|false|False|FALSE", list("tTfF"))
resolve("int", "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789"))
resolve(
    "float",
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
    list("-+0123456789."),
)


def integer(loader, node):
    bases = {"0x": 16, "0o": 8}
    return int(node.value, bases.get(node.value[:2], 10))


def mapping(loader, node):
    out = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode) or key.value in out:
            raise yaml.YAMLError("key")
        out[key.value] = loader.construct_object(value, deep=True)
    return out


CoreLoader.add_constructor("tag:yaml.org,2002:int", integer)
def number(loader, node):
    return float(node.value.lower().replace(".inf", "inf").replace(".nan", "nan"))


CoreLoader.add_constructor("tag:yaml.org,2002:float", number)
CoreLoader.add_constructor("tag:yaml.org,2002:map", mapping)


def accepts(schema, text):
    try:
        value = yaml.load(text, CoreLoader)
    except yaml.YAMLError:
        return False
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker(["date"])).is_valid(value)


def read_schema(path, known={}):
    if path not in known:
        with open(path, encoding="utf-8") as file:
            known[path] = json.load(file)
        jsonschema.Draft202012Validator.check_schema(known[path])
    return known[path]


stream = sys.stdin.buffer
while header := stream.readline():
    path, size = header.decode().rsplit(" ", 1)
    print("+" if accepts(read_schema(path), stream.read(int(size)).decode()) else "-")
