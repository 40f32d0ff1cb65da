// What the parts of the page share: finding and making elements, and counting in words.

export const find = (id) => document.getElementById(id);

export function made(tag, attributes = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...inside);
  return element;
}

export function button(words, pressed, attributes = {}) {
  const element = made("button", { type: "button", ...attributes }, words);
  element.addEventListener("click", pressed);
  return element;
}

export const counted = (count, word) => `${count.toLocaleString("en-GB")} ${word}${count === 1 ? "" : "s"}`;

// Says something in a live region; what is said already is not said again.
export function say(place, ...words) {
  if (words.length === 1 && place.textContent === words[0] && !place.children.length) return;
  place.replaceChildren(...words);
}
