// Days and hours: UTC beside what is typed, the choice where clocks go back; and what the button to publish will do.

for (const box of document.querySelectorAll(".day-and-time")) {
  const update = () => show(box);
  box.addEventListener("input", update);
  box.addEventListener("change", update);
  update();
}

function show(box) {
  const [day, hour] = box.querySelectorAll("input");
  const which = box.querySelector("select");
  const complete = Boolean(day.value && hour.value);
  const found = complete ? instants(day.value, hour.value, box.dataset.zone) : [];
  which.hidden = found.length !== 2;
  found.forEach((instant, n) => {
    if (found.length === 2) which.options[n + 1].textContent = `${hour.value} ${zoneAt(instant, box.dataset.zone)} = ${utc(instant)} UTC`;
  });
  const chosen = found.length === 2 ? found[which.selectedIndex - 1] : found[0];
  const problem = complete && !found.length ? gettext("This hour does not exist: clocks go forward over it that night.") : "";
  box.querySelector("output").textContent = chosen ? `= ${utc(chosen)} UTC` : problem;
  box.dispatchEvent(new CustomEvent("moment", { bubbles: true, detail: { chosen, complete, zone: box.dataset.zone } }));
}

// The instants at which clocks in the zone show that hour: one; none where it is skipped; two where it comes twice.
function instants(day, hour, zone) {
  const wall = Date.parse(`${day}T${hour.slice(0, 5)}Z`);
  const found = [-1, 1].map((side) => wall - offset(new Date(wall + side * 86400000), zone));
  return [...new Set(found)].sort((a, b) => a - b).map((ms) => new Date(ms)).filter((at) => at.getTime() + offset(at, zone) === wall);
}

function offset(instant, zone) {
  const parts = {};
  const options = { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" };
  for (const { type, value } of new Intl.DateTimeFormat("en", options).formatToParts(instant)) parts[type] = Number(value);
  const shown = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute);
  return shown - Math.floor(instant.getTime() / 60000) * 60000;
}

function utc(instant) {
  return instant.toISOString().slice(11, 16);
}

function zoneAt(instant, zone) {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "short" }).formatToParts(instant);
  return parts.find(({ type }) => type === "timeZoneName").value;
}
