// Names for what the admin's own scripts draw without one: the story's text box, and pickers before something is picked.
// And the focal point of a picture by the arrow keys, where their script knows only the mouse.

document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  if (!label) return;
  editor.view.dom.setAttribute("aria-label", nameIn(label));
  label.addEventListener("click", () => editor.commands.focus());
  editor.on("create", () => {
    for (const tool of textarea.closest(".prose-editor").querySelectorAll(".prose-menubar [title]")) tool.title = gettext(tool.title);
  });
});

// One turn later than the script that makes the pickers, which comes before this one.
django.jQuery(() => django.jQuery(() => namePickers(document)));
document.addEventListener("formset:added", ({ target }) => namePickers(target));

django.jQuery(document).on("select2:open", ({ target }) => {
  document.querySelector(".select2-search__field")?.setAttribute("aria-label", nameOf(target));
});

function namePickers(within) {
  for (const select of within.querySelectorAll("select.admin-autocomplete:not([name*=__prefix__])")) {
    const box = select.nextElementSibling?.querySelector(".select2-selection");
    if (!box) continue;
    box.removeAttribute("aria-labelledby");
    for (const name of ["role", "aria-readonly"]) box.querySelector(".select2-selection__rendered").removeAttribute(name);
    describe(select, box);
    django.jQuery(select).on("change", () => describe(select, box));
  }
}

// "Person: Lautaro Martínez (Inter 10, 1997)".
function describe(select, box) {
  const chosen = select.selectedOptions[0]?.text;
  box.setAttribute("aria-label", chosen ? `${nameOf(select)}: ${chosen}` : nameOf(select));
}

function nameOf(select) {
  return select.getAttribute("aria-label") ?? nameIn(document.querySelector(`label[for="${select.id}"]`));
}

function nameIn(label) {
  return label?.textContent.replace(/:\s*$/, "") ?? "";
}

window.addEventListener("load", () => {
  for (const field of document.querySelectorAll(".imagefield[data-ppoi-id]")) {
    const input = document.getElementById(field.dataset.ppoiId);
    const picture = field.querySelector("img");
    if (!input || !picture) continue;
    picture.alt = nameIn(document.querySelector(`label[for="${input.id}"]`));
    picture.tabIndex = 0;
    picture.addEventListener("keydown", (event) => moveFocalPoint(event, input, picture));
  }
});

function moveFocalPoint(event, input, picture) {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (!step) return;
  event.preventDefault();
  const [x, y] = input.value.split("x").map((part, axis) => Math.min(1, Math.max(0, Number(part) + step[axis] / 20)));
  const box = picture.getBoundingClientRect();
  const place = { clientX: box.left + x * box.width, clientY: box.top + y * box.height };
  picture.dispatchEvent(new MouseEvent("click", { bubbles: true, ...place }));
}
