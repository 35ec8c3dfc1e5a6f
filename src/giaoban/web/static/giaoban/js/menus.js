// Menus are <details class="menu">: they open without script; here they close as people expect.

function closeOthers(kept) {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (menu !== kept) menu.open = false;
}

document.addEventListener("toggle", (event) => {
  if (event.target.matches?.("details.menu[open]")) closeOthers(event.target);
}, true);

document.addEventListener("click", (event) => closeOthers(event.target.closest("details.menu")));

document.addEventListener("focusin", (event) => closeOthers(event.target.closest("details.menu")));

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
