// Quotations that know who speaks: somebody of the game, or a name.

import { Blockquote } from "django-prose-editor/editor";
import { attribute, element, fill } from "desk/picker";

export const Quotation = Blockquote.extend({
  addAttributes() {
    return { ...this.parent?.(), person: attribute("person"), speaker: attribute("speaker") };
  },

  addNodeView() {
    return ({ editor, node, getPos }) => new QuotationView(editor, node, getPos);
  },
});

class QuotationView {
  constructor(editor, node, getPos) {
    this.contentDOM = element("div");
    this.button = element("button", { type: "button", onclick: () => this.ask() });
    this.dom = element("blockquote", {}, this.contentDOM, element("footer", { contenteditable: "false" }, this.button));
    this.editor = editor;
    this.getPos = getPos;
    this.update(node);
  }

  update(node) {
    if (node.type.name !== "blockquote") return false;
    this.node = node;
    const { speaker, person } = node.attrs;
    this.button.textContent = speaker ? `— ${speaker}` : gettext("Who says it?");
    this.button.classList.toggle("missing", !speaker);
    this.button.classList.toggle("known", Boolean(person));
    return true;
  }

  async ask() {
    const { person, speaker } = this.node.attrs;
    const help = gettext("Choose a person to lead readers there, or only write a name. Empty: nobody is named.");
    const field = { name: "who", type: "row", kind: "person", label: gettext("Who says it"), required: false, free: true, help };
    const { find: address } = this.editor.options.element.querySelector("textarea").dataset;
    const told = await fill(gettext("Quotation"), [field], { who: person, whoName: speaker }, { submit: gettext("Keep"), address });
    if (told) {
      const { id, name } = told.who;
      const attrs = { ...this.node.attrs, person: (name && id) || null, speaker: name || null };
      this.editor.view.dispatch(this.editor.state.tr.setNodeMarkup(this.getPos(), null, attrs));
    }
    this.editor.commands.focus();
  }

  stopEvent(event) {
    return this.button.contains(event.target);
  }

  ignoreMutation(mutation) {
    return !this.contentDOM.contains(mutation.target);
  }
}
