// What is taken away: the links to the PDFs, and the command that builds them.

import { find, say } from "./dom.js";
import { fileAddress } from "./proofs.js";
import { isUnsaved } from "./source.js";

const LINKS = { pack: "get-pack", answers: "get-answers" };

export function offer(told) {
  find("command").value = told.command;
  find("from-file").hidden = !isUnsaved();
  Object.entries(LINKS).forEach(([name, id], index) => {
    const link = find(id);
    const file = told.files[index];
    if (!file) { withhold(link); return; }
    link.href = fileAddress(name);
    link.download = file.name;
    link.removeAttribute("aria-disabled");
    link.removeAttribute("role");
  });
}

export function offerNothing() {
  for (const id of Object.values(LINKS)) withhold(find(id));
}

function withhold(link) {
  link.removeAttribute("href");
  link.setAttribute("role", "link");
  link.setAttribute("aria-disabled", "true");
}

find("copy").addEventListener("click", async () => {
  find("command").select();
  await navigator.clipboard.writeText(find("command").value);
  say(find("status"), "The command is copied.");
});
