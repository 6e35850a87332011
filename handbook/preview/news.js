// Asks what is new of the page that is shown. Where only its words changed, they are exchanged in their place, with what
// was unfolded; else the page is loaded anew, which keeps its place as well. A problem stands over the last good page
// until it is mended.
"use strict";
(async () => {
  const NEWS = "/__preview";
  const PATIENCE = 500; // milliseconds before a preview that does not answer is asked again
  const { frame } = document.currentScript.dataset;
  let { mark } = document.currentScript.dataset;
  let told = "";
  const box = document.createElement("pre");
  box.setAttribute("role", "alert");
  box.style.cssText = "position:fixed;inset:auto 0 0 0;margin:0;padding:1rem;max-height:50vh;overflow:auto;" +
    "white-space:pre-wrap;background:#7a1020;color:#fff;font:1rem/1.5 monospace;z-index:99;display:none";
  document.body.append(box);

  /** Exchange the words for those of a page; return whether both have words. */
  function exchanged(html) {
    const now = new DOMParser().parseFromString(html, "text/html");
    const [before, after] = [document, now].map((page) => page.querySelector("article"));
    if (!before || !after) return false;
    const unfolded = [...before.querySelectorAll("details")].map((fold) => fold.open);
    after.querySelectorAll("details").forEach((fold, place) => { fold.open = unfolded[place] ?? fold.open; });
    before.replaceWith(after);
    return true;
  }

  for (;;) {
    try {
      const news = await (await fetch(`${NEWS}?${new URLSearchParams({ page: location.pathname, mark, told })}`)).json();
      if (news.mark !== mark && (news.frame !== frame || !exchanged(news.html))) return location.reload();
      ({ mark, told } = news);
      box.textContent = news.problems;
      box.style.display = news.problems ? "block" : "none";
    } catch {
      await new Promise((resume) => setTimeout(resume, PATIENCE));
    }
  }
})();
