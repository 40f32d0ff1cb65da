// The pages as images. Their URLs hold the page's fingerprint, so that only changed pages are fetched again.

const addressOf = (page, width) => `page/${page.id}/${width}.jpg`;

// Shows the files' pages as images, which exist in `widths`; returns those that have changed.
export function showPages(place, files, widths) {
  const anchor = inView(place);
  const changed = [];
  while (place.children.length > files.length) place.lastElementChild.remove();
  files.forEach((file, index) => {
    const section = place.children[index] ?? place.appendChild(newFile(index));
    const name = index ? "Answers" : "Pack";
    section.setAttribute("aria-label", name);
    section.querySelector("h2").textContent = name;
    section.querySelector("p").textContent = `${file.name}, ${file.print_spec}`;
    section.classList.toggle("one-sided", file.one_sided);
    const figures = [...section.querySelectorAll("figure")];
    for (const figure of figures.slice(file.pages.length)) figure.remove();
    file.pages.forEach((page, at) => {
      const figure = figures[at] ?? section.appendChild(newLeaf());
      if (showLeaf(figure, page, `${index ? "answers" : "pack"}-${page.number}`, file.pages.length, widths)) {
        changed.push({ id: figure.id, label: `${index ? "answers, " : ""}page ${page.number}` });
      }
    });
  });
  showSizes(place);
  if (anchor) comeBack(place, anchor);
  return changed;
}

function newFile(index) {
  const section = document.createElement("section");
  section.className = "file";
  const header = section.appendChild(document.createElement("header"));
  header.append(document.createElement("h2"), document.createElement("p"));
  header.lastElementChild.className = "note";
  if (index === 0) {
    const keys = header.appendChild(document.createElement("p"));
    keys.className = "note keys";
    keys.setAttribute("aria-hidden", "true"); // the description of the pages says the same
    keys.textContent = document.getElementById("turning").textContent;
  }
  return section;
}

function newLeaf() {
  const figure = document.createElement("figure");
  figure.tabIndex = -1;
  const image = figure.appendChild(document.createElement("img"));
  image.loading = "lazy";
  image.decoding = "async";
  const caption = figure.appendChild(document.createElement("figcaption"));
  caption.append(document.createElement("b"), document.createElement("span"));
  return figure;
}

function showLeaf(figure, page, id, count, widths) {
  const before = figure.dataset.page;
  if (before === page.id && figure.id === id) return false;
  const image = figure.querySelector("img");
  figure.id = id;
  figure.dataset.page = page.id;
  figure.dataset.section = page.section;
  figure.className = page.recto ? "recto" : "verso";
  image.width = Math.round(page.width);
  image.height = Math.round(page.height);
  image.alt = `Page ${page.number} of ${count}, ${page.title}. ${page.begins || "Blank."}`;
  if (before !== page.id) {
    image.srcset = widths.map((width) => `${addressOf(page, width)} ${width}w`).join(", ");
    image.src = addressOf(page, 800);
  }
  figure.querySelector("b").textContent = page.number;
  figure.querySelector("span").textContent = page.title;
  if (before && before !== page.id) {
    figure.classList.add("changed");
    figure.addEventListener("animationend", () => figure.classList.remove("changed"), { once: true });
  }
  return before !== page.id;
}

export function showView(place, view) {
  const anchor = inView(place);
  place.dataset.view = view;
  showSizes(place);
  if (anchor) comeBack(place, anchor);
}

// The displayed width of the images. From it and the device pixel ratio, the browser chooses the image to fetch.
function showSizes(place) {
  const image = place.querySelector("img");
  if (!image) return;
  const bar = document.getElementById("bar").offsetHeight;
  // The size of the page itself, without the image's border.
  const [width, height] = ["width", "height"].map((name) => Number(image.getAttribute(name)));
  const whole = Math.max(200, ((innerHeight - bar - 60) * width) / height);
  place.style.setProperty("--whole-page", `${Math.round(whole)}px`);
  const wide = Math.max(1, Math.round(image.getBoundingClientRect().width));
  for (const each of place.querySelectorAll("img")) each.sizes = `${wide}px`;
}

// The page in view and its scroll position, which are kept when the pages are rebuilt.
function inView(place) {
  const edge = document.getElementById("bar").offsetHeight;
  const figure = firstInView(place);
  if (!figure || scrollY === 0) return null;
  const { section } = figure.dataset;
  const file = figure.closest(".file");
  const mates = [...file.querySelectorAll(`figure[data-section="${CSS.escape(section)}"]`)];
  const box = figure.getBoundingClientRect();
  return {
    file: [...place.children].indexOf(file), section, at: mates.indexOf(figure),
    share: (edge - box.top) / box.height,
  };
}

function firstInView(place) {
  const edge = document.getElementById("bar").offsetHeight;
  return [...place.querySelectorAll("figure")].find((each) => each.getBoundingClientRect().bottom > edge) ?? null;
}

function comeBack(place, anchor) {
  const mates = place.children[anchor.file]?.querySelectorAll(`figure[data-section="${CSS.escape(anchor.section)}"]`);
  if (!mates?.length) return;
  const box = mates[Math.min(anchor.at, mates.length - 1)].getBoundingClientRect();
  const edge = document.getElementById("bar").offsetHeight;
  scrollBy(0, box.top + anchor.share * box.height - edge);
}

const pages = document.getElementById("pages");
new ResizeObserver(() => showSizes(pages)).observe(pages);
addEventListener("resize", () => showSizes(pages));

// Turns pages with the arrow keys, unless the focus is on a control that uses them itself.
document.addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || pages.hidden) return;
  if (event.target !== document.body && !pages.contains(event.target)) return;
  const figures = [...pages.querySelectorAll("figure")];
  const from = event.target.closest("figure") ?? (scrollY > 0 ? firstInView(pages) : null);
  const next = figures[Math.max(0, Math.min(figures.length - 1, figures.indexOf(from) + step))];
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "start", behavior });
  event.preventDefault();
});
