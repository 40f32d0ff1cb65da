// What pdf.js, the reader of Firefox, makes of a file.
//   node pdfjs.mjs LIBRARY read FILE          every page's text in the order of its structure tree, as JSON
//   node pdfjs.mjs LIBRARY copy FILE          every page's text as it is selected and copied, as JSON
//   node pdfjs.mjs LIBRARY fill FILE OUT TEXT every field filled in, as far as it takes the text, and saved
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , library, task, file, ...rest] = process.argv;
const { getDocument } = await import(pathToFileURL(`${library}/legacy/build/pdf.mjs`));
const opened = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;

async function read() {
  const pages = [];
  for (let number = 1; number <= opened.numPages; number++) {
    const page = await opened.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const shown = new Map(), open = [];
    for (const item of items) {
      if (item.type?.startsWith("beginMarkedContent")) open.push(item.id);
      else if (item.type === "endMarkedContent") open.pop();
      else if (open.at(-1)) shown.set(open.at(-1), (shown.get(open.at(-1)) ?? "") + item.str + (item.hasEOL ? " " : ""));
    }
    const said = [];
    // Of a table or a list pdf.js has every element on every page, as if its heads were printed again.
    const here = (node) => node.type === "content" || (node.children ?? []).some(here);
    const walk = (node) => {
      if (node.type === "content") said.push(["", shown.get(node.id) ?? ""]);
      else if (node.alt !== undefined) here(node) && said.push([node.role, node.alt]);
      else for (const child of node.children ?? []) walk(child);
    };
    const tree = await page.getStructTree();
    if (tree) walk(tree);
    pages.push(said);
  }
  return JSON.stringify(pages);
}

async function copy() {
  const pages = [];
  for (let number = 1; number <= opened.numPages; number++) {
    const { items } = await (await opened.getPage(number)).getTextContent();
    pages.push(items.map((item) => item.str).join(""));
  }
  return JSON.stringify(pages);
}

async function fill(out, text) {
  for (const fields of Object.values((await opened.getFieldObjects()) ?? {}))
    for (const field of fields) {
      const value = field.type === "text" ? text.slice(0, field.charLimit || text.length) : true;
      opened.annotationStorage.setValue(field.id, { value });
    }
  writeFileSync(out, await opened.saveDocument());
  return "{}";
}

console.log(await { read, copy, fill }[task](...rest));
