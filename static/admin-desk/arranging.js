// Arranging by hand: stories dragged into places, places moved up and down, the preview at two widths.
// Without this the same form works with its own lists of choices.

const form = document.getElementById("arrangement_form");
const slots = [...document.querySelectorAll(".slot")];
const candidates = [...document.querySelectorAll(".candidate[data-story]")];
const frame = document.querySelector(".arranging-preview");
const EVERY = 10000;
let known = "";
let dragged = null; // {story} or {slot}

for (const slot of slots) equip(slot);
for (const candidate of candidates) offer(candidate);
for (const slot of slots) select(slot).addEventListener("change", mark);
mark();

form.addEventListener("submit", ({ submitter }) => {
  if (submitter?.formTarget) frame.hidden = false;
});
for (const button of document.querySelectorAll("[data-width]")) {
  button.addEventListener("click", () => {
    frame.querySelector("iframe").width = button.dataset.width;
    for (const each of document.querySelectorAll("[data-width]")) each.setAttribute("aria-pressed", each === button);
  });
}

beat();
setInterval(beat, EVERY);
window.addEventListener("pagehide", () => navigator.sendBeacon(form.dataset.presence, here({ leaving: 1 })));

// Who else has the page open. An answer without words: all is as it was.
async function beat() {
  const answer = await fetch(form.dataset.presence, { method: "POST", body: here({ known }) }).catch(() => null);
  if (answer?.status !== 200) return;
  known = answer.headers.get("X-State");
  const others = (await answer.json()).here.filter((each) => !each.is_you).map((each) => `${each.name} (${each.since})`);
  document.getElementById("arranging-here").textContent = others.length
    ? interpolate(gettext("Open here too: %s"), [others.join(", ")])
    : "";
}

function here(more) {
  const data = new FormData();
  const sent = { csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value, tab: form.elements.tab.value, ...more };
  for (const [name, value] of Object.entries(sent)) data.append(name, value);
  return data;
}

function select(slot) {
  return slot.querySelector("select");
}

function values(slot) {
  return [...slot.querySelectorAll("select, input")].map((field) => field.value);
}

function fill(slot, those) {
  [...slot.querySelectorAll("select, input")].forEach((field, number) => (field.value = those[number] ?? ""));
}

function equip(slot) {
  const tools = document.createElement("div");
  tools.className = "slot-tools";
  tools.append(
    tool("↑", gettext("Up"), slot, () => swap(slot, -1)),
    tool("↓", gettext("Down"), slot, () => swap(slot, 1)),
    tool("×", gettext("Empty this place"), slot, () => {
      fill(slot, []);
      mark();
      tell(gettext("By recency and weight"));
    }),
  );
  slot.append(tools);
  slot.draggable = true;
  slot.addEventListener("dragstart", (event) => start(event, { slot }));
  slot.addEventListener("dragover", (event) => {
    event.preventDefault();
    slot.classList.add("is-target");
  });
  slot.addEventListener("dragleave", () => slot.classList.remove("is-target"));
  slot.addEventListener("drop", (event) => drop(event, slot));
}

function tool(sign, name, slot, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = sign;
  button.setAttribute("aria-label", `${name}: ${slot.querySelector("label").textContent}`);
  button.addEventListener("click", act);
  return button;
}

function offer(candidate) {
  const name = candidate.querySelector("strong").textContent;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = gettext("To the top");
  button.setAttribute("aria-label", `${gettext("To the top")}: ${name}`);
  button.addEventListener("click", () => put(candidate.dataset.story, 0));
  candidate.append(button);
  candidate.draggable = true;
  candidate.addEventListener("dragstart", (event) => start(event, { story: candidate.dataset.story }));
}

function start(event, what) {
  event.stopPropagation();
  dragged = what;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", what.story ?? "");
}

function drop(event, slot) {
  event.preventDefault();
  slot.classList.remove("is-target");
  if (dragged?.story) put(dragged.story, slots.indexOf(slot));
  if (dragged?.slot && dragged.slot !== slot) exchange(dragged.slot, slot);
  dragged = null;
}

// What stood there and below moves down; the story leaves the place that it had.
function put(story, place) {
  const had = slots.findIndex((slot) => select(slot).value === story);
  const end = had === -1 ? slots.length - 1 : had;
  if (end < place) for (let number = had; number < place; number++) fill(slots[number], values(slots[number + 1]));
  for (let number = end; number > place; number--) fill(slots[number], values(slots[number - 1]));
  fill(slots[place], [story]);
  mark();
  tell(interpolate(gettext("Place %s: %s"), [place + 1, select(slots[place]).selectedOptions[0].text]));
}

function swap(slot, step) {
  const other = slots[slots.indexOf(slot) + step];
  if (other) exchange(slot, other);
  (other ?? slot).querySelectorAll(".slot-tools button")[step < 0 ? 0 : 1].focus();
}

function exchange(one, other) {
  const held = values(one);
  fill(one, values(other));
  fill(other, held);
  mark();
  tell(interpolate(gettext("Place %s: %s"), [other.dataset.position, select(other).selectedOptions[0].text]));
}

function mark() {
  const placed = slots.map((slot) => select(slot).value);
  for (const candidate of candidates) candidate.classList.toggle("is-placed", placed.includes(candidate.dataset.story));
}

function tell(words) {
  document.getElementById("arranging-told").textContent = words;
}
