// Results by year, or by round of a history: one small chart for each reform against the baseline.
import * as Plot from "@observablehq/plot";
import { h } from "./dom.js";
import { Figure, grid, smallWidth } from "./figure.js";
import { Choice, outcomeOptions, select } from "./choices.js";
import { shortenUnit, writeChange, writeError, writeNumber } from "./format.js";
import { plotStyle, styleOf } from "./style.js";

function shortName(period) {
  return period.name.replace(/^round (\d+): .*, year (\d+)$/, "$1.$2").replace(/^year_(\d+)$/, "year $1").replace(/^(round \d+):.*$/, "$1");
}

function series(study, scenario, outcome, periods) {
  return periods.map((period) => ({ name: shortName(period), period, scenario, result: study.result(scenario, outcome, period.id) }));
}

function drawOne(study, scenario, k, outcome, periods, width, domain) {
  const style = styleOf(k);
  const own = series(study, scenario, outcome, periods);
  const base = series(study, study.scenarios[scenario.baseline], outcome, periods);
  const names = periods.map(shortName);
  const at = { x: "name" };
  const marks = [];
  if (study.compares) {
    marks.push(
      Plot.areaY(base, { ...at, y1: (d) => d.result.low, y2: (d) => d.result.high, fill: "var(--baseline)", fillOpacity: 0.22 }),
      Plot.lineY(base, { ...at, y: (d) => d.result.mean, stroke: "var(--baseline)", strokeWidth: 3.5 }),
    );
  } else {
    marks.push(Plot.areaY(own, { ...at, y1: (d) => d.result.low, y2: (d) => d.result.high, fill: style.colour, fillOpacity: 0.15 }));
  }
  marks.push(
    Plot.lineY(own, { ...at, y: (d) => d.result.mean, stroke: style.colour, strokeWidth: 2, strokeDasharray: study.compares ? style.dash : null }),
    Plot.dot(own, { ...at, y: (d) => d.result.mean, stroke: style.colour, fill: "var(--page)", symbol: style.symbol, r: 4.5, strokeWidth: 2 }),
  );
  const chart = Plot.plot({
    width,
    height: 190,
    marginLeft: 50,
    marginTop: 28,
    marginBottom: 32,
    style: plotStyle,
    x: { type: "point", domain: names, label: null, tickRotate: names.length > 6 ? -60 : 0, padding: 0.3 },
    y: { label: shortenUnit(outcome.unit), domain, nice: true, ticks: 5, grid: true, labelArrow: "none" },
    marks,
  });
  const name = scenario.title || scenario.label;
  chart.setAttribute("role", "img");
  chart.setAttribute("aria-label", `${outcome.label} over time: ${name}${study.compares ? " against the baseline" : ""}`);
  return h("div", { class: "small level" }, h("h4", {}, h("span", { class: "key", style: `color:${style.colour}` }, style.sign), ` ${name}`), chart);
}

export function makeTrends(study) {
  const there = study.outcomes.filter((one) => study.timeline(one).length > 0);
  if (there.length === 0) {
    return [h("p", { class: "missing" }, "This study has one round, and its years were not recorded.")];
  }
  const choice = new Choice(there[0]);
  const rows = () => {
    const periods = study.timeline(choice.value);
    return study.detailed.flatMap((one) => series(study, one, choice.value, periods)).filter((row) => row.result);
  };
  const number = (label, key, write) => ({ label, numeric: true, value: (row) => row.result[key], text: (row) => write(row.result[key], choice.value.decimals) });
  const figure = new Figure({
    file: "trends",
    title: () => `Over time: ${choice.value.label}`,
    note: () => `${study.compares ? "Grey line and band: the baseline's mean and the range of 90 % of its replicates. Coloured, dashed with hollow marks: the reform's mean. " : ""}${choice.value.caution}`,
    controls: [select("Outcome", choice, outcomeOptions(there))],
    draw: (width) => {
      const periods = study.timeline(choice.value);
      const values = rows().flatMap((row) => [row.result.low, row.result.high, row.result.mean]).filter((value) => value !== null);
      if (values.length === 0) return h("p", { class: "missing" }, "No replicate has this outcome.");
      const each = smallWidth(width, study.reforms.length, 270);
      const domain = [Math.min(...values), Math.max(...values)];
      return grid(study.reforms.map((one, k) => drawOne(study, one, k, choice.value, periods, each, domain)), each);
    },
    columns: () => [
      { label: "scenario", head: true, value: (row) => row.scenario.name },
      { label: "period", value: (row) => row.period.name },
      number("mean", "mean", writeNumber),
      number("low (5 %)", "low", writeNumber),
      number("high (95 %)", "high", writeNumber),
      number("change", "change", writeChange),
      number("Monte Carlo error", "change_error", writeError),
    ],
    rows,
  });
  choice.follow(() => figure.draw());
  return [figure.element];
}
