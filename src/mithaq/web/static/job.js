// Follows a job until all its reports are read, then shows the page as it then is.
"use strict";
const job = document.getElementById("job");
async function follow() {
  const answer = await fetch(job.dataset.address, { headers: { accept: "application/json" } });
  if (!answer.ok) return;
  const state = await answer.json();
  const over = state.steps.filter((s) => s.state !== "waiting" && s.state !== "reading").length;
  job.querySelector("progress").value = over;
  document.querySelector("h1 bdi").textContent = over + " / " + state.steps.length;
  if (state.done) location.reload();
  else setTimeout(follow, 700);
}
if (job.dataset.done === "0") setTimeout(follow, 400);
