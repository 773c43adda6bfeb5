// What the text claims, held against the facts: drawn whenever the text was read. It advises, and locks nothing.

const panel = document.getElementById("check");
if (panel) start(panel);

function start(panel) {
  const list = panel.querySelector("[data-claims]");
  const told = panel.querySelector("[role=status]");
  const ask = panel.querySelector("[data-ask]");
  ask.hidden = false;
  ask.addEventListener("click", () => document.dispatchEvent(new CustomEvent("text:ask")));
  document.addEventListener("text:reading", () => ask.setAttribute("aria-busy", "true"));
  document.addEventListener("text:unread", () => {
    ask.removeAttribute("aria-busy");
    told.textContent = gettext("The text could not be checked. Try again in a moment.");
  });
  document.addEventListener("text:read", ({ detail: { claims, kept } }) => {
    ask.removeAttribute("aria-busy");
    const fine = claims.filter((one) => !needsSomebody(one));
    list.replaceChildren(...claims.filter(needsSomebody).map(claim), ...(fine.length ? [folded(fine)] : []));
    const disputed = claims.filter(needsSomebody).length;
    told.textContent = summary(claims.length, disputed);
    panel.querySelector("[data-kept]").replaceChildren(...kept.map((line) => element("p", "claim-kept", line)));
    const reason = panel.querySelector("[data-reason]");
    if (reason && disputed) reason.hidden = false;
  });
}

function summary(all, disputed) {
  if (!all) return gettext("It claims nothing that our facts could tell.");
  const claims = interpolate(ngettext("%s claim", "%s claims", all), [all]);
  const wrong = disputed
    ? interpolate(ngettext("%s is disputed", "%s are disputed", disputed), [disputed])
    : gettext("none is disputed");
  return `${claims}, ${wrong}.`;
}

function needsSomebody(one) {
  return ["wrong", "partly"].includes(one.verdict);
}

// What nobody has to look at is out of the way.
function folded(claims) {
  const drawn = element("li", "claim-others");
  const details = document.createElement("details");
  const list = element("ul", "claims");
  list.append(...claims.map(claim));
  details.append(element("summary", "", interpolate(ngettext("%s other claim", "%s other claims", claims.length), [claims.length])), list);
  drawn.append(details);
  return drawn;
}

function claim(one) {
  const drawn = element("li", `claim claim-${one.is_quoted ? "quoted" : one.verdict}`);
  const sentence = element("p", "claim-sentence");
  sentence.append(one.before, element("mark", "", one.surface), one.after);
  drawn.append(element("span", "claim-verdict", one.told), sentence, because(one));
  const place = { line: one.line, ...one.place };
  for (const name of ["mouseenter", "focusin"]) drawn.addEventListener(name, () => mark([place]));
  for (const name of ["mouseleave", "focusout"]) drawn.addEventListener(name, () => mark([]));
  if (one.replacement && needsSomebody(one)) drawn.append(use(one, place));
  return drawn;
}

// What the facts say, and the row that it rests on.
function because(one) {
  const drawn = element("p", "claim-because", one.because ? `${one.because} ` : "");
  if (!one.row) return drawn;
  if (!one.row.url) {
    drawn.append(one.row.name);
    return drawn;
  }
  const link = element("a", "", one.row.name);
  Object.assign(link, { href: one.row.url, target: "_blank", rel: "noopener" });
  drawn.append(link);
  return drawn;
}

function use(one, place) {
  const drawn = element("button", "links-button", interpolate(gettext("Write “%s” instead"), [one.replacement]));
  drawn.type = "button";
  drawn.addEventListener("click", () => {
    const told = document.querySelector("#check [role=status]");
    const detail = { place, surface: one.surface, words: one.replacement, done: false };
    document.dispatchEvent(new CustomEvent("text:replace", { detail }));
    if (detail.done) document.dispatchEvent(new CustomEvent("text:ask"));
    else told.textContent = gettext("Those words are not in the text any more. Check it again.");
  });
  return drawn;
}

function mark(places) {
  document.dispatchEvent(new CustomEvent("text:mark", { detail: { places, scroll: false } }));
}

function element(tag, className, text = "") {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}
