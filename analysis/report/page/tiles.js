// The schematic map: a square for every area, reached with the mouse or the arrow keys.
import { s } from "./dom.js";

const size = 38;

/** "Kingston upon Hull" is "KuH", "Leeds" is "Lee". */
function abbreviate(name) {
  const words = name.replace(/[^A-Za-z ]/g, " ").split(/ +/).filter((word) => word.length > 0);
  if (words.length >= 3) return words.slice(0, 3).map((word) => word[0]).join("");
  if (words.length === 2) return words[0].slice(0, 2) + words[1][0];
  return words[0].slice(0, 3);
}

function hatch(id, colour) {
  return s(
    "pattern",
    { id, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    s("rect", { width: 6, height: 6, fill: "var(--tile)" }),
    s("line", { x1: 0, y1: 0, x2: 0, y2: 6, stroke: colour, "stroke-width": 4 }),
  );
}

export function patterns() {
  return s("defs", {}, hatch("hatch-gains", "var(--gain-soft)"), hatch("hatch-loses", "var(--loss-soft)"), hatch("hatch-uncertain", "var(--unsure)"));
}

/** Lines between areas of different regions. */
function borders(areas) {
  const at = new Map(areas.map((area) => [area.at.join(), area]));
  let path = "";
  for (const area of areas) {
    const [x, y] = area.at;
    const other = (dx, dy) => at.get([x + dx, y + dy].join())?.region;
    if (other(1, 0) !== area.region) path += `M${(x + 1) * size},${y * size}v${size}`;
    if (other(-1, 0) !== area.region) path += `M${x * size},${y * size}v${size}`;
    if (other(0, 1) !== area.region) path += `M${x * size},${(y + 1) * size}h${size}`;
    if (other(0, -1) !== area.region) path += `M${x * size},${y * size}h${size}`;
  }
  return s("path", { d: path, class: "region-border" });
}

/** The nearest tile in a direction; those straight ahead come first. */
function neighbour(areas, from, [dx, dy]) {
  let best = null;
  for (const area of areas) {
    const ahead = (area.at[0] - from.at[0]) * dx + (area.at[1] - from.at[1]) * dy;
    const aside = Math.abs((area.at[0] - from.at[0]) * dy) + Math.abs((area.at[1] - from.at[1]) * dx);
    if (ahead <= 0) continue;
    const cost = ahead + 2 * aside;
    if (best === null || cost < best.cost) best = { area, cost };
  }
  return best?.area;
}

const directions = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/**
 * areas: [{ name, region, at }]; look(area): { fill, sign, label, ink }; tell(area): shows its numbers.
 */
export function drawTiles(areas, look, tell) {
  const across = Math.max(...areas.map((area) => area.at[0])) + 1;
  const down = Math.max(...areas.map((area) => area.at[1])) + 1;
  const tiles = new Map();
  const step = (event, area) => {
    const direction = directions[event.key];
    const next = direction && neighbour(areas, area, direction);
    if (!next) return;
    event.preventDefault();
    tiles.get(area).setAttribute("tabindex", "-1");
    tiles.get(next).setAttribute("tabindex", "0");
    tiles.get(next).focus();
  };
  areas.forEach((area, k) => {
    const [x, y] = area.at.map((place) => place * size);
    const { fill, sign, label, ink } = look(area);
    const tile = s(
      "g",
      { class: "tile", tabindex: k === 0 ? 0 : -1, role: "img", "aria-label": label, transform: `translate(${x},${y})` },
      s("rect", { x: 1, y: 1, width: size - 2, height: size - 2, fill }),
      s("text", { x: size / 2, y: 16, fill: ink }, abbreviate(area.name)),
      s("text", { x: size / 2, y: 31, class: "sign", fill: ink }, sign),
    );
    tile.addEventListener("mouseenter", () => tell(area));
    tile.addEventListener("focus", () => tell(area));
    tile.addEventListener("keydown", (event) => step(event, area));
    tiles.set(area, tile);
  });
  return s(
    "svg",
    { viewBox: `-2 -2 ${across * size + 4} ${down * size + 4}`, class: "tiles", role: "group", "aria-label": "Map of areas; the arrow keys move from one to the next" },
    patterns(),
    [...tiles.values()],
    borders(areas),
  );
}
