// Has the text read as it stands in the form, unsaved: by the button, after a long paste, and when an import left proposals.
// Whoever asks sends "text:ask" to the document; the answer comes as "text:read". "text:mark" marks words of it in the text.

const PASTED = 400;
const HELD = 1500;
const FIELDS = ["headline", "standfirst", "body", "language", "dateline", "published_at_0"];
const panel = document.getElementById("links");
let lines = [];
let asked = null;
let held = 0;

if (panel) {
  document.addEventListener("text:ask", read);
  document.addEventListener("text:mark", ({ detail }) => mark(detail.places, detail.scroll));
  document.addEventListener("text:replace", ({ detail }) => {
    detail.done = replace(detail.place, detail.surface, detail.words);
  });
  document.addEventListener("paste", ({ target, clipboardData }) => {
    const text = clipboardData?.getData("text/plain") ?? "";
    if (target.closest?.(".ProseMirror, [name=body]") && text.length >= PASTED) setTimeout(read);
  });
}

async function read() {
  asked?.abort();
  asked = new AbortController();
  const data = new FormData();
  for (const name of FIELDS) data.set(name, document.querySelector(`[name="${name}"]`)?.value ?? "");
  data.set("article", panel.dataset.article);
  data.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
  tell("text:reading");
  try {
    const answer = await fetch(panel.dataset.read, { method: "POST", body: data, signal: asked.signal });
    if (!answer.ok) throw new Error(answer.status);
    const found = await answer.json();
    lines = found.text;
    tell("text:read", found);
  } catch (error) {
    if (error.name !== "AbortError") tell("text:unread");
  }
}

function tell(name, detail = null) {
  document.dispatchEvent(new CustomEvent(name, { detail }));
}

// Places are lines of what was read, and code points within them; where the text has changed since, they mark nothing.
function mark(places, scroll) {
  // The page moves under the mouse when it scrolls to what was clicked: that is no wish to see something else.
  if (!scroll && Date.now() < held) return;
  if (scroll) held = Date.now() + HELD;
  for (const field of document.querySelectorAll(".is-read-from")) field.classList.remove("is-read-from");
  const ranges = places.map(rangeOf).filter(Boolean);
  if (window.Highlight) CSS.highlights.set("read", new Highlight(...ranges));
  if (!scroll) return;
  const first = ranges[0]?.startContainer.parentElement ?? document.querySelector(".is-read-from");
  first?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

function rangeOf({ line, start, end }) {
  const text = lines[line];
  for (const name of ["headline", "standfirst"]) {
    const field = document.querySelector(`[name="${name}"]`);
    if (text && field?.value.split(/\s+/).filter(Boolean).join(" ") === text) {
      field.classList.add("is-read-from");
      return null;
    }
  }
  const before = lines.slice(0, line).filter((each) => each === text).length;
  const found = linesOfEditor().filter((each) => tidy(each.text) === tidy(text))[before];
  if (!found) return null;
  const [first, last] = [units(text, start), units(text, end)].map((offset) => offset + found.skipped);
  return range(found.nodes, first, last);
}

function tidy(text) {
  return text?.replace(/\s/g, " ").trim();
}

// Code points as the letters that JavaScript counts.
function units(text, points) {
  return [...text].slice(0, points).join("").length;
}

// The lines of the text as the server counts them: a block each, parted at line breaks.
function linesOfEditor() {
  const found = [];
  let line = null;
  const walker = document.createTreeWalker(document.querySelector(".ProseMirror[contenteditable]") ?? document.body, NodeFilter.SHOW_ALL);
  let block = null;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeName === "BR") line = null;
    if (node.nodeType !== Node.TEXT_NODE) continue;
    const own = node.parentElement.closest("p, h1, h2, h3, h4, li, td, th, figcaption, blockquote");
    if (!line || own !== block) found.push((line = { text: "", nodes: [], skipped: 0 }));
    block = own;
    line.nodes.push(node);
    line.text += node.data;
  }
  for (const each of found) each.skipped = each.text.length - each.text.trimStart().length;
  return found;
}

function range(nodes, first, last) {
  const made = document.createRange();
  let at = 0;
  for (const node of nodes) {
    const end = at + node.data.length;
    if (first >= at && first < end) made.setStart(node, first - at);
    if (last > at && last <= end) made.setEnd(node, last - at);
    at = end;
  }
  return made;
}

// The words of a claim replaced in the text, as if they were typed; false if they are not there any more.
function replace(place, surface, words) {
  for (const name of ["headline", "standfirst"]) {
    const field = document.querySelector(`[name="${name}"]`);
    if (field?.value.includes(surface) && tidy(field.value) === tidy(lines[place.line])) {
      field.value = field.value.replace(surface, words);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      return true;
    }
  }
  const editor = document.querySelector(".ProseMirror[contenteditable]")?.editor;
  const found = rangeOf(place);
  if (!editor || found?.toString() !== surface) return false;
  const [from, to] = [
    editor.view.posAtDOM(found.startContainer, found.startOffset),
    editor.view.posAtDOM(found.endContainer, found.endOffset),
  ];
  return editor.chain().focus().insertContentAt({ from, to }, words).run();
}
