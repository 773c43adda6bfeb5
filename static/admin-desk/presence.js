// Who else has the page open, and whether somebody has saved a newer version of it meanwhile; asked every few seconds.

const EVERY = 10000;
const page = document.querySelector("[data-saving]");
const here = document.querySelector("[data-here]");
if (here && page.dataset.article) start(page.dataset, page.closest("form"));

function start(at, form) {
  const { session } = window;
  const said = () => ({ article: at.article, tab: form.elements.copy.value, token: form.elements.token.value });
  let known = "";
  beat();
  setInterval(beat, EVERY);
  window.addEventListener("pagehide", () => navigator.sendBeacon(at.presence, session.values({ ...said(), leaving: 1 })));
  window.addEventListener("pageshow", ({ persisted }) => persisted && beat());

  // An answer without words: all is as it was.
  async function beat() {
    const answer = await fetch(at.presence, { method: "POST", body: session.values({ ...said(), known }) }).catch(() => null);
    if (answer?.status !== 200) return;
    known = answer.headers.get("X-State");
    draw(await answer.json());
  }

  function draw(news) {
    const others = news.here.map((each) => {
      const who = each.is_you ? gettext("you, in another tab") : each.name;
      return interpolate(gettext("%(who)s since %(time)s"), { who, time: each.since }, true);
    });
    here.replaceChildren(others.length ? interpolate(gettext("Open here too: %s"), [others.join(", ")]) : "");
    if (!news.saved.at) return;
    const words = news.saved.by
      ? interpolate(gettext("%(who)s saved a newer version at %(time)s."), { who: news.saved.by, time: news.saved.at }, true)
      : interpolate(gettext("A newer version was saved at %s."), [news.saved.at]);
    const link = document.createElement("a");
    Object.assign(link, { href: `${at.compare}?since=${form.elements.token.value}`, target: "_blank" });
    link.textContent = gettext("See what changed");
    const told = Object.assign(document.createElement("span"), { className: "newer" });
    told.append(`${words} `, link);
    here.append(" ", told);
  }
}
