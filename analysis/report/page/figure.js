// A chart with its title, controls, a table of the same numbers and a download.
import { h } from "./dom.js";
import { downloadButton, makeTable } from "./table.js";

const figures = [];
let count = 0;

/**
 * spec: title() or text; note(); controls: elements; draw(width): element; columns(); rows(); file.
 * Everything but `draw`, `columns` and `rows` may be left out.
 */
export class Figure {
  constructor(spec) {
    this.spec = spec;
    const id = `figure-${++count}`;
    this.title = h("h3", { id, class: "figure-title" });
    this.note = h("p", { class: "note" });
    this.chart = h("div", { class: "chart" });
    this.table = h("div", {});
    this.details = h(
      "details",
      { class: "numbers", ontoggle: () => this.fillTable() },
      h("summary", {}, "Table of these numbers"),
      this.table,
    );
    this.element = h(
      "figure",
      { "aria-labelledby": id },
      h("figcaption", {}, this.title, this.note),
      spec.controls ? h("div", { class: "controls" }, spec.controls) : null,
      this.chart,
      h("div", { class: "below" }, this.details, downloadButton(spec.file, spec.columns, spec.rows)),
    );
    figures.push(this);
  }

  read(part) {
    const value = this.spec[part];
    return (typeof value === "function" ? value() : value) ?? "";
  }

  /** Draws anew, for what is chosen and for the room there is. */
  draw() {
    this.title.textContent = this.read("title");
    this.note.textContent = this.read("note");
    const width = Math.floor(this.chart.clientWidth) || 640;
    this.width = width;
    this.chart.replaceChildren(this.spec.draw(width));
    this.fillTable();
  }

  fillTable() {
    if (!this.details.open) return;
    this.table.replaceChildren(makeTable(this.spec.columns(), this.spec.rows(), this.read("title")));
  }
}

/** Draws all, and again whenever the page changes its width. */
export function drawFigures() {
  for (const figure of figures) figure.draw();
  new ResizeObserver(() => {
    for (const figure of figures) {
      const width = Math.floor(figure.chart.clientWidth);
      if (width > 0 && Math.abs(width - figure.width) > 8) figure.draw();
    }
  }).observe(document.querySelector("main"));
}

/** Width of each of `count` small charts side by side: as many in a row as fit, none too wide. */
export function smallWidth(width, count, least = 250) {
  const columns = Math.max(1, Math.min(count, Math.floor(width / (least + 20))));
  return Math.min(Math.floor(width / columns) - 18, 460);
}

/** Small charts side by side. */
export function grid(children, each) {
  return h("div", { class: "grid", style: `--least:${each}px` }, children);
}
