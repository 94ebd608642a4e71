// The keyboard on the review page: j and k move, a accepts, r rejects, o opens. The buttons do the same.
"use strict";
const cases = [...document.querySelectorAll(".case")];
const signs = document.getElementById("signs");
function sign() {
  if (!signs) return true;
  for (const field of document.querySelectorAll("[data-signs]")) field.value = signs.value;
  if (signs.value.trim()) return true;
  signs.focus();
  return false;
}
for (const form of document.querySelectorAll(".case form, .item form")) {
  form.addEventListener("submit", (event) => { if (!sign()) event.preventDefault(); });
}
document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  const at = cases.indexOf(document.activeElement.closest(".case"));
  const move = { j: 1, k: -1 }[event.key];
  if (move) {
    const next = cases[Math.min(cases.length - 1, Math.max(0, at + move))];
    if (next) { event.preventDefault(); next.focus(); next.scrollIntoView({ block: "nearest" }); }
  } else if (at >= 0 && event.key === "o") cases[at].querySelector("[data-open]").click();
  else if (at >= 0 && (event.key === "a" || event.key === "r")) {
    cases[at].querySelector(`button[value=${event.key === "a" ? "accept" : "reject"}]`).click();
  }
});
