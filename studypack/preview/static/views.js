// The two choices of how the page looks: what stands beside the pages, and how the pages lie.

import { find } from "./dom.js";
import { showView } from "./pages.js";

const SIDE = "studypack side";
const radios = (name) => [...document.getElementsByName(name)];
const check = (name, value) => { for (const each of radios(name)) each.checked = each.value === value; };

let sided = () => {};

// Calls `viewed` whenever another way to lay the pages is chosen, and `changed` whenever something else stands beside them.
export function startViews(wanted, viewed, changed) {
  const views = radios("view").map((each) => each.value);
  const choose = (view) => { check("view", view); showView(find("pages"), view); };
  choose(views.includes(wanted) ? wanted : innerWidth < 900 ? "wide" : "spreads");
  showSide(sessionStorage.getItem(SIDE) ?? "choices");
  sided = changed;
  find("views").addEventListener("change", (event) => { choose(event.target.value); viewed(); });
  find("sides").addEventListener("change", (event) => { showSide(event.target.value); });
  find("fold").addEventListener("click", (event) => {
    const open = find("choices").classList.toggle("open");
    event.currentTarget.setAttribute("aria-expanded", String(open));
  });
}

export const viewOf = () => find("pages").dataset.view;
export const isWriting = () => find("panel").dataset.view === "text";

export function showSide(side) {
  check("side", side);
  sessionStorage.setItem(SIDE, side);
  find("panel").dataset.view = side;
  document.body.classList.toggle("writing", side === "text");
  find("choices").hidden = side === "text";
  find("writing").hidden = side !== "text";
  sided();
}
