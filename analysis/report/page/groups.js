// Effects by region, type of area and other groups of areas.
import { h } from "./dom.js";
import { Figure } from "./figure.js";
import { Choice, outcomeOptions, reformOptions, select } from "./choices.js";
import { capitalise, shortenUnit, writeChange, writeError, writeNumber, writePercent, writeRange } from "./format.js";
import { drawIntervals } from "./intervals.js";
import { groupRows } from "./study.js";
import { styleOf } from "./style.js";

const names = { region: "region", area_type: "type of area", deprivation_quintile: "deprivation", inspection_class: "inspection class" };

export function makeGroups(study, choices) {
  const groupings = study.data.groups.groupings;
  if (groupings.length === 0) {
    return [h("p", { class: "missing" }, "No groups of areas were recorded: add --record region,area_type,deprivation_quintile,inspection_class to the command.")];
  }
  const decoded = new Map(groupings.map((one) => [one.name, groupRows(study.data.groups, one)]));
  const grouping = new Choice(groupings[0].name);
  const compares = study.compares;
  const write = compares ? writeChange : writeNumber;
  const rows = () =>
    decoded
      .get(grouping.value)
      .filter((row) => row.scenario === choices.reform.value.id && row.outcome === choices.outcome.value.id && row[compares ? "change" : "mean"] !== null);
  const toInterval = (row) => {
    const outcome = choices.outcome.value;
    const k = study.reforms.indexOf(choices.reform.value);
    const mean = compares ? row.change : row.mean;
    return {
      label: capitalise(row.name),
      mean,
      low: compares ? row.change_low : mean,
      high: compares ? row.change_high : mean,
      error: compares ? row.change_error : 0,
      style: styleOf(k),
      text: write(mean, outcome.decimals),
      hint: `${row.name}\n${write(mean, outcome.decimals)} ${shortenUnit(outcome.unit)}${compares ? `\n90 % of replicates: ${writeRange(row.change_low, row.change_high, outcome.decimals, writeChange)}` : ""}`,
    };
  };
  const number = (label, key, text) => ({ label, numeric: true, value: (row) => row[key], text: (row) => text(row[key], choices.outcome.value.decimals) });
  const figure = new Figure({
    file: "groups",
    title: () => `${compares ? "Change in " : ""}${choices.outcome.value.label}, by ${names[grouping.value]}`,
    note: () => `${choices.reform.value.title || choices.reform.value.label}. Thin: 90 % of replicates; thick: twice the Monte Carlo error either way.`,
    controls: [
      select(compares ? "Reform" : "Scenario", choices.reform, reformOptions(study.reforms)),
      select("Outcome", choices.outcome, outcomeOptions(study.mainOutcomes)),
      select("By", grouping, groupings.map((one) => ({ value: one.name, label: names[one.name] }))),
    ],
    draw: (width) => {
      const list = rows().map(toInterval);
      if (list.length === 0) return h("p", { class: "missing" }, "This outcome does not exist in these groups.");
      const chart = drawIntervals(list, { width, unit: `${compares ? "change" : "level"} [${shortenUnit(choices.outcome.value.unit)}]`, zero: compares });
      chart.setAttribute("role", "img");
      chart.setAttribute("aria-label", list.map((row) => `${row.label}: ${row.text}`).join("; "));
      return chart;
    },
    columns: () => [
      { label: "group", head: true, value: (row) => row.name },
      number("mean", "mean", writeNumber),
      number("change", "change", writeChange),
      number("change low (5 %)", "change_low", writeChange),
      number("change high (95 %)", "change_high", writeChange),
      number("Monte Carlo error", "change_error", writeError),
      { label: "better", numeric: true, value: (row) => row.better, text: (row) => writePercent(row.better) },
    ],
    rows,
  });
  for (const choice of [choices.outcome, choices.reform, grouping]) choice.follow(() => figure.draw());
  return [figure.element];
}
