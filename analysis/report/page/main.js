// Builds the page from the data that stand in it.
import { h } from "./dom.js";
import { Choice } from "./choices.js";
import { drawFigures } from "./figure.js";
import { makeAssumptions } from "./assumptions.js";
import { makeDistributions } from "./distributions.js";
import { makeGlance } from "./glance.js";
import { makeGroups } from "./groups.js";
import { makePicks } from "./picks.js";
import { makeRanks } from "./ranks.js";
import { makeCitation, makeLimits, makeRecord } from "./record.js";
import { makeThemes } from "./themes.js";
import { makeTrends } from "./trends.js";
import { makeWinners } from "./winners.js";
import { Study } from "./study.js";

const sections = [
  { id: "glance", title: "At a glance", make: makeGlance },
  { id: "luck", title: "How far results vary", make: makeDistributions },
  { id: "time", title: "Over time", make: makeTrends },
  { id: "winners", title: "Winners and losers", make: makeWinners },
  { id: "groups", title: "Regions and kinds of area", make: makeGroups },
  { id: "agreements", title: "What is in the agreements", make: makePicks },
  { id: "themes", title: "Money, negotiation, gaming and trust", make: makeThemes },
  { id: "ranks", title: "Ranks and regret", make: makeRanks },
  { id: "assumptions", title: "Assumptions and sources", make: makeAssumptions },
  { id: "limits", title: "What this does not tell", make: makeLimits },
  { id: "record", title: "Run record", make: makeRecord },
  { id: "cite", title: "Citing", make: makeCitation },
];

function build(study) {
  const choices = {
    outcome: new Choice(study.mainOutcomes[0]),
    reform: new Choice(study.best(study.mainOutcomes[0])),
    point: new Choice(study.points[0]),
    measure: new Choice("in its unit"),
  };
  const main = document.querySelector("main");
  for (const { id, title, make } of sections) {
    const heading = h("h2", { id: `${id}-title` }, title);
    main.append(h("section", { id, "aria-labelledby": `${id}-title` }, heading, make(study, choices).filter((one) => one)));
  }
  const links = sections.map(({ id, title }) => h("li", {}, h("a", { href: `#${id}` }, title)));
  document.querySelector("nav").append(h("ol", {}, links));
}

build(new Study(JSON.parse(document.getElementById("report-data").textContent)));
drawFigures();
document.documentElement.dataset.ready = "yes";
