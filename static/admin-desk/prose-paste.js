// What is pasted comes in as if it had been typed here: words, links, lists and tables, without the make-up of where they were.

import { Extension, Plugin } from "django-prose-editor/editor";

const GONE = "style, script, meta, link, title, xml, svg, button, form, input, select, textarea, noscript, iframe, object, col, colgroup";
const KEPT = { A: ["href"], TD: ["colspan", "rowspan"], TH: ["colspan", "rowspan"], OL: ["start"] };
const BLOCKS = "p, div, section, article, ul, ol, table, blockquote, h1, h2, h3, h4, h5, h6, pre";

export const Paste = Extension.create({
  name: "cleanPaste",

  addOptions() {
    return { renamed: {} };
  },

  addProseMirrorPlugins() {
    const { renamed } = this.options;
    // What was copied here is clean, and says more than HTML can.
    return [new Plugin({ props: { transformPastedHTML: (html) => (html.includes("data-pm-slice") ? html : cleaned(html, renamed)) } })];
  },
});

export function cleaned(html, renamed) {
  const page = new DOMParser().parseFromString(html.replace(/<!--[\s\S]*?-->/g, ""), "text/html");
  const body = page.body;
  for (const element of body.querySelectorAll(GONE)) element.remove();
  for (const element of [...body.querySelectorAll("*")].filter((each) => each.localName.includes(":"))) unwrap(element);
  listsOfWord(body);
  for (const element of body.querySelectorAll("span, font, b")) sayByTag(element);
  for (const [old, name] of Object.entries(renamed)) for (const element of body.querySelectorAll(old)) rename(element, name);
  for (const element of body.querySelectorAll("span, font, u, ins")) unwrap(element);
  for (const element of body.querySelectorAll("*")) strip(element);
  for (const text of texts(body)) text.data = text.data.replace(/[\u00a0\u200b\ufeff]+/g, (run) => (/\u00a0/.test(run) ? " " : ""));
  partAtBreaks(body);
  dropEmpty(body);
  return body.innerHTML;
}

// <span style="font-weight:700"> is <strong>; the <b style="font-weight:normal"> around a Google document is nothing.
function sayByTag(element) {
  const { fontWeight, fontStyle } = element.style;
  if (element.localName === "b") {
    if (fontWeight === "normal" || fontWeight === "400") unwrap(element);
    return;
  }
  if (fontWeight === "bold" || Number(fontWeight) >= 600) wrap(element, "strong");
  if (fontStyle === "italic" || fontStyle === "oblique") wrap(element, "em");
}

// Word writes a list as paragraphs, each with its own bullet; `level` is in their style.
function listsOfWord(body) {
  let list = null;
  for (const item of body.querySelectorAll("p")) {
    const style = item.getAttribute("style") ?? "";
    if (!/mso-list:\s*l\d/.test(style)) {
      list = null;
      continue;
    }
    const mark = [...item.querySelectorAll("span")].find((span) => /mso-list:\s*Ignore/i.test(span.getAttribute("style") ?? ""));
    const name = /^\s*(?:\d+|[a-z]|[ivx]+)[.)]/i.test(mark?.textContent ?? "") ? "ol" : "ul";
    mark?.remove();
    if (list?.localName !== name || list !== item.previousElementSibling) {
      list = item.ownerDocument.createElement(name);
      item.before(list);
    }
    const line = item.ownerDocument.createElement("li");
    line.append(...item.childNodes);
    list.append(line);
    item.remove();
  }
}

// Two breaks in a row are a new paragraph.
function partAtBreaks(body) {
  for (const paragraph of body.querySelectorAll("p")) {
    for (let breaks = doubleBreak(paragraph); breaks; breaks = doubleBreak(paragraph)) {
      const before = body.ownerDocument.createElement("p");
      while (paragraph.firstChild !== breaks[0]) before.append(paragraph.firstChild);
      for (const each of breaks) each.remove();
      paragraph.before(before);
    }
  }
}

function doubleBreak(paragraph) {
  const first = [...paragraph.querySelectorAll(":scope > br")].find((each) => nextThing(each)?.localName === "br");
  return first && [first, nextThing(first)];
}

function nextThing(node) {
  let next = node.nextSibling;
  while (next?.nodeType === Node.TEXT_NODE && !next.data.trim()) next = next.nextSibling;
  return next;
}

function dropEmpty(body) {
  for (const element of body.querySelectorAll("br")) {
    const next = nextThing(element);
    if (!next || next.matches?.(BLOCKS)) element.remove();
  }
  for (const element of [...body.querySelectorAll("p, h2, h3, li, strong, em, a, blockquote, div")].reverse()) {
    if (element.textContent.trim() || element.querySelector("story-block, td, th")) continue;
    element.matches("strong, em") ? unwrap(element) : element.remove();
  }
}

function strip(element) {
  if (element.localName === "story-block" || element.localName === "blockquote") return;
  const kept = KEPT[element.tagName] ?? [];
  for (const { name } of [...element.attributes]) if (!kept.includes(name)) element.removeAttribute(name);
  if (element.localName === "a" && !/^(https?:|mailto:)/i.test(element.getAttribute("href") ?? "")) unwrap(element);
}

function texts(body) {
  const found = [];
  for (const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT); walker.nextNode(); ) found.push(walker.currentNode);
  return found;
}

function rename(element, name) {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

// Bold around whole paragraphs would be bold nowhere: it goes.
function wrap(element, name) {
  if (element.querySelector(BLOCKS)) return;
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.append(other);
}

function unwrap(element) {
  element.replaceWith(...element.childNodes);
}
