// Turns the link to the index from A to Z into a button that opens the search; loads nothing before it is pressed.
"use strict";

for (const door of document.querySelectorAll(".search-door")) {
  const button = door.querySelector("button.search-open");
  const index = door.querySelector("a.search-open");
  index?.remove();
  button.hidden = false;
  let dialog;
  button.addEventListener("click", async () => {
    dialog ??= import("./search/dialog.js").then((module) => module.dialog(door));
    try {
      (await dialog).open();
    } catch {
      dialog = undefined; // next time again; the index is a page, which may be at hand
      if (index) location.assign(index.href);
    }
  });
}
