// What was assumed: the changes of each reform, and every parameter with its source.
import { h } from "./dom.js";
import { downloadButton, makeTable } from "./table.js";

function changesOf(study, scenario) {
  const rounds = scenario.changes.some((one) => one.round !== "");
  const columns = [
    rounds ? { label: "round", value: (row) => row.round } : null,
    { label: "parameter", head: true, value: (row) => row.path, text: (row) => h("span", { class: "plain" }, h("code", {}, row.path), h("br"), row.description) },
    { label: "before", value: (row) => row.before },
    { label: "after", value: (row) => row.after, text: (row) => h("strong", {}, row.after) },
    { label: "unit", value: (row) => row.unit },
    { label: "reason", value: (row) => row.reason },
  ].filter((one) => one !== null);
  const name = scenario.title || scenario.label;
  return h(
    "div",
    { class: "card" },
    h("h4", {}, `${name}${scenario.point ? ` (design point ${scenario.point})` : ""}`),
    scenario.source ? h("p", { class: "note" }, `Puts into numbers: ${scenario.source}`) : null,
    (scenario.notes ?? []).map((note) => h("p", { class: "note" }, note)),
    scenario.changes.length > 0 ? makeTable(columns, scenario.changes, `What ${name} changes`) : h("p", { class: "missing" }, "Changes no parameter."),
  );
}

const parameterColumns = [
  { label: "parameter", head: true, value: (row) => row.path, text: (row) => h("code", {}, row.path) },
  { label: "what it is", value: (row) => row.description },
  { label: "value", value: (row) => row.value },
  { label: "unit", value: (row) => row.unit },
  { label: "allowed", value: (row) => row.allowed },
  { label: "source or reason", value: (row) => row.source },
  { label: "reliability", value: (row) => row.reliability },
];

/** A table that is made when it is opened, with a box to search in. */
function parameterTable(title, rows) {
  const place = h("div", {});
  const show = (word) => {
    const wanted = word.trim().toLowerCase();
    const found = rows.filter((row) => `${row.path} ${row.description} ${row.source}`.toLowerCase().includes(wanted));
    place.replaceChildren(makeTable(parameterColumns, found, title));
  };
  const box = h("input", { type: "search", oninput: (event) => show(event.target.value) });
  const open = (event) => {
    if (event.target.open && !place.hasChildNodes()) show("");
  };
  return h(
    "details",
    { class: "card", ontoggle: open },
    h("summary", {}, `${title} (${rows.length})`),
    h("div", { class: "controls" }, h("label", { class: "choice" }, h("span", {}, "Search"), box), downloadButton("parameters", () => parameterColumns, () => rows)),
    place,
  );
}

export function makeAssumptions(study) {
  const { columns, rows } = study.data.parameters;
  const all = rows.map((row) => Object.fromEntries(columns.map((name, k) => [name, row[k]])));
  const changed = study.scenarios.filter((one) => one.baseline !== one.id && (one.detailed || one.changes.length > 0));
  return [
    h("p", {}, study.data.uncertainty),
    h("h3", {}, "What the reforms change"),
    changed.slice(0, 24).map((one) => changesOf(study, one)),
    h("h3", {}, "What the baseline rests on"),
    h("p", {}, `${all.length} parameters: ${all.filter((one) => one.assumption).length} are assumptions with a reason, the others come from a document.`),
    parameterTable("Parameters that are assumptions", all.filter((one) => one.assumption)),
    parameterTable("Parameters with a source", all.filter((one) => !one.assumption)),
  ].flat();
}
