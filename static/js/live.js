// Renews the page of a match while it is played, and of a story while it is followed live. The page is whole without this.

const said = document.getElementById("live-said");
const FARTHEST = 120; // seconds between two tries when the server does not answer
let every = Number(said.dataset.every);
let failures = 0;
let tag = "";
let last = "";
let waiting = 0;

function wait() {
  clearTimeout(waiting);
  if (!every || document.hidden) return;
  const seconds = Math.min(FARTHEST, every * 2 ** failures);
  waiting = setTimeout(ask, seconds * 1000 * (0.9 + Math.random() / 5)); // so that readers do not come all at once
}

async function ask() {
  clearTimeout(waiting);
  try {
    const answer = await fetch(said.dataset.address, { credentials: "omit" });
    if (!answer.ok) throw new Error(answer.status);
    failures = 0;
    if (answer.headers.get("ETag") !== tag) {
      tag = answer.headers.get("ETag");
      renew(new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-every]"));
    }
  } catch {
    failures += 1;
  }
  wait();
}

function renew(fresh) {
  every = Number(fresh.dataset.every);
  for (const part of fresh.querySelectorAll("[data-live]")) {
    const there = document.querySelector(`main [data-live="${part.dataset.live}"]`);
    if (!there || there.innerHTML === part.innerHTML) continue;
    const focused = there.contains(document.activeElement) && document.activeElement.getAttribute("href");
    const read = there.getBoundingClientRect().top < 0 && [...there.querySelectorAll(".live-entry")].find(isInSight);
    const top = read && read.getBoundingClientRect().top;
    there.replaceChildren(...part.childNodes);
    if (read) scrollBy(0, (document.getElementById(read.id)?.getBoundingClientRect().top ?? top) - top);
    if (focused) there.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
  }
  if (last && last !== fresh.dataset.said) said.textContent = fresh.dataset.said;
  last = fresh.dataset.said;
}

// What somebody reads stays where it is when more comes in above it.
function isInSight(entry) {
  return entry.getBoundingClientRect().bottom > 0;
}

document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(waiting) : every && ask()));
wait();
