// Saving: the buttons and keys that bring the text into its file, take a save back, and choose where both have changed.

import { counted, find, say } from "./dom.js";
import { discard, follow, isUnsaved, save, source, takeFile, undo } from "./source.js";
import { freeName, loadContents, showContents } from "./switcher.js";
import { putText, showText } from "./editor.js";
import { isWriting, showSide } from "./views.js";
import { showProblems } from "./problems.js";
import { tellTrouble } from "./status.js";

let renaming = false; // whether the text is to be saved under another name than it has
let busy = 0; // works that are begun or wait
let queue = Promise.resolve(); // one after another
let show = null;
let leave = null;

// Calls `changed` with what is to be said once a file has changed here, `settled` after that, and `left` for another content.
export function startSaving(changed, settled, left) {
  [show, leave] = [changed, left];
  const does = (work) => (event) => {
    event.preventDefault();
    busy += 1;
    queue = queue.catch(() => {}).then(work).catch(tellTrouble).finally(() => { busy -= 1; settled(); });
  };
  find("save").addEventListener("submit", does(saveIt));
  const works = { undo: undoIt, discard: discardIt, "take-theirs": takeTheirs, "keep-mine": keepMine };
  for (const [id, work] of Object.entries(works)) find(id).addEventListener("click", does(work));
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    if (!find("notes").open && source.name) does(saveIt)(event);
  });
}

// Whether a file is just being changed by the page itself.
export const isBusy = () => busy > 0;

// Brings the buttons in step with the text.
export function showSaving() {
  const asks = renaming || !source.version;
  find("name").hidden = !asks;
  if (asks && !renaming && find("file").dataset.of !== source.name) find("file").value = source.name;
  find("file").dataset.of = source.name;
  find("unsaved").hidden = !isUnsaved();
  find("undo").hidden = !source.undoable;
  find("discard").hidden = !isUnsaved();
  find("discard").textContent = source.version ? "Back to the file" : "Discard the draft";
}

// Another content is shown, or its text is new: what was asked about the last one is over.
export function forgetAsking() {
  renaming = false;
  delete find("file").dataset.of;
  find("changed").hidden = true;
  refuse(null);
}

export function askWhich() {
  find("changed").hidden = false;
}

function refuse(told) {
  showProblems(find("refused"), told ?? { problems: [], more: 0 });
}

async function saveIt() {
  if (!isUnsaved() && source.version) { say(find("status"), "Nothing is to be saved: the file is as it stands here."); return; }
  const typed = find("name").hidden ? source.name : find("file").value.trim();
  const name = /\.ya?ml$/.test(typed) ? typed : `${typed}.yaml`;
  const refused = await save(name);
  if (refused) { await tellWhy(refused); return; }
  const focused = find("name").contains(document.activeElement);
  forgetAsking();
  await loadContents();
  await show("kept", (told) => `Saved: ${told.source ?? name}${told.problems ? `, with ${counted(told.problems.length + told.more, "problem")}` : ""}.`);
  if (focused) find("save-it").focus();
}

async function tellWhy(refused) {
  say(find("status"), "It is not saved.");
  showSide("text");
  refuse(refused);
  if (source.version && !renaming && refused.version !== undefined) { refuse(null); askWhich(); find("take-theirs").focus(); }
  else find("refused").querySelector("h2")?.scrollIntoView({ block: "nearest" });
}

async function undoIt() {
  const refused = await undo();
  if (refused) { say(find("status"), "It is not undone."); refuse(refused); return; }
  const gone = !source.version;
  if (!gone) putText(source.text);
  forgetAsking();
  await loadContents();
  const words = gone ? `The save is undone: ${source.name} is gone again, and its text is here, not saved.`
    : `The save is undone: ${source.name} is as it was before.`;
  await show("kept", () => words);
  find(find("undo").hidden ? "save-it" : "undo").focus();
}

async function discardIt() {
  if (source.version) { await takeTheirs(); return; }
  if (!confirm(`Discard the draft ${source.name}? It is in no file.`)) return;
  discard();
  await leave();
}

async function takeTheirs() {
  await takeFile();
  putText(source.text); // what was here comes back by the field's own undo
  forgetAsking();
  await show("kept", () => "The file’s text is taken. Ctrl+Z brings yours back.");
}

function keepMine() {
  renaming = true;
  find("changed").hidden = true;
  find("file").value = freeName(source.name);
  showSaving();
  find("file").focus();
  find("file").select();
}

// The file was changed by another program: shows its text, or asks which of the two it is to be.
export async function followFile() {
  const became = await follow(isWriting());
  if (became === "both") { askWhich(); say(find("status"), "The file was changed by another program, and what you wrote is not saved."); }
  if (became === "taken") { showText(source.text); forgetAsking(); }
  showSaving();
  showContents();
  return became;
}
