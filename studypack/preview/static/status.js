// What the status line says: what became of the last choice, text or save.

import { counted, find, made, say } from "./dom.js";
import { ProgramFailed } from "./source.js";

const tell = (...words) => say(find("status"), ...words);

// Says that a proof is waited for, if it takes a while. Returns a function that ends the waiting.
export function waiting() {
  const patience = setTimeout(() => tell("Setting the pages …"), 400);
  return () => clearTimeout(patience);
}

// `fresh` are the pages that changed; they are named where another program saved the file, or touched it or its pictures.
export function tellPages(files, fresh, why) {
  const counts = files.map((file) => counted(file.pages.length, "page"));
  const text = counts[1] ? `${counts[0]}, and ${counts[1]} of answers` : counts[0];
  if (why !== "saved" && !(why === "touched" && fresh.length)) tell(text);
  else if (!fresh.length) tell(`Rebuilt: ${text}, none changed`);
  else {
    const label = fresh.length === 1 ? fresh[0].label : `${fresh[0].label} and ${fresh.length - 1} more`;
    tell(`Rebuilt: ${text}. Changed: `, made("a", { href: `#${fresh[0].id}` }, label));
  }
}

export function tellDraft(told, pasted) {
  const what = told.problems ? "A draft" : pasted ? `“${told.title}”, as it was pasted` : `A draft of “${told.title}”`;
  const left = told.problems ? problemsIn(told) : told.doubts.length ? counted(told.doubts.length, "doubt") : "no doubts";
  return `${what}, not saved yet: ${left}`;
}

export const tellProblems = (told) => tell(problemsIn(told));

function problemsIn(told) {
  const count = told.problems.length + told.more;
  const lines = told.problems.filter((each) => each.line).map((each) => each.line);
  const where = lines.length ? `${count === 1 ? "" : ", the first"} in line ${lines[0]}` : "";
  return counted(count, "problem") + where;
}

// A bug in the program: the traceback is in the terminal where it was started. Or the program has been ended.
export function tellTrouble(error) {
  if (error instanceof ProgramFailed) {
    tell("studypack itself has failed: what it says is in the window where the preview was started.");
  } else if (error instanceof TypeError) {
    tell("The preview has ended. Start it again to go on.");
  } else throw error;
}
