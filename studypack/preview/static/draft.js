// "New from notes": the dialog in which notes are pasted, chosen or dropped, and made a draft.

import { find, say } from "./dom.js";
import { answered } from "./source.js";
import { showProblems } from "./problems.js";

const dialog = find("notes");
const file = find("notes-file");

// Calls `begin` with each draft: its `text`, the `content` that it wants to be, and the `summary` of what was found.
export function startDrafts(begin) {
  find("new").addEventListener("click", askForNotes);
  find("cancel").addEventListener("click", () => dialog.close());
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (!dialog.hasAttribute("aria-busy")) make(begin);
  });
  addEventListener("dragover", takeFiles);
  addEventListener("drop", takeFiles);
}

export function askForNotes() {
  if (dialog.open) return;
  tell([]);
  dialog.showModal();
  find("pasted").focus();
}

// A file that is dropped anywhere on the page is one for the dialog.
function takeFiles(event) {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  if (event.type !== "drop") return;
  askForNotes();
  file.files = event.dataTransfer.files;
  find("make").focus();
}

async function make(begin) {
  const pasted = find("pasted").value;
  const [chosen] = file.files;
  if (chosen && pasted.trim()) {
    tell([{ message: "there are pasted notes and a file", hint: "empty one of the two: a draft is made of one", severity: "error" }]);
    return;
  }
  const query = new URLSearchParams({ name: chosen?.name ?? "", language: find("language").value.trim() });
  wait(true);
  try {
    const body = chosen ?? new Blob([pasted]);
    const answer = await fetch(`draft?${query}`, { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body });
    const made = await answered(answer);
    if (made.problems) { tell(made.problems, made.more); return; }
    find("pasted").value = "";
    file.value = "";
    dialog.close();
    await begin(made);
  } catch {
    tell([{ message: "no draft could be made", hint: "look at the window where the preview was started", severity: "error" }]);
  } finally {
    wait(false);
  }
}

function wait(busy) {
  if (busy) tell([]);
  dialog.toggleAttribute("aria-busy", busy);
  if (busy) dialog.setAttribute("aria-busy", "true");
  say(find("make"), busy ? "Making the draft …" : "Make the draft");
}

function tell(problems, more = 0) {
  showProblems(find("notes-problems"), { problems, more });
  find("notes-problems").scrollIntoView({ block: "nearest" });
}
