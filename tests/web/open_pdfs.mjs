// SPDX-License-Identifier: Apache-2.0
// What pdf.js, the reader inside Firefox, says of PDFs when it reads them whole, in headless Chromium: one
// fault a line. Every page is drawn, its text and its structure are read.
//
// usage: node open_pdfs.mjs PDF...   status 77: a tool is not installed; says which
import { existsSync, readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { browserProgram, chromium, needed, require } from "./tools.mjs";

const files = process.argv.slice(2);

const reader = needed("pdfjs-dist", () => dirname(require.resolve("pdfjs-dist/package.json")));

const site = "http://reader.test/";
const blank = `<!doctype html><link rel="icon" href="data:,"><title>pdf.js</title>`;
const types = { ".mjs": "text/javascript", ".html": "text/html", ".pdf": "application/pdf" };

/** In the page: a line of what was found, empty where nothing was. */
async function readWhole({ site, number }) {
  const pdfjs = await import(`${site}build/pdf.mjs`);
  pdfjs.GlobalWorkerOptions.workerSrc = `${site}build/pdf.worker.mjs`;
  const loading = pdfjs.getDocument({
    url: `${site}${number}.pdf`,
    cMapUrl: `${site}cmaps/`,
    standardFontDataUrl: `${site}standard_fonts/`,
    verbosity: pdfjs.VerbosityLevel.WARNINGS,
    stopAtErrors: true,
  });
  const pdf = await loading.promise;
  const lacking = [];
  const { info } = await pdf.getMetadata();
  if (!info.Language) lacking.push("no language");
  if (!(await pdf.getMarkInfo())?.Marked) lacking.push("not tagged");
  await pdf.getOutline();
  for (let index = 1; index <= pdf.numPages; ++index) {
    const page = await pdf.getPage(index);
    const viewport = page.getViewport({ scale: 0.25 });
    const canvas = document.createElement("canvas");
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    await page.render({ canvasContext: canvas.getContext("2d"), viewport }).promise;
    if ((await page.getTextContent()).items.length === 0) lacking.push(`page ${index}: no text`);
    if (!(await page.getStructTree())) lacking.push(`page ${index}: no structure`);
    await page.getAnnotations();
  }
  await loading.destroy();
  return lacking.join(", ");
}

const faults = [];
const browser = await chromium.launch({ executablePath: browserProgram, args: ["--no-sandbox"] });
const page = await browser.newPage();
let current = "";
page.on("console", (message) => faults.push(`${current}: ${message.text()}`)); // warnings come as plain lines
page.on("pageerror", (error) => faults.push(`${current}: ${error.message}`));
await page.route("**/*", (route) => {
  const path = new URL(route.request().url()).pathname;
  const pdf = path.match(/^\/(\d+)\.pdf$/);
  const file = pdf ? files[Number(pdf[1])] : join(reader, path);
  if (path === "/") return route.fulfill({ contentType: types[".html"], body: blank });
  if (!existsSync(file)) {
    faults.push(`${current}: asks for ${path}`);
    return route.fulfill({ status: 404 });
  }
  return route.fulfill({ contentType: types[extname(path)] ?? "application/octet-stream", body: readFileSync(file) });
});
await page.goto(site);
for (const [number, file] of files.entries()) {
  current = file;
  try {
    const lacking = await page.evaluate(readWhole, { site, number });
    if (lacking) faults.push(`${file}: ${lacking}`);
  } catch (error) {
    faults.push(`${file}: ${error.message}`);
  }
}
await browser.close();
if (faults.length > 0) console.log(faults.join("\n"));
