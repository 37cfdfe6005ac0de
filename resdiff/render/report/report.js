"use strict";
(() => {
  const tools = document.querySelector(".tools");
  const main = document.querySelector("main");
  if (!tools || !main) return;
  const form = tools.querySelector("form");
  const query = document.getElementById("query");
  const status = document.getElementById("status");
  const reasons = [...form.querySelectorAll("input[name=reason]")];
  const weights = [...form.querySelectorAll("input[name=weight]")];
  const folds = [...main.querySelectorAll("details.same")];
  const articles = [...main.querySelectorAll("article")];
  const cells = [...main.querySelectorAll("[aria-labelledby=vote] td, [aria-labelledby=vote] li")];
  const changes = articles.filter((article) => !article.closest("details.same"));
  const marks = window.CSS && CSS.highlights ? { found: new Highlight(), here: new Highlight() } : {};
  for (const [name, mark] of Object.entries(marks)) CSS.highlights.set(name, mark);
  let places = [];
  let at = -1;

  const isLeftOut = (article) => article.hidden || (main.dataset.view === "verbs" && !article.classList.contains("verbs"));

  function filter() {
    main.dataset.view = form.elements.view.value;
    const unchecked = (boxes) => new Set(boxes.filter((box) => !box.checked).map((box) => box.value));
    const [left, light] = [unchecked(reasons), unchecked(weights)];
    for (const article of changes) {
      const why = article.dataset.why ? article.dataset.why.split(" ") : [];
      article.hidden = light.has(article.dataset.weight) || (why.length > 0 && why.every((reason) => left.has(reason)));
    }
    for (const fold of folds) fold.open = main.dataset.view === "all";
    find();
  }

  function find() {
    const wanted = folded(query.value.trim());
    places = [];
    at = -1;
    for (const mark of Object.values(marks)) mark.clear();
    if (!wanted) {
      const shown = changes.filter((article) => !isLeftOut(article)).length;
      status.textContent = `${shown} of ${changes.length} shown`;
      return;
    }
    for (const article of articles) {
      if (isLeftOut(article)) continue;
      for (const reading of article.querySelectorAll("p")) places.push(...placesIn(reading, wanted));
    }
    for (const cell of cells) places.push(...placesIn(cell, wanted));
    if (marks.found) for (const place of places) marks.found.add(place);
    const all = main.dataset.view !== "verbs" && !changes.some((article) => article.hidden);
    status.textContent = places.length ? `${places.length} found` : all ? "nothing found" : "nothing found in what is shown";
  }

  function folded(text) {
    const plain = text.replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"').replace(/[\u2010-\u2014]/g, "-").replace(/\s/g, " ");
    const lowered = plain.toLowerCase();
    if (lowered.length === text.length) return lowered;
    return plain.split("").map((sign) => (sign.toLowerCase().length === 1 ? sign.toLowerCase() : sign)).join("");
  }

  // What stays stands on both sides; it is found on the revised one alone.
  const staysHere = (reading, nodes) => reading.closest(".sides > div:first-child:not(:last-child)") !== null
    && reading.closest(".sides").querySelector(":scope > div:last-child p") !== null
    && !nodes.some((node) => node.parentElement.closest("del") !== null);

  function placesIn(reading, wanted) {
    const text = folded(reading.textContent);
    const found = [];
    let start = text.indexOf(wanted);
    if (start < 0) return found;
    const nodes = [];
    const walker = document.createTreeWalker(reading, NodeFilter.SHOW_TEXT);
    for (let begin = 0; walker.nextNode(); begin += walker.currentNode.length) nodes.push([begin, walker.currentNode]);
    while (start >= 0) {
      const end = start + wanted.length;
      const before = nodes.findLastIndex(([begin]) => begin <= start);
      const behind = nodes.findLastIndex(([begin]) => begin < end);
      const [first, last] = [nodes[before], nodes[behind]];
      const range = document.createRange();
      range.setStart(first[1], start - first[0]);
      range.setEnd(last[1], end - last[0]);
      if (!staysHere(reading, nodes.slice(before, behind + 1).map(([, node]) => node))) found.push(range);
      start = text.indexOf(wanted, end);
    }
    return found;
  }

  function step(by) {
    if (!places.length) return;
    at = at < 0 && by < 0 ? places.length - 1 : (at + by + places.length) % places.length;
    const element = places[at].startContainer.parentElement;
    open(element);
    if (marks.here) {
      marks.here.clear();
      marks.here.add(places[at]);
    }
    element.scrollIntoView({ block: "center" });
    status.textContent = `${at + 1} of ${places.length} found`;
  }

  function open(element) {
    const fold = element.closest("details.same");
    if (fold) fold.open = true;
  }

  function show(article) {
    open(article);
    article.tabIndex = -1;
    article.focus({ preventScroll: true });
    article.scrollIntoView({ block: "start" });
  }

  function go(by) {
    const shown = changes.filter((article) => !isLeftOut(article));
    const edge = Math.max(tools.getBoundingClientRect().bottom, 0);
    const focused = document.activeElement.closest("article");
    const place = focused ? focused.getBoundingClientRect() : null;
    const here = place && place.bottom > edge && place.top < innerHeight ? shown.indexOf(focused) : -1;
    const isBelow = (article) => article.getBoundingClientRect().top > edge;
    let next = here + by;
    if (here < 0) {
      const below = shown.findIndex(isBelow);
      next = below < 0 ? shown.length : below;
      if (by < 0) next -= 1;
    }
    if (next >= 0 && next < shown.length) show(shown[next]);
  }

  // The focused change as text, with the name of the text and of the paragraph behind it.
  function copy() {
    const article = document.activeElement.closest("article");
    if (!article || !navigator.clipboard) return;
    const sides = article.querySelectorAll(".sides > div, .both");
    const words = [...(sides[sides.length - 1] || article).querySelectorAll("p")].map((p) => p.textContent).join("\n");
    const reference = `${article.querySelector("h4 a").textContent}, ${document.title}`;
    navigator.clipboard.writeText(`${words}\n(${reference})`).then(() => { status.textContent = "copied"; });
  }

  function arrive() {
    let name = location.hash.slice(1);
    try {
      name = decodeURIComponent(name);
    } catch {
      return;
    }
    const element = document.getElementById(name);
    const article = element && element.closest("article");
    if (!article) return;
    if (isLeftOut(article)) {
      for (const box of [...reasons, ...weights]) box.checked = true;
      form.elements.view.value = "changed";
      filter();
    }
    show(article);
  }

  form.addEventListener("change", (event) => {
    if (event.target !== query) filter();
  });
  let waiting = 0;
  function findNow() {
    if (!waiting) return;
    clearTimeout(waiting);
    waiting = 0;
    find();
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    findNow();
    step(event.submitter && event.submitter.value === "back" ? -1 : 1);
  });
  query.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(findNow, 120);
  });
  query.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      findNow();
      step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      query.value = "";
      find();
      query.blur();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input[type=search], textarea, select")) return;
    if (event.key === "n") go(1);
    else if (event.key === "p") go(-1);
    else if (event.key === "/") query.focus();
    else if (event.key === "c") copy();
    else return;
    event.preventDefault();
  });
  window.addEventListener("hashchange", arrive);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) arrive();
  });
  form.hidden = false;
  const measure = () => {
    const bar = getComputedStyle(tools).position === "sticky" ? tools : tools.querySelector(".map");
    const height = getComputedStyle(bar || tools).position === "sticky" ? (bar || tools).getBoundingClientRect().height : 0;
    document.documentElement.style.scrollPaddingTop = `${height + 8}px`;
  };
  new ResizeObserver(measure).observe(form);
  window.addEventListener("resize", measure);
  filter();
  measure();
  arrive();
})();
