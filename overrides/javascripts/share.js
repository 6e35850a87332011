// A statement's link copies its address, or hands it to the phone; its source, once opened, says how to quote it.
// Without this script the link is a link, and the source names document, part and item.
"use strict";
(() => {
  const status = document.querySelector(".shared");
  const template = document.getElementById("cite");
  if (!status || !template) return;
  const LINK = ".headerlink a";
  const SECONDS = 6;
  let timer = 0;

  /** Show a message for a while, and have it read out: the same words a second time, too. */
  function say(words) {
    clearTimeout(timer);
    status.textContent = "";
    requestAnimationFrame(() => { status.textContent = words; });
    timer = setTimeout(() => { status.textContent = ""; }, SECONDS * 1000);
  }

  async function copy(words, { done, failed }) {
    try {
      await navigator.clipboard.writeText(words);
      say(done);
    } catch {
      say(failed); // an insecure address, or a browser that refuses
    }
  }

  /** Return what a statement is called: its heading, or the words of its paragraph. */
  const named = (link) => {
    const one = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return one?.textContent.trim() ?? document.title;
  };

  async function pass(link) {
    history.replaceState(history.state, "", link.hash); // the address is in sight, and nothing jumps
    if (navigator.share && matchMedia("(pointer: coarse)").matches) {
      try {
        await navigator.share({ title: named(link), url: link.href });
        return;
      } catch (error) {
        if (error.name === "AbortError") return; // the reader thought better of it
      }
    }
    await copy(link.href, status.dataset);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(LINK);
    const isPlain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !isPlain) return;
    event.preventDefault();
    pass(link);
  });

  const box = template.content.querySelector(".cite");
  let words = "";
  box.querySelector("button").addEventListener("click", () => copy(words, template.dataset));

  // One box for the page: it goes to the source that was opened last.
  document.addEventListener("toggle", ({ target }) => {
    const link = target.open && target.matches("details.source") && target.previousElementSibling?.querySelector(LINK);
    if (!link) return;
    const sources = [...target.querySelectorAll(":scope > ul > li")].map((one) => one.textContent.trim());
    words = template.dataset.words.replace(/VALUE|SOURCE|ADDRESS/gu, (what) => (
      { VALUE: named(link), SOURCE: sources.join("; "), ADDRESS: link.href }[what]
    ));
    box.querySelector("span").textContent = words;
    target.append(box);
  }, true);
})();
