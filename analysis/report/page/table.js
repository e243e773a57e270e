// Tables for reading and for download. A column is { label, value(row), text(row)?, numeric? }:
// `value` is what the download holds, `text` what is shown.
import { h } from "./dom.js";

/** Numbers stand in <data value="...">, with all their digits. */
function cell(column, row) {
  const value = column.value(row);
  const text = column.text ? column.text(row) : (value ?? "–");
  const attributes = column.numeric ? { class: "number" } : {};
  if (column.head) return h("th", { scope: "row" }, text);
  if (!column.numeric || value === null || value === undefined) return h("td", attributes, text);
  return h("td", attributes, h("data", { value: String(value), "data-key": column.key?.(row) }, text));
}

export function makeTable(columns, rows, caption) {
  const head = columns.map((one) => h("th", { scope: "col", class: one.numeric ? "number" : null }, one.label));
  return h(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    h(
      "table",
      {},
      h("caption", { class: "hidden" }, caption),
      h("thead", {}, h("tr", {}, head)),
      h("tbody", {}, rows.map((row) => h("tr", {}, columns.map((column) => cell(column, row))))),
    ),
  );
}

function quote(field) {
  const text = field === null || field === undefined ? "" : String(field);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Comma-separated values after RFC 4180; numbers with all their digits. */
export function writeCsv(columns, rows) {
  const lines = [columns.map((one) => quote(one.label))];
  for (const row of rows) lines.push(columns.map((one) => quote(one.value(row))));
  return `${lines.map((line) => line.join(",")).join("\n")}\n`;
}

export function downloadButton(name, columns, getRows) {
  const save = () => {
    const blob = new Blob([writeCsv(columns(), getRows())], { type: "text/csv;charset=utf-8" });
    const link = h("a", { href: URL.createObjectURL(blob), download: `${name}.csv` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  return h("button", { type: "button", class: "quiet", onclick: save }, "Download data (CSV)");
}
