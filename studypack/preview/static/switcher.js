// The switcher: the contents of the folder, and the drafts that are not saved yet.

import { find, made } from "./dom.js";
import { source } from "./source.js";
import { kept, unsavedNames } from "./unsaved.js";

const select = find("contents");
let contents = [];

// Asks what is in the folder. Returns the name of the content that is to be shown first; "" if there is none.
export async function loadContents() {
  const told = await (await fetch("contents")).json();
  contents = told.contents;
  return told.shown;
}

export function showContents() {
  const unsaved = new Set(unsavedNames());
  const names = new Set([...contents.map(({ name }) => name), ...unsaved, source.name]);
  names.delete("");
  select.replaceChildren(...[...names].map((name) => {
    const title = contents.find((each) => each.name === name)?.title || titleIn(kept(name)) || name;
    return made("option", { value: name }, unsaved.has(name) ? `${title} (not saved)` : title);
  }));
  select.value = source.name;
  find("switch").hidden = names.size < 2 && unsaved.size === 0;
}

const titleIn = (draft) => /^title: *(["']?)(.+?)\1 *$/m.exec(draft?.text ?? "")?.[2];

// Calls `open` with the name of a content that somebody chooses.
export function startSwitcher(open) {
  select.addEventListener("change", () => open(select.value));
}

// Returns a name that no content has: the wished one, or that with a number.
export function freeName(wished) {
  const taken = new Set([...contents.map(({ name }) => name), ...unsavedNames(), source.name]);
  const [stem, end] = [wished.replace(/\.ya?ml$/, ""), /\.ya?ml$/.exec(wished)?.[0] ?? ".yaml"];
  let name = `${stem}${end}`;
  for (let number = 2; taken.has(name); number += 1) name = `${stem}-${number}${end}`;
  return name;
}
