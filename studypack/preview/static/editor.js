// The editor: a plain text area, whose changes can all be undone by the browser's own undo, over a mirror of its lines.

import { find } from "./dom.js";
import { mirror, placeOf } from "./mirror.js";

export const area = find("text");
const numbered = find("mirror");

const MANY = 1000; // lines that a browser puts in, with its undo, in about a second; the time grows by their square

let programs = false; // whether the program is changing the text
let changed = () => {};

// Calls `typed` after every change, with whether it was typed at the caret; and `keys`, the first that takes it, for keys.
export function startEditor(typed, keys) {
  changed = (atCaret) => { mirror(area.value); typed(atCaret); };
  area.addEventListener("input", (event) => { if (!programs) changed(event.inputType === "insertText"); });
  area.addEventListener("keydown", (event) => {
    if (!event.isComposing && keys.some((key) => key(event))) event.preventDefault();
  });
  area.addEventListener("scroll", () => { numbered.scrollTop = area.scrollTop; });
}

// Shows another text, which begins a history of its own.
export function showText(text) {
  if (area.value === text) return;
  area.value = text;
  area.setSelectionRange(0, 0);
  area.scrollTop = 0;
  mirror(text);
}

// Puts `text` in place of what stands between two offsets, as if it was typed: undo takes it back, unless it is very long.
export function put(from, to, text) {
  if (from === to && !text) return;
  programs = true; // a browser tells of each line
  area.focus({ preventScroll: true });
  area.setSelectionRange(from, to);
  if (text.split("\n").length > MANY) area.setRangeText(text, from, to, "end");
  else document.execCommand(text ? "insertText" : "delete", false, text);
  programs = false;
  changed(false);
}

// Puts `text` in place of the whole; only what differs is touched.
export function putText(text) {
  const now = area.value;
  let from = 0;
  while (from < now.length && now[from] === text[from]) from += 1;
  let same = 0;
  while (same < Math.min(now.length, text.length) - from && now[now.length - 1 - same] === text[text.length - 1 - same]) same += 1;
  put(from, now.length - same, text.slice(from, text.length - same));
}

// Where the lines from one offset to another begin and end.
export function linesAround(from, to) {
  const end = area.value.indexOf("\n", to);
  return [area.value.lastIndexOf("\n", from - 1) + 1, end < 0 ? area.value.length : end];
}

// The offset at which a line begins; lines are counted from 1.
export function offsetOf(line) {
  let at = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const next = area.value.indexOf("\n", at);
    if (next < 0) break;
    at = next + 1;
  }
  return at;
}

// Brings the caret to a line, and to a column of it.
export function goTo(line, column = 1) {
  const at = Math.min(offsetOf(line) + column - 1, area.value.length);
  area.focus();
  area.setSelectionRange(at, at);
  reveal(line, column);
}

// Scrolls to a place that is out of sight.
export function reveal(line, column) {
  const place = placeOf(line - 1, column - 1);
  const { top, bottom } = area.getBoundingClientRect();
  if (place && (place.top < top || place.bottom > bottom)) area.scrollTop += place.top - top - area.clientHeight / 3;
  numbered.scrollTop = area.scrollTop;
}
