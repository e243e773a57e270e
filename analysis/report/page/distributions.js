// How results vary with luck: levels of baseline and reform, and the paired change.
import * as Plot from "@observablehq/plot";
import { h } from "./dom.js";
import { Figure, grid, smallWidth } from "./figure.js";
import { outcomeOptions, select } from "./choices.js";
import { shortenUnit, writeChange } from "./format.js";
import { plotStyle, styleOf } from "./style.js";

/** Counts as a step line that starts and ends at zero. */
function outline(spread, counts) {
  const at = (k) => spread.low + k * spread.width;
  const points = [{ x: at(0), y: 0 }];
  counts.forEach((count, k) => points.push({ x: at(k), y: count }, { x: at(k + 1), y: count }));
  return [...points, { x: at(counts.length), y: 0 }];
}

function drawLevels(study, spread, scenario, k, highest, width, unit) {
  const own = spread.scenarios.find((one) => one.scenario === scenario.id);
  const base = spread.scenarios.find((one) => one.scenario === scenario.baseline);
  const style = styleOf(k);
  const marks = [];
  if (study.compares) {
    marks.push(
      Plot.areaY(outline(spread, base.counts), { x: "x", y1: 0, y2: "y", fill: "var(--baseline)", fillOpacity: 0.35 }),
      Plot.lineY(outline(spread, base.counts), { x: "x", y: "y", stroke: "var(--baseline)", strokeWidth: 1.25 }),
    );
  }
  marks.push(Plot.lineY(outline(spread, own.counts), { x: "x", y: "y", stroke: style.colour, strokeWidth: 2.25, strokeDasharray: study.compares ? style.dash : null }));
  const chart = Plot.plot({
    width,
    height: 180,
    marginLeft: 36,
    marginTop: 24,
    marginBottom: 36,
    style: plotStyle,
    x: { label: unit, labelAnchor: "center", labelArrow: "none", ticks: 4 },
    y: { label: "replicates", domain: [0, highest], ticks: 3, grid: true, labelArrow: "none" },
    marks: [...marks, Plot.ruleY([0])],
  });
  chart.setAttribute("role", "img");
  chart.setAttribute("aria-label", `Histogram of ${scenario.title || scenario.label}${study.compares ? " and of the baseline" : ""}`);
  const name = scenario.title || scenario.label;
  return h("div", { class: "small level" }, h("h4", { title: name }, h("span", { class: "key", style: `color:${style.colour}` }, style.sign), ` ${name}`), chart);
}

function levelsFigure(study, choices, spreads) {
  const now = () => spreads.get(choices.outcome.value.id);
  const table = () => {
    const spread = now();
    const rows = [];
    for (const one of spread.scenarios) {
      one.counts.forEach((count, k) =>
        rows.push({ scenario: study.scenarios[one.scenario].name, from: spread.low + k * spread.width, to: spread.low + (k + 1) * spread.width, count }),
      );
    }
    return rows;
  };
  return new Figure({
    file: "distributions",
    title: () => `Distribution over replicates: ${choices.outcome.value.label}`,
    note: study.compares
      ? "Grey and filled: the baseline. Coloured and dashed: the reform. Where the two lie on each other, luck moves the outcome more than the reform does."
      : "Each replicate is one draw of luck.",
    controls: [select("Outcome", choices.outcome, outcomeOptions(study.mainOutcomes))],
    draw: (width) => {
      const spread = now();
      if (!spread) return h("p", { class: "missing" }, "No replicate has this outcome.");
      const highest = Math.max(...spread.scenarios.flatMap((one) => one.counts));
      const each = smallWidth(width, study.reforms.length);
      return grid(study.reforms.map((one, k) => drawLevels(study, spread, one, k, highest, each, shortenUnit(choices.outcome.value.unit))), each);
    },
    columns: () => [
      { label: "scenario", head: true, value: (row) => row.scenario },
      { label: "from", numeric: true, value: (row) => row.from },
      { label: "to", numeric: true, value: (row) => row.to },
      { label: "replicates", numeric: true, value: (row) => row.count },
    ],
    rows: () => (now() ? table() : []),
  });
}

/** A dot for each twentieth of the replicates, piled up where they are alike. */
function drawChanges(scenario, k, values, width, unit) {
  const style = styleOf(k);
  const low = Math.min(0, ...values), high = Math.max(0, ...values);
  const room = (high - low || 1) * 0.06;
  const chart = Plot.plot({
    width,
    height: 128,
    marginLeft: 10,
    marginRight: 10,
    marginTop: 4,
    marginBottom: 36,
    style: plotStyle,
    x: { label: unit, labelAnchor: "center", labelArrow: "none", ticks: 4, domain: [low - room, high + room] },
    marks: [
      Plot.ruleX([0], { stroke: "var(--baseline)", strokeWidth: 2 }),
      Plot.dot(values, Plot.dodgeY("bottom", { x: (d) => d, r: 3.4, padding: 0.5, symbol: style.symbol, stroke: style.colour, strokeWidth: 1.6, fill: "var(--page)" })),
    ],
  });
  const name = scenario.title || scenario.label;
  const above = values.filter((value) => value > 0).length;
  chart.setAttribute("role", "img");
  chart.setAttribute("aria-label", `${name}: above zero in ${above} of ${values.length} parts`);
  return h("div", { class: "small level" }, h("h4", {}, h("span", { class: "key", style: `color:${style.colour}` }, style.sign), ` ${name}`), chart);
}

function changesFigure(study, choices, spreads) {
  const own = (scenario) => spreads.get(choices.outcome.value.id)?.scenarios.find((one) => one.scenario === scenario.id)?.changes ?? [];
  const rows = () => study.reforms.flatMap((scenario) => own(scenario).map((value, place) => ({ scenario, value, place })));
  return new Figure({
    file: "changes",
    title: () => `The change in twenty equally likely worlds: ${choices.outcome.value.label}`,
    note: "Each mark stands for a twentieth of the replicates: reform less baseline under the same luck. Grey line: no change; count the marks on either side. Every reform has its own scale.",
    controls: [select("Outcome", choices.outcome, outcomeOptions(study.mainOutcomes))],
    draw: (width) => {
      const each = smallWidth(width, study.reforms.length);
      const unit = `change [${shortenUnit(choices.outcome.value.unit)}]`;
      return grid(study.reforms.map((one, k) => drawChanges(one, k, own(one), each, unit)), each);
    },
    columns: () => [
      { label: "scenario", head: true, value: (row) => row.scenario.name },
      { label: "quantile", numeric: true, value: (row) => (row.place + 0.5) / 20, text: (row) => ((row.place + 0.5) / 20).toFixed(3) },
      { label: "change", numeric: true, value: (row) => row.value, text: (row) => writeChange(row.value, choices.outcome.value.decimals) },
    ],
    rows,
  });
}

export function makeDistributions(study, choices) {
  const spreads = new Map(study.data.spread.map((one) => [one.outcome, one]));
  const figures = [levelsFigure(study, choices, spreads), study.compares ? changesFigure(study, choices, spreads) : null];
  const there = figures.filter((one) => one !== null);
  choices.outcome.follow(() => there.forEach((figure) => figure.draw()));
  return there.map((one) => one.element);
}

