// The preview's page: fetches the proof for the chosen options, and again whenever the file is saved.

import { buildControls, changed, showForm } from "./panel.js";
import { listen } from "./events.js";
import { showPages, showView } from "./pages.js";
import { showProblems } from "./problems.js";

const find = (id) => document.getElementById(id);
const form = find("choices");
const status = find("status");
const AFTER_PICTURES = 500; // milliseconds: the page images in view are fetched first

let query = new URLSearchParams(location.search); // the shortest query for the chosen options
let revision = ""; // of the file in the last response
let content = ""; // the name of the file
let asked = new AbortController();
let shown = false; // whether any pages have been shown
let place = 0; // the scroll position of the pages while problems are shown instead

async function show(wishes, why) {
  asked.abort();
  asked = new AbortController();
  query = wishes;
  const patience = setTimeout(() => { status.textContent = "Setting the pages …"; }, 400);
  try {
    const answer = await fetch(`proof?${wishes}`, { signal: asked.signal });
    if (answer.status >= 500) { failed(); return; }
    const told = await answer.json();
    revision = told.revision ?? revision;
    content = told.content ?? content;
    if (told.problems) problems(told);
    else proof(told, why);
  } catch (error) {
    if (error.name !== "AbortError") ended();
  } finally {
    clearTimeout(patience);
  }
}

function proof(told, why) {
  const away = find("pages").hidden;
  query = new URLSearchParams(told.query);
  keepAddress();
  find("title").textContent = told.title;
  find("source").textContent = told.source;
  document.title = `${told.title} · studypack preview`;
  showForm(form, told.form);
  showProblems(find("problems"), { problems: told.warnings, more: 0 });
  find("pages").hidden = false;
  const fresh = showPages(find("pages"), told.files, told.widths);
  if (away) scrollTo(0, place);
  status.replaceChildren(...summary(told.files, shown ? fresh : [], why));
  shown = true;
  offer(told);
  const { signal } = asked;
  if (told.form.sections.some((row) => !row.chosen && !row.lacks)) setTimeout(() => countLeftOut(signal), AFTER_PICTURES);
}

function problems(told) {
  if (!find("pages").hidden) place = scrollY;
  find("pages").hidden = true;
  showProblems(find("problems"), told);
  scrollTo(0, 0);
  const count = told.problems.length + told.more;
  const lines = told.problems.filter((each) => each.line).map((each) => each.line);
  const where = lines.length ? `, the first in line ${lines[0]}` : "";
  status.textContent = count === 1 ? `1 problem${lines.length ? ` in line ${lines[0]}` : ""}` : `${count} problems${where}`;
  for (const id of ["get-pack", "get-answers"]) withhold(find(id));
}

function summary(files, fresh, why) {
  const counts = files.map((file) => `${file.pages.length} page${file.pages.length === 1 ? "" : "s"}`);
  const text = counts[1] ? `${counts[0]}, and ${counts[1]} of answers` : counts[0];
  if (why !== "saved") return [text];
  if (!fresh.length) return [`Rebuilt: ${text}, none changed`];
  const link = document.createElement("a");
  link.href = `#${fresh[0].id}`;
  link.textContent = fresh.length === 1 ? fresh[0].label : `${fresh[0].label} and ${fresh.length - 1} more`;
  return [`Rebuilt: ${text}. Changed: `, link];
}

// Shows links to the files, and the command that builds them.
function offer(told) {
  find("command").value = told.command;
  for (const [index, id] of ["get-pack", "get-answers"].entries()) {
    const link = find(id);
    const file = told.files[index];
    if (!file) { withhold(link); continue; }
    link.href = `${index ? "answers" : "pack"}.pdf?${told.query}`;
    link.download = file.name;
    link.removeAttribute("aria-disabled");
    link.removeAttribute("role");
  }
}

function withhold(link) {
  link.removeAttribute("href");
  link.setAttribute("role", "link");
  link.setAttribute("aria-disabled", "true");
}

async function countLeftOut(signal) {
  try {
    const answer = await fetch(`left-out?${query}`, { signal });
    const counts = await answer.json();
    for (const [name, pages] of Object.entries(counts)) {
      const count = form.querySelector(`[data-section="${CSS.escape(name)}"]:not(.lacking) .count`);
      if (count && !count.textContent) count.textContent = `+ ${pages} p.`;
    }
  } catch (error) {
    if (error.name !== "AbortError") throw error;
  }
}

// A bug in the program: the traceback is in the terminal where it was started.
function failed() {
  status.textContent = "studypack itself has failed: what it says is in the window where the preview was started.";
}

function ended() {
  revision = "";
  status.textContent = "The preview has ended. Start it again to go on.";
}

function keepAddress() {
  const words = new URLSearchParams(query);
  words.set("view", find("pages").dataset.view);
  history.replaceState(null, "", `?${words}`);
}

function chooseView(view) {
  for (const each of document.getElementsByName("view")) each.checked = each.value === view;
  showView(find("pages"), view);
}

// An image is gone: the server keeps only the last proofs, and renders this one again when it is fetched.
let mending = false;
find("pages").addEventListener("error", async (event) => {
  delete event.target.closest("figure").dataset.page;
  if (mending) return;
  mending = true;
  await show(query, "opened");
  setTimeout(() => { mending = false; }, 2000);
}, true);

const views = [...document.getElementsByName("view")].map((each) => each.value);
const wanted = query.get("view");
query.delete("view");
chooseView(views.includes(wanted) ? wanted : innerWidth < 900 ? "wide" : "spreads");

find("views").addEventListener("change", (event) => { chooseView(event.target.value); keepAddress(); });
form.addEventListener("change", (event) => show(changed(form, event.target, query), "chosen"));
form.addEventListener("submit", (event) => event.preventDefault());
find("fold").addEventListener("click", (event) => {
  const open = form.classList.toggle("open");
  event.currentTarget.setAttribute("aria-expanded", String(open));
});
find("copy").addEventListener("click", async () => {
  find("command").select();
  await navigator.clipboard.writeText(find("command").value);
  status.textContent = "The command is copied.";
});

await buildControls(form, find("whole"));
await show(query, "opened");
// A hidden tab waits until it is shown.
const keepUp = () => { if (!document.hidden && latest && latest !== revision) show(query, "saved"); };
let latest = ""; // revision of the file
listen((told) => { latest = JSON.parse(told)[content]; keepUp(); }, ended);
document.addEventListener("visibilitychange", keepUp);
