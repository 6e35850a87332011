// "Read this page in …?": offered to a reader whose device, or last choice, prefers another language. Never redirects.
"use strict";
(() => {
  const [chosen, closed] = ["handbook-language", "handbook-offer"];
  // Private windows may refuse to remember: then the offer can be closed for this page only.
  const stored = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const store = (key, value) => { try { localStorage.setItem(key, value); } catch { /* not remembered */ } };
  if (stored(closed)) return;

  const base = (code) => code.toLowerCase().split("-")[0];
  const links = [...document.querySelectorAll(".languages a:is([data-offer], [aria-current])")];
  const best = (code) => links.find((one) => one.hreflang === code) ?? links.find((one) => base(one.hreflang) === base(code));
  const wanted = [stored(chosen) ?? "", ...navigator.languages].map(best).find(Boolean);
  const offer = document.querySelector(".offer");
  if (!wanted?.dataset.offer || !offer) return;

  const link = document.createElement("a");
  [link.href, link.hreflang, link.textContent] = [wanted.href, wanted.hreflang, wanted.dataset.offer];
  link.addEventListener("click", () => {
    link.hash = location.hash;
    store(chosen, link.hreflang);
  });
  const close = document.createElement("button");
  [close.type, close.textContent] = ["button", wanted.dataset.close];
  close.addEventListener("click", () => {
    store(closed, "closed");
    offer.hidden = true;
    document.querySelector(".md-skip").focus();
  });
  offer.append(link, close);
  [offer.lang, offer.dir, offer.hidden] = [wanted.lang, wanted.dir, false];
})();
