// Turns the link to the index from A to Z into a button that opens the search; loads nothing before it is pressed.
"use strict";

for (const door of document.querySelectorAll(".search-door")) {
  const button = door.querySelector("button.search-open");
  door.querySelector("a.search-open")?.remove();
  button.hidden = false;
  let dialog;
  button.addEventListener("click", async () => {
    dialog ??= import("./search/dialog.js").then((module) => module.dialog(door));
    (await dialog).open();
  });
}
