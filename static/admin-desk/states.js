// The button that publishes says what it will do while the hour is typed; sheets of words close on Escape or a click elsewhere.

const button = document.querySelector("button[name=_publish]");
if (button) {
  const opened = performance.now();
  const now = () => new Date(Date.parse(button.dataset.now) + performance.now() - opened);
  const chosen = {};
  for (const name of ["published_at", "embargo_until"]) {
    const box = document.getElementById(`id_${name}_0`)?.closest(".day-and-time");
    box?.addEventListener("moment", ({ detail }) => {
      chosen[name] = detail;
      button.textContent = saying(chosen.published_at, chosen.embargo_until, now());
    });
    box?.dispatchEvent(new Event("input"));
  }
}

// As `_of_publishing` in articles/admin/states.py says it.
function saying(hour, embargo, now) {
  const until = embargo?.chosen;
  if (until > now && !(hour?.chosen >= until)) return worded(gettext("Publish when the embargo ends: %(when)s"), embargo);
  if (!hour?.complete) return gettext("Publish now");
  if (!hour.chosen) return gettext("Choose the hour first");
  return worded(hour.chosen > now ? gettext("Schedule for %(when)s") : gettext("Publish, dated %(when)s"), hour);
}

function worded(words, { chosen, zone }) {
  const options = { timeZone: zone, weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const part = {};
  for (const { type, value } of new Intl.DateTimeFormat(document.documentElement.lang, options).formatToParts(chosen)) part[type] = value;
  const when = `${part.weekday} ${part.day} ${part.month} ${part.hour}:${part.minute} ${zone} = ${chosen.toISOString().slice(11, 16)} UTC`;
  return interpolate(words, { when }, true);
}

document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  const sheet = document.querySelector(".bar-words[open]");
  sheet?.removeAttribute("open");
  sheet?.querySelector("summary").focus();
});
document.addEventListener("click", ({ target }) => {
  for (const sheet of document.querySelectorAll(".bar-words[open]")) if (!sheet.contains(target)) sheet.removeAttribute("open");
});
