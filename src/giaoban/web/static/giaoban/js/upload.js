// Sending a file: it can be dropped, and the bar shows how much has gone. Without script the plain form does the same.

const form = document.querySelector("form[data-upload]");
const drop = form.querySelector("[data-drop]");
const field = form.elements.file;
const progress = form.querySelector("[data-upload-progress]");

for (const kind of ["dragover", "dragleave", "drop"]) {
  drop.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.toggle("over", kind === "dragover");
    if (kind === "drop" && event.dataTransfer.files.length) field.files = event.dataTransfer.files;
  });
}

form.addEventListener("submit", () => {
  if (!field.files.length) return;
  progress.hidden = false;
  progress.scrollIntoView({ block: "nearest" });
});

addEventListener("pageshow", () => { progress.hidden = true; });
