// Light or dark: as chosen here before, else as the device asks. Loaded before the page is painted.
"use strict";
(() => {
  const key = "handbook-colours";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const stored = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const scheme = () => stored() ?? (dark.matches ? "slate" : "default");

  function show() {
    const root = document.documentElement;
    root.dataset.mdColorScheme = scheme();
    const button = document.getElementById("colours");
    if (!button) return;
    const name = scheme() === "slate" ? button.dataset.toLight : button.dataset.toDark;
    button.setAttribute("aria-label", name);
    button.title = name;
    button.hidden = false;
  }

  function change() {
    const other = scheme() === "slate" ? "default" : "slate";
    // Private windows may refuse to remember: then the choice holds for this page.
    try { localStorage.setItem(key, other); } catch { document.documentElement.dataset.mdColorScheme = other; return; }
    show();
  }

  show();
  dark.addEventListener("change", show);
  document.addEventListener("DOMContentLoaded", () => {
    show();
    document.getElementById("colours")?.addEventListener("click", change);
  });
})();
