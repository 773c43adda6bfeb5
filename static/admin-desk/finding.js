// One box that finds facts of every kind while somebody types, by the arrow keys or the mouse: the combobox of the links.

const WAIT = 150;
const panel = document.getElementById("links");
if (panel?.ties) start(panel);

function start(panel) {
  const find = document.createElement("div");
  find.className = "links-find";
  find.innerHTML = `
    <label for="links-search"></label>
    <input type="search" id="links-search" role="combobox" autocomplete="off" spellcheck="false"
      aria-autocomplete="list" aria-expanded="false" aria-controls="links-found">
    <div id="links-found" class="links-found" role="listbox" hidden></div>`;
  const [label, box, list] = find.children;
  label.textContent = gettext("Link a match, an event, a person, a team …");
  box.placeholder = gettext("inter kai · 67 · martinez");
  list.setAttribute("aria-label", gettext("Found"));
  panel.querySelector(".links-live").prepend(find);
  let asked = null;
  let waiting = 0;
  let chosen = -1;

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, WAIT);
  });
  box.addEventListener("blur", () => setTimeout(close, WAIT));
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (list.hidden) ask();
      else choose(chosen + step);
    } else if (event.key === "Enter") {
      // Never sends the form of the story.
      event.preventDefault();
      take(options()[Math.max(chosen, 0)]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });

  async function ask() {
    const words = box.value.trim();
    asked?.abort();
    if (!words) return close();
    asked = new AbortController();
    try {
      const answer = await fetch(`${panel.dataset.search}?${query(words)}`, { signal: asked.signal });
      if (!answer.ok) throw new Error(answer.status);
      show((await answer.json()).groups);
    } catch (error) {
      if (error.name === "AbortError") return;
      close();
      panel.ties.tell(gettext("The search could not be reached. Try again in a moment."));
    }
  }

  function query(words) {
    const ties = panel.ties.lines();
    const numbers = (kind) => ties.filter((tie) => tie.kind === kind && tie.role !== "not").map((tie) => tie.id);
    const day = document.getElementById("id_dateline")?.value || document.getElementById("id_published_at_0")?.value || "";
    const { article } = panel.dataset;
    return new URLSearchParams({ q: words, on: day, matches: numbers("match"), teams: numbers("team"), article });
  }

  function show(groups) {
    list.replaceChildren(...groups.map(group));
    if (!groups.length) list.append(nothing());
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    choose(groups.length ? 0 : -1);
  }

  function nothing() {
    const drawn = document.createElement("div");
    drawn.className = "quiet";
    drawn.setAttribute("role", "option");
    drawn.setAttribute("aria-disabled", "true");
    drawn.textContent = gettext("Nothing is called that.");
    return drawn;
  }

  function group({ kind, title, facts }) {
    const drawn = document.createElement("div");
    const head = document.createElement("div");
    head.id = `links-found-${kind}`;
    head.className = "links-kind";
    head.textContent = title;
    head.setAttribute("role", "presentation");
    drawn.setAttribute("role", "group");
    drawn.setAttribute("aria-labelledby", head.id);
    drawn.append(head, ...facts.map(option));
    return drawn;
  }

  function option(fact) {
    const drawn = document.createElement("div");
    const linked = panel.ties.has(fact.kind, fact.id);
    drawn.id = `links-found-${fact.kind}-${fact.id}`;
    drawn.setAttribute("role", "option");
    drawn.setAttribute("aria-selected", "false");
    drawn.textContent = linked ? `${fact.label} ✓` : fact.label;
    drawn.fact = fact;
    drawn.addEventListener("mousedown", (event) => event.preventDefault());
    drawn.addEventListener("click", () => take(drawn));
    return drawn;
  }

  function options() {
    return [...list.querySelectorAll("[role=option]:not([aria-disabled])")];
  }

  function choose(place) {
    const all = options();
    chosen = all.length ? (place + all.length) % all.length : -1;
    all.forEach((each, number) => each.setAttribute("aria-selected", number === chosen));
    if (chosen < 0) return box.removeAttribute("aria-activedescendant");
    box.setAttribute("aria-activedescendant", all[chosen].id);
    all[chosen].scrollIntoView({ block: "nearest" });
  }

  function take(option) {
    if (!option?.fact || list.hidden) return;
    const { fact } = option;
    if (panel.ties.has(fact.kind, fact.id)) panel.ties.tell(interpolate(gettext("Linked already: %s."), [fact.label]));
    else panel.ties.add(fact.line);
    box.value = "";
    close();
    if (fact.kind !== "match") return;
    const events = panel.querySelector(`[data-key="match:${fact.id}"] details`);
    if (events) events.open = true;
  }

  function close() {
    list.hidden = true;
    chosen = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }
}
