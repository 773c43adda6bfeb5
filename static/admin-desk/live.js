// The live desk: shows the reading of a line while it is typed, keeps it with Enter, asks what the other has entered, and
// ticks the clock. And line-ups: shows who is meant while the list is typed. Without this the same forms work page by page.

const POLL = 3000;
const PAUSE = 150;
const desk = document.querySelector(".live");
const lineup = document.querySelector(".live-lineup");
let ahead = 0; // by how much the paper's clock is ahead of this machine's

document.documentElement.classList.add("live-scripted");
if (desk) night(desk);
if (lineup) sheet(lineup);

function night(desk) {
  const form = desk.querySelector("#console");
  const line = form.elements.line;
  const reading = form.querySelector("#reading");
  let shown = null; // the last reading that was drawn
  let kept = "";
  let tag = "";
  let waiting = 0;

  line.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(read, PAUSE);
  });
  line.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return clear();
    if (event.key === "ArrowUp" && !line.value && kept) {
      event.preventDefault();
      line.value = kept;
      return read();
    }
    if (event.key === "z" && (event.ctrlKey || event.metaKey) && !line.value) {
      event.preventDefault();
      desk.querySelector("[data-undo]:not([hidden])")?.requestSubmit();
    }
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!line.value.trim()) return;
    if (shown?.ok && shown.line === line.value.trim()) await keep();
    else await read();
  });
  desk.addEventListener("submit", async (event) => {
    const button = event.target;
    if (button === form || button.method !== "post") return;
    event.preventDefault();
    const sent = await post(button.action, new FormData(button));
    say(sent?.message ?? form.dataset.unsent, !sent?.ok);
    await refresh();
    line.focus();
  });

  async function read() {
    clearTimeout(waiting);
    const typed = line.value.trim();
    if (!typed) return clear();
    const answer = await fetch(`${form.dataset.reading}?line=${encodeURIComponent(typed)}`).catch(() => null);
    if (line.value.trim() !== typed) return; // typed on meanwhile: a later reading is on its way
    if (!answer?.ok) return say(form.dataset.unsent, true);
    shown = await answer.json();
    say(shown.message, !shown.ok, shown.doubts);
  }

  // The sealed reading can be sent again after a failure: the same line is kept once.
  async function keep() {
    const data = new FormData(form);
    const typed = line.value;
    data.set("token", shown.token);
    const sent = await post(form.action, data);
    if (!sent) return say(form.dataset.unsent, true);
    if (!sent.ok) return say(sent.message, true);
    kept = typed;
    if (line.value === typed) clear();
    say(form.dataset.kept);
    await refresh();
  }

  function clear() {
    line.value = "";
    shown = null;
    say("");
  }

  function say(message, wrong = false, doubts = []) {
    reading.className = `live-reading${message ? (wrong ? " is-unclear" : " is-read") : ""}`;
    reading.replaceChildren(...[message, ...(doubts ?? [])].filter(Boolean).map(paragraph));
  }

  async function refresh() {
    const headers = tag ? { "If-None-Match": tag } : {};
    const answer = await fetch(desk.dataset.state, { headers, cache: "no-store" }).catch(() => null);
    if (!answer || answer.status !== 200) return;
    tag = answer.headers.get("ETag");
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of page.querySelectorAll("[data-part]")) {
      const there = desk.querySelector(`[data-part="${part.dataset.part}"]`);
      if (there.contains(document.activeElement) && document.activeElement.matches("input:not([type=hidden])")) tag = "";
      else there.replaceChildren(...part.childNodes);
    }
    tick();
  }

  setInterval(refresh, POLL);
  setInterval(tick, 1000);
  tick();
}

function paragraph(text, place) {
  const drawn = document.createElement("p");
  drawn.className = place ? "live-doubt" : "";
  drawn.textContent = text;
  return drawn;
}

// What the server answered, or null if it was not reached.
async function post(address, data) {
  const options = { method: "POST", body: data, headers: { "X-Requested-With": "fetch" } };
  const answer = await fetch(address, options).catch(() => null);
  if (!answer || answer.status >= 500) return null;
  return { ok: answer.ok, ...(await answer.json().catch(() => ({}))) };
}

function tick() {
  const clock = document.querySelector("[data-clock]");
  if (clock && clock.dataset.now) {
    ahead = new Date(clock.dataset.now) - Date.now();
    delete clock.dataset.now;
  }
  const now = Date.now() + ahead;
  if (clock?.dataset.first) {
    const [first, last] = [Number(clock.dataset.first), Number(clock.dataset.last)];
    const minute = first + Math.max(0, Math.floor((now - new Date(clock.dataset.clock)) / 60000));
    clock.textContent = minute > last ? `${last}+${minute - last}'` : `${minute}'`;
  }
  for (const undo of document.querySelectorAll("[data-undo]")) {
    const left = Number(undo.dataset.seconds) - Math.floor((now - new Date(undo.dataset.undo)) / 1000);
    undo.hidden = left <= 0;
  }
}

function sheet(form) {
  const text = form.elements.text;
  const preview = form.querySelector("#preview");
  const add = form.querySelector("#add");
  let waiting = 0;
  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 300);
  });
  form.elements.new?.addEventListener("change", show);
  if (!add) return;
  add.parentElement.hidden = false;
  add.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    text.value = `${text.value.replace(/[ \t]+$/, "")}${text.value && !text.value.endsWith("\n") ? "\n" : ""}${add.value}`;
    add.value = "";
    show();
  });

  async function show() {
    clearTimeout(waiting);
    const typed = text.value;
    const options = { method: "POST", body: new FormData(form), headers: { "X-Requested-With": "fetch" } };
    const answer = await fetch(form.action, options).catch(() => null);
    if (!answer?.ok || text.value !== typed) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    preview.replaceChildren(...page.body.childNodes);
  }
}
