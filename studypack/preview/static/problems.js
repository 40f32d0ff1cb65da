// Shows problems as the terminal does: message, place, source line and hint; and the way to the line, where there is one.

import { button, made } from "./dom.js";

// `goTo` is called with the line and column of a problem that somebody wants to go to.
export function showProblems(place, told, goTo) {
  place.hidden = told.problems.length === 0;
  const shown = told.problems.map((problem) => problemOf(problem, goTo));
  if (told.more) shown.push(made("p", { class: "more" }, `and ${told.more.toLocaleString("en-GB")} more`));
  place.replaceChildren(...shown);
}

function problemOf(problem, goTo) {
  const article = made("article", { class: `problem ${problem.severity}` }, made("h2", {}, problem.message));
  const place = [problem.source, problem.line && `line ${problem.line}`, problem.column && `column ${problem.column}`];
  if (problem.source) article.append(made("p", { class: "place" }, place.filter(Boolean).join(", ")));
  if (problem.excerpt) article.append(excerptOf(problem));
  if (problem.hint) article.append(made("p", { class: "hint" }, made("b", {}, "Help: "), problem.hint));
  if (goTo && problem.line) article.append(button(`Go to line ${problem.line}`, () => goTo(problem.line, problem.column || 1)));
  return article;
}

function excerptOf(problem) {
  const [before, meant, after] = problem.excerpt;
  const line = made("pre", {}, made("span", { class: "number" }, `${problem.line}  `), before);
  line.tabIndex = 0; // it can scroll, so that the keyboard must reach it
  line.setAttribute("role", "group");
  line.setAttribute("aria-label", `Line ${problem.line}`);
  if (!problem.column) return line;
  line.append(made("mark", {}, meant), after, "\n");
  const caret = made("span", { class: "caret" }, "^".repeat([...meant].length || 1));
  line.append(made("span", { "aria-hidden": "true" }, made("span", { class: "blank" }, `${problem.line}  ${before}`), caret));
  return line;
}
