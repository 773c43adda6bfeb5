// The keyboard on the desk: the lines of templates/admin/shortcuts.html say which keys press what.

const OFF = "terzo-tempo:single-keys-off";
const A_SECOND_KEY_WITHIN = 1500;

const dialog = document.getElementById("shortcuts");
const opener = document.querySelector("[data-shortcut=shortcuts]");
if (dialog && opener) {
  const lines = [...dialog.querySelectorAll("[data-keys]")];
  const single = dialog.querySelector("[type=checkbox]");
  let before = "";
  let forget;

  if (/Mac|iP/.test(navigator.platform)) for (const key of dialog.querySelectorAll(".mod")) key.textContent = "⌘";
  single.checked = localStorage.getItem(OFF) === null;
  single.addEventListener("change", () => (single.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1")));
  opener.hidden = false;
  opener.addEventListener("click", () => {
    for (const line of lines) line.hidden = !goalOf(line);
    dialog.showModal();
  });

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat || document.querySelector("dialog[open]")) return;
    const keys = event.ctrlKey || event.metaKey ? chord(event) : letter(event);
    const line = keys && lines.find((each) => each.dataset.keys === keys && goalOf(each));
    if (!line) return;
    event.preventDefault();
    reach(goalOf(line), "focus" in line.dataset);
  });

  // A key alone means nothing to us where somebody types or picks, nor when they have switched such keys off.
  function letter(event) {
    if (!single.checked || event.altKey || isTyped(event.target)) return "";
    const keys = before + event.key;
    before = "";
    clearTimeout(forget);
    if (lines.some((line) => line.dataset.keys.startsWith(`${keys} `))) {
      before = `${keys} `;
      forget = setTimeout(() => (before = ""), A_SECOND_KEY_WITHIN);
    }
    return keys;
  }
}

function goalOf(line) {
  const goal = line.dataset.at ? document.querySelector(line.dataset.at) : line.querySelector("a");
  return goal?.disabled ? null : goal;
}

// Alt changes what a key types, not which key it is; AltGr types.
function chord(event) {
  if (event.getModifierState("AltGraph")) return "";
  const key = event.altKey ? event.code.replace(/^Key/, "") : event.key;
  return `mod+${event.altKey ? "alt+" : ""}${key.toLowerCase()}`;
}

function isTyped(target) {
  if (target.isContentEditable || target.closest("[role=combobox], [role=listbox], [role=textbox]")) return true;
  return target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=submit], [type=button])");
}

// What lets a story out is brought under the finger, and never pressed.
function reach(goal, onlyFocus) {
  if (goal.matches("summary")) {
    goal.parentElement.open = true;
    goal.parentElement.querySelector("textarea, button").focus();
  } else if (onlyFocus || goal.matches("#searchbar")) goal.focus();
  else goal.click();
}
