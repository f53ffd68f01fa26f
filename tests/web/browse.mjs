// SPDX-License-Identifier: Apache-2.0
// What a partner meets on the download site, in a real browser; one fault a line.
//
// usage: node browse.mjs SITE PRESSKIT PUBLIC_KEY [PICTURES]
//   SITE: the address of a site of the sample campaign's kits; PICTURES: a folder for screenshots
//   status 77: a tool is not installed; says which
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browserProgram, chromium, needed, require } from "./tools.mjs";

const [site, presskit, publicKey, pictures] = process.argv.slice(2);

const axe = needed("axe-core", () => readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));

const campaign = "exploited-in-plain-sight";
const pageKinds = {
  front: "index.html",
  language: "en/index.html",
  country: "countries/mk.html",
  "country-sq": "sq/countries/mk.html",
  kit: `sq/${campaign}-mk-sq.html`,
  "kit-marked": `en/${campaign}-xk-en.html`,
  "language-rtl": "ar/index.html",
  "kit-rtl": `ar/${campaign}-region-ar.html`,
};
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const faults = [];
function expect(holds, claim) {
  if (!holds) faults.push(claim);
}

const folder = mkdtempSync(join(tmpdir(), "presskit-browse-"));
const browser = await chromium.launch({ executablePath: browserProgram, args: ["--no-sandbox"] });

/** A visitor whose every request is looked at. */
async function visit(options, steps) {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  context.on("request", (request) => {
    expect(request.url().startsWith(site), `asks elsewhere: ${request.url()}`);
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  await steps(page, context);
  expect((await context.cookies()).length === 0, "sets a cookie");
  await context.close();
}

/** Front page, language, country: two clicks. Then the kit is hers, and genuine. */
async function findKit(page, name) {
  await page.goto(site);
  await page.getByRole("link", { name: /^Shqip / }).click();
  await page.getByRole("link", { name: "Maqedonia e Veriut", exact: true }).click();
  expect(page.url().endsWith(pageKinds.kit), `${name}: two clicks lead to ${page.url()}`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /Shkarkoni/ }).click(),
  ]);
  const zip = join(folder, download.suggestedFilename());
  await download.saveAs(zip);
  const signature = await page.request.get(`${site}kits/${download.suggestedFilename()}.minisig`);
  writeFileSync(`${zip}.minisig`, await signature.body());
  const verified = spawnSync(presskit, ["verify", zip, "--key", publicKey], { encoding: "utf8" });
  expect(verified.status === 0, `${name}: the kit is not sound: ${verified.stderr}`);
}

/** From the front page by the country's name in her language: every page she meets is in it. */
async function findKitByCountry(page) {
  await page.goto(site);
  await page.getByRole("link", { name: "Maqedonia e Veriut", exact: true }).click();
  expect(page.url().endsWith(pageKinds["country-sq"]), `a country's name leads to ${page.url()}`);
  for (const step of ["country", "kit"]) {
    expect((await page.locator("html").getAttribute("lang")) === "sq", `the ${step}'s page is not in Albanian`);
    if (step === "country") await page.locator("main li.kit a").first().click();
  }
  expect(page.url().endsWith(pageKinds.kit), `two clicks by country lead to ${page.url()}`);
}

/** The text is whole in its field, so that selecting all there is enough. */
async function copyText(page, context, hasScript) {
  await page.goto(site + pageKinds.kit);
  const field = page.locator("textarea").last();
  await field.focus();
  await page.keyboard.press("Control+A");
  const selected = await field.evaluate((f) => f.selectionEnd - f.selectionStart === f.value.length);
  expect(selected, "a text cannot be selected by keyboard");
  expect((await field.inputValue()).length > 1000, "the text to paste is short");
  const buttons = page.getByRole("button");
  expect((await buttons.count()) === (hasScript ? 3 : 0), "buttons that copy are not there, or do nothing");
  if (!hasScript) return;
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await buttons.last().click();
  const pasted = await page.evaluate(() => navigator.clipboard.readText());
  expect(pasted === (await field.inputValue()), "the button copies another text");
}

async function findCountry(page) {
  await page.goto(site + pageKinds.language);
  const shown = page.locator("li.kit:visible");
  const all = await shown.count();
  const field = page.getByRole("searchbox");
  for (const [typed, count] of [["mace", 1], ["MAQEDONIA", 1], ["црна", 1], ["shqiperia", 1], ["Bosnia-and-Herz", 1], ["xyz", 0], ["", all]]) {
    await field.fill(typed);
    expect((await shown.count()) === count, `a search of "${typed}" shows ${await shown.count()} kits`);
  }
  await field.fill("xyz");
  expect((await page.getByRole("status").textContent()) !== "", "a search in vain says nothing");
}

async function useKeyboard(page) {
  await page.goto(site + pageKinds.language);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement.id === "content"), "no way past the header by keyboard");
}

/** 320 CSS pixels are 1280 at 400 %. WCAG 2.2 1.4.10. */
async function stayNarrow(page) {
  for (const [kind, path] of Object.entries(pageKinds)) {
    await page.goto(site + path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width <= 320, `${kind}: ${width} px wide on a screen of 320`);
  }
}

async function stayLight(page) {
  let bytes = 0;
  page.on("response", async (response) => {
    if (response.ok() && response.request().resourceType() !== "image") bytes += (await response.body()).length;
  });
  for (const [kind, path] of Object.entries(pageKinds)) {
    bytes = 0;
    await page.goto(site + path, { waitUntil: "networkidle" });
    expect(bytes > 0 && bytes < 60_000, `${kind}: ${bytes} bytes for the first view`);
  }
}

/** Each page of each document is there to see, says what it is, and moves nothing when it comes. */
async function showPages(page) {
  await page.goto(site + pageKinds.kit);
  for (const part of await page.locator(".pages").all())
    if (!(await part.evaluate((details) => details.open))) await part.locator("summary").click();
  const pictures = page.locator(".pages img");
  expect((await pictures.count()) > 15, "pages of documents are not shown");
  for (const picture of await pictures.all()) {
    const before = await picture.boundingBox();
    await picture.scrollIntoViewIfNeeded();
    const [width, height] = await picture.evaluate(async (image) => {
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    });
    const after = await picture.boundingBox();
    expect(width >= 400 && height > width, `a page is shown by ${width} x ${height} pixels`);
    expect(Math.abs(before.height - after.height) < 1, "a page moves what stands below it when it comes");
    expect(/ – Faqja \d+ nga \d+$/.test(await picture.getAttribute("alt")), "a page does not say which it is");
  }
}

async function runAxe(page, scheme) {
  for (const [kind, path] of Object.entries(pageKinds)) {
    await page.goto(site + path);
    await page.evaluate(axe);
    const found = await page.evaluate((only) => window.axe.run(document, { runOnly: only }), rules);
    for (const fault of found.violations)
      faults.push(`${kind} (${scheme}): ${fault.id}: ${fault.help}: ${fault.nodes[0].html.slice(0, 120)}`);
  }
}

async function takePictures(page, name) {
  const languages = ["ar", "bs", "cnr", "de", "en", "hr", "mk", "sq", "sr-Cyrl", "sr-Latn"];
  const pages = { ...pageKinds };
  if (name === "800-light") for (const tag of languages) pages[`front-${tag}`] = `${tag}/index.html`;
  for (const [kind, path] of Object.entries(pages)) {
    await page.goto(site + path);
    await page.screenshot({ path: join(pictures, `${kind}-${name}.png`), fullPage: true });
  }
}

try {
  await visit({}, (page) => findKit(page, "with scripts"));
  await visit({ javaScriptEnabled: false }, (page) => findKit(page, "without scripts"));
  await visit({ javaScriptEnabled: false }, (page) => findKitByCountry(page));
  await visit({}, (page, context) => copyText(page, context, true));
  await visit({}, (page) => findCountry(page));
  await visit({}, (page) => useKeyboard(page));
  await visit({ viewport: { width: 320, height: 800 } }, (page) => stayNarrow(page));
  await visit({}, (page) => stayLight(page));
  await visit({}, (page) => showPages(page));
  for (const scheme of ["light", "dark"]) {
    await visit({ colorScheme: scheme, bypassCSP: true }, (page) => runAxe(page, scheme));
    if (!pictures) continue;
    for (const width of [360, 800, 1440])
      await visit({ colorScheme: scheme, viewport: { width, height: 900 } }, (page) =>
        takePictures(page, `${width}-${scheme}`));
  }
} catch (error) {
  faults.push(String(error));
}
await browser.close();
rmSync(folder, { recursive: true });
if (faults.length > 0) console.log(faults.join("\n"));
