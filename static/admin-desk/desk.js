// Names for what the admin's own scripts draw without one: the story's text box, and pickers before something is picked.

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

// The list of what is seldom needed goes away on Escape and on a click elsewhere.
const more = document.querySelector(".desk-more");
if (more) {
  document.addEventListener("click", ({ target }) => more.contains(target) || more.removeAttribute("open"));
  more.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    more.removeAttribute("open");
    more.querySelector("summary").focus();
  });
}
