// Turns the bundled page into a C++ source: node embed.mjs PAGE.js PAGE.css OUT.cpp
import { readFileSync, writeFileSync } from "node:fs";

const [script, style, out] = process.argv.slice(2);
const chunk = 8000;

/** Raw string literals side by side: compilers limit the length of one. */
function literal(file) {
  const text = readFileSync(file, "utf8").replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  const parts = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + chunk, text.length);
    if (end < text.length && (text.charCodeAt(end) & 0xfc00) === 0xdc00) end += 1; // keep pairs together
    parts.push(`R"page~(${text.slice(at, end)})page~"`);
    at = end;
  }
  if (text.includes(')page~"')) throw new Error(`${file} holds the mark that ends a literal`);
  return parts.length > 0 ? parts.join("\n") : '""';
}

writeFileSync(
  out,
  `#include "analysis/report/page_bundle.hpp"

namespace concordat::report
{
bool page_is_built() { return true; }
std::string_view page_script() { return ${literal(script)}; }
std::string_view page_style() { return ${literal(style)}; }
}  // namespace concordat::report
`,
);
