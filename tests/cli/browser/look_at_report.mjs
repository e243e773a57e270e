// Looks at a report as a reader would and tells what it saw as JSON on standard output:
// node look_at_report.mjs CHROMIUM REPORT.html FOLDER [whole]
// Pictures and the print go to FOLDER; with "whole" also pictures of the whole length of the page.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Browser } from "./browser.mjs";

const [program, report, folder, whole] = process.argv.slice(2);
const save = (name, bytes) => writeFileSync(join(folder, name), bytes);

/** Numbers of all tables, each table opened: [key, value] as the page has them. */
const readNumbers = `(async () => {
  for (const one of document.querySelectorAll("details.numbers")) one.open = true;
  await new Promise((done) => setTimeout(done, 300));
  const found = [...document.querySelectorAll("data[data-key]")].map((one) => [one.dataset.key, one.value, one.textContent]);
  for (const one of document.querySelectorAll("details.numbers")) one.open = false;
  return found;
})()`;

/** Every list of choices is set to its last option and back; what moves when the charts do not is told. */
const chooseAll = `(async () => {
  let count = 0;
  for (const list of document.querySelectorAll("select")) {
    const figure = list.closest("figure");
    const before = list.selectedIndex, first = figure.querySelector(".chart").innerHTML;
    for (const k of [list.options.length - 1, before]) {
      list.selectedIndex = k;
      list.dispatchEvent(new Event("change"));
      if (k !== before && figure.querySelector(".chart").innerHTML !== first) ++count;
    }
  }
  return count;
})()`;

const describe = `({
  title: document.title,
  question: document.querySelector("h1").textContent,
  answer: document.querySelector(".answer").textContent,
  sections: [...document.querySelectorAll("main > section")].map((one) => one.id),
  headings: [...document.querySelectorAll("h1, h2, h3, h4")].map((one) => Number(one.tagName[1])),
  charts: document.querySelectorAll("figure svg").length,
  unnamed: [...document.querySelectorAll("figure svg:not([aria-hidden]), select, button, input")].filter((one) => one.closest("svg svg") === null && !one.getAttribute("aria-label") && !one.textContent.trim() && !one.labels?.length).length,
  unlabelledCharts: [...document.querySelectorAll(".chart svg")].filter((one) => !one.getAttribute("role") && !one.closest("[role=img], [aria-hidden]")).length,
  missing: [...document.querySelectorAll(".missing")].map((one) => one.textContent),
  tiles: document.querySelectorAll(".tile").length,
  wide: document.documentElement.scrollWidth,
})`;

const walkMap = `(() => { document.querySelector(".tile[tabindex='0']")?.focus(); return document.activeElement.getAttribute("aria-label"); })()`;
const readReadout = `document.querySelector(".readout")?.textContent ?? ""`;

const browser = new Browser(program);
try {
  const seen = {};
  await browser.open(pathToFileURL(report).href);
  await browser.colours("light");
  await browser.resize(1180, 900);
  seen.page = await browser.evaluate(describe);
  save("light.png", await browser.screenshot());
  if (whole) save("light_whole.png", await browser.screenshot(true));
  seen.numbers = await browser.evaluate(readNumbers);
  seen.choices = await browser.evaluate(chooseAll);
  seen.firstTile = await browser.evaluate(walkMap);
  await browser.press("ArrowRight");
  seen.readout = await browser.evaluate(readReadout);
  await browser.press("Tab");
  seen.focus = await browser.evaluate("document.activeElement.tagName");
  await browser.colours("dark");
  seen.darkBackground = await browser.evaluate("getComputedStyle(document.body).backgroundColor");
  save("dark.png", await browser.screenshot());
  if (whole) save("dark_whole.png", await browser.screenshot(true));
  await browser.colours("light");
  seen.lightBackground = await browser.evaluate("getComputedStyle(document.body).backgroundColor");
  await browser.resize(390, 844);
  await browser.waitFor("Math.max(...[...document.querySelectorAll('.chart > svg')].map((one) => one.clientWidth)) <= 390");
  seen.phoneWidth = await browser.evaluate("document.documentElement.scrollWidth");
  save("phone.png", await browser.screenshot());
  if (whole) save("phone_whole.png", await browser.screenshot(true));
  await browser.resize(1180, 820);
  const print = await browser.print();
  save("print.pdf", print);
  seen.pages = (print.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? []).length;
  seen.errors = browser.errors;
  seen.requests = browser.requests;
  process.stdout.write(JSON.stringify(seen));
} finally {
  await browser.close();
}
