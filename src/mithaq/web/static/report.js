// The report page: layers on and off, the list and the words linked both ways, passages as links, derivations in place.
"use strict";
const words = document.getElementById("words");
const pieces = [...words.querySelectorAll("[data-o]")];
const article = document.querySelector(".report");

// --- layers
const form = document.querySelector("form.layers");
const boxes = [...form.querySelectorAll("input[name=layer]")];
function applyLayers() {
  for (const box of boxes) words.classList.toggle("on-" + box.value, box.checked);
  const url = new URL(location.href);
  url.searchParams.set("show", boxes.filter((b) => b.checked).map((b) => b.value).join(",") || "none");
  history.replaceState(null, "", url);
}
form.addEventListener("change", applyLayers);
form.addEventListener("submit", (event) => event.preventDefault());
form.querySelector("[data-all]").addEventListener("click", () => { boxes.forEach((b) => (b.checked = true)); applyLayers(); });
form.querySelector("[data-none]").addEventListener("click", () => { boxes.forEach((b) => (b.checked = false)); applyLayers(); });

// --- the list and the words
function lit(entry) {
  for (const old of document.querySelectorAll(".lit")) old.classList.remove("lit");
  if (!entry) return;
  for (const piece of pieces) if ((piece.dataset.m || "").split(" ").includes(entry)) piece.classList.add("lit");
  document.getElementById("e-" + entry)?.classList.add("lit");
}
document.querySelector(".side").addEventListener("click", (event) => {
  const why = event.target.closest("a[data-explain]");
  if (why) { event.preventDefault(); explain(why); return; }
  const link = event.target.closest("a.to-text");
  if (!link) return;
  event.preventDefault();
  const start = Number(link.dataset.start), end = Number(link.dataset.end);
  lit(link.closest("li").dataset.e);
  history.replaceState(null, "", "#c=" + start + "-" + end);
  passage(start, end);
});
words.addEventListener("click", (event) => {
  const piece = event.target.closest("[data-m]");
  if (!piece || String(getSelection())) return;
  const shown = boxes.filter((b) => b.checked).map((b) => b.value);
  const items = piece.dataset.m.split(" ").map((id) => document.getElementById("e-" + id)).filter(Boolean);
  const layer = (item) => item.closest("[data-layer]").dataset.layer;
  const item = items.reverse().find((i) => shown.includes(layer(i))) || items[0]; // the innermost that is shown
  if (!item) return;
  item.closest("details").open = true;
  lit(item.dataset.e);
  item.scrollIntoView({ block: "nearest" });
  item.querySelector("a")?.focus({ preventScroll: true });
});

// --- passages: offsets are code points, as everywhere in Mithaq
function range(start, end) {
  const made = new Range();
  let begun = false;
  for (const piece of pieces) {
    const first = Number(piece.dataset.o), node = piece.firstChild;
    if (!node) continue;
    const points = [...node.data], last = first + points.length;
    const at = (n) => points.slice(0, Math.max(0, n - first)).join("").length;
    if (!begun && start < last && end > first) { made.setStart(node, at(start)); begun = true; }
    if (begun && first < end) made.setEnd(node, at(Math.min(end, last)));
  }
  return begun ? made : null;
}
function passage(start, end) {
  const found = range(start, end);
  if (!found) return;
  for (const old of words.querySelectorAll(".m-here")) old.classList.remove("m-here");
  if (window.Highlight && CSS.highlights) CSS.highlights.set("here", new Highlight(found));
  else for (const piece of pieces) {
    const first = Number(piece.dataset.o);
    if (first < end && first + [...piece.textContent].length > start) piece.classList.add("m-here");
  }
  const target = found.startContainer.parentElement;
  target.scrollIntoView({ block: "center" });
}
function fromHash() {
  const found = /^#c=(\d+)-(\d+)$/.exec(decodeURIComponent(location.hash));
  if (found) passage(Number(found[1]), Number(found[2]));
}
addEventListener("hashchange", fromHash);
fromHash();

// --- a link to what is selected
const share = document.getElementById("share");
function offset(node, at) {
  const piece = node.nodeType === Node.TEXT_NODE ? node.parentElement.closest("[data-o]") : null;
  return piece ? Number(piece.dataset.o) + [...node.data.slice(0, at)].length : null;
}
document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed || !words.contains(selection.anchorNode)) return;
  const chosen = selection.getRangeAt(0);
  const start = offset(chosen.startContainer, chosen.startOffset), end = offset(chosen.endContainer, chosen.endOffset);
  if (start === null || end === null || start >= end) return;
  const url = new URL(article.dataset.textLink, location.href);
  url.searchParams.set("c", start + "-" + end);
  url.hash = "c=" + start + "-" + end;
  share.hidden = false;
  share.querySelector("a").href = url.href;
});
share.querySelector("[data-copy]").addEventListener("click", () => navigator.clipboard?.writeText(share.querySelector("a").href));

// --- derivations
async function explain(link) {
  const item = link.closest("li"), open = item.querySelector(".derivation");
  if (open) { open.remove(); link.setAttribute("aria-expanded", "false"); return; }
  const answer = await fetch(link.href, { headers: { "x-part": "1", accept: "text/html" } });
  if (!answer.ok) { location.href = link.href; return; }
  const part = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".derivation");
  item.append(part);
  link.setAttribute("aria-expanded", "true");
}
