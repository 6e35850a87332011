// What unfolds: the language switch, the menu and the contents. All of it works without this script, too.
"use strict";

// The language switch keeps the statement that the reader is at, and remembers the choice for the chooser.
for (const menu of document.querySelectorAll("details.languages")) {
  menu.addEventListener("click", (event) => {
    const link = event.target.closest("a[hreflang]");
    if (!link) return;
    link.hash = location.hash;
    try {
      localStorage.setItem("handbook-language", link.hreflang);
    } catch {
      // Private windows may refuse to remember; the link works all the same.
    }
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
}

// The menu and the contents stand open where there is room beside the words.
for (const fold of document.querySelectorAll("details.fold")) {
  const wide = matchMedia(`(min-width: ${fold.dataset.wide})`);
  const fit = () => { fold.open = wide.matches; };
  fit();
  wide.addEventListener("change", fit);
}

// Escape closes what is unfolded around the focus, and the focus returns to what unfolds it.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = event.target.closest?.("details.languages[open], details.fold[open]");
  const summary = open?.querySelector("summary");
  if (!summary?.offsetParent) return;
  open.open = false;
  summary.focus();
});

// Paper shows what is folded on the screen.
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("article details:not([open])")) {
    folded.dataset.printed = "";
    folded.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const unfolded of document.querySelectorAll("details[data-printed]")) {
    delete unfolded.dataset.printed;
    unfolded.open = false;
  }
});
