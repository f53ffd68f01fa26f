// SPDX-License-Identifier: Apache-2.0
// Do JSON files obey a schema of draft 2020-12, their formats too? One fault a line.
//
// usage: node validate.mjs SCHEMA FILE...   status 77: a tool is not installed; says which
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
let Ajv, formats;
try {
  Ajv = require("ajv/dist/2020").default;
  formats = require("ajv-formats").default;
} catch {
  console.log("ajv");
  process.exit(77);
}

const [schema, ...files] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const ajv = new Ajv({ allErrors: true, strict: false });
formats(ajv);
// ninjs refers to it for places on a map; it is not at hand, so an item that has one is not taken for valid.
ajv.addSchema({ not: {} }, "https://geojson.org/schema/GeoJSON.json");
const obeys = ajv.compile(read(schema));
for (const file of files)
  if (!obeys(read(file))) for (const fault of obeys.errors) console.log(`${file}: ${fault.instancePath}: ${fault.message}`);
