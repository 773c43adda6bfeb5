// What the text asks to be tied to, to be taken in one click or line by line: nothing is linked before somebody agrees.

const panel = document.getElementById("links");
if (panel?.ties) start(panel);

function start(panel) {
  const part = document.createElement("div");
  part.className = "proposed";
  const bar = document.createElement("div");
  bar.className = "links-reading";
  const ask = button(gettext("Read the text"), () => document.dispatchEvent(new CustomEvent("text:ask")));
  const told = document.createElement("p");
  told.className = "links-status";
  told.setAttribute("role", "status");
  const form = document.createElement("div");
  bar.append(ask);
  part.append(bar, told, form);
  panel.querySelector(".links-groups").before(part);
  let found = null;
  const ticked = new Map();

  document.addEventListener("text:reading", () => ask.setAttribute("aria-busy", "true"));
  document.addEventListener("text:unread", () => {
    ask.removeAttribute("aria-busy");
    told.textContent = gettext("The text could not be read. Nothing is lost; try again in a moment.");
  });
  document.addEventListener("text:read", ({ detail }) => {
    ask.removeAttribute("aria-busy");
    found = detail;
    draw();
    const number = waiting().length;
    told.textContent = number
      ? interpolate(ngettext("%s proposal from the text.", "%s proposals from the text.", number), [number])
      : gettext("The text asks for nothing more.");
  });
  panel.addEventListener("links:drawn", draw);
  draw();
  if (panel.ties.lines().some((tie) => tie.open)) document.dispatchEvent(new CustomEvent("text:ask"));

  // What an import proposed and what was read in the text, without what is linked or refused.
  function waiting() {
    const ties = panel.ties.lines();
    const decided = new Set(ties.filter((tie) => !tie.open).map((tie) => `${tie.kind}:${tie.id}`));
    const read = (found?.links ?? []).map((one) => ({ ...one, key: `${one.kind}:${one.id}` }));
    const known = new Set(read.map((one) => one.key));
    const imported = ties.filter((tie) => tie.open).map((tie) => ({ ...tie, key: `${tie.kind}:${tie.id}` }));
    const links = [...read, ...imported.filter((one) => !known.has(one.key))].filter((one) => !decided.has(one.key));
    return [...links, ...sources("citations"), ...sources("quotations")];
  }

  // Whom the text cites and quotes, as far as the lines do not say it yet and nobody has refused it.
  function sources(name) {
    const refused = linesOf("refused_sources").filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length));
    const lines = [...linesOf(name), ...refused].map((line) => line.split("|")[0].trim().toLowerCase());
    const title = { citations: gettext("Cited"), quotations: gettext("Quoted") }[name];
    return (found?.[name] ?? [])
      .map((one) => (typeof one === "string" ? { line: one, label: one } : { ...one, label: `“${one.words}”`, why: one.speaker }))
      .map((one) => ({ ...one, name, title, kind: name, key: `${name}:${one.line}` }))
      .filter((one) => !lines.includes(one.line.split("|")[0].trim().toLowerCase()));
  }

  function draw() {
    const all = waiting();
    const titles = Map.groupBy ? Map.groupBy(all, (one) => one.title ?? one.kind) : groupBy(all);
    form.replaceChildren(...[...titles].map(([title, ones]) => group(title, ones)));
    if (!all.length) return;
    const buttons = document.createElement("div");
    buttons.className = "links-reading";
    buttons.append(button(gettext("Take all that is ticked"), take, "is-first"), button(gettext("Refuse all"), refuse));
    form.prepend(buttons);
  }

  function group(title, ones) {
    const drawn = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.textContent = title;
    const list = document.createElement("ul");
    list.append(...ones.map(proposal));
    drawn.append(legend, list);
    return drawn;
  }

  function proposal(one) {
    const drawn = document.createElement("li");
    const label = document.createElement("label");
    const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: ticked.get(one.key) ?? true });
    box.addEventListener("change", () => ticked.set(one.key, box.checked));
    label.append(box, " ", Object.assign(document.createElement("strong"), { textContent: one.label }));
    drawn.append(label, detail(one));
    const places = one.words instanceof Array ? one.words : [one.place].filter(Boolean);
    for (const name of ["mouseenter", "focusin"]) drawn.addEventListener(name, () => mark(places));
    for (const name of ["mouseleave", "focusout"]) drawn.addEventListener(name, () => mark([]));
    return drawn;
  }

  // Its role, the words that it came from, and why.
  function detail(one) {
    const drawn = document.createElement("p");
    drawn.className = "proposed-why";
    const words = one.words instanceof Array ? one.words : [];
    const role = { about: pgettext("a story and what it tells of", "About"), mentions: pgettext("role of a link", "Mentions") };
    if (one.role) drawn.append(role[one.role], " · ");
    const texts = [...new Set(words.map((word) => word.text))];
    for (const text of texts) {
      const same = words.filter((word) => word.text === text);
      drawn.append(button(`“${text}”`, () => mark(same, true), "words"), " ");
    }
    drawn.append(one.why ?? "");
    return drawn;
  }

  function take() {
    const all = waiting();
    const taken = all.filter((one) => ticked.get(one.key) ?? true);
    decide(all, taken, interpolate(ngettext("%s taken.", "%s taken.", taken.length), [taken.length]));
  }

  function refuse() {
    decide(waiting(), [], gettext("Refused: not proposed again for this story."));
  }

  function decide(all, taken, words) {
    for (const name of ["citations", "quotations"]) add(name, taken.filter((one) => one.name === name).map((one) => one.line));
    const refused = all.filter((one) => one.name && !taken.includes(one));
    add("refused_sources", refused.map((one) => `${one.name} ${one.line.split("|")[0].trim()}`));
    const links = all.filter((one) => !one.name);
    const ties = panel.ties.lines().filter((tie) => !links.some((one) => one.kind === tie.kind && one.id === tie.id));
    const agreed = new Set(taken);
    const decided = links.map((one) => ({ ...one, role: agreed.has(one) ? one.role : "not", open: false, text: undefined }));
    panel.ties.write([...ties, ...decided], words);
    told.textContent = "";
    panel.querySelector(".links-status button")?.focus();
  }

  function add(name, lines) {
    if (!lines.length) return;
    const box = document.getElementById(`id_${name}`);
    box.value = [...linesOf(name), ...lines].join("\n");
    for (const event of ["input", "change"]) box.dispatchEvent(new Event(event, { bubbles: true }));
  }
}

function linesOf(name) {
  return document.getElementById(`id_${name}`).value.split(/\r?\n/).filter((line) => line.trim());
}

function mark(places, scroll = false) {
  document.dispatchEvent(new CustomEvent("text:mark", { detail: { places, scroll } }));
}

function groupBy(all) {
  const groups = new Map();
  for (const one of all) groups.set(one.title ?? one.kind, [...(groups.get(one.title ?? one.kind) ?? []), one]);
  return groups;
}

function button(text, act, more = "") {
  const drawn = Object.assign(document.createElement("button"), { type: "button", textContent: text });
  drawn.className = more === "words" ? "proposed-words" : `links-button ${more}`.trim();
  drawn.addEventListener("click", act);
  return drawn;
}
