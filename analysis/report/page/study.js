// The report's data, with names instead of numbers of columns and rows.

function decode(table, row) {
  return Object.fromEntries(table.columns.map((name, k) => [name, row[k]]));
}

export class Study {
  constructor(data) {
    this.data = data;
    this.outcomes = data.outcomes.map((outcome, k) => ({ ...outcome, id: data.outcome_ids[k] }));
    this.scenarios = data.scenarios.map((scenario, id) => ({ ...scenario, id }));
    this.periods = data.nation.periods;
    // A fixed baseline stands at no point.
    const shown = this.compares ? this.scenarios.filter((one) => one.baseline !== one.id) : this.scenarios;
    this.points = [...new Set(shown.map((one) => one.point))];
    this.results = new Map();
    for (const row of data.nation.rows) {
      const result = decode(data.nation, row);
      this.results.set(`${result.scenario}|${result.outcome}|${result.period}`, result);
    }
  }

  /** Whether there is anything to compare. */
  get compares() {
    return this.scenarios.some((one) => one.baseline !== one.id);
  }
  get mainOutcomes() {
    return this.outcomes.filter((one) => one.main);
  }
  get detailed() {
    return this.scenarios.filter((one) => one.detailed);
  }
  /** What the charts show: reforms, or every scenario where none is compared. */
  get reforms() {
    return this.atPoint(this.points[0]);
  }
  get baseline() {
    return this.scenarios[this.reforms[0].baseline];
  }
  atPoint(point) {
    const here = this.scenarios.filter((one) => one.point === point);
    return this.compares ? here.filter((one) => one.baseline !== one.id) : here;
  }
  /** "(1) twice the reward": number of a design point, and its name or values. */
  pointLabel(point) {
    const longest = 60;
    const label = this.scenarios.find((one) => one.point === point)?.point_label ?? "";
    return `(${point}) ${label.length > longest ? `${label.slice(0, longest)}...` : label}`;
  }
  /** The reform that does best by an outcome; the first where neither direction is better. */
  best(outcome) {
    const sign = outcome.better === "lower" ? -1 : outcome.better === "higher" ? 1 : 0;
    const value = (one) => sign * (this.result(one, outcome)?.[this.compares ? "change" : "mean"] ?? -Infinity);
    return this.reforms.reduce((best, one) => (value(one) > value(best) ? one : best));
  }
  outcome(name) {
    return this.outcomes.find((one) => one.name === name);
  }
  /** A national result; period -1 is the mean over all rounds. */
  result(scenario, outcome, period = -1) {
    return this.results.get(`${scenario.id}|${outcome.id}|${period}`);
  }
  /** Rounds, or years where the outcome has them, in order; empty where there is one of them. */
  timeline(outcome) {
    const there = this.periods
      .map((period, id) => ({ ...period, id }))
      .filter((period) => this.result(this.scenarios[0], outcome, period.id));
    const years = there.filter((period) => period.year > 0);
    const chosen = years.length > 1 ? years : there.filter((period) => period.year === 0);
    return chosen.length > 1 ? chosen : [];
  }
}

/** Rows of a grouping, decoded. */
export function groupRows(groups, grouping) {
  return grouping.rows.map((row) => {
    const one = decode(groups, row);
    return { ...one, name: grouping.groups[one.group] };
  });
}

/** What a difference means, in a symbol and words as well as in colour. */
export function judge(result, outcome) {
  if (!result || result.finding === "not measured") return { kind: "none", symbol: "", word: "not measured" };
  if (result.finding === "no difference") return { kind: "same", symbol: "=", word: "no change" };
  if (!(Math.abs(result.change) >= 2 * result.change_error)) {
    return { kind: "unclear", symbol: "?", word: "cannot be told from zero" };
  }
  if (outcome.better === "neither") {
    return result.change > 0 ? { kind: "more", symbol: "↑", word: "more" } : { kind: "less", symbol: "↓", word: "less" };
  }
  if (result.better >= 0.9) return { kind: "better", symbol: "▲", word: "better" };
  if (result.better <= 0.1) return { kind: "worse", symbol: "▼", word: "worse" };
  return { kind: "luck", symbol: "◆", word: "sign varies" };
}
