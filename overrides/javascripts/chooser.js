// Suggests, never sends: the language chosen last time comes first, else the first one the browser asks for.
"use strict";
(() => {
  const links = [...document.querySelectorAll("a[hreflang]")];
  const stored = () => { try { return localStorage.getItem("handbook-language"); } catch { return null; } };
  const base = (code) => code.toLowerCase().split("-")[0];
  const offered = (code) => links.find((one) => one.hreflang === code) ?? links.find((one) => base(one.hreflang) === base(code));
  const chosen = offered(stored() ?? "");
  const link = chosen ?? navigator.languages.map(offered).find(Boolean);
  for (const one of links) {
    one.addEventListener("click", () => { try { localStorage.setItem("handbook-language", one.hreflang); } catch { /* not remembered */ } });
  }
  if (!link) return;
  link.closest("ul").prepend(link.closest("li"));
  if (chosen) return;
  const suggestion = document.getElementById("suggestion");
  suggestion.lang = link.hreflang;
  suggestion.dir = link.dir;
  suggestion.textContent = link.dataset.suggestion;
})();
