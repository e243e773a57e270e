// Winners and losers: the map of areas, and how many of each kind of area gain.
import * as Plot from "@observablehq/plot";
import { h, s } from "./dom.js";
import { Figure } from "./figure.js";
import { Choice, outcomeOptions, reformOptions, select } from "./choices.js";
import { capitalise, shortenUnit, writeChange, writeError, writeNumber, writePercent } from "./format.js";
import { drawTiles, patterns } from "./tiles.js";
import { plotStyle } from "./style.js";

const kinds = [
  { id: "gains", label: "gains, in at least nine of ten replicates", fill: "var(--gain)", ink: "var(--gain-ink)", sign: "+" },
  { id: "gains-luck", label: "gains on average; luck can turn it", fill: "url(#hatch-gains)", ink: "var(--ink)", sign: "(+)" },
  { id: "uncertain", label: "cannot be told from zero", fill: "url(#hatch-uncertain)", ink: "var(--ink)", sign: "?" },
  { id: "unchanged", label: "no change at all", fill: "var(--tile)", ink: "var(--ink)", sign: "=" },
  { id: "loses-luck", label: "loses on average; luck can turn it", fill: "url(#hatch-loses)", ink: "var(--ink)", sign: "(−)" },
  { id: "loses", label: "loses, in at least nine of ten replicates", fill: "var(--loss)", ink: "var(--loss-ink)", sign: "−" },
];
const kindOf = Object.fromEntries(kinds.map((one) => [one.id, one]));

const ways = [
  { value: "region", label: "region" },
  { value: "type", label: "type of area" },
  { value: "deprivation", label: "deprivation" },
];

/** Areas with their effects of one reform on one outcome; empty where it was not recorded. */
function areaRows(study, reform, outcome) {
  const { areas, classes, effects, levels } = study.data.areas;
  const effect = effects.find((one) => one.scenario === reform.id && one.outcome === outcome.id);
  if (!effect) return [];
  const level = levels.find((one) => one.outcome === outcome.id);
  return areas.map((area, k) => {
    const name = classes[effect.class[k]];
    const sure = Math.abs(effect.better[k] - 0.5) >= 0.4;
    const kind = name === "gains" || name === "loses" ? (sure ? name : `${name}-luck`) : name;
    return { ...area, baseline: level.mean[k], change: effect.change[k], error: effect.error[k], better: effect.better[k], kind: kindOf[kind] };
  });
}

function describeArea(row, outcome) {
  return (
    `${row.name} (${row.type}, ${row.region}): ${writeChange(row.change, outcome.decimals)} ${shortenUnit(outcome.unit)} on ` +
    `${writeNumber(row.baseline, outcome.decimals)}; Monte Carlo error ${writeError(row.error, outcome.decimals)}; better in ` +
    `${writePercent(row.better)} of replicates: ${row.kind.label}`
  );
}

function legend(rows) {
  const item = (kind) =>
    h(
      "li",
      {},
      s("svg", { width: 26, height: 26, viewBox: "0 0 26 26", "aria-hidden": "true" }, s("rect", { x: 1, y: 1, width: 24, height: 24, fill: kind.fill, class: "swatch" }), s("text", { x: 13, y: 17, "text-anchor": "middle", "font-size": 12, fill: kind.ink }, kind.sign)),
      ` ${kind.label}: `,
      h("strong", {}, String(rows.filter((row) => row.kind === kind).length)),
    );
  return h("ul", { class: "legend" }, kinds.map(item));
}

function columnsOf(outcome) {
  return [
    { label: "area", head: true, value: (row) => row.name },
    { label: "code", value: (row) => row.code },
    { label: "region", value: (row) => row.region },
    { label: "type", value: (row) => row.type },
    { label: "deprivation", value: (row) => row.deprivation },
    { label: "baseline", numeric: true, value: (row) => row.baseline, text: (row) => writeNumber(row.baseline, outcome.decimals) },
    { label: "change", numeric: true, value: (row) => row.change, text: (row) => writeChange(row.change, outcome.decimals) },
    { label: "Monte Carlo error", numeric: true, value: (row) => row.error, text: (row) => writeError(row.error, outcome.decimals) },
    { label: "better", numeric: true, value: (row) => row.better, text: (row) => writePercent(row.better) },
    { label: "reading", value: (row) => row.kind.label },
  ];
}

function mapFigure(study, controls, rows, outcome, reform) {
  return new Figure({
    file: "areas",
    title: () => `Winners and losers: ${outcome().label}`,
    note: () => `${reform().title || reform().label}, against the baseline under the same luck. One square is one area, whatever its size; thick lines divide regions. An area counts as gaining or losing where its mean change stands out at a false discovery rate of 10 per cent over all areas.`,
    controls,
    draw: () => {
      const list = rows();
      if (list.length === 0) return h("p", { class: "missing" }, "This outcome was not recorded by area: add it with --record area:OUTCOME.");
      const readout = h("p", { class: "readout", "aria-live": "polite" }, "Point at an area, or reach the map with Tab and move with the arrow keys.");
      const tell = (row) => (readout.textContent = describeArea(row, outcome()));
      const placed = list.filter((row) => row.at);
      const map = placed.length === list.length
        ? drawTiles(placed, (row) => ({ ...row.kind, label: describeArea(row, outcome()) }), tell)
        : h("p", { class: "missing" }, "The data pack has no map (tiles.csv); the table below has every area.");
      return h("div", { class: "map" }, h("div", { class: "map-side" }, legend(list), readout), h("div", { class: "map-main" }, map));
    },
    columns: () => columnsOf(outcome()),
    rows,
  });
}

function sharesFigure(rows, outcome) {
  const way = new Choice("region");
  const counts = () => {
    const found = new Map();
    for (const row of rows()) {
      const group = row[way.value];
      if (!group) continue;
      if (!found.has(group)) found.set(group, { group, areas: 0, ...Object.fromEntries(kinds.map((kind) => [kind.id, 0])) });
      const one = found.get(group);
      one.areas += 1;
      one[row.kind.id] += 1;
    }
    return [...found.values()].sort((a, b) => a.group.localeCompare(b.group));
  };
  const figure = new Figure({
    file: "winners-by-group",
    title: () => `Share of areas that gain and lose: ${outcome().label}`,
    note: "The same colours and hatching as on the map.",
    controls: [select("By", way, ways)],
    draw: (width) => {
      const list = counts();
      if (list.length === 0) return h("p", { class: "missing" }, "This outcome was not recorded by area: add it with --record area:OUTCOME.");
      const pieces = list.flatMap((one) => kinds.map((kind) => ({ group: `${one.group} (${one.areas})`, kind, share: one[kind.id] / one.areas })));
      const chart = Plot.plot({
        width,
        height: list.length * 40 + 52,
        marginLeft: 8,
        marginRight: 12,
        marginTop: 12,
        marginBottom: 40,
        style: plotStyle,
        x: { percent: true, label: "share of areas [%]", labelAnchor: "center", labelArrow: "none" },
        y: { axis: null, padding: 0.5, domain: list.map((one) => `${one.group} (${one.areas})`) },
        marks: [
          () => patterns(),
          Plot.barX(pieces.filter((one) => one.share > 0), { x: "share", y: "group", fill: (d) => d.kind.fill, stroke: "var(--ink)", strokeWidth: 0.6, order: null, title: (d) => `${d.group}: ${d.kind.label}, ${writePercent(d.share)}` }),
          Plot.text(list, { y: (d) => `${d.group} (${d.areas})`, text: (d) => `${capitalise(d.group)} (${d.areas} areas)`, frameAnchor: "left", textAnchor: "start", dy: -16, fontWeight: 600 }),
        ],
      });
      chart.setAttribute("role", "img");
      chart.setAttribute("aria-label", list.map((one) => `${one.group}: ${one.gains + one["gains-luck"]} of ${one.areas} gain, ${one.loses + one["loses-luck"]} lose`).join("; "));
      return chart;
    },
    columns: () => [
      { label: "group", head: true, value: (row) => row.group },
      { label: "areas", numeric: true, value: (row) => row.areas },
      ...kinds.map((kind) => ({ label: kind.label, numeric: true, value: (row) => row[kind.id] })),
    ],
    rows: counts,
  });
  way.follow(() => figure.draw());
  return figure;
}

export function makeWinners(study, choices) {
  if (!study.compares) return [h("p", { class: "missing" }, "This study compares nothing: concordat compare does.")];
  if (!study.data.areas) {
    return [h("p", { class: "missing" }, "Areas were not recorded in this study: add --record area:headlines to the command, and the map is here.")];
  }
  const known = new Set(study.data.areas.effects.map((one) => one.outcome));
  const outcomes = study.mainOutcomes.filter((one) => known.has(one.id));
  const outcome = () => (known.has(choices.outcome.value.id) ? choices.outcome.value : outcomes[0]);
  const reform = () => choices.reform.value;
  const rows = () => areaRows(study, reform(), outcome());
  const controls = [select("Reform", choices.reform, reformOptions(study.reforms)), select("Outcome", choices.outcome, outcomeOptions(outcomes))];
  const figures = [mapFigure(study, controls, rows, outcome, reform), sharesFigure(rows, outcome)];
  for (const choice of [choices.outcome, choices.reform]) choice.follow(() => figures.forEach((figure) => figure.draw()));
  return figures.map((one) => one.element);
}
