// The desk of a story that is followed live: Ctrl+Enter sends, what could not be sent stays in the box, what others have written
// appears. Without this the same forms work page by page.

const POLL = 15000;
const desk = document.querySelector("[data-entries]");
const form = desk.querySelector("#entry_form");
const kept = `live entry ${location.pathname}`;

document.documentElement.classList.add("entries-scripted");
if (form) write(form);
if (form && !("edited" in desk.dataset)) setInterval(refresh, POLL);

function write(form) {
  const box = form.elements.body;
  const told = form.querySelector("[data-told]");
  const isNew = !("edited" in desk.dataset);
  if (isNew && !box.value) box.value = sessionStorage.getItem(kept) ?? "";
  box.focus();
  if (!isNew) box.closest(".entry").scrollIntoView({ block: "nearest" });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  if (!isNew) return;
  box.addEventListener("input", () => sessionStorage.setItem(kept, box.value));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    if (button.disabled) return;
    button.disabled = true;
    const page = await read(location.pathname, { method: "POST", body: new FormData(form) });
    button.disabled = false;
    const errors = page?.querySelector('[data-part="errors"]');
    if (page) show(page);
    say(page ? "" : desk.dataset.unsent, true);
    if (errors && !errors.children.length) {
      form.reset();
      box.value = "";
      sessionStorage.removeItem(kept);
      say(desk.dataset.sent);
    }
    box.focus();
  });

  function say(words, isUnsent = false) {
    told.classList.toggle("is-unsent", isUnsent);
    told.textContent = words;
  }
}

async function refresh() {
  if (document.hidden || desk.querySelector('[data-part="entries"]').contains(document.activeElement)) return;
  const page = await read(location.pathname);
  if (page) show(page, ["entries"]);
}

// The page that was answered; null if the server was not reached, or if it asks for a login.
async function read(address, options) {
  const answer = await fetch(address, options).catch(() => null);
  if (!answer?.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("[data-entries]") && page;
}

function show(page, names = ["state", "errors", "entries"]) {
  for (const name of names) {
    const fresh = page.querySelector(`[data-part="${name}"]`);
    const there = desk.querySelector(`[data-part="${name}"]`);
    if (fresh && there && fresh.innerHTML !== there.innerHTML) there.replaceChildren(...fresh.childNodes);
  }
}
