// How the study was run, how to run it again, what it cannot tell, and how to cite it.
import { h } from "./dom.js";
import { makeTable } from "./table.js";

function copyButton(text) {
  const button = h("button", { type: "button", class: "quiet" }, "Copy");
  button.addEventListener("click", async () => {
    await navigator.clipboard?.writeText(text);
    button.textContent = "Copied";
  });
  return button;
}

function list(facts) {
  return h("dl", {}, facts.filter(([, value]) => value !== "" && value !== null).map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));
}

export function makeRecord(study) {
  const { run } = study.data;
  const hashes = [
    { label: "file", head: true, value: (row) => row[0] },
    { label: "hash (XXH3-128)", value: (row) => row[1], text: (row) => h("code", {}, row[1]) },
  ];
  const failures = [
    { label: "replicate", head: true, value: (row) => row.replicate },
    { label: "scenario", value: (row) => study.scenarios[row.scenario].name },
    { label: "reason", value: (row) => row.message },
  ];
  return [
    list([
      ["Program", `Concordat ${run.version}`],
      ["Seed of all luck", h("code", {}, run.seed)],
      ["Replicates", `${run.replicates} of ${run.wanted} wanted, each run in all ${study.scenarios.length} scenarios under the same luck`],
      ["Failures", run.failures.length === 0 ? "none" : `${run.failures.length}; their replicates are left out in every scenario`],
      ["Data pack", run.pack],
      ["Results", h("span", {}, h("code", {}, run.folder), ", results.csv with hash ", h("code", {}, run.results_hash))],
    ]),
    h("h3", {}, "Run it again"),
    h("p", {}, "The same program, files and seed give the same results to the byte, on any number of threads:"),
    h("div", { class: "command" }, h("pre", { tabindex: "0" }, h("code", {}, run.command)), copyButton(run.command)),
    run.failures.length > 0 ? makeTable(failures, run.failures, "Failures") : null,
    h("details", { class: "card" }, h("summary", {}, `Files that were read (${run.files.length})`), makeTable(hashes, run.files, "Files and their hashes")),
  ];
}

export function makeLimits(study) {
  const { limits, cautions } = study.data;
  return [h("ul", {}, [...cautions, ...limits].map((one) => h("li", {}, one)))];
}

export function makeCitation(study) {
  const { citation, attributions } = study.data;
  return [
    h("blockquote", {}, citation),
    attributions.length > 0 ? h("ul", { class: "note" }, attributions.map((one) => h("li", {}, one))) : null,
  ];
}
