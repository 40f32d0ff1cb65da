// Shows what the server answered: the pages with the form and the files, or the problems; and the doubts, in any case.

import { find, say } from "./dom.js";
import { goTo, area } from "./editor.js";
import { isWriting, showSide } from "./views.js";
import { offer, offerNothing } from "./takeaway.js";
import { tellPages, tellProblems } from "./status.js";
import { askLeftOut } from "./proofs.js";
import { markLines } from "./mirror.js";
import { showDoubts } from "./doubts.js";
import { showForm } from "./panel.js";
import { showPages } from "./pages.js";
import { showProblems } from "./problems.js";

const AFTER_PICTURES = 500; // milliseconds: the page images in view are fetched first
const QUIET = 1200; // milliseconds without a key, before what was typed is spoken about
const NONE = { problems: [], more: 0 };
const form = find("choices");
const pages = find("pages");

let last = null; // the last answer
let shown = false; // whether pages of this content have been shown
let place = 0; // the scroll position of the pages while problems are shown instead
let counting = 0;
let telling = 0;

// Another content is to be shown: its pages have nothing to do with those that were.
export function clearResult() {
  [last, shown, place] = [null, false, 0];
  pages.replaceChildren();
}

// `words` says it in another way than usual.
export function showResult(told, why, words) {
  last = told;
  clearTimeout(counting);
  clearTimeout(telling);
  showDoubts(told.doubts ?? []);
  const away = pages.hidden;
  showMistakes();
  const fresh = told.problems ? [] : showProof(told, away);
  const tell = () => {
    if (words) say(find("status"), words(told));
    else if (told.problems) tellProblems(told);
    else tellPages(told.files, fresh, why);
  };
  telling = setTimeout(tell, why === "typed" ? QUIET : 0);
  if (told.problems) offerNothing();
  else offer(told);
}

// Returns the pages that changed since others were shown. `away` is whether problems stood in their place.
function showProof(told, away) {
  const before = shown;
  find("title").textContent = told.title;
  find("source").textContent = told.source;
  document.title = `${told.title} · studypack preview`;
  showForm(form, told.form);
  const fresh = showPages(pages, told.files, told.widths);
  if (away) scrollTo(0, place);
  shown = true;
  if (told.form.sections.some((row) => !row.chosen && !row.lacks)) counting = setTimeout(countLeftOut, AFTER_PICTURES);
  return before ? fresh : [];
}

// Mistakes stand in place of the pages; or under the text that is written, beside the last pages. Warnings stand over the pages.
export function showMistakes() {
  if (!last) return;
  const broken = Boolean(last.problems);
  const under = broken && isWriting();
  const stay = !broken || (under && shown);
  if (!stay && !pages.hidden) place = scrollY;
  const over = broken ? last : { problems: last.warnings, more: 0 };
  showProblems(find("problems"), under ? NONE : over, goToLine);
  showProblems(find("mistakes"), under ? last : NONE, goToLine);
  markLines("mistake", broken ? last.problems.map(({ line }) => line) : []);
  area.setAttribute("aria-invalid", String(broken));
  if (!stay && !pages.hidden) scrollTo(0, 0);
  pages.hidden = !stay;
  find("before").hidden = !under;
  find("before").textContent = shown ? "The text has a mistake: these pages are from before it."
    : "The pages are shown once the mistakes in the text are mended.";
}

function goToLine(line, column) {
  showSide("text");
  goTo(line, column);
}

async function countLeftOut() {
  const counts = await askLeftOut();
  for (const [name, count] of Object.entries(counts ?? {})) {
    const told = form.querySelector(`[data-section="${CSS.escape(name)}"]:not(.lacking) .count`);
    if (told && !told.textContent) told.textContent = `+ ${count} p.`;
  }
}
