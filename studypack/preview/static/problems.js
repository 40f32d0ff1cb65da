// Shows problems as the terminal does: message, place, source line and hint.

export function showProblems(place, told) {
  place.hidden = told.problems.length === 0;
  const shown = told.problems.map(problemOf);
  if (told.more) {
    const more = document.createElement("p");
    more.className = "more";
    more.textContent = `and ${told.more.toLocaleString("en-GB")} more`;
    shown.push(more);
  }
  place.replaceChildren(...shown);
}

function element(tag, kind, ...inside) {
  const made = document.createElement(tag);
  if (kind) made.className = kind;
  made.append(...inside);
  return made;
}

function problemOf(problem) {
  const article = element("article", `problem ${problem.severity}`, element("h2", "", problem.message));
  const place = [problem.source, problem.line && `line ${problem.line}`, problem.column && `column ${problem.column}`];
  if (problem.source) article.append(element("p", "place", place.filter(Boolean).join(", ")));
  if (problem.excerpt) article.append(excerptOf(problem));
  if (problem.hint) article.append(element("p", "hint", element("b", "", "Help: "), problem.hint));
  return article;
}

function excerptOf(problem) {
  const [before, meant, after] = problem.excerpt;
  const line = element("pre", "", element("span", "number", `${problem.line}  `), before);
  line.tabIndex = 0; // it can scroll, so that the keyboard must reach it
  line.setAttribute("role", "group");
  line.setAttribute("aria-label", `Line ${problem.line}`);
  if (!problem.column) return line;
  line.append(element("mark", "", meant), after, "\n");
  const caret = element("span", "caret", "^".repeat([...meant].length || 1));
  const under = element("span", "", element("span", "unseen", `${problem.line}  ${before}`), caret);
  under.setAttribute("aria-hidden", "true");
  line.append(under);
  return line;
}
