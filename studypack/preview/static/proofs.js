// Asks the server for the proof of what is shown; a later question overtakes an earlier one.

import { answered, named } from "./source.js";

let asked = new AbortController();
let address = ""; // of the last proof: the files and the counts are asked for by it

// Returns the server's answer, with or without problems; null if it was overtaken. Throws if there is none.
export async function askProof(wishes) {
  asked.abort();
  asked = new AbortController();
  const { signal } = asked;
  try {
    const told = await asking(wishes, signal);
    return signal.aborted ? null : told;
  } catch (error) {
    if (error.name === "AbortError") return null; // before the answer, or within it
    throw error;
  }
}

async function asking(wishes, signal, again = true) {
  const names = await named();
  if (signal.aborted || names.problems) return names;
  const query = new URLSearchParams([...Object.entries(names), ...wishes]);
  const told = await answered(await fetch(`proof?${query}`, { signal }));
  if (told.gone && again) return asking(wishes, signal, false);
  address = String(new URLSearchParams([...Object.entries(names), ...new URLSearchParams(told.query ?? "")]));
  return told;
}

// Returns the address of the pack's PDF, or of the answers'.
export const fileAddress = (name) => `${name}.pdf?${address}`;

// Returns how many pages each section that is left out would take; null if another proof was asked for meanwhile.
export async function askLeftOut() {
  const { signal } = asked;
  try {
    const answer = await fetch(`left-out?${address}`, { signal });
    return answer.ok ? await answer.json() : null;
  } catch (error) {
    if (error.name === "AbortError") return null;
    throw error;
  }
}
