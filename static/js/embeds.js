// Films and posts that stand elsewhere: nothing is asked of their provider until the reader presses the button.

for (const block of document.querySelectorAll(".block-embed[data-frame]")) {
  const button = block.querySelector("button");
  button.hidden = false;
  button.addEventListener("click", () => show(block, button));
}

function show(block, button) {
  const frame = document.createElement("iframe");
  frame.src = block.dataset.frame;
  frame.title = button.textContent;
  frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  frame.sandbox = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation";
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  block.firstElementChild.replaceWith(frame);
  button.remove();
  frame.focus();
}
