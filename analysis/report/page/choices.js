// What the reader has chosen. One choice of outcome, reform and design point for the whole page:
// every chart that has the control shows the same.
import { h } from "./dom.js";

export class Choice {
  constructor(value) {
    this.value = value;
    this.followers = [];
  }
  set(value) {
    if (value === this.value) return;
    this.value = value;
    for (const follow of this.followers) follow();
  }
  follow(act) {
    this.followers.push(act);
  }
}

/** A list to choose from. options: [{ value, label }] */
export function select(label, choice, options) {
  const list = h(
    "select",
    { onchange: (event) => choice.set(options[event.target.selectedIndex].value) },
    options.map((one) => h("option", {}, one.label)),
  );
  const show = () => {
    const at = options.findIndex((one) => one.value === choice.value);
    if (at >= 0) list.selectedIndex = at;
  };
  choice.follow(show);
  show();
  return h("label", { class: "choice" }, h("span", {}, label), list);
}

export function outcomeOptions(outcomes) {
  return outcomes.map((one) => ({ value: one, label: one.label }));
}

export function reformOptions(reforms) {
  return reforms.map((one) => ({ value: one, label: one.title || one.label }));
}
