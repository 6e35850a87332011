// The language switch keeps the statement that the reader is at, and remembers the choice for the chooser.
"use strict";

// The theme's script looks for links[rel=alternate], asks for a sitemap beside each of them, and sends
// clicks to pages without their anchor. Spaces in `rel` keep its meaning and hide it from that script.
for (const link of document.querySelectorAll("link[rel=alternate]")) {
  link.setAttribute("rel", " alternate ");
}

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
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
}
