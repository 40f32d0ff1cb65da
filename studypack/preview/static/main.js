// The preview's page: wires its parts together, and has the pages shown anew when a choice, the text or the file changes.

import { area, showText, startEditor } from "./editor.js";
import { askForNotes, startDrafts } from "./draft.js";
import { askWhich, followFile, forgetAsking, isBusy, showSaving, startSaving } from "./saving.js";
import { begin, isUnsaved, open, source, write } from "./source.js";
import { buildControls, changed } from "./panel.js";
import { clearResult, showMistakes, showResult } from "./result.js";
import { find, made } from "./dom.js";
import { keepAddress, readAddress } from "./address.js";
import { loadContents, freeName, showContents, startSwitcher } from "./switcher.js";
import { showSide, startViews, viewOf } from "./views.js";
import { tellDraft, tellTrouble, waiting } from "./status.js";
import { typed, pressed as completed } from "./completion.js";
import { askProof } from "./proofs.js";
import { listen } from "./events.js";
import { loadSchema } from "./schema.js";
import { lookAtDoubts } from "./doubts.js";
import { pressed } from "./keys.js";
import { unsavedNames } from "./unsaved.js";

const PAUSE = 300; // milliseconds after the last key
const READS = new Set(["opened", "kept", "draft"]); // when the page has just read the file, and so knows its revision
const form = find("choices");
const asked = readAddress();
let { wishes } = asked; // the shortest query for the chosen options
let first = ""; // the content that the preview was started for
let revision = ""; // of the file as the page read it last
let latest = {}; // revision of each file
let isNews = false; // whether `latest` was not looked at yet
let pause = 0;

async function show(why, words) {
  clearTimeout(pause);
  const done = why === "typed" ? () => {} : waiting();
  try {
    const told = await askProof(wishes);
    if (!told) return;
    if (READS.has(why)) revision = told.revision ?? revision;
    if (told.query !== undefined) wishes = new URLSearchParams(told.query);
    showResult(told, why, words);
    keep();
  } catch (error) {
    tellTrouble(error);
  } finally {
    done();
  }
}

const keep = () => keepAddress({ content: source.name === first ? "" : source.name, view: viewOf(), wishes });

// Shows a content: its file, or what was written in it and is not saved yet.
async function openContent(name) {
  clearTimeout(pause);
  const both = await open(name);
  area.readOnly = Boolean(source.problems);
  refresh([]);
  if (both) askWhich();
  await show("opened");
}

async function beginDraft({ text, content, summary, pasted }) {
  begin(freeName(content), text);
  area.readOnly = false;
  showSide("text");
  refresh(summary);
  await show("draft", (told) => tellDraft(told, pasted));
  lookAtDoubts();
}

// Another text is in the page. `summary` is what became of the notes that it was made from.
function refresh(summary) {
  clearResult();
  forgetAsking();
  showText(source.text);
  showSaving();
  showContents();
  find("none").hidden = true;
  find("told").hidden = summary.length === 0;
  find("told").querySelector("ul").replaceChildren(...summary.map((line) => made("li", {}, line)));
}

function textChanged() {
  const before = isUnsaved();
  write(area.value);
  showSaving();
  if (before !== isUnsaved()) showContents();
  clearTimeout(pause);
  pause = setTimeout(show, PAUSE, "typed");
}

// Opens what there is; where there is nothing, notes are asked for.
async function openFirst(wanted) {
  first = await loadContents();
  const name = wanted || first || unsavedNames()[0];
  if (name) return openContent(name);
  find("none").hidden = false;
  return askForNotes();
}

// A hidden tab waits until it is shown, and a save until it is done.
async function keepUp() {
  if (document.hidden || isBusy() || !isNews) return;
  isNews = false;
  const now = latest[source.name];
  if (!now || now === revision) return;
  revision = now;
  const became = await followFile();
  if (became !== "both") await show(became === "same" ? "touched" : "saved");
}

// An image is gone: the server keeps only the last proofs, and renders this one again when it is fetched.
let mending = false;
find("pages").addEventListener("error", async (event) => {
  delete event.target.closest("figure").dataset.page;
  if (mending) return;
  mending = true;
  await show("opened");
  setTimeout(() => { mending = false; }, 2000);
}, true);

startViews(asked.view, keep, showMistakes);
startEditor((atCaret) => { textChanged(); typed(atCaret); }, [completed, pressed]);
startDrafts(beginDraft);
startSwitcher(openContent);
startSaving(async (why, words) => { showSaving(); showContents(); await show(why, words); }, keepUp, () => openFirst(""));
form.addEventListener("change", (event) => { wishes = changed(form, event.target, wishes); show("chosen"); });
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("beforeunload", (event) => { if (unsavedNames().length || isUnsaved()) event.preventDefault(); });

await Promise.all([buildControls(form, find("whole")), loadSchema()]);
await openFirst(asked.content);
listen((told) => { latest = JSON.parse(told); isNews = true; keepUp(); }, () => { revision = ""; tellTrouble(new TypeError()); });
document.addEventListener("visibilitychange", keepUp);
