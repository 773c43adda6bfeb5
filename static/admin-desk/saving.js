// What is typed is kept as it is typed: in the browser at once, on the server as the writer's working copy at every pause.
// A form is never sent into an expired login, and what was left unsaved is offered when its writer comes back.

const PAUSE = 2000;
const LONGEST = 10000;
const AT_ONCE = 300;
const AGAIN = 5000;
const MONTH = 30 * 24 * 3600 * 1000;

const box = document.querySelector("[data-saving]");

// The browser's own memory, a text for each form; it may be full or forbidden.
const store = {
  name: (key) => `typed:${box.dataset.user}:${key}`,
  set(key, text) {
    try {
      localStorage.setItem(this.name(key), JSON.stringify(text));
      return true;
    } catch {
      return false;
    }
  },
  remove(key) {
    localStorage.removeItem(this.name(key));
  },
  all() {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(this.name("")));
    return names.map((name) => [name.slice(this.name("").length), JSON.parse(localStorage.getItem(name))]);
  },
};

if (box) start(box, box.closest("form"));

function start(box, form) {
  const { session, typed } = window;
  const at = box.dataset;
  const key = form.elements.copy.value;
  const now = () => JSON.stringify(typed.read(form));
  const came = now();
  // What the server holds: the story itself, unless what was sent has come back with an error.
  let held = "isUnsaved" in at ? null : came;
  let isOnServer = "isUnsaved" in at;
  let sending = null;
  let isLeaving = false;
  const timers = {};

  const isTyped = () => ("isUnsaved" in at ? true : now() !== came);

  for (const name of ["input", "change"]) form.addEventListener(name, changed);
  form.addEventListener("submit", submitted);
  window.addEventListener("online", () => send());
  window.addEventListener("pagehide", left);
  comeBack();

  function changed(event) {
    if (event.target.form !== form || !event.target.name) return;
    after("here", AT_ONCE, keepHere);
    after("pause", PAUSE, send);
    timers.longest ??= setTimeout(send, LONGEST);
  }

  function after(name, time, act) {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(act, time);
  }

  function stop() {
    for (const name of Object.keys(timers)) clearTimeout(timers[name]);
    delete timers.longest;
  }

  function keepHere() {
    if (now() === held) return true;
    return store.set(key, { article: at.article, based_on: form.elements.token.value, data: now(), at: Date.now() });
  }

  // Sends what is typed if the server does not hold it yet; answers whether it does now.
  async function send() {
    stop();
    await sending;
    if (isLeaving || now() === held) return true;
    sending = isTyped() ? keep(now()) : drop();
    const done = await sending;
    sending = null;
    return done;
  }

  async function keep(data) {
    try {
      const sent = { key, article: at.article, based_on: form.elements.token.value, data };
      const told = await session.ask(at.typed, sent);
      held = data;
      isOnServer = true;
      if (now() === held) store.remove(key);
      tell(interpolate(gettext("Working copy kept %s"), [told.at]));
      return true;
    } catch (error) {
      failed(error);
      return false;
    }
  }

  // Typed and taken back again: nothing is left to offer.
  async function drop() {
    if (isOnServer) await session.ask(`${at.typed}${key}/drop/`, {}).catch(failed);
    held = came;
    isOnServer = false;
    store.remove(key);
    tell("");
    return true;
  }

  function failed(error) {
    const isHere = keepHere();
    const here = isHere ? gettext("What you typed is kept in this browser.") : gettext("This browser keeps nothing: leave the page open.");
    if (error instanceof session.Expired) {
      tell(`${gettext("Your login has expired.")} ${here}`, "warning", gettext("Log in again"), logIn);
    } else if (error instanceof session.Lost) {
      tell(`${gettext("There is no network.")} ${here} ${gettext("It is sent when the network is back.")}`, "warning");
      after("again", AGAIN, send);
    } else {
      tell(`${gettext("The server does not keep it.")} ${here} ${error.message}`, "warning");
      after("again", 2 * AGAIN, send);
    }
  }

  async function logIn() {
    return (await session.login()) && send();
  }

  // The login is asked first: a form that is sent without one is answered with a login page, and all that was typed is gone.
  async function submitted(event) {
    if (isLeaving) {
      setTimeout(() => (isLeaving = !event.defaultPrevented));
      return;
    }
    if (event.defaultPrevented || event.submitter?.formTarget) return; // a preview opens beside the page
    event.preventDefault();
    const button = event.submitter;
    if (!(await isReady())) return;
    stop();
    isLeaving = true;
    form.requestSubmit(button);
  }

  async function isReady() {
    try {
      if (now() === held || !isTyped()) await session.check();
      else if (!(await send())) await session.check();
      return true;
    } catch (error) {
      failed(error);
      return error instanceof session.Expired && (await session.login()) && (await isReady());
    }
  }

  function left() {
    if (isLeaving || now() === held || !isTyped()) return;
    keepHere();
    const sent = { key, article: at.article, based_on: form.elements.token.value, data: now() };
    navigator.sendBeacon(at.typed, session.values(sent));
  }

  function tell(words, kind = "", label = "", act = null) {
    box.textContent = words;
    box.classList.toggle("is-warning", kind === "warning");
    if (!label) return;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: label });
    button.addEventListener("click", act);
    box.append(" ", button);
  }

  // What was typed before and is not saved: first what only this browser has, then all that the server offers.
  async function comeBack() {
    for (const [other, text] of store.all()) {
      if (other === key) continue;
      const sent = { key: other, article: text.article, based_on: text.based_on, data: text.data, age: (Date.now() - text.at) / 1000 };
      await session.ask(at.typed, sent).then(() => store.remove(other)).catch(() => Date.now() - text.at > MONTH && store.remove(other));
    }
    const { copies } = await session.ask(`${at.typed}?article=${at.article}&key=${key}`).catch(() => ({ copies: [] }));
    for (const copy of copies) {
      if (JSON.stringify(copy.data) === came) session.ask(`${at.typed}${copy.key}/drop/`, {}).catch(() => {});
      else offer(copy);
    }
  }

  function offer(copy) {
    const drawn = document.createElement("section");
    drawn.className = "offer";
    const words = copy.is_older
      ? gettext("On %s you left text here that was never saved; the story was saved later.")
      : gettext("On %s you left text here that is not saved yet.");
    const told = Object.assign(document.createElement("p"), { textContent: interpolate(words, [copy.at]), id: `offer-${copy.key}` });
    drawn.setAttribute("aria-labelledby", told.id);
    if (!at.article && copy.headline) told.textContent += ` “${copy.headline}”`;
    drawn.append(told);
    const acts = [
      [gettext("Look at the difference"), () => look(copy)],
      [gettext("Take it up again"), () => restore(copy).then(() => drawn.remove())],
      [gettext("Throw it away"), () => forget(copy).then(() => drawn.remove()).catch(failed)],
    ];
    for (const [label, act] of acts) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: label });
      button.addEventListener("click", act);
      drawn.append(button);
    }
    (document.querySelector(".story-columns") ?? form.firstElementChild).before(drawn);
  }

  async function look(copy) {
    const dialog = document.createElement("dialog");
    dialog.className = "offer-difference versions";
    dialog.setAttribute("aria-label", gettext("As saved, and as you left it"));
    const close = Object.assign(document.createElement("button"), { className: "button", textContent: gettext("Close"), autofocus: true });
    const shown = document.createElement("div");
    close.addEventListener("click", () => dialog.close());
    dialog.append(close, shown);
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    shown.innerHTML = await session.ask(`${at.typed}${copy.key}/difference/`).catch((error) => {
      failed(error);
      dialog.close();
      return "";
    });
  }

  // Into the form, made from the version that it was made from: saving it over a newer one is then asked about.
  async function restore(copy) {
    typed.put(form, copy.data);
    if (copy.based_on) form.elements.token.value = copy.based_on;
    form.elements.headline?.focus();
    if (await send()) await forget(copy).catch(failed);
  }

  function forget(copy) {
    return session.ask(`${at.typed}${copy.key}/drop/`, {});
  }
}
