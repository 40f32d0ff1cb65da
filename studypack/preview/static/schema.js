// What fits at the caret: the keys that the content's schema has at this place, or the values that a key can have.

let schema = null;

export async function loadSchema() {
  schema ??= await (await fetch("schema")).json();
}

// Returns `from` and `to`, the offsets of what is typed already, and the `fits`, each with `name`, `put` and `says`; or null.
export function fitting(text, caret) {
  const from = text.lastIndexOf("\n", caret - 1) + 1;
  const lines = text.slice(0, from).split("\n").slice(0, -1);
  const line = text.slice(from, caret);
  const after = /^[^\n]*/.exec(text.slice(caret))[0];
  const key = /^((?:\s|- )*)([\w-]*)$/.exec(line);
  if (key && schema && !after.trim()) return fits(keysAt(lines, key[1], text, from), key[2], caret);
  const value = /^((?:\s|- )*)([\w-]+): +([\w-]*)$/.exec(line);
  if (value && schema && !after.trim()) return fits(valuesAt(lines, value[1], value[2], text), value[3], caret);
  return null;
}

function fits(all, typed, caret) {
  const found = all.filter(({ name }) => name.startsWith(typed));
  return found.length && !(found.length === 1 && found[0].name === typed) ? { from: caret - typed.length, to: caret, fits: found } : null;
}

function keysAt(lines, prefix, text, from) {
  const path = pathOf(lines, prefix);
  if (!path) return [];
  const taken = siblings(text, from, prefix.length);
  const found = new Map();
  for (const node of nodesAt(path)) {
    for (const [name, value] of Object.entries(node.properties ?? {})) {
      if (!taken.has(name)) found.set(name, { name, put: name + opening(value, prefix.length), says: oneLine(value.description) });
    }
  }
  return [...found.values()];
}

function valuesAt(lines, prefix, key, text) {
  const path = pathOf(lines, prefix);
  if (!path) return [];
  const own = key === "side" && path.at(-2) === "points" ? sideNames(text) : [];
  if (own.length) return own.map((name) => ({ name, put: name, says: "" }));
  const all = nodesAt([...path, key]).flatMap((node) => node.type === "boolean" ? [["yes", ""], ["no", ""]]
    : (node.enum ?? []).map((name, at) => [String(name), node.enumDescriptions?.[at] ?? ""]));
  return [...new Map(all)].map(([name, says]) => ({ name, put: name, says: oneLine(says) }));
}

// The keys from the top of the text down to a line that begins with `prefix`, "-" for an item of a list; null within a text.
function pathOf(lines, prefix) {
  const path = [];
  let column = prefix.length;
  let inList = false;
  const dashes = (before) => {
    for (let at = before.lastIndexOf("- "); at >= 0; at = at ? before.lastIndexOf("- ", at - 1) : -1) {
      if (at < column) { path.unshift("-"); column = at; inList = true; }
    }
  };
  dashes(prefix);
  for (let at = lines.length - 1; at >= 0 && (column > 0 || inList); at -= 1) {
    const [, before, key, value] = /^((?:\s|- )*)(?:([\w-]+):(?:\s+(.*))?$)?/.exec(lines[at]);
    if (!lines[at].trim() || /^\s*#/.test(lines[at])) continue;
    if (key && (inList ? before.length <= column : before.length < column)) {
      if (value && !value.startsWith("#")) return null;
      path.unshift(key);
      column = before.length;
      inList = false;
    }
    dashes(before);
  }
  return path;
}

// The keys that stand at the same column before and after the line that begins at `from`.
function siblings(text, from, column) {
  const found = new Set();
  const collect = (lines) => {
    for (const line of lines) {
      if (!line.trim() || /^\s*#/.test(line)) continue;
      const [, before, key] = /^((?:\s|- )*)(?:([\w-]+):)?/.exec(line);
      if (before.length < column) return;
      if (before.length === column && key) found.add(key);
      if (before.length === column && before.includes("- ")) return;
    }
  };
  if (!/- $/.test(text.slice(from, from + column))) collect(text.slice(0, from).split("\n").reverse().slice(1));
  const below = text.slice(from).split("\n").slice(1);
  const end = below.findIndex((line) => /^\s*- /.test(line) && line.indexOf("-") < column);
  collect(end < 0 ? below : below.slice(0, end));
  return found;
}

// The simple schemas that a path leads to.
function nodesAt(path) {
  return path.reduce((nodes, part) => nodes.flatMap((node) => {
    const next = part === "-" ? node.items : node.properties?.[part] ?? node.additionalProperties;
    return next && typeof next === "object" ? simple(next) : [];
  }), simple(schema));
}

// A schema without references and alternatives: all of those that it stands for.
function simple(node) {
  if (node.$ref) return simple(schema.$defs[node.$ref.split("/").at(-1)]);
  const others = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])];
  return [node, ...others.flatMap(simple)];
}

// What follows a key: its value in the line, or under it, in a list or not.
function opening(value, column) {
  const kinds = new Set(simple(value).flatMap(({ type }) => type ?? []));
  if (["string", "number", "boolean"].some((kind) => kinds.has(kind))) return ": ";
  const under = `:\n${" ".repeat(column + 2)}`;
  return kinds.has("array") ? `${under}- ` : kinds.has("object") ? under : ": ";
}

const sideNames = (text) => {
  const block = /^sides:\s*\n((?:[ \t#-].*\n|\n)*)/m.exec(text)?.[1] ?? "";
  const named = (key) => [...block.matchAll(new RegExp(`^\\s*(?:- )?${key}: *([\\w-]+)\\s*$`, "gm"))].map((found) => found[1]);
  return named("id");
};

const oneLine = (says) => (says ?? "").replaceAll("\n", " ");
