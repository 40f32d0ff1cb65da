// The doubts of a draft, as a list: each leads to its line, and can be settled, which deletes its comment.

import { area, goTo, offsetOf, put } from "./editor.js";
import { button, counted, find, made } from "./dom.js";
import { markLines } from "./mirror.js";

const place = find("doubts");

// Shows doubts, each with its `line` and what it `says`.
export function showDoubts(doubts) {
  const at = [...place.querySelectorAll("li")].findIndex((item) => item.contains(document.activeElement));
  place.hidden = doubts.length === 0;
  place.querySelector("summary").textContent = counted(doubts.length, "doubt");
  place.querySelector("ul").replaceChildren(...doubts.map(itemOf));
  markLines("doubt", doubts.map(({ line }) => line));
  if (at >= 0) (place.querySelectorAll("li")[Math.min(at, doubts.length - 1)]?.firstChild ?? area).focus();
}

function itemOf({ line, says }) {
  const lead = button(made("span", {}, says), () => goTo(line), { class: "lead" });
  lead.prepend(made("b", {}, `Line ${line}`), " ");
  return made("li", {}, lead, button("Settled", () => settle(line), { "aria-label": `Settled: line ${line}` }));
}

// Deletes the comment that begins in a line, with the lines on which it goes on.
function settle(line) {
  const from = offsetOf(line);
  const ends = /^.*(?:\n[ \t]*#   .*)*\n?/.exec(area.value.slice(from))[0].length;
  const focused = document.activeElement;
  put(from, from + ends, "");
  focused.focus();
}

// The focus goes to the list where there is one.
export function lookAtDoubts() {
  if (place.hidden) { area.focus(); return; }
  place.open = true;
  place.querySelector("summary").focus();
}
