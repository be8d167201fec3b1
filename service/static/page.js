// Comfort only: every page does its work without this. It makes no element, and puts nothing but text anywhere.
"use strict";

// Copying: the buttons show themselves where copying works.
for (const button of document.querySelectorAll("button[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const words = button.textContent;
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    let done = false;
    try {
      await navigator.clipboard.writeText(field.value);
      done = true;
    } catch {
      field.select(); // no clipboard off https and loopback: the old way
      done = document.execCommand("copy");
    }
    button.textContent = done ? "Copied" : "Press Ctrl+C to copy";
    setTimeout(() => { button.textContent = words; }, 2500);
  });
}

// A form that is on its way says so, and is not sent twice.
for (const form of document.querySelectorAll("form[data-busy]")) {
  const says = form.querySelector(".busy");
  const buttons = form.querySelectorAll("button[type=submit]");
  form.addEventListener("submit", (event) => {
    const file = form.querySelector("input[type=file]");
    const bytes = file ? [...file.files].reduce((sum, one) => sum + one.size, 0) : 0;
    if (file && file.files.length > Number(form.dataset.most)) {
      event.preventDefault();
      says.textContent = `Those are ${file.files.length} files: at most ${form.dataset.most} can be sent at once.`;
      return;
    }
    if (file && bytes > Number(form.dataset.largest) * 1048576) {
      event.preventDefault();
      says.textContent = `That is ${Math.ceil(bytes / 1048576)} MB: at most ${form.dataset.largest} MB can be sent at once.`;
      return;
    }
    if (form.ariaBusy === "true") event.preventDefault();
    form.ariaBusy = "true";
    says.textContent = form.dataset.busy;
  });
  // Back from the next page, the form is as it was.
  addEventListener("pageshow", () => {
    form.ariaBusy = "false";
    says.textContent = "";
    for (const button of buttons) button.disabled = false;
  });
}

// A job under way is asked after; when it is over, its page is loaded again.
const job = document.querySelector("[data-job]");
if (job) {
  const stages = { waiting: "Waiting for another indexing run to end", reading: "Reading", embedding: "Working out what the passages mean", publishing: "Making it searchable" };
  const says = job.querySelector("[data-stage]");
  const bar = job.querySelector("progress");
  const look = async () => {
    try {
      const answer = await fetch(job.dataset.job, { headers: { Accept: "application/json" } });
      const found = await answer.json();
      if (!answer.ok || found.state === "done" || found.state === "failed") {
        location.reload();
        return;
      }
      if (found.state === "running") {
        const words = (stages[found.stage] || "Starting") + (found.total ? `: ${found.done} of ${found.total}` : "");
        if (says.textContent !== words) says.textContent = words;
        if (found.total) {
          bar.max = found.total;
          bar.value = found.done;
        } else {
          bar.removeAttribute("value");
        }
      }
    } catch {
      says.textContent = "The service does not answer. Trying again…";
    }
    setTimeout(look, 700);
  };
  setTimeout(look, 700);
}
