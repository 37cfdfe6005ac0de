"use strict";
(() => {
  const tools = document.querySelector(".tools");
  const main = document.querySelector("main");
  if (!tools || !main) return;
  const form = tools.querySelector("form");
  const query = document.getElementById("query");
  const status = document.getElementById("status");
  const reasons = [...form.querySelectorAll("input[name=reason]")];
  const folds = [...main.querySelectorAll("details.same")];
  const articles = [...main.querySelectorAll("article")];
  const changes = articles.filter((article) => !article.closest("details.same"));
  const marks = window.CSS && CSS.highlights ? { found: new Highlight(), here: new Highlight() } : {};
  for (const [name, mark] of Object.entries(marks)) CSS.highlights.set(name, mark);
  let places = [];
  let at = -1;

  const isLeftOut = (article) => article.hidden || (main.dataset.view === "verbs" && !article.classList.contains("verbs"));

  function filter() {
    main.dataset.view = form.elements.view.value;
    const left = new Set(reasons.filter((box) => !box.checked).map((box) => box.value));
    for (const article of changes) {
      const why = article.dataset.why ? article.dataset.why.split(" ") : [];
      article.hidden = why.length > 0 && why.every((reason) => left.has(reason));
    }
    for (const fold of folds) fold.open = main.dataset.view === "all";
    find();
  }

  function find() {
    const wanted = query.value.trim().toLowerCase();
    places = [];
    at = -1;
    for (const mark of Object.values(marks)) mark.clear();
    if (!wanted) {
      const shown = changes.filter((article) => !isLeftOut(article)).length;
      status.textContent = `${shown} of ${changes.length} changes shown`;
      return;
    }
    for (const article of articles) {
      if (isLeftOut(article)) continue;
      for (const reading of article.querySelectorAll("p")) places.push(...placesIn(reading, wanted));
    }
    if (marks.found) for (const place of places) marks.found.add(place);
    status.textContent = places.length ? `${places.length} found` : "nothing found";
  }

  function placesIn(reading, wanted) {
    const text = reading.textContent.toLowerCase();
    const found = [];
    let start = text.indexOf(wanted);
    if (start < 0 || text.length !== reading.textContent.length) return found;
    const nodes = [];
    const walker = document.createTreeWalker(reading, NodeFilter.SHOW_TEXT);
    for (let begin = 0; walker.nextNode(); begin += walker.currentNode.length) nodes.push([begin, walker.currentNode]);
    while (start >= 0) {
      const end = start + wanted.length;
      const first = nodes.filter(([begin]) => begin <= start).pop();
      const last = nodes.filter(([begin]) => begin < end).pop();
      const range = document.createRange();
      range.setStart(first[1], start - first[0]);
      range.setEnd(last[1], end - last[0]);
      found.push(range);
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
    const here = shown.indexOf(document.activeElement.closest("article"));
    const edge = tools.getBoundingClientRect().bottom;
    const isBelow = (article) => article.getBoundingClientRect().top > edge;
    let next = here + by;
    if (here < 0) {
      const below = shown.findIndex(isBelow);
      next = below < 0 ? shown.length : below;
      if (by < 0) next -= 1;
    }
    if (next >= 0 && next < shown.length) show(shown[next]);
  }

  function arrive() {
    let name = location.hash.slice(1);
    try {
      name = decodeURIComponent(name);
    } catch {
      return;
    }
    const article = document.getElementById(name);
    if (!article || !article.matches("article")) return;
    if (isLeftOut(article)) {
      form.reset();
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
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input[type=search], textarea, select")) return;
    if (event.key === "n") go(1);
    else if (event.key === "p") go(-1);
    else if (event.key === "/") query.focus();
    else return;
    event.preventDefault();
  });
  window.addEventListener("hashchange", arrive);
  form.hidden = false;
  filter();
  arrive();
})();
