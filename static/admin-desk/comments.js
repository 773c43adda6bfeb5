// Comments are sent without leaving the page, so that nothing typed in the story is touched; words chosen in it can be quoted.

const comments = document.querySelector(".comments");
const sender = document.getElementById("comment-form");

sender?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const by = event.submitter;
  by.disabled = true;
  try {
    const answer = await fetch(by.formAction, {
      method: "POST",
      body: new FormData(sender),
      headers: { "X-Requested-With": "XMLHttpRequest" },
    });
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    comments.innerHTML = (await answer.json()).html;
    comments.querySelector(".errorlist, #comment_words")?.scrollIntoView({ block: "nearest" });
  } catch {
    tell(gettext("It could not be sent; your words are still here. Try again, or log in again in another tab."));
  } finally {
    by.disabled = false;
  }
});

function tell(words) {
  const line = comments.querySelector(".comments-told") ?? document.createElement("p");
  line.className = "comments-told errornote";
  line.setAttribute("role", "alert");
  line.textContent = words;
  comments.prepend(line);
}

let quoted = "";
document.addEventListener("selectionchange", () => {
  const chosen = document.getSelection();
  const place = chosen.anchorNode?.parentElement?.closest(".ProseMirror");
  if (place && !chosen.isCollapsed) quoted = chosen.toString().trim().slice(0, 500);
});
comments?.addEventListener("focusin", ({ target }) => {
  if (target.name === "words" && quoted) quote(quoted);
});
comments?.addEventListener("click", ({ target }) => {
  if (target.closest(".comment-quote button")) quote("");
});

function quote(words) {
  quoted = "";
  comments.querySelector("[name=quote]").value = words;
  comments.querySelector(".comment-quote").hidden = !words;
  comments.querySelector(".comment-quote q").textContent = words;
}
