// Blocks in the text that are drawn from live data: inserted from a menu, shown as readers will see them, moved and removed by keyboard.

import { Document as BaseDocument, Node, Plugin, pm } from "django-prose-editor/editor";
import { attribute, choose, element, fill } from "desk/picker";

const ATTRIBUTES = ["kind", "id", "other", "on", "side", "caption", "url"];

const row = (label, kind, help) => ({ name: "id", type: "row", label, kind, help });
const SIDES = () => [["", gettext("Both sides")], ["home", gettext("The home side")], ["away", gettext("The away side")]];

// What the menu says of each kind, and what its dialog asks for. Which kinds and attributes there are is in articles/text/blocks.py.
const KINDS = {
  match: () => ({
    label: gettext("Match card"), hint: gettext("Teams, score and goals, live"),
    fields: [row(gettext("Match"), "match", gettext("Parts of both names: inter kai"))],
  }),
  event: () => ({
    label: gettext("Event"), hint: gettext("A goal, a card, a VAR decision"),
    fields: [row(gettext("Event"), "event", gettext("The match and the minute or the name: inter kai 67"))],
  }),
  person: () => ({
    label: gettext("Player card"), hint: gettext("Club, shirt and goals of today"),
    fields: [row(gettext("Person"), "person")],
  }),
  table: () => ({
    label: gettext("League table"), hint: gettext("Live, or as it stood on a day"),
    fields: [
      row(gettext("Competition"), "table", gettext("Its name and the season: serie a 2025")),
      { name: "on", type: "date", label: gettext("As it stood on"), help: gettext("Empty: always the table of the day on which it is read.") },
    ],
  }),
  lineup: () => ({
    label: gettext("Line-up"), hint: gettext("Who started, and who came on"),
    fields: [row(gettext("Match"), "match"), { name: "side", type: "select", label: gettext("Side"), options: SIDES() }],
  }),
  meetings: () => ({
    label: gettext("Head-to-head"), hint: gettext("Two teams and their matches"),
    fields: [row(gettext("Team"), "team"), { ...row(gettext("Against"), "team"), name: "other" }],
  }),
  fixtures: () => ({
    label: gettext("Fixture list"), hint: gettext("The next matches of a team"),
    fields: [row(gettext("Team"), "team")],
  }),
  correction: () => ({
    label: gettext("Correction"), hint: gettext("A note on what had to be put right"),
    fields: [row(gettext("Correction"), "correction", gettext("Words of the note"))],
  }),
  picture: () => ({
    label: gettext("Picture"), hint: gettext("With its caption and credit"),
    fields: [
      row(gettext("Picture"), "picture", gettext("Words of its text or credit")),
      { name: "caption", type: "text", maxlength: 300, label: gettext("Caption here"), help: gettext("Empty: the picture's own caption.") },
    ],
  }),
  embed: () => ({
    label: gettext("Video or post"), hint: gettext("YouTube, Vimeo, X, Instagram, TikTok, Facebook"),
    fields: [{ ...row(gettext("Address"), "embed", gettext("Paste the address of the video or post.")), name: "url" }],
  }),
};

// A block stands between paragraphs, never in a list, a quotation or a table.
export const Document = BaseDocument.extend({ content: "(block | storyBlock)+" });

export const StoryBlock = Node.create({
  name: "storyBlock",
  group: "storyBlock",
  atom: true,
  draggable: true,

  addOptions() {
    return { kinds: {} };
  },

  addAttributes() {
    return Object.fromEntries(ATTRIBUTES.map((name) => [name, attribute(name)]));
  },

  parseHTML() {
    return [{ tag: "story-block" }];
  },

  renderHTML({ HTMLAttributes }) {
    return ["story-block", HTMLAttributes];
  },

  addNodeView() {
    return ({ editor, node, getPos }) => new BlockView(editor, node, getPos);
  },

  addCommands() {
    return { moveBlock: (by) => ({ state, dispatch }) => move(state, dispatch, by) };
  },

  addKeyboardShortcuts() {
    return {
      "Alt-ArrowUp": ({ editor }) => editor.commands.moveBlock(-1),
      "Alt-ArrowDown": ({ editor }) => editor.commands.moveBlock(1),
      Enter: ({ editor }) => {
        const { node } = editor.state.selection;
        if (node?.type.name !== this.name) return false;
        change(editor, node, editor.state.selection.from);
        return true;
      },
    };
  },

  addProseMirrorPlugins() {
    const { editor } = this;
    const kinds = Object.keys(this.options.kinds);
    return [new Plugin({ props: { handleKeyDown: (view, event) => event.key === "/" && inEmptyParagraph(view.state) && (insert(editor, kinds), true) } })];
  },

  onCreate() {
    const { dom } = this.editor.view;
    queueMicrotask(() => nameTools(dom.closest(".prose-editor"))); // once every extension has made its own
  },

  addMenuItems({ editor, buttons, menu }) {
    const kinds = Object.keys(this.options.kinds);
    const button = buttons.material("add_box", gettext("Insert a match, a table, a picture, a video … (/)"));
    menu.defineItem({ name: "storyBlock", groups: "nodes", command: () => insert(editor, kinds), button });
  },
});

// The package shows its tools in the language of the desk, but tells those who hear them in English.
function nameTools(frame) {
  for (const button of frame.querySelectorAll(".prose-menubar__button[title]")) button.setAttribute("aria-label", button.title);
  for (const option of frame.querySelectorAll(".prose-menubar__option > *")) option.textContent = gettext(option.textContent);
}

class BlockView {
  constructor(editor, node, getPos) {
    this.editor = editor;
    this.getPos = getPos;
    this.title = element("b");
    this.frame = element("iframe", { tabindex: "-1", inert: true, loading: "lazy" });
    this.frame.addEventListener("load", () => this.fit());
    this.dom = element("div", { class: "story-block", contenteditable: "false" }, this.bar(), this.frame);
    this.show(node);
  }

  bar() {
    const verb = (sign, name, act) => element("button", { type: "button", tabindex: "-1", title: name, "aria-label": name, onclick: act }, sign);
    const at = (act) => () => {
      this.editor.commands.setNodeSelection(this.getPos());
      act();
    };
    return element(
      "div", { class: "story-block-bar" }, this.title,
      verb("✎", gettext("Change"), at(() => change(this.editor, this.node, this.getPos()))),
      verb("↑", gettext("Move up"), at(() => this.editor.commands.moveBlock(-1))),
      verb("↓", gettext("Move down"), at(() => this.editor.commands.moveBlock(1))),
      verb("✕", gettext("Remove"), at(() => this.editor.chain().focus().deleteSelection().run())),
    );
  }

  show(node) {
    this.node = node;
    const label = KINDS[node.attrs.kind]?.().label ?? node.attrs.kind;
    this.title.textContent = label;
    this.frame.title = label;
    const address = previewOf(this.editor, node.attrs);
    if (this.frame.getAttribute("src") !== address) this.frame.setAttribute("src", address);
  }

  // As high as what it shows, also when its typefaces and pictures have come.
  fit() {
    const body = this.frame.contentDocument?.body;
    if (!body) return;
    this.sized?.disconnect();
    this.sized = new ResizeObserver(() => (this.frame.style.height = `${Math.ceil(body.getBoundingClientRect().height)}px`));
    this.sized.observe(body);
  }

  update(node) {
    if (node.type.name !== "storyBlock") return false;
    this.show(node);
    return true;
  }

  selectNode() {
    this.dom.classList.add("chosen");
  }

  deselectNode() {
    this.dom.classList.remove("chosen");
  }

  stopEvent(event) {
    return Boolean(event.target.closest?.("button"));
  }

  ignoreMutation() {
    return true;
  }

  destroy() {
    this.sized?.disconnect();
  }
}

async function insert(editor, kinds) {
  const choices = kinds.map((name) => ({ name, ...KINDS[name]() }));
  const kind = await choose(gettext("Insert"), choices);
  const told = kind && (await askFor(editor, kind, {}));
  if (!told) return editor.commands.focus();
  const { $from } = editor.state.selection;
  const empty = inEmptyParagraph(editor.state);
  const place = $from.depth ? (empty ? { from: $from.before(1), to: $from.after(1) } : $from.after(1)) : editor.state.selection.to;
  const start = typeof place === "number" ? place : place.from;
  const last = (typeof place === "number" ? place : place.to) === editor.state.doc.content.size;
  const block = { type: "storyBlock", attrs: told };
  editor.chain().insertContentAt(place, last ? [block, { type: "paragraph" }] : block).setTextSelection(start + 2).focus().run();
}

async function change(editor, node, at) {
  const told = await askFor(editor, node.attrs.kind, node.attrs);
  if (told) editor.view.dispatch(editor.state.tr.setNodeMarkup(at, null, told));
  editor.chain().setNodeSelection(at).focus().run();
}

async function askFor(editor, kind, values) {
  const { label, fields } = KINDS[kind]();
  const submit = values.kind ? gettext("Change") : gettext("Insert");
  const told = await fill(label, fields, values, { submit, address: deskOf(editor).find });
  return told && { kind, ...Object.fromEntries(Object.entries(told).filter(([, value]) => value)) };
}

function previewOf(editor, attrs) {
  const told = Object.entries(attrs).filter(([, value]) => value);
  const language = document.querySelector("#id_language")?.value ?? "";
  return `${deskOf(editor).preview}?${new URLSearchParams([...told, ["language", language]])}`;
}

function deskOf(editor) {
  return editor.options.element.querySelector("textarea").dataset;
}

function inEmptyParagraph({ selection: { $from, empty } }) {
  return empty && $from.depth === 1 && $from.parent.type.name === "paragraph" && !$from.parent.content.size;
}

// Changes places with the neighbour above or below; works for paragraphs too.
function move({ selection, doc, tr }, dispatch, by) {
  const index = selection.$from.index(0);
  const [first, second] = by < 0 ? [index - 1, index] : [index, index + 1];
  if (first < 0 || second >= doc.childCount) return false;
  const start = [...Array(first).keys()].reduce((sum, n) => sum + doc.child(n).nodeSize, 0);
  const pair = [doc.child(second), doc.child(first)];
  tr.replaceWith(start, start + pair[0].nodeSize + pair[1].nodeSize, pair);
  const moved = by < 0 ? start : start + pair[0].nodeSize;
  const { NodeSelection, TextSelection } = pm.state ?? pm;
  const at = selection.from - doc.resolve(selection.from).posAtIndex(index, 0);
  tr.setSelection(selection.node ? NodeSelection.create(tr.doc, moved) : TextSelection.create(tr.doc, moved + at));
  dispatch?.(tr.scrollIntoView());
  return true;
}
