// The text of the content that is shown: as its file has it, as it stands in the page, and its way back into the file.

import { forget, keep, kept } from "./unsaved.js";

// Holds one content at a time. `version` names the state of the file that `saved` was read from; "" if there is none.
export const source = { name: "", text: "", saved: "", version: "", undoable: false, problems: null };

export const isUnsaved = () => source.text !== source.saved;

// Shows what `name` has: the text that was not saved, if there is one. Returns whether the file changed under it.
export async function open(name) {
  const found = await fetched(name);
  const mine = kept(name);
  Object.assign(source, found, { name });
  if (!mine) return false;
  source.text = mine.text;
  if (!isUnsaved()) forget(name);
  const changed = isUnsaved() && mine.version !== found.version;
  if (changed) source.version = mine.version; // a save is refused until one of the two is taken
  return changed;
}

// Begins a text that no file has yet.
export function begin(name, text) {
  Object.assign(source, { name, text, saved: "", version: "", undoable: false, problems: null });
  keep(name, source);
}

export function write(text) {
  source.text = text;
  if (isUnsaved()) keep(source.name, source);
  else forget(source.name);
}

// The file was changed by somebody. Returns "taken" if the text here is now the file's, "both" if both have changed,
// "gone" if there is no file any more, and "same" if it was only touched.
// With `keeps` the text of a file that is gone stays here as a draft; without, it goes, as the pages do.
export async function follow(keeps) {
  const found = await fetched(source.name);
  if (found.version === source.version) { source.undoable = found.undoable; return "same"; }
  if (!found.version && source.text && (keeps || isUnsaved())) {
    Object.assign(source, { saved: "", version: "", undoable: false });
    keep(source.name, source);
    return "gone";
  }
  if (isUnsaved() && source.text !== found.text) return "both";
  Object.assign(source, found);
  forget(source.name);
  return "taken";
}

// Lets go of a text that no file has.
export function discard() {
  source.text = source.saved;
  forget(source.name);
}

// Takes the file's text in place of the one here.
export async function takeFile() {
  Object.assign(source, await fetched(source.name));
  forget(source.name);
}

async function fetched(name) {
  const answer = await answered(await fetch(`source?${new URLSearchParams({ content: name })}`));
  const { text = "", version = "", undoable = false, problems = null } = answer;
  return { text, saved: text, version, undoable, problems };
}

// Saves the text as `name`. Returns the problems if it was refused.
export async function save(name) {
  const version = name === source.name ? source.version : "";
  const { text } = source;
  const saved = await sent("source", { content: name, version }, { method: "PUT", body: text });
  if (saved.problems) return saved;
  forget(source.name);
  Object.assign(source, { name, saved: text, version: saved.version, undoable: saved.undoable, problems: null });
  if (isUnsaved()) keep(name, source); // somebody typed on meanwhile
  return null;
}

// Puts the file back as it was before the last save. Where that was no file, the text stays here as a draft.
export async function undo() {
  const found = await sent("undo", { content: source.name, version: source.version }, { method: "POST" });
  if (found.problems) return found;
  Object.assign(source, found, { saved: found.text, text: found.version ? found.text : source.text });
  if (isUnsaved()) keep(source.name, source);
  else forget(source.name);
  return null;
}

const sent = async (where, query, how) => answered(await fetch(`${where}?${new URLSearchParams(query)}`, how));

// A bug in the program: the traceback is in the terminal where it was started.
export class ProgramFailed extends Error {}

export async function answered(answer) {
  if (answer.status < 500) return answer.json();
  throw new ProgramFailed();
}

// What the pages are asked for by: the name, and the text if it is not the file's. Posts it, for the server to have it.
export async function named() {
  const words = { content: source.name };
  if (!isUnsaved()) return words;
  const posted = await answered(await fetch("text", { method: "POST", body: source.text }));
  return posted.problems ? posted : { ...words, text: posted.text };
}
