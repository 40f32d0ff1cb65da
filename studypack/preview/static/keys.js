// The keys of the editor: Tab and Shift+Tab indent, Enter keeps the indent, Escape lets the next Tab leave the field.

import { area, linesAround, put } from "./editor.js";

const STEP = "  ";
let leaving = false; // whether Escape was the last key

area.addEventListener("blur", () => { leaving = false; });

// Returns whether the key was taken.
export function pressed(event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  const { key, shiftKey } = event;
  if (key === "Escape") { leaving = true; return false; }
  if (key === "Tab" && !leaving) {
    if (shiftKey) changeLines((line) => line.replace(/^ {1,2}|^\t/, ""));
    else if (area.selectionStart !== area.selectionEnd) changeLines((line) => line && STEP + line);
    else toNextStop();
    return true;
  }
  if (key !== "Shift") leaving = false;
  return key === "Enter" && !shiftKey && newLine();
}

function toNextStop() {
  const at = area.selectionStart;
  const column = at - linesAround(at, at)[0];
  put(at, at, STEP.slice(column % STEP.length));
}

// Changes each line of the selection; the caret stays at its place in the line, a selection is of whole lines.
function changeLines(change) {
  const { selectionStart: start, selectionEnd: end } = area;
  const several = start !== end;
  const last = several && area.value[end - 1] === "\n" ? end - 1 : end; // not the line that the selection ends before
  const [from, to] = linesAround(start, last);
  const before = area.value.slice(from, to);
  const after = before.split("\n").map(change).join("\n");
  if (after === before) return;
  put(from, to, after);
  const caret = Math.max(from, start + after.length - before.length);
  area.setSelectionRange(several ? from : caret, several ? from + after.length : caret);
}

// Begins a line under the one that the caret is in: a list goes on, what belongs to a key stands under it.
function newLine() {
  const { selectionStart: at, selectionEnd: end } = area;
  const [from] = linesAround(at, at);
  const line = area.value.slice(from, at);
  const [indent, dash, rest] = /^(\s*)(- +)?(.*)$/.exec(line).slice(1);
  if (dash && !rest) put(from, end, indent); // an empty item ends its list
  else put(at, end, `\n${indent}${going(dash ?? "", rest)}`);
  return true;
}

function going(dash, rest) {
  const under = dash && " ".repeat(dash.length);
  if (/^[\w.-]+:\s*([|>][-+]?\d?)?$/.test(rest)) return under + STEP;
  return /^[\w.-]+:\s/.test(rest) ? under : dash;
}
