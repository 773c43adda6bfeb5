// Topics one by one, suggested while somebody types; the box of names with commas between stays what counts.

const WAIT = 150;
const part = document.querySelector("[data-topics]");
const names = part?.querySelector("input[name=tags]");
if (names) start(part, names);

function start(part, names) {
  const live = document.createElement("div");
  live.className = "topics";
  live.innerHTML = `
    <ul class="topics-list"></ul>
    <input type="text" id="topics-search" class="vTextField" role="combobox" autocomplete="off" aria-autocomplete="list"
      aria-expanded="false" aria-controls="topics-found">
    <div id="topics-found" class="links-found" role="listbox" hidden></div>
    <p class="links-status" role="status"></p>`;
  const [list, box, found, status] = live.children;
  const label = part.querySelector("label");
  label.htmlFor = box.id;
  found.setAttribute("aria-label", gettext("Topics"));
  names.after(live);
  names.type = "hidden";
  let waiting = 0;
  let asked = null;
  let chosen = -1;

  names.addEventListener("input", draw);
  names.form.addEventListener("submit", () => add(box.value));
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    if (box.value.includes(",")) return box.value.split(",").forEach(add);
    waiting = setTimeout(ask, WAIT);
  });
  box.addEventListener("blur", () => setTimeout(close, WAIT));
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !found.hidden) {
      event.preventDefault();
      choose(chosen + step);
    } else if (event.key === "Enter") {
      event.preventDefault();
      add(options()[chosen]?.dataset.name ?? box.value);
    } else if (event.key === "Escape") close();
    else if (event.key === "Backspace" && !box.value) remove(chosenNames().at(-1));
  });
  draw();

  function chosenNames() {
    return [...names.value.matchAll(/"([^"]*)"|([^,"]+)/g)].map((part) => (part[1] ?? part[2]).trim()).filter(Boolean);
  }

  function write(all, told) {
    names.value = all.map((name) => `"${name}"`).join(", ");
    for (const event of ["input", "change"]) names.dispatchEvent(new Event(event, { bubbles: true }));
    status.textContent = told;
  }

  function add(typed) {
    const name = typed.replace(/[",]/g, " ").replace(/\s+/g, " ").trim();
    box.value = "";
    close();
    if (!name || chosenNames().some((each) => each.toLowerCase() === name.toLowerCase())) return;
    write([...chosenNames(), name], interpolate(gettext("Topic added: %s."), [name]));
  }

  function remove(name) {
    if (!name) return;
    write(chosenNames().filter((each) => each !== name), interpolate(gettext("Topic removed: %s."), [name]));
    box.focus();
  }

  function draw() {
    list.replaceChildren(
      ...chosenNames().map((name) => {
        const drawn = document.createElement("li");
        const away = Object.assign(document.createElement("button"), { type: "button", className: "link-tool", textContent: "×" });
        away.setAttribute("aria-label", `${gettext("Remove")}: ${name}`);
        away.addEventListener("click", () => remove(name));
        drawn.append(name, away);
        return drawn;
      }),
    );
  }

  async function ask() {
    const typed = box.value.trim();
    asked?.abort();
    if (!typed) return close();
    asked = new AbortController();
    try {
      const answer = await fetch(`${part.dataset.topics}?q=${encodeURIComponent(typed)}`, { signal: asked.signal });
      if (!answer.ok) throw new Error(answer.status);
      show((await answer.json()).topics, typed);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }

  // What is there already; and what was typed, as a new topic.
  function show(topics, typed) {
    const same = (name) => name.toLowerCase() === typed.toLowerCase();
    const known = topics.map(({ name, also }) => [name, also ? `${name} (${also})` : name]);
    const fresh = topics.some(({ name, also }) => same(name) || same(also)) ? [] : [[typed, interpolate(gettext("New topic: %s"), [typed])]];
    found.replaceChildren(...[...known, ...fresh].map(option));
    found.hidden = false;
    box.setAttribute("aria-expanded", "true");
    choose(0);
  }

  function option([name, told], number) {
    const drawn = Object.assign(document.createElement("div"), { id: `topics-found-${number}`, textContent: told });
    drawn.setAttribute("role", "option");
    drawn.dataset.name = name;
    drawn.addEventListener("mousedown", (event) => event.preventDefault());
    drawn.addEventListener("click", () => add(name));
    return drawn;
  }

  function options() {
    return [...found.querySelectorAll("[role=option]")];
  }

  function choose(place) {
    const all = options();
    chosen = all.length ? (place + all.length) % all.length : -1;
    all.forEach((each, number) => each.setAttribute("aria-selected", number === chosen));
    if (chosen >= 0) box.setAttribute("aria-activedescendant", all[chosen].id);
  }

  function close() {
    clearTimeout(waiting);
    asked?.abort();
    found.hidden = true;
    chosen = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }
}
