// SPDX-License-Identifier: Apache-2.0
// HTML files on narrow and wide screens: nothing is to be moved sideways to be read. 320 CSS pixels are 1280 at
// 400 % (WCAG 2.2 1.4.10). One fault a line.
//
// usage: node reflow.mjs FILE...   status 77: a tool is not installed; says which
import { pathToFileURL } from "node:url";
import { browserProgram, chromium } from "./tools.mjs";

const browser = await chromium.launch({ executablePath: browserProgram, args: ["--no-sandbox"] });
for (const width of [320, 640, 800]) {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  for (const file of process.argv.slice(2)) {
    await page.goto(pathToFileURL(file).href);
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    if (needed > width) console.log(`${file}: ${needed} px wide on a screen of ${width}`);
  }
}
await browser.close();
