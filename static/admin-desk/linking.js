// The links of a story as a list beside the text: order by dragging or by the arrow keys, role in place, removed with undo,
// the events of a match to tick. The lines of the text box are what counts; every change is written there, and read from there.

const KINDS = ["match", "event", "person", "team", "competition", "venue"];
const TITLES = {
  match: gettext("Matches"),
  event: gettext("Events"),
  person: gettext("People"),
  team: gettext("Teams"),
  competition: gettext("Competitions"),
  venue: gettext("Venues"),
};
const ROLES = { about: pgettext("a story and what it tells of", "About"), mentions: pgettext("role of a link", "Mentions") };
const LINE = /^(\?\s*)?(about|mentions|not)\s+([a-z]+)\s+(\d+)(?:\s+(.*))?$/;
// Where the name ends and what tells it from its namesakes begins.
const DETAILS = { person: / (?=\()/, match: /, /, event: / - / };

const panel = document.getElementById("links");
if (panel) start(panel, document.getElementById("id_ties"));

function start(panel, box) {
  const live = element("div", "links-live");
  const status = element("p", "links-status", { role: "status" });
  const groups = element("div", "links-groups");
  const seen = new Map();
  const open = new Set();
  let before = null;
  live.append(status, groups);
  panel.querySelector(".links-lines").before(live);
  panel.classList.add("is-live");
  if (!panel.querySelector(".errorlist")) panel.querySelector(".links-lines").hidden = true;

  panel.ties = {
    lines: () => box.value.split(/\r?\n/).filter((line) => line.trim()).map(parse),
    has: (kind, id) => panel.ties.lines().some((tie) => tie.kind === kind && tie.id === id && !tie.open),
    write,
    add: (line, role = "about") => write([...without(parse(line)), { ...parse(line), role, open: false }], added(parse(line))),
    tell,
  };
  box.addEventListener("input", draw);
  draw();

  function without(gone) {
    return panel.ties.lines().filter((tie) => tie.kind !== gone.kind || tie.id !== gone.id);
  }

  // Write other lines. `told`: what has happened, for eyes and ears; it can be taken back.
  function write(ties, told = "") {
    before = told ? box.value : null;
    box.value = ties.map(written).join("\n");
    for (const name of ["input", "change"]) box.dispatchEvent(new Event(name, { bubbles: true }));
    if (told) tell(told, true);
  }

  function tell(told, undoable = false) {
    status.replaceChildren(told);
    if (!undoable) return;
    const last = before;
    status.append(" ", button(gettext("Undo"), "links-undo", () => {
      box.value = last;
      for (const name of ["input", "change"]) box.dispatchEvent(new Event(name, { bubbles: true }));
      tell(gettext("As it was before."));
      (panel.querySelector("[role=combobox]") ?? panel).focus();
    }));
  }

  function draw() {
    const focused = keyOf(document.activeElement);
    const ties = panel.ties.lines();
    const shown = ties.filter((tie) => tie.role !== "not" && !tie.open);
    groups.replaceChildren(...KINDS.map((kind) => group(kind, shown.filter((tie) => tie.kind === kind))).filter(Boolean));
    if (!shown.length) groups.append(element("p", "quiet", {}, gettext("Nothing yet. Type a name above, or have the text read.")));
    if (focused) groups.querySelector(`[data-key="${focused.key}"] [data-tool="${focused.tool}"]`)?.focus();
    panel.dispatchEvent(new CustomEvent("links:drawn"));
  }

  function keyOf(tool) {
    const row = groups.contains(tool) && tool.closest("[data-key]");
    return row ? { key: row.dataset.key, tool: tool.dataset.tool } : null;
  }

  function group(kind, ties) {
    if (!ties.length) return null;
    const drawn = element("section", "links-group", { "aria-label": TITLES[kind] });
    const list = element("ul", "links-list");
    list.append(...ties.map((tie, place) => row(tie, place, ties)));
    drawn.append(element("h3", "", {}, TITLES[kind]), list);
    return drawn;
  }

  function row(tie, place, among) {
    const drawn = element("li", "link", { "data-key": `${tie.kind}:${tie.id}` });
    const name = element("span", "link-name");
    const [first, ...rest] = tie.label.split(DETAILS[tie.kind] ?? /$^/);
    name.append(element("strong", "", {}, first), rest.length ? ` ${rest.join(", ")}` : "");
    const tools = element("span", "link-tools");
    tools.append(role(tie), ...(among.length > 1 ? movers(tie, place, among) : []));
    tools.append(tool("remove", "×", `${gettext("Remove")}: ${first}`, () => remove(tie, first)));
    drawn.append(name, tools);
    if (tie.kind === "match") drawn.append(eventsOf(tie));
    if (among.length > 1) draggable(drawn, tie, among);
    drawn.addEventListener("keydown", (event) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!event.altKey || !step) return;
      event.preventDefault();
      move(tie, place + step, among);
    });
    return drawn;
  }

  function role(tie) {
    const select = element("select", "link-role", { "data-tool": "role", "aria-label": `${gettext("Role")}: ${tie.label}` });
    for (const [value, word] of Object.entries(ROLES)) select.append(new Option(word, value, false, value === tie.role));
    select.addEventListener("change", () => {
      write(panel.ties.lines().map((each) => (same(each, tie) ? { ...each, role: select.value } : each)));
    });
    return select;
  }

  function movers(tie, place, among) {
    const up = tool("up", "↑", `${gettext("Move up")}: ${tie.label}`, () => move(tie, place - 1, among));
    const down = tool("down", "↓", `${gettext("Move down")}: ${tie.label}`, () => move(tie, place + 1, among));
    up.setAttribute("aria-disabled", place === 0);
    down.setAttribute("aria-disabled", place === among.length - 1);
    return [up, down];
  }

  // To another place among those of its kind; the others keep their order.
  function move(tie, place, among) {
    if (place < 0 || place >= among.length) return;
    const order = among.filter((each) => !same(each, tie));
    order.splice(place, 0, tie);
    const rest = panel.ties.lines().filter((each) => !among.some((one) => same(one, each)));
    write([...rest, ...order]);
    tell(interpolate(gettext("%(name)s is now %(place)s of %(all)s."), { name: tie.label, place: place + 1, all: among.length }, true));
  }

  function remove(tie, name) {
    const next = groups.querySelector(`[data-key="${tie.kind}:${tie.id}"]`)?.nextElementSibling;
    write(without(tie), interpolate(gettext("Removed: %s."), [name]));
    (groups.querySelector(`[data-key="${next?.dataset.key}"] [data-tool=remove]`) ?? status.querySelector("button"))?.focus();
  }

  function draggable(drawn, tie, among) {
    drawn.draggable = true;
    drawn.addEventListener("dragstart", (event) => event.dataTransfer.setData("text/x-link", `${tie.kind}:${tie.id}`));
    drawn.addEventListener("dragover", (event) => event.dataTransfer.types.includes("text/x-link") && event.preventDefault());
    drawn.addEventListener("drop", (event) => {
      const dragged = among.find((each) => `${each.kind}:${each.id}` === event.dataTransfer.getData("text/x-link"));
      if (!dragged) return;
      event.preventDefault();
      move(dragged, among.findIndex((each) => same(each, tie)), among);
    });
  }

  function eventsOf(tie) {
    const drawn = element("details", "link-events");
    const list = element("ul");
    drawn.append(element("summary", "", { "data-tool": "events" }, gettext("Events")), list);
    drawn.open = open.has(tie.id);
    if (drawn.open) show();
    drawn.addEventListener("toggle", () => {
      if (drawn.open === open.has(tie.id)) return;
      if (drawn.open) open.add(tie.id);
      else open.delete(tie.id);
      if (drawn.open) show();
    });
    return drawn;

    function show() {
      if (seen.has(tie.id)) list.replaceChildren(...seen.get(tie.id).map(tick));
      else fetchEvents().then(draw, failed);
    }

    async function fetchEvents() {
      const answer = await fetch(`${panel.dataset.events}?match=${tie.id}&article=${panel.dataset.article}`);
      if (!answer.ok) throw new Error(answer.status);
      seen.set(tie.id, (await answer.json()).events);
    }

    function failed() {
      list.replaceChildren(element("li", "quiet", {}, gettext("The events could not be fetched. Close and open to try again.")));
    }
  }

  function tick(fact) {
    const drawn = element("li");
    const label = element("label");
    const input = element("input", "", { type: "checkbox", "data-tool": `event-${fact.id}` });
    input.checked = panel.ties.has("event", fact.id);
    input.addEventListener("change", () => (input.checked ? panel.ties.add(fact.line) : remove(parse(fact.line), fact.short)));
    label.append(input, ` ${fact.short}`);
    drawn.append(label);
    return drawn;
  }
}

function parse(line) {
  const found = LINE.exec(line.trim());
  if (!found) return { text: line };
  return { open: Boolean(found[1]), role: found[2], kind: found[3], id: Number(found[4]), label: found[5] ?? "" };
}

function written(tie) {
  return tie.text ?? `${tie.open ? "? " : ""}${tie.role} ${tie.kind} ${tie.id} ${tie.label}`;
}

function same(one, other) {
  return one.kind === other.kind && one.id === other.id && one.id !== undefined;
}

function added(tie) {
  return interpolate(gettext("Linked: %s."), [tie.label]);
}

function tool(name, sign, label, act) {
  const drawn = button(sign, "link-tool", act);
  drawn.setAttribute("aria-label", label);
  drawn.dataset.tool = name;
  return drawn;
}

function button(text, className, act) {
  const drawn = element("button", className, { type: "button" }, text);
  drawn.addEventListener("click", act);
  return drawn;
}

function element(tag, className = "", attributes = {}, text = "") {
  const drawn = document.createElement(tag);
  if (className) drawn.className = className;
  for (const [name, value] of Object.entries(attributes)) drawn.setAttribute(name, value);
  if (text) drawn.textContent = text;
  return drawn;
}
