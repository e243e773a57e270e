// Turns the bundled page into a C++ source:
// node embed.mjs PAGE.js PAGE.css PARTS.json NODE_MODULES OUT.cpp
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [script, style, parts, modules, out] = process.argv.slice(2);
const chunk = 8000;

/** Raw string literals side by side: compilers limit the length of one. */
function literal(text) {
  const safe = text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  if (safe.includes(')page~"')) throw new Error("the page holds the mark that ends a literal");
  const pieces = [];
  for (let at = 0; at < safe.length; ) {
    let end = Math.min(at + chunk, safe.length);
    if (end < safe.length && (safe.charCodeAt(end) & 0xfc00) === 0xdc00) end += 1; // keep pairs together
    pieces.push(`R"page~(${safe.slice(at, end)})page~"`);
    at = end;
  }
  return pieces.length > 0 ? pieces.join("\n") : '""';
}

/** The licences of the packages in the bundle, each text once, as a comment before the code. */
function licences() {
  const inputs = Object.keys(JSON.parse(readFileSync(parts, "utf8")).inputs);
  const names = new Set(inputs.map((input) => input.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1]).filter((name) => name));
  const packagesOf = new Map();
  for (const name of [...names].sort()) {
    const folder = join(modules, name);
    const file = existsSync(folder) && readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    const text = file ? readFileSync(join(folder, file), "utf8").trim() : `Licence: ${JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).license}`;
    packagesOf.set(text, [...(packagesOf.get(text) ?? []), name]);
  }
  const blocks = [...packagesOf].map(([text, list]) => `${list.join(", ")}\n\n${text}`);
  return `/*! Software of others in this page:\n\n${blocks.join("\n\n---\n\n").replaceAll("*/", "* /")}\n*/\n`;
}

writeFileSync(
  out,
  `#include "analysis/report/page_bundle.hpp"

namespace concordat::report
{
bool page_is_built() { return true; }
std::string_view page_script() { return ${literal(licences() + readFileSync(script, "utf8"))}; }
std::string_view page_style() { return ${literal(readFileSync(style, "utf8"))}; }
}  // namespace concordat::report
`,
);
