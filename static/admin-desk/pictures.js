// Pictures on the desk: many sent at once, each with its progress; and where to look first, with what comes of it at once.

const form = document.querySelector("form[data-upload]");
if (form) uploads(form);
const point = document.querySelector("input.focal-point");
const crops = document.querySelector(".crops");
if (point && crops) focalPoint(point, crops);

// Sending

function uploads(form) {
  const input = form.querySelector("#files");
  const list = form.querySelector(".uploads-under-way");
  const waiting = [];
  const words = new Set();
  let running = 0;
  form.querySelector(".uploads-how").hidden = false;

  input.addEventListener("change", () => {
    take(input.files);
    input.value = "";
  });
  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    form.classList.add("uploads-over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) form.classList.remove("uploads-over");
  });
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    form.classList.remove("uploads-over");
    take(event.dataTransfer.files);
  });
  document.addEventListener("paste", (event) => {
    if (!event.clipboardData.files.length) return;
    event.preventDefault();
    take(event.clipboardData.files);
  });
  form.addEventListener("input", (event) => words.add(event.target));
  form.addEventListener("submit", () => words.clear());
  window.addEventListener("beforeunload", (event) => {
    if (running || waiting.length || [...words].some((field) => field.closest(".new-picture"))) event.preventDefault();
  });

  function take(files) {
    for (const file of files) {
      const line = list.appendChild(lineFor(file));
      if (file.size > Number(form.dataset.mostBytes)) refuse(line, tooLarge());
      else waiting.push([file, line]);
    }
    next();
  }

  // Two at a time: a slow line carries no more, and the first is there sooner.
  function next() {
    while (running < 2 && waiting.length) send(...waiting.shift());
  }

  function send(file, line) {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append("files", file, file.name || "picture");
    body.append("credit", form.elements.credit.value);
    running += 1;
    line.classList.remove("upload-refused");
    const progress = line.querySelector("progress") ?? line.appendChild(document.createElement("progress"));
    progress.setAttribute("aria-label", file.name);
    request.upload.addEventListener("progress", ({ loaded, total }) => (progress.value = loaded / total));
    request.addEventListener("load", () => answered(request, file, line));
    request.addEventListener("error", () => again(file, line, gettext("The connection was lost.")));
    request.addEventListener("loadend", () => {
      running -= 1;
      next();
    });
    request.open("POST", form.dataset.upload);
    request.setRequestHeader("X-CSRFToken", form.elements.csrfmiddlewaretoken.value);
    request.send(body);
  }

  function answered(request, file, line) {
    const answer = request.getResponseHeader("Content-Type")?.startsWith("application/json") ? JSON.parse(request.responseText) : {};
    if (answer.row) {
      line.remove();
      form.querySelector(".new-pictures").insertAdjacentHTML("beforeend", answer.row);
    } else if (answer.refused) refuse(line, answer.refused.join(" "));
    else if (request.status === 413) refuse(line, tooLarge());
    else again(file, line, gettext("It could not be kept. Are you still logged in?"));
  }

  function again(file, line, reason) {
    refuse(line, reason);
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: gettext("Try again") });
    button.addEventListener("click", () => {
      button.remove();
      line.querySelector(".upload-line").textContent = "";
      waiting.push([file, line]);
      next();
    });
    line.append(button);
  }

  function tooLarge() {
    return interpolate(gettext("The file is too large: at most %(size)s MB."), { size: form.dataset.mostBytes / 2 ** 20 }, true);
  }
}

function lineFor(file) {
  const line = Object.assign(document.createElement("li"), { className: "upload" });
  line.append(Object.assign(document.createElement("b"), { textContent: file.name || gettext("Pasted picture") }));
  line.append(" ", Object.assign(document.createElement("span"), { className: "upload-line" }));
  return line;
}

function refuse(line, reason) {
  line.classList.add("upload-refused");
  line.querySelector("progress")?.remove();
  line.querySelector(".upload-line").textContent = reason;
}

// Where to look first

function focalPoint(input, crops) {
  const whole = crops.querySelector(".crop-whole img");
  const board = document.createElement("div");
  const picture = Object.assign(document.createElement("img"), { src: whole.src, alt: gettext("Click where one should look first."), draggable: false });
  const mark = Object.assign(document.createElement("span"), { className: "focus-mark" });
  const [across, down] = [gettext("Across"), gettext("Down")].map(slider);
  board.className = "focus-board";
  board.append(picture, mark);
  const sliders = Object.assign(document.createElement("div"), { className: "focus-sliders" });
  sliders.append(across.parentNode, down.parentNode);
  input.before(Object.assign(document.createElement("div"), { className: "focus" }));
  input.previousSibling.append(board, sliders);
  input.hidden = true;
  show();

  board.addEventListener("pointerdown", (event) => {
    board.setPointerCapture(event.pointerId);
    follow(event);
  });
  board.addEventListener("pointermove", (event) => {
    if (board.hasPointerCapture(event.pointerId)) follow(event);
  });
  for (const one of [across, down]) one.addEventListener("input", () => set(across.value / 100, down.value / 100));

  function follow(event) {
    const box = picture.getBoundingClientRect();
    set((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  }

  function set(...parts) {
    input.value = parts.map((part) => String(Math.round(Math.min(1, Math.max(0, part)) * 100) / 100)).join("x");
    input.dispatchEvent(new Event("change", { bubbles: true }));
    show();
  }

  // What is made has the same cut: the parts are those of `object-position`.
  function show() {
    const [x, y] = input.value.split("x").map((part) => `${Math.round(Number(part) * 100)}%`);
    [mark.style.left, mark.style.top] = [x, y];
    [across.value, down.value] = [parseInt(x), parseInt(y)];
    for (const shown of crops.querySelectorAll("img")) shown.style.objectPosition = `${x} ${y}`;
  }

  function slider(name) {
    const label = Object.assign(document.createElement("label"), { className: "focus-slider", textContent: `${name} ` });
    return label.appendChild(Object.assign(document.createElement("input"), { type: "range", min: 0, max: 100 }));
  }
}
