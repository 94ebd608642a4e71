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
