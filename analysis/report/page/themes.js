// Money, negotiation, gaming, trust: small charts of what belongs together.
import { h } from "./dom.js";
import { Figure, grid, smallWidth } from "./figure.js";
import { intervalRow } from "./glance.js";
import { capitalise, shorten, shortenUnit, writeChange, writeError, writeNumber, writePercent } from "./format.js";
import { drawIntervals } from "./intervals.js";
import { judge } from "./study.js";
import { styleOf } from "./style.js";

function drawOutcome(study, outcome, width) {
  const all = study.reforms.map((one, k) => intervalRow(study, one, outcome, k)).filter((row) => row !== null);
  const rows = study.compares ? all.filter((row) => row.result.finding !== "no difference") : all;
  const level = study.result(study.baseline, outcome);
  const still = all.length > rows.length ? all.filter((row) => !rows.includes(row)).map((row) => row.style.sign) : [];
  const base = study.compares && level ? `baseline ${writeNumber(level.mean, outcome.decimals)}, in ` : "";
  const head = h("h4", {}, capitalise(outcome.label), h("span", { class: "unit" }, ` ${base}${shortenUnit(outcome.unit)}`));
  if (rows.length === 0) {
    return h("div", { class: "small" }, head, h("p", { class: "missing" }, still.length > 0 ? "No reform changes it in any replicate." : "Does not exist in these scenarios."));
  }
  const chart = drawIntervals(
    rows.map((row) => ({ ...row, label: shorten(`${row.style.sign} ${row.label}`, Math.floor(width / 8.2)) })),
    { width, unit: study.compares ? "change" : "level", zero: study.compares, compact: true },
  );
  chart.setAttribute("role", "img");
  chart.setAttribute("aria-label", rows.map((row) => `${row.label}: ${row.text}, ${judge(row.result, outcome).word}`).join("; "));
  const rest = still.length > 0 ? h("p", { class: "note" }, `No change in any replicate: ${still.join(" ")}`) : null;
  return h("div", { class: "small" }, head, chart, rest);
}

function themeFigure(study, theme, outcomes) {
  const rows = () =>
    outcomes.flatMap((outcome) => study.detailed.map((scenario) => ({ outcome, scenario, result: study.result(scenario, outcome) }))).filter((row) => row.result);
  const number = (label, key, write) => ({
    label,
    numeric: true,
    value: (row) => row.result[key],
    text: (row) => write(row.result[key], row.outcome.decimals),
    key: (row) => `${row.scenario.name}|${row.scenario.point}|${row.outcome.name}|${key}`,
  });
  return new Figure({
    file: theme.id,
    title: theme.title,
    note: theme.text,
    controls: study.reforms.map((one, k) => h("span", { class: "key-item" }, h("span", { class: "key", style: `color:${styleOf(k).colour}` }, styleOf(k).sign), ` ${one.title || one.label}`)),
    draw: (width) => {
      const each = smallWidth(width, outcomes.length, 300);
      return grid(outcomes.map((outcome) => drawOutcome(study, outcome, each)), each);
    },
    columns: () => [
      { label: "outcome", head: true, value: (row) => row.outcome.label },
      { label: "unit", value: (row) => row.outcome.unit },
      { label: "scenario", value: (row) => row.scenario.name },
      number("mean", "mean", writeNumber),
      number("change", "change", writeChange),
      number("change low (5 %)", "change_low", writeChange),
      number("change high (95 %)", "change_high", writeChange),
      number("Monte Carlo error", "change_error", writeError),
      { label: "better", numeric: true, value: (row) => row.result.better, text: (row) => writePercent(row.result.better) },
      { label: "caution", value: (row) => row.outcome.caution },
    ],
    rows,
  });
}

export function makeThemes(study) {
  const figures = [];
  for (const theme of study.data.themes) {
    const outcomes = theme.outcomes.map((name) => study.outcome(name)).filter((one) => one !== undefined);
    if (outcomes.length > 0) figures.push(themeFigure(study, theme, outcomes).element);
  }
  return figures;
}
