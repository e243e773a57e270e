// Dots and intervals: one row per reform or group.
import * as Plot from "@observablehq/plot";
import { plotStyle } from "./style.js";
import { shorten } from "./format.js";

/**
 * rows: [{ label, mean, low, high, error, style, text, hint }]; options: { width, unit, zero, narrow }.
 * The thin line is the range over luck, the thick one twice the Monte Carlo error either way.
 */
export function drawIntervals(rows, options) {
  const { width, unit, zero = true, compact = false } = options;
  const beside = !compact && width >= 620;
  const longest = Math.max(...rows.map((row) => row.label.length), 1);
  const left = beside ? Math.min(290, 18 + 7 * longest) : 8;
  const order = rows.map((row) => row.label);
  const y = { domain: order, label: null, axis: null, padding: 0.2 };
  const rowHeight = beside ? (longest > 40 ? 44 : 34) : 46;
  const drop = beside ? 0 : 9;
  return Plot.plot({
    width,
    height: rows.length * rowHeight + 46,
    marginLeft: left,
    marginRight: compact ? 14 : 92,
    marginTop: 4,
    marginBottom: 40,
    style: plotStyle,
    x: { label: unit, labelAnchor: "center", labelArrow: "none", grid: true, nice: true, ticks: width < 420 ? 3 : 6, insetLeft: 6, insetRight: 6 },
    y,
    marks: [
      zero ? Plot.ruleX([0], { stroke: "var(--baseline)", strokeWidth: 1.5 }) : null,
      Plot.link(rows, { x1: "low", x2: "high", y1: "label", y2: "label", stroke: (d) => d.style.colour, strokeWidth: 1.75, dy: drop }),
      Plot.tickX(rows, { x: "low", y: "label", stroke: (d) => d.style.colour, strokeWidth: 1.75, insetTop: beside ? rowHeight * 0.28 : rowHeight * 0.42, insetBottom: beside ? rowHeight * 0.28 : rowHeight * 0.06, dy: beside ? 0 : 1 }),
      Plot.tickX(rows, { x: "high", y: "label", stroke: (d) => d.style.colour, strokeWidth: 1.75, insetTop: beside ? rowHeight * 0.28 : rowHeight * 0.42, insetBottom: beside ? rowHeight * 0.28 : rowHeight * 0.06, dy: beside ? 0 : 1 }),
      Plot.link(rows, { x1: (d) => d.mean - 2 * (d.error ?? 0), x2: (d) => d.mean + 2 * (d.error ?? 0), y1: "label", y2: "label", stroke: (d) => d.style.colour, strokeWidth: 7, strokeOpacity: 0.35, dy: drop }),
      Plot.dot(rows, { x: "mean", y: "label", symbol: (d) => d.style.symbol, fill: "var(--page)", stroke: (d) => d.style.colour, strokeWidth: 2.25, r: 5.5, dy: drop }),
      beside
        ? Plot.axisY({ tickSize: 0, label: null, lineWidth: left / 13.5, fontSize: 13 })
        : Plot.text(rows, { y: "label", text: (d) => shorten(d.label, Math.floor(width / 8.2)), frameAnchor: "left", textAnchor: "start", dx: 0, dy: -11, fontWeight: 600, fill: "currentColor", stroke: "var(--page)", strokeWidth: 5 }),
      compact ? null : Plot.text(rows, { y: "label", text: "text", frameAnchor: "right", textAnchor: "start", dx: 10, dy: drop, fontVariant: "tabular-nums" }),
      Plot.tip(rows, Plot.pointerY({ x: "mean", y: "label", title: "hint", fill: "var(--page)", maxRadius: 200 })),
    ],
  });
}
