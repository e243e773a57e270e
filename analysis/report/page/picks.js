// Which indicators enter and leave agreements.
import * as Plot from "@observablehq/plot";
import { h } from "./dom.js";
import { Figure } from "./figure.js";
import { reformOptions, select } from "./choices.js";
import { shorten, writeChange, writeNumber } from "./format.js";
import { plotStyle, styleOf } from "./style.js";

const most = 12;

function pickRows(study, reform) {
  const { indicators, scenarios } = study.data.picks;
  const own = scenarios.find((one) => one.scenario === reform.id);
  return indicators.map((one, k) => ({
    ...one,
    text: one.title && one.title !== one.name ? `${one.name} ${one.title}` : one.name,
    before: own.mean[k] - own.change[k],
    after: own.mean[k],
    change: own.change[k],
    error: own.error[k],
  }));
}

/** Those that move most either way, beyond Monte Carlo error; the most chosen where nothing is compared. */
function choose(study, rows) {
  if (!study.compares) return [...rows].sort((a, b) => b.after - a.after).slice(0, 2 * most);
  const moved = rows.filter((row) => Math.abs(row.change) > 2 * (row.error ?? 0)).sort((a, b) => b.change - a.change);
  return [...moved.filter((row) => row.change > 0).slice(0, most), ...moved.filter((row) => row.change < 0).slice(-most)];
}

/** Where to look instead. */
function nameOthers(study) {
  const others = study.reforms.filter((one) => choose(study, pickRows(study, one)).length > 0);
  if (others.length === 0) return study.reforms.length > 1 ? " Nor does any other." : "";
  return ` Choose another above: ${others.map((one) => one.title || one.label).join("; ")}.`;
}

/** The change beside its mark, on the side to which it goes. */
function label(study, rows, side) {
  const text = (row) => (study.compares ? writeChange(row.change, 1) : writeNumber(row.after, 1));
  return Plot.text(rows, { x: "after", y: "text", text, dy: 8, fontSize: 11.5, ...side });
}

function draw(study, list, style, width) {
  const rowHeight = 34;
  const letters = Math.floor(width / 7.2);
  const marks = [
    Plot.text(list, { y: "text", text: (d) => shorten(d.text, letters), frameAnchor: "left", textAnchor: "start", dy: -8 }),
  ];
  if (study.compares) {
    marks.push(
      Plot.arrow(list, { x1: "before", x2: "after", y1: "text", y2: "text", stroke: style.colour, strokeWidth: 2, headLength: 6, insetEnd: 5, dy: 8 }),
      Plot.dot(list, { x: "before", y: "text", stroke: "var(--baseline)", fill: "var(--page)", r: 4, strokeWidth: 2, dy: 8 }),
    );
  }
  marks.push(
    Plot.dot(list, { x: "after", y: "text", stroke: style.colour, fill: "var(--page)", symbol: style.symbol, r: 4.5, strokeWidth: 2.25, dy: 8 }),
    label(study, list.filter((row) => row.change < 0), { textAnchor: "end", dx: -9 }),
    label(study, list.filter((row) => !(row.change < 0)), { textAnchor: "start", dx: 9 }),
  );
  const chart = Plot.plot({
    width,
    height: list.length * rowHeight + 46,
    marginLeft: 8,
    marginRight: 44,
    marginTop: 8,
    marginBottom: 38,
    style: plotStyle,
    x: { label: "areas that choose the indicator", labelAnchor: "center", labelArrow: "none", grid: true, nice: true, zero: true, insetLeft: 40 },
    y: { domain: list.map((row) => row.text), axis: null },
    marks,
  });
  chart.setAttribute("role", "img");
  chart.setAttribute("aria-label", list.map((row) => `${row.text}: ${writeNumber(row.before, 1)} to ${writeNumber(row.after, 1)} areas`).join("; "));
  return chart;
}

export function makePicks(study, choices) {
  if (!study.data.picks) {
    return [h("p", { class: "missing" }, "Choices were not recorded by indicator: add --record indicator:picks to the command.")];
  }
  const rows = () => pickRows(study, choices.reform.value);
  const figure = new Figure({
    file: "indicators",
    title: () => (study.compares ? "Indicators that enter and leave agreements" : "Indicators most often chosen"),
    note: () => (study.compares ? `${choices.reform.value.title || choices.reform.value.label}. From the grey ring (baseline) to the coloured mark (reform): the number of areas that choose the indicator, mean over replicates. Up to ${most} that gain and ${most} that lose most, beyond Monte Carlo error; the table has all.` : "Mean over replicates; the table has all."),
    controls: [select(study.compares ? "Reform" : "Scenario", choices.reform, reformOptions(study.reforms))],
    draw: (width) => {
      const list = choose(study, rows());
      if (list.length === 0) return h("p", { class: "missing" }, `The reform changes no indicator's place beyond Monte Carlo error.${nameOthers(study)}`);
      return draw(study, list, styleOf(study.reforms.indexOf(choices.reform.value)), width);
    },
    columns: () => [
      { label: "indicator", head: true, value: (row) => row.name },
      { label: "title", value: (row) => row.title ?? "" },
      { label: "subject", value: (row) => row.subject ?? "" },
      { label: "department", value: (row) => row.department ?? "" },
      { label: "areas, baseline", numeric: true, value: (row) => row.before, text: (row) => writeNumber(row.before, 1) },
      { label: "areas, reform", numeric: true, value: (row) => row.after, text: (row) => writeNumber(row.after, 1) },
      { label: "change", numeric: true, value: (row) => row.change, text: (row) => writeChange(row.change, 1) },
      { label: "Monte Carlo error", numeric: true, value: (row) => row.error, text: (row) => writeNumber(row.error, 2) },
    ],
    rows,
  });
  choices.reform.follow(() => figure.draw());
  return [figure.element];
}
