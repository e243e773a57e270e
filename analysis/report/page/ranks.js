// Which scenario comes out best how often, and what choosing another costs.
import * as Plot from "@observablehq/plot";
import { h } from "./dom.js";
import { Figure } from "./figure.js";
import { outcomeOptions, select } from "./choices.js";
import { shorten, writeError, writeNumber, writePercent } from "./format.js";
import { plotStyle } from "./style.js";

export function makeRanks(study, choices) {
  if (!study.data.ranks) {
    return [h("p", { class: "missing" }, "Ranks need at least two scenarios.")];
  }
  const known = study.mainOutcomes.filter((one) => study.data.ranks.some((ranks) => ranks.outcome === one.id));
  const outcome = () => (known.includes(choices.outcome.value) ? choices.outcome.value : known[0]);
  const rows = () =>
    study.data.ranks
      .find((ranks) => ranks.outcome === outcome().id)
      .scenarios.map((one) => ({ ...one, scenario: study.scenarios[one.scenario], name: study.scenarios[one.scenario].title || study.scenarios[one.scenario].label }));
  const figure = new Figure({
    file: "ranks",
    title: () => `Ranks by ${outcome().label}`,
    note: "In how many replicates each scenario, the baseline among them, comes first, second and so on under the same luck. Regret: how far it falls short of the best scenario of the replicate, on average.",
    controls: [select("Outcome", choices.outcome, outcomeOptions(known))],
    draw: (width) => {
      const list = rows();
      const pieces = list.flatMap((row) => row.ranks.map((share, place) => ({ name: row.name, place: place + 1, share }))).filter((one) => one.share > 0);
      const chart = Plot.plot({
        width,
        height: list.length * 44 + 52,
        marginLeft: 8,
        marginRight: 12,
        marginTop: 12,
        marginBottom: 40,
        style: plotStyle,
        x: { percent: true, label: "share of replicates [%]", labelAnchor: "center", labelArrow: "none" },
        y: { axis: null, padding: 0.5, domain: list.map((row) => row.name) },
        color: { type: "ordinal", domain: list.map((_, k) => k + 1), range: list.map((_, k) => `color-mix(in srgb, var(--rank) ${Math.round(100 - (88 * k) / Math.max(1, list.length - 1))}%, var(--page))`) },
        marks: [
          Plot.barX(pieces, { x: "share", y: "name", fill: "place", order: "place", stroke: "var(--ink)", strokeWidth: 0.5, title: (d) => `${d.name}: place ${d.place} in ${writePercent(d.share)} of replicates` }),
          Plot.text(pieces.filter((one) => one.share >= 0.07), Plot.stackX({ x: "share", y: "name", order: "place", text: (d) => String(d.place), fill: (d) => (d.place <= (list.length + 1) / 2 ? "var(--page)" : "var(--ink)"), fontWeight: 600 })),
          Plot.text(list, { y: "name", text: (d) => shorten(`${d.name}: best in ${writePercent(d.best)}, regret ${writeNumber(d.regret, outcome().decimals)}`, Math.floor(width / 6.6)), frameAnchor: "left", textAnchor: "start", dy: -17, fontWeight: 600 }),
        ],
      });
      chart.setAttribute("role", "img");
      chart.setAttribute("aria-label", list.map((row) => `${row.name}: best in ${writePercent(row.best)} of replicates`).join("; "));
      return chart;
    },
    columns: () => [
      { label: "scenario", head: true, value: (row) => row.scenario.name },
      { label: "best", numeric: true, value: (row) => row.best, text: (row) => writePercent(row.best) },
      { label: "Monte Carlo error", numeric: true, value: (row) => row.best_error, text: (row) => writeNumber(row.best_error, 3) },
      { label: "mean rank", numeric: true, value: (row) => row.mean_rank, text: (row) => writeNumber(row.mean_rank, 2) },
      { label: "regret", numeric: true, value: (row) => row.regret, text: (row) => writeNumber(row.regret, outcome().decimals) },
      { label: "error of regret", numeric: true, value: (row) => row.regret_error, text: (row) => writeError(row.regret_error, outcome().decimals) },
      ...study.detailed.map((_, place) => ({ label: `place ${place + 1}`, numeric: true, value: (row) => row.ranks[place], text: (row) => writePercent(row.ranks[place]) })),
    ],
    rows,
  });
  choices.outcome.follow(() => figure.draw());
  return [figure.element];
}
