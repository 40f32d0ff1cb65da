// The list of names under the caret: it opens while a key is typed and by Ctrl+Space, and never takes a key by surprise.

import { area, put, reveal } from "./editor.js";
import { counted, find, made, say } from "./dom.js";
import { fitting } from "./schema.js";
import { placeOf } from "./mirror.js";

const MOST = 8; // names that are shown at once
const list = find("names");
let open = null; // what fits: `from`, `to`, `fits`
let chosen = -1;

// After a change: opens the list where somebody types a name that has some, and closes it elsewhere.
export function typed(atCaret) {
  const found = atCaret || open ? fitting(area.value, area.selectionStart) : null;
  if (found && (found.to > found.from || /: +$/.test(area.value.slice(0, found.from)))) show(found);
  else close();
}

// Returns whether the key was taken.
export function pressed(event) {
  const { key, ctrlKey, shiftKey, altKey, metaKey } = event;
  if (ctrlKey && event.code === "Space") {
    const found = fitting(area.value, area.selectionStart);
    if (found) show(found);
    else { close(); say(find("heard"), "Nothing is known to fit here."); }
    return true;
  }
  if (!open || ctrlKey || altKey || metaKey) return false;
  if (key === "Escape") close();
  else if (key === "ArrowDown" || key === "ArrowUp") choose(key === "ArrowDown" ? 1 : -1);
  else if (key === "Tab" && !shiftKey) take(Math.max(chosen, 0));
  else if (key === "Enter" && chosen >= 0) take(chosen);
  else return false;
  return true;
}

function show(found) {
  const opened = !open;
  open = found;
  chosen = -1;
  draw();
  const count = found.fits.length;
  if (opened) say(find("heard"), `${counted(count, "name")} ${count === 1 ? "fits" : "fit"}: Down chooses.`);
}

function close() {
  open = null;
  list.hidden = true;
  list.replaceChildren();
  area.removeAttribute("aria-activedescendant");
  say(find("heard"), "");
}

function choose(step) {
  const count = open.fits.length;
  chosen = chosen < 0 && step < 0 ? count - 1 : (chosen + step + count) % count;
  draw();
}

function take(at) {
  const { from, to, fits } = open;
  close();
  put(from, to, fits[at].put);
  const next = fitting(area.value, area.selectionStart); // what a key takes is offered at once
  if (next) show(next);
}

function draw() {
  const { fits } = open;
  const first = Math.max(0, Math.min(chosen - MOST + 2, fits.length - MOST));
  list.replaceChildren(...fits.slice(first, first + MOST).map((fit, at) => optionOf(fit, first + at)));
  if (chosen < 0) area.removeAttribute("aria-activedescendant");
  else area.setAttribute("aria-activedescendant", `name-${chosen}`);
  list.hidden = false;
  moveToCaret();
}

function optionOf({ name, says }, at) {
  const option = made("li", {
    role: "option", id: `name-${at}`, "aria-selected": String(at === chosen), "aria-setsize": open.fits.length, "aria-posinset": at + 1,
  }, made("b", {}, name), made("span", {}, says));
  option.addEventListener("pointerdown", (event) => { event.preventDefault(); take(at); });
  return option;
}

// Under the line of the caret; over it where there is no room.
function moveToCaret() {
  const before = area.value.slice(0, open.from).split("\n");
  reveal(before.length, before.at(-1).length + 1);
  const caret = placeOf(before.length - 1, before.at(-1).length);
  const around = find("editor").getBoundingClientRect();
  const left = Math.max(0, Math.min(caret.left - around.left, around.width - list.offsetWidth));
  const below = caret.bottom + list.offsetHeight < Math.min(innerHeight, Math.max(around.bottom, caret.bottom + 1) + 400);
  list.style.left = `${left}px`;
  list.style.top = `${(below ? caret.bottom + 3 : caret.top - list.offsetHeight - 3) - around.top}px`;
}

area.addEventListener("blur", close);
area.addEventListener("pointerdown", close);
area.addEventListener("wheel", close);
area.addEventListener("keyup", (event) => {
  if (open && ["ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"].includes(event.key)) close();
});
