// The page's address: which content is shown, what of it is printed, and how its pages lie.

// Takes the address apart: the names that are for the page alone, and the choices, which go to the server.
export function readAddress() {
  const wishes = new URLSearchParams(location.search);
  const [content, view] = ["content", "view"].map((name) => wishes.get(name) ?? "");
  wishes.delete("content");
  wishes.delete("view");
  return { content, view, wishes };
}

export function keepAddress({ content, view, wishes }) {
  const words = new URLSearchParams(wishes);
  if (content) words.set("content", content);
  words.set("view", view);
  history.replaceState(null, "", `?${words}`);
}
