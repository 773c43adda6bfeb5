// What the parts of the editor share: its dialogs, which ask for a kind of block and for a row found by typing.

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

// An attribute of a node that the text keeps as data-<name>.
export function attribute(name) {
  return {
    default: null,
    parseHTML: (dom) => dom.getAttribute(`data-${name}`),
    renderHTML: (attrs) => (attrs[name] ? { [`data-${name}`]: attrs[name] } : {}),
  };
}

let count = 0;

// Opens a dialog and promises what `close` was given; null if it was closed without.
export function ask(title, content) {
  return new Promise((resolve) => {
    const heading = element("h2", { id: `picker-${++count}` }, title);
    const dialog = element("dialog", { class: "story-dialog", "aria-labelledby": heading.id }, heading);
    let answer = null;
    const close = (value) => {
      answer = value ?? null;
      dialog.close();
    };
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(answer);
    });
    dialog.append(content(close));
    document.body.append(dialog);
    dialog.showModal();
  });
}

// A list of choices, each {name, label, hint}: arrows and first letters move, Enter takes.
export function choose(title, choices) {
  return ask(title, (close) => {
    const list = element("div", { class: "story-choices" });
    for (const { name, label, hint } of choices) {
      list.append(element("button", { type: "button", "data-name": name, onclick: () => close(name) }, element("b", {}, label), element("span", {}, hint)));
    }
    list.addEventListener("keydown", (event) => step(event, [...list.children]));
    return list;
  });
}

function step(event, buttons) {
  const at = buttons.indexOf(document.activeElement);
  const moves = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  let next = null;
  if (event.key in moves) next = buttons.at((at + moves[event.key]) % buttons.length);
  else if (event.key.length === 1 && /\p{L}/u.test(event.key)) {
    const turned = [...buttons.slice(at + 1), ...buttons.slice(0, at + 1)];
    next = turned.find((button) => button.textContent.toLocaleLowerCase().startsWith(event.key.toLocaleLowerCase()));
  }
  if (!next) return;
  event.preventDefault();
  next.focus();
}

// A form of fields, each {name, label, type, ...}: row (found by typing), date, text, select. Answers {name: value}.
export function fill(title, fields, values, { submit, address }) {
  const find = (query) => rowsOf(address, query);
  return ask(title, (close) => {
    const form = element("form", { method: "dialog" });
    const read = {};
    for (const field of fields) {
      const { dom, value } = field.type === "row" ? rowField(field, values, find) : plainField(field, values);
      form.append(dom);
      read[field.name] = value;
    }
    const cancel = element("button", { type: "button", class: "quiet", onclick: () => close() }, gettext("Cancel"));
    form.append(element("p", { class: "story-dialog-verbs" }, element("button", { type: "submit" }, submit), cancel));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const told = Object.fromEntries(Object.entries(read).map(([name, value]) => [name, value()]));
      if (form.reportValidity()) close(told);
    });
    return form;
  });
}

async function rowsOf(address, query) {
  const nothing = { results: [], message: gettext("The desk does not answer. Try again.") };
  try {
    const response = await fetch(`${address}?${new URLSearchParams(query)}`);
    return response.ok ? await response.json() : nothing;
  } catch {
    return nothing;
  }
}

function plainField({ name, label, help, type, options = [], maxlength }, values) {
  const id = `picker-${++count}`;
  const input =
    type === "select"
      ? element("select", { id, name }, ...options.map(([value, text]) => element("option", { value, selected: value === (values[name] ?? "") }, text)))
      : element("input", { id, name, type, maxlength, value: values[name] ?? "" });
  const dom = element("p", {}, element("label", { for: id }, label), input, ...(help ? [element("small", {}, help)] : []));
  return { dom, value: () => input.value.trim() };
}

// A box that finds rows while one types (a combobox of WAI-ARIA): what was chosen stands in it by name.
function rowField({ name, label, help, kind, required = true, free = false }, values, find) {
  const id = `picker-${++count}`;
  const list = element("ul", { id: `${id}-list`, role: "listbox", "aria-label": label, hidden: true });
  const box = element("input", {
    id, name, type: "text", required, autocomplete: "off", role: "combobox", "aria-autocomplete": "list",
    "aria-expanded": "false", "aria-controls": list.id, value: free ? (values[`${name}Name`] ?? "") : "",
  });
  const said = element("small", { role: "status" }, help ?? "");
  const state = { chosen: values[name] ?? "", rows: [], at: -1, asked: 0 };
  const check = () => box.setCustomValidity(box.value && !state.chosen && !free ? gettext("Choose one of those that were found.") : "");

  const show = (rows) => {
    state.rows = rows;
    list.replaceChildren(...rows.map((row, n) => option(row, `${id}-${n}`, () => take(n))));
    list.hidden = !rows.length;
    box.setAttribute("aria-expanded", String(Boolean(rows.length)));
    move(rows.length && !free ? 0 : -1);
  };
  const move = (at) => {
    state.at = at;
    [...list.children].forEach((each, n) => each.setAttribute("aria-selected", String(n === at)));
    list.children[at]?.scrollIntoView({ block: "nearest" });
    at < 0 ? box.removeAttribute("aria-activedescendant") : box.setAttribute("aria-activedescendant", `${id}-${at}`);
  };
  const take = (n) => {
    state.chosen = state.rows[n].id;
    box.value = state.rows[n].name ?? state.rows[n].text;
    said.textContent = state.rows[n].text;
    show([]);
    check();
  };
  const search = async () => {
    const turn = ++state.asked;
    const query = box.value.trim();
    if (query.length < 2) return show([]);
    const { results, message } = await find({ kind, q: query });
    if (turn !== state.asked) return;
    said.textContent = results.length ? "" : (message ?? gettext("Nothing was found."));
    show(results);
  };

  let waiting;
  box.addEventListener("input", () => {
    state.chosen = "";
    check();
    clearTimeout(waiting);
    waiting = setTimeout(search, 150);
  });
  box.addEventListener("keydown", (event) => {
    const { length } = state.rows;
    if (event.key === "ArrowDown" && length) move((state.at + 1) % length);
    else if (event.key === "ArrowUp" && length) move((state.at - 1 + length) % length);
    else if (event.key === "Enter" && length && state.at >= 0) take(state.at);
    else if (event.key === "Escape" && length) show([]);
    else return;
    event.preventDefault();
  });
  if (state.chosen && !free) find({ kind, id: state.chosen }).then(({ results: [row] }) => row && state.chosen && (box.value = row.text));
  const dom = element("div", { class: "story-find" }, element("label", { for: id }, label), box, list, said);
  return { dom, value: () => (free ? { id: state.chosen, name: box.value.trim() } : state.chosen) };
}

function option(row, id, take) {
  const picture = row.picture ? [element("img", { src: row.picture, alt: "", width: 64, height: 36 })] : [];
  // Before the box loses the focus.
  return element("li", { id, role: "option", "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); take(); } }, ...picture, row.text);
}
