// The choices: built once from what the program says there is to choose, then kept in step with every proof.

import { find, made } from "./dom.js";

let controls = { pack: [], sections: {} };

export async function buildControls(form, whole) {
  controls = await (await fetch("controls")).json();
  whole.append(...controls.pack.map(controlOf));
}

function controlOf(control) {
  const id = `choose-${control.name}`;
  const says = made("p", { class: "says", id: `${id}-says` }, control.says);
  const label = made("label", { for: id }, control.label);
  const named = { id, name: control.name, "aria-describedby": says.id };
  if (control.kind === "switch") {
    return made("div", { class: "control switch" }, made("input", { ...named, type: "checkbox" }), label, says);
  }
  const field = control.kind === "number"
    ? made("input", { ...named, type: "number", min: control.least, max: control.most, step: control.step, placeholder: "auto" })
    : control.kind === "text"
    ? made("input", { ...named, type: "text", placeholder: `auto, or ${control.example}`, autocomplete: "off", spellcheck: "false" })
    : made("select", named, ...control.choices.map((each) => made("option", { value: each.value }, each.label)));
  field.value = control.usual;
  return made("div", { class: "control" }, label, field, says);
}

function rowOf(row) {
  const id = `print-${row.name}`;
  const tick = made("input", { type: "checkbox", id, value: row.name, class: "tick" });
  const item = made("li", { class: "row", "data-section": row.name },
    made("label", { for: id }, tick, made("span", { class: "name" })), made("span", { class: "count" }));
  const modes = controls.sections[row.name] ?? [];
  if (modes.length) {
    const group = made("div", { class: "modes", role: "group" }, ...modes.map(controlOf));
    item.append(made("details", {}, made("summary"), group));
  }
  item.append(made("p", { class: "note needs", id: `${id}-needs`, hidden: true }));
  return item;
}

export function showForm(form, state) {
  find("no-sections").hidden = true;
  const list = form.querySelector("#sections ul");
  const items = new Map([...list.children].map((item) => [item.dataset.section, item]));
  const wanted = state.sections.map((row) => items.get(row.name) ?? rowOf(row));
  // Moving an item takes the focus from it: only where the order is another one.
  if (wanted.length !== list.children.length || wanted.some((item, at) => item !== list.children[at])) {
    const focused = document.activeElement;
    list.replaceChildren(...wanted);
    if (list.contains(focused)) focused.focus();
  }
  state.sections.forEach((row, at) => showRow(wanted[at], row));
  for (const [name, value] of Object.entries(state.values)) {
    const field = form.elements[name];
    if (!field) continue;
    if (field.type === "checkbox") field.checked = value === "yes";
    else if (field !== document.activeElement || field.tagName !== "INPUT") field.value = value;
  }
  for (const item of wanted) sumUp(item, state.values);
}

function showRow(item, row) {
  const tick = item.querySelector(".tick");
  tick.checked = row.chosen;
  tick.disabled = Boolean(row.lacks);
  item.classList.toggle("lacking", tick.disabled);
  item.querySelector(".name").textContent = row.title;
  item.querySelector(".count").textContent = row.pages ? `${row.pages} p.` : "";
  const needs = item.querySelector(".needs");
  needs.textContent = row.lacks || row.left_out;
  needs.hidden = !needs.textContent;
  if (needs.textContent) tick.setAttribute("aria-describedby", needs.id);
  else tick.removeAttribute("aria-describedby");
  const modes = item.querySelector("details");
  if (!modes) return;
  modes.hidden = !row.chosen;
  modes.lastElementChild.setAttribute("aria-label", row.title);
}

// The line over a section's modes says the first of them, and which others are not as usual.
function sumUp(item, values) {
  const summary = item.querySelector("summary");
  if (!summary) return;
  const set = controls.sections[item.dataset.section]
    .filter((control, at) => at === 0 || values[control.name] !== control.usual)
    .map((control) => `${control.label}: ${spoken(control, values[control.name])}`);
  summary.textContent = set.join(", ");
  summary.setAttribute("aria-label", `How to print ${item.querySelector(".name").textContent}: ${summary.textContent}`);
  const usual = controls.sections[item.dataset.section].every((control) => values[control.name] === control.usual);
  summary.classList.toggle("set", !usual);
}

const spoken = (control, value) =>
  control.choices.find((each) => each.value === value)?.label.toLowerCase() || value || "auto";

// What is asked for once a field has changed: all that was, and that. What was not said stays unsaid, for other
// choices follow from it: a booklet's pages are half as large, unless somebody says how large.
export function changed(form, field, query) {
  const wishes = new URLSearchParams(query);
  if (field.classList.contains("tick")) {
    const ticked = [...form.querySelectorAll(".tick")].filter((tick) => tick.checked);
    wishes.delete("skip");
    wishes.set("sections", ticked.map((tick) => tick.value).join(","));
  } else {
    wishes.set(field.name, field.type === "checkbox" ? (field.checked ? "yes" : "no") : field.value);
    const control = controls.pack.find((each) => each.name === field.name);
    if (field.checked) control?.rules_out.forEach((other) => wishes.set(other, "no"));
  }
  return wishes;
}
