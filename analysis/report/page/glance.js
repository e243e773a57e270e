// The first screen: every reform's effect on one outcome, and a scorecard of all.
import { h } from "./dom.js";
import { Figure } from "./figure.js";
import { outcomeOptions, select } from "./choices.js";
import { capitalise, shortenUnit, writeChange, writeError, writeNumber, writePercent, writeRange } from "./format.js";
import { drawIntervals } from "./intervals.js";
import { judge } from "./study.js";
import { styleOf } from "./style.js";

const units = "in its unit";
const shares = "in per cent of the baseline";

/** One row of intervals for a scenario: its change, or its level where nothing is compared. */
export function intervalRow(study, scenario, outcome, k, scale = 1) {
  const result = study.result(scenario, outcome);
  if (!result) return null;
  const compares = study.compares;
  const write = compares ? writeChange : writeNumber;
  const [mean, error, low, high] = compares
    ? [result.change, result.change_error, result.change_low, result.change_high]
    : [result.mean, result.error, result.low, result.high];
  if (mean === null) return null;
  const verdict = compares ? `\n${capitalise(judge(result, outcome).word)}; better in ${writePercent(result.better)} of replicates` : "";
  return {
    scenario,
    result,
    label: scenario.title || scenario.label,
    mean: mean * scale,
    low: low * scale,
    high: high * scale,
    error: error === null ? 0 : error * scale,
    style: styleOf(k),
    text: scale === 1 ? write(mean, outcome.decimals) : `${writeChange(mean * scale, 1)} %`,
    hint:
      `${scenario.title || scenario.label}\n${write(mean, outcome.decimals)} ${shortenUnit(outcome.unit)}\n` +
      `90 % of replicates: ${writeRange(low, high, outcome.decimals, write)}\n` +
      `Monte Carlo error of the mean: ${writeError(error, outcome.decimals)}${verdict}`,
  };
}

/** Columns of the table behind any chart of effects. */
export function effectColumns(study, outcome) {
  const number = (label, key, text) => ({
    label,
    numeric: true,
    value: (row) => row.result[key],
    text: (row) => text(row.result[key]),
    key: (row) => `${row.scenario.name}|${row.scenario.point}|${outcome.name}|${key}`,
  });
  const level = (value) => writeNumber(value, outcome.decimals);
  const change = (value) => writeChange(value, outcome.decimals);
  const columns = [
    { label: "scenario", head: true, value: (row) => row.scenario.name, text: (row) => row.scenario.title || row.scenario.label },
    number("mean", "mean", level),
    number("low (5 %)", "low", level),
    number("high (95 %)", "high", level),
  ];
  columns[0].text = undefined;
  if (!study.compares) return [...columns, number("standard error", "error", (v) => writeError(v, outcome.decimals))];
  return [
    ...columns,
    number("change", "change", change),
    number("change low (5 %)", "change_low", change),
    number("change high (95 %)", "change_high", change),
    number("Monte Carlo error", "change_error", (v) => writeError(v, outcome.decimals)),
    number("relative change", "relative", (v) => (v === null ? "–" : `${writeChange(100 * v, 1)} %`)),
    number("better", "better", writePercent),
    { label: "reading", value: (row) => judge(row.result, outcome).word },
  ];
}

function describeBaseline(study, outcome, point) {
  const reform = study.atPoint(point)[0];
  const baseline = study.scenarios[reform.baseline];
  const level = study.result(baseline, outcome);
  if (!study.compares || !level) return "";
  return (
    `Zero is the baseline, ${baseline.title || baseline.label}: ${writeNumber(level.mean, outcome.decimals)} ${shortenUnit(outcome.unit)} ` +
    `(${writeRange(level.low, level.high, outcome.decimals)}). `
  );
}

function directionHint(outcome) {
  if (outcome.better === "higher") return ", right is better";
  return outcome.better === "lower" ? ", left is better" : "";
}

function effectsFigure(study, choices) {
  const scaleOf = (outcome) => {
    const level = study.result(study.scenarios[study.atPoint(choices.point.value)[0].baseline], outcome);
    return choices.measure.value === shares && level?.mean ? 100 / Math.abs(level.mean) : 1;
  };
  const rows = (scale) =>
    study
      .atPoint(choices.point.value)
      .map((one, k) => intervalRow(study, one, choices.outcome.value, k, scale))
      .filter((row) => row !== null);
  const unitOf = (outcome, scale) => (scale === 1 ? shortenUnit(outcome.unit) : "% of the baseline");
  return new Figure({
    file: "effects",
    title: () => `${study.compares ? "Change in " : ""}${study.compares ? choices.outcome.value.label : capitalise(choices.outcome.value.label)}`,
    note: () => describeBaseline(study, choices.outcome.value, choices.point.value) + choices.outcome.value.caution,
    controls: [
      select("Outcome", choices.outcome, outcomeOptions(study.mainOutcomes)),
      study.compares ? select("Shown", choices.measure, [units, shares].map((value) => ({ value, label: value }))) : null,
      study.points.length > 1 ? select("Design point", choices.point, study.points.map((value) => ({ value, label: study.pointLabel(value) }))) : null,
    ],
    draw: (width) => {
      const outcome = choices.outcome.value;
      const scale = scaleOf(outcome);
      const list = rows(scale);
      if (list.length === 0) return h("p", { class: "missing" }, "No replicate has this outcome.");
      const chart = drawIntervals(list, {
        width,
        unit: `${study.compares ? "change" : "level"} [${unitOf(outcome, scale)}]${study.compares ? directionHint(outcome) : ""}`,
        zero: study.compares,
      });
      chart.setAttribute("role", "img");
      chart.setAttribute("aria-label", list.map((row) => `${row.label}: ${row.text}, ${judge(row.result, outcome).word}`).join("; "));
      return chart;
    },
    columns: () => effectColumns(study, choices.outcome.value),
    rows: () => rows(1),
  });
}

function scoreCell(study, scenario, outcome) {
  const result = study.result(scenario, outcome);
  const verdict = judge(result, outcome);
  if (!result) return h("td", {}, "–");
  const number = h(
    "data",
    { value: String(result.change), "data-key": `${scenario.name}|${scenario.point}|${outcome.name}|change` },
    writeChange(result.change, outcome.decimals),
  );
  return h(
    "td",
    { class: `score ${verdict.kind}` },
    h("span", { class: "verdict" }, h("span", { class: "sign", "aria-hidden": "true" }, verdict.symbol), ` ${verdict.word}`),
    verdict.kind === "none" ? null : h("span", { class: "value" }, number),
  );
}

function baselineRow(study, outcomes) {
  const cells = outcomes.map((outcome) => {
    const level = study.result(study.baseline, outcome);
    return h("td", { class: "score" }, h("span", { class: "value" }, level ? writeNumber(level.mean, outcome.decimals) : "–"));
  });
  return h("tr", { class: "baseline" }, h("th", { scope: "row" }, `Baseline: ${study.baseline.title || study.baseline.label}`), cells);
}

function scorecard(study) {
  const outcomes = study.mainOutcomes;
  const head = outcomes.map((one) =>
    h("th", { scope: "col" }, capitalise(one.label), h("span", { class: "unit" }, ` ${shortenUnit(one.unit)}`)),
  );
  const rows = study.reforms.map((one) =>
    h("tr", {}, h("th", { scope: "row" }, one.title || one.label), outcomes.map((outcome) => scoreCell(study, one, outcome))),
  );
  return h(
    "div",
    { class: "card" },
    h("h3", { id: "scorecard" }, "Scorecard"),
    h(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": "scorecard" },
      h(
        "table",
        { class: "scorecard" },
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Change against the baseline"), head)),
        h("tbody", {}, baselineRow(study, outcomes), rows),
      ),
    ),
    h(
      "p",
      { class: "note" },
      "▲ better or ▼ worse in at least nine of ten replicates; ◆ the sign varies between replicates; ? the mean is within two Monte Carlo errors of zero; = exactly no change. Lower costs are better.",
    ),
  );
}

export function makeGlance(study, choices) {
  const figure = effectsFigure(study, choices);
  for (const choice of [choices.outcome, choices.measure, choices.point]) choice.follow(() => figure.draw());
  return [figure.element, study.compares ? scorecard(study) : null];
}
