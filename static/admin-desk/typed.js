// What stands in a form, as pairs of names and values that can be kept, compared and put back; `window.typed`.

const LEFT_OUT = /^(csrfmiddlewaretoken|token|copy|newer|choose-.*)$/;
const OF_THE_PAGE = /-(TOTAL_FORMS|INITIAL_FORMS|MIN_NUM_FORMS|MAX_NUM_FORMS|id)$/;
const editors = new Map();

document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => editors.set(textarea, editor));

window.typed = { read, put };

// [name, value], and for a picker [name, value, what it calls the row].
function read(form) {
  const pairs = [];
  for (const field of form.elements) {
    if (!field.name || LEFT_OUT.test(field.name) || field.name.includes("__prefix__")) continue;
    if (["submit", "button", "file", "fieldset", "image", "reset"].includes(field.type)) continue;
    if (["checkbox", "radio"].includes(field.type) && !field.checked) continue;
    if (field.classList.contains("admin-autocomplete")) pairs.push([field.name, field.value, field.selectedOptions[0]?.text ?? ""]);
    else pairs.push([field.name, field.value]);
  }
  return pairs;
}

function put(form, pairs) {
  const values = new Map(pairs.map(([name, ...rest]) => [name, rest]));
  for (const name of values.keys()) makeRow(form, name);
  for (const field of [...form.elements]) {
    if (!field.name || LEFT_OUT.test(field.name) || OF_THE_PAGE.test(field.name) || field.name.includes("__prefix__")) continue;
    if (["submit", "button", "file", "fieldset", "image", "reset"].includes(field.type)) continue;
    const [value, label] = values.get(field.name) ?? [null];
    if (["checkbox", "radio"].includes(field.type)) write(field, "checked", value === field.value);
    else if (value !== null) {
      if (label !== undefined && value && ![...field.options].some((option) => option.value === value)) field.add(new Option(label, value));
      write(field, "value", value);
    }
  }
}

function write(field, property, value) {
  if (field[property] === value) return;
  field[property] = value;
  editors.get(field)?.commands.setContent(value, { emitUpdate: false });
  for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  if (field.classList.contains("admin-autocomplete")) django.jQuery(field).trigger("change");
}

// A line of a table that the page does not have yet is added as "add another" adds it.
function makeRow(form, name) {
  const [, prefix, number] = /^(\w+)-(\d+)-/.exec(name) ?? [];
  const total = prefix && form.elements[`${prefix}-TOTAL_FORMS`];
  while (total && Number(total.value) <= Number(number)) {
    const before = total.value;
    document.querySelector(`#${prefix}-group .add-row a`)?.click();
    if (total.value === before) return;
  }
}
