"use strict";

// Light or dark: as the system is, until the reader chooses.
const root = document.documentElement;
const store = { get() { try { return localStorage.getItem("netgen-report-theme"); } catch { return null; } }, set(v) { try { localStorage.setItem("netgen-report-theme", v); } catch { } } };
if (store.get()) root.dataset.theme = store.get();
document.getElementById("theme").addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  store.set(root.dataset.theme);
});

// The file is written anew while a training goes on.
if (root.dataset.refresh > 0) setTimeout(() => location.reload(), root.dataset.refresh * 1000);

for (const chart of document.querySelectorAll(".chart")) {
  const svg = chart.querySelector("svg"), tip = chart.querySelector(".tip"), cross = chart.querySelector(".cross"), mark = chart.querySelector(".mark");
  const width = svg.viewBox.baseVal.width, height = svg.viewBox.baseVal.height;
  const series = [...chart.querySelectorAll(".series")].map(g => {
    const values = g.dataset.values.split("|"), at = g.dataset.at.split(" ").map(p => p.split(",").map(Number));
    const points = g.dataset.epochs === "" ? [] : g.dataset.epochs.split(" ").map((epoch, i) => ({ epoch, value: values[i], x: at[i][0], y: at[i][1] }));
    return { g, name: g.dataset.name, color: g.classList[1], points };
  });

  for (const button of chart.querySelectorAll(".legend button")) {
    button.addEventListener("click", () => button.classList.toggle("off", series[button.dataset.series].g.classList.toggle("off")));
  }

  const hide = () => { tip.hidden = true; for (const e of [cross, mark]) e.setAttribute("visibility", "hidden"); };
  svg.addEventListener("pointerleave", hide);
  svg.addEventListener("pointermove", event => {
    const box = svg.getBoundingClientRect(), scale = width / box.width;
    const x = (event.clientX - box.left) * scale, y = (event.clientY - box.top) * scale;
    const closest = (points, x) => points.reduce((best, p) => Math.abs(p.x - x) < Math.abs(best.x - x) ? p : best);
    const shown = series.filter(s => s.points.length > 0 && !s.g.classList.contains("off")).map(s => ({ ...s, point: closest(s.points, x) }));
    if (shown.length === 0) return hide();

    // The nearest epoch of any curve, and there the nearest curve; others show where they have a point about there.
    const column = closest(shown.map(s => s.point), x).x;
    const rows = shown.map(s => ({ ...s, point: closest(s.points, column) })).filter(s => Math.abs(s.point.x - column) < 4).sort((a, b) => a.point.y - b.point.y);
    const nearest = rows.reduce((best, s) => Math.abs(s.point.y - y) < Math.abs(best.point.y - y) ? s : best);
    const head = document.createElement("p");
    head.textContent = "epoch " + nearest.point.epoch;
    tip.replaceChildren(head, ...rows.map(s => {
      const row = document.createElement("div"), name = document.createElement("span"), value = document.createElement("output");
      row.className = s.color + (s === nearest ? " nearest" : "");
      name.textContent = s.name;
      value.textContent = s.point.value + (s.point.epoch === nearest.point.epoch ? "" : " (epoch " + s.point.epoch + ")");
      row.append(name, value);
      return row;
    }));
    tip.hidden = false;
    cross.setAttribute("x1", column);
    cross.setAttribute("x2", column);
    mark.setAttribute("cx", nearest.point.x);
    mark.setAttribute("cy", nearest.point.y);
    mark.setAttribute("class", "mark " + nearest.color);
    for (const e of [cross, mark]) e.setAttribute("visibility", "visible");

    // Beside the crosshair, on the side that has room.
    const left = column / scale, gap = 14, half = left > box.width / 2;
    tip.style.left = half ? "auto" : left + gap + "px";
    tip.style.right = half ? box.width - left + gap + "px" : "auto";
    tip.style.top = Math.max(0, Math.min(height / scale - tip.offsetHeight, nearest.point.y / scale - tip.offsetHeight / 2)) + "px";
  });
}
