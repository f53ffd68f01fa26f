// SPDX-License-Identifier: Apache-2.0
// What the tests in a browser need. A script that lacks a tool ends with status 77 and says which.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

export const require = createRequire(import.meta.url);
export const browserProgram = "/usr/bin/chromium";

/** What `find` returns; where it throws, the end of the script. */
export function needed(what, find) {
  try {
    return find();
  } catch {
    console.log(what);
    process.exit(77);
  }
}

export const { chromium } = needed("playwright-core", () => require("playwright-core"));
needed("chromium", () => {
  if (!existsSync(browserProgram)) throw new Error();
});
