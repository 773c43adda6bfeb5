// Of what is done with many stories at once, one asks for a word: its field shows with it, and is not sent empty.

const chosen = document.querySelector("#changelist-form [name=action]");
const topic = document.querySelector("#changelist-form [name=topic]");
if (chosen && topic) {
  const asks = () => chosen.value === "add_topic";
  const show = () => {
    topic.closest("label").hidden = !asks();
    topic.required = asks();
  };
  chosen.addEventListener("change", show);
  topic.form.addEventListener("submit", (event) => {
    if (!topic.reportValidity()) event.preventDefault();
  });
  show();
}
