// The form of a story counts along: characters of the headlines and the standfirst, words of the text and the time it takes.

const WORDS_A_MINUTE = 220;

for (const box of document.querySelectorAll("[data-target-length]")) {
  const counter = document.createElement("span");
  counter.className = "story-counter";
  counter.id = `${box.id}_counter`;
  document.querySelector(`label[for="${box.id}"]`).after(counter);
  box.setAttribute("aria-describedby", [box.getAttribute("aria-describedby"), counter.id].filter(Boolean).join(" "));
  box.addEventListener("input", () => count(box, counter));
  count(box, counter);
}

function count(box, counter) {
  const target = Number(box.dataset.targetLength);
  const length = [...box.value].length;
  counter.textContent = `${length} / ${target}`;
  counter.classList.toggle("over", length > target);
}

// The tools of the text stay right under the bar, however many lines its buttons take.
const bar = document.querySelector(".story-bar");
if (bar) new ResizeObserver(() => document.documentElement.style.setProperty("--story-bar", `${bar.offsetHeight}px`)).observe(bar);

// A headline is one line of words that may need several on the screen.
for (const box of document.querySelectorAll("textarea[data-one-line]")) {
  box.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  box.addEventListener("input", () => {
    if (/[\r\n]/.test(box.value)) box.value = box.value.replace(/\s*[\r\n]+\s*/g, " ");
  });
}

document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
  const line = document.querySelector(`[data-length-of="${textarea.id}"]`);
  if (!line) return;
  const show = () => {
    const words = editor.getText({ blockSeparator: " " }).match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
    const minutes = Math.max(1, Math.round(words / WORDS_A_MINUTE));
    const told = [ngettext("%s word", "%s words", words), ngettext("%s minute to read", "%s minutes to read", minutes)];
    line.textContent = interpolate(told[0], [words]) + (words ? `, ${interpolate(told[1], [minutes])}` : "");
  };
  editor.on("update", show);
  editor.on("create", show);
});

// What is still missing, asked again when somebody stops typing.
const needs = document.querySelector(".story-needs");
if (needs) {
  const form = needs.closest("form");
  let waiting;
  const ask = async () => {
    const response = await fetch(needs.dataset.address, { method: "POST", body: new FormData(form) }).catch(() => null);
    if (!response?.ok) return;
    const told = await response.text();
    if (needs.innerHTML.trim() !== told.trim()) needs.innerHTML = told;
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 900);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  django.jQuery(form).on("change", soon);
}
