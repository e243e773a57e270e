// How scenarios look: colours after Okabe and Ito (2008), which people with any colour vision tell
// apart, and never colour alone: each has its own symbol and dash pattern too.

const colours = 6;
const symbols = ["circle", "square", "triangle", "diamond", "star", "wye"];
const signs = ["●", "■", "▲", "◆", "★", "Y"];
const dashes = ["6 3", "2 3", "8 3 2 3", "12 4", "1 3", "4 2 1 2"];

/** Looks of the k-th reform. Beyond the sixth, colours come again with another symbol. */
export function styleOf(k) {
  const turn = k + Math.floor(k / colours);
  return {
    colour: `var(--c${k % colours})`,
    symbol: symbols[turn % symbols.length],
    sign: signs[turn % signs.length],
    dash: dashes[turn % dashes.length],
  };
}

export const plotStyle = {
  background: "none",
  color: "currentColor",
  fontFamily: "inherit",
  fontSize: "12.5px",
  overflow: "visible",
};
