// Every page works without this file; it saves a click here and there.
"use strict";
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const field = document.querySelector(".find input");
    if (field) { event.preventDefault(); field.focus(); }
  }
});
for (const form of document.querySelectorAll("form.days")) {
  // Empty fields stay out of the address, so that a link says only what was chosen.
  form.addEventListener("submit", () => { for (const input of form.elements) if (input.name && !input.value) input.disabled = true; });
}
// Check boxes that together make one word of the address.
for (const form of document.querySelectorAll("form.filters")) {
  form.addEventListener("submit", () => {
    for (const field of form.querySelectorAll("input[type=hidden][name]")) {
      const joined = form.querySelectorAll(`input[data-join="${field.name}"]`);
      if (joined.length) field.value = [...joined].filter((b) => b.checked).map((b) => b.value).join(",");
      const flag = form.querySelector(`input[data-flag="${field.name}"]`);
      if (flag) field.value = flag.checked ? "1" : "0";
    }
    for (const input of form.elements) if (input.name && !input.value) input.disabled = true;
  });
}
document.querySelector("[data-print]")?.addEventListener("click", () => print());
// On a narrow screen the sections scroll sideways: the one we are in is brought into view.
const here = document.querySelector(".sections [aria-current]");
if (here) { const bar = here.parentElement; bar.scrollLeft += here.getBoundingClientRect().left - bar.getBoundingClientRect().left - (bar.clientWidth - here.clientWidth) / 2; }
