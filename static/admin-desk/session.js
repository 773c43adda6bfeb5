// What a page of the desk asks of its server while it stays open: lost networks and expired logins are told apart, and a login
// is renewed in place. `window.session`.

class Lost extends Error {}
class Expired extends Error {}
class Refused extends Error {}

const page = document.querySelector("[data-saving]");
const field = page?.closest("form").elements.csrfmiddlewaretoken;
let asking = null;

window.session = { Lost, Expired, Refused, ask, check, login, values, token: () => field.value };

// POST these values, or GET without any. Answers the JSON, or the text of what is drawn.
async function ask(address, sent) {
  let answer = await request(address, sent);
  // Another page has logged in meanwhile: the token is a new one.
  if (answer.status === 403 && sent) {
    await check();
    answer = await request(address, sent);
  }
  return read(answer);
}

// Whether the login still stands, and is still that of who wrote the page.
async function check() {
  const told = await read(await request(page.dataset.session));
  if (String(told.user) !== page.dataset.user) throw new Expired();
}

function values(sent) {
  const data = new FormData();
  data.append("csrfmiddlewaretoken", field.value);
  data.append("user", page.dataset.user);
  for (const [name, value] of Object.entries(sent)) data.append(name, value);
  return data;
}

async function request(address, sent) {
  const options = sent ? { method: "POST", body: values(sent) } : {};
  try {
    return await fetch(address, { credentials: "same-origin", headers: { "X-Requested-With": "XMLHttpRequest" }, ...options });
  } catch {
    throw new Lost();
  }
}

async function read(answer) {
  const told = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : await answer.text();
  if (told.csrf) for (const each of document.getElementsByName("csrfmiddlewaretoken")) each.value = told.csrf;
  if (answer.status === 401) throw new Expired();
  if (!answer.ok) throw new Refused(typeof told === "string" ? `${answer.status} ${told.slice(0, 200)}` : JSON.stringify(told));
  return told;
}

// Asks for the password in a dialog; resolves once it was right, or to false if somebody closes it.
function login() {
  asking ??= new Promise((done) => {
    const dialog = document.createElement("dialog");
    dialog.className = "session";
    dialog.setAttribute("aria-labelledby", "session-title");
    dialog.innerHTML = `<form method="dialog">
      <h2 id="session-title"></h2><p class="session-told"></p><p class="session-error" role="alert"></p>
      <p><label for="session-name"></label><input id="session-name" autocomplete="username" readonly></p>
      <p><label for="session-password"></label><input id="session-password" type="password" autocomplete="current-password" required></p>
      <p class="session-buttons"><button class="button default"></button> <button class="button" type="button"></button></p></form>`;
    const part = (selector, text) => Object.assign(dialog.querySelector(selector), { textContent: text });
    part("h2", gettext("Log in again"));
    part(".session-told", gettext("Your login has expired. What you typed is still here, and is saved as soon as you are back."));
    part("[for=session-name]", gettext("Username"));
    part("[for=session-password]", gettext("Password"));
    part("button.default", gettext("Log in"));
    part("[type=button]", gettext("Later")).addEventListener("click", () => dialog.close());
    dialog.querySelector("#session-name").value = page.dataset.username;
    const password = dialog.querySelector("#session-password");
    let isIn = false;
    dialog.querySelector("form").addEventListener("submit", async (event) => {
      event.preventDefault();
      const wrong = await attempt(password.value);
      part(".session-error", wrong ?? "");
      isIn = wrong === null;
      if (isIn) dialog.close();
      else password.select();
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      asking = null;
      done(isIn);
    });
    document.body.append(dialog);
    dialog.showModal();
    password.focus();
  });
  return asking;
}

// null if it worked, otherwise what is wrong.
async function attempt(password) {
  try {
    await request(page.dataset.session).then(read).catch((error) => {
      if (!(error instanceof Expired)) throw error;
    });
    const answer = await request(page.dataset.session, { username: page.dataset.username, password });
    const told = await answer.json();
    if (!answer.ok) return told.errors?.join(" ") ?? gettext("That did not work.");
    for (const each of document.getElementsByName("csrfmiddlewaretoken")) each.value = told.csrf;
    return null;
  } catch (error) {
    return error instanceof Lost ? gettext("There is no network.") : gettext("That did not work.");
  }
}
