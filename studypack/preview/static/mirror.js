// The mirror under the text area: one block for each line, as high as that line is when it wraps, numbered by the style sheet.

import { find } from "./dom.js";

const place = find("mirror");
let lines = [];

// Makes the blocks those of `text`; only those of changed lines are made anew.
export function mirror(text) {
  const now = text.split("\n");
  let first = 0;
  while (first < lines.length && first < now.length && lines[first] === now[first]) first += 1;
  let same = 0;
  while (same < Math.min(lines.length, now.length) - first && lines.at(-1 - same) === now.at(-1 - same)) same += 1;
  const fresh = now.slice(first, now.length - same).map(blockOf);
  const old = [...place.children].slice(first, lines.length - same);
  if (old.length === 1 && fresh.length === 1) { // the usual case: somebody types in a line
    old[0].textContent = fresh[0].textContent;
  } else {
    for (const block of old) block.remove();
    place.insertBefore(fragmentOf(fresh), place.children[first] ?? null);
  }
  lines = now;
  place.scrollTop = find("text").scrollTop;
}

function blockOf(line) {
  const block = document.createElement("div");
  block.textContent = line;
  return block;
}

function fragmentOf(blocks) {
  const fragment = document.createDocumentFragment();
  fragment.append(...blocks);
  return fragment;
}

// Marks lines, counted from 1, as those of mistakes or of doubts, and no others.
export function markLines(kind, numbers) {
  for (const block of place.querySelectorAll(`.${kind}`)) block.classList.remove(kind);
  for (const number of numbers) place.children[number - 1]?.classList.add(kind);
}

// Where a character stands in the window; line and column are counted from 0.
export function placeOf(line, column) {
  const block = place.children[line];
  if (!block) return null;
  const text = block.firstChild;
  if (!text) return block.getBoundingClientRect();
  const range = document.createRange();
  range.setStart(text, Math.min(column, text.length));
  return range.getClientRects()[0] ?? block.getBoundingClientRect();
}
