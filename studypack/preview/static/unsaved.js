// Texts that are not saved yet, kept by the browser's tab: they outlast a reload and a look at another content.

const BEFORE = "studypack text of ";

// `version` is that of the file when the text was begun; "" for a draft that never was a file.
export function keep(name, { text, version }) {
  try {
    sessionStorage.setItem(BEFORE + name, JSON.stringify({ text, version }));
  } catch { // it is too large for the browser: leaving the page asks, in any case
    forget(name);
  }
}

export const kept = (name) => JSON.parse(sessionStorage.getItem(BEFORE + name));

export const forget = (name) => sessionStorage.removeItem(BEFORE + name);

export const unsavedNames = () =>
  Object.keys(sessionStorage).filter((key) => key.startsWith(BEFORE)).map((key) => key.slice(BEFORE.length));
