// "Keep this handbook on my device": asks, shows the size first, keeps and removes. Nothing is stored before.
"use strict";
(() => {
  const box = document.querySelector(".offline");
  if (!box || !("serviceWorker" in navigator) || !window.caches) return;
  const workers = navigator.serviceWorker;
  const about = new URL(box.dataset.build, location.href).href;
  const home = new URL(".", about).href;
  const part = (name) => box.querySelector(`.offline__${name}`);
  const [status, progress] = [part("status"), part("progress")];
  /** What can be seen in each state. */
  const STATES = { none: ["keep"], ask: ["store", "cancel"], wait: ["progress"], kept: ["remove"], failed: ["keep"] };
  let isKept = false;

  function show(state, words = "", build = {}) {
    isKept = state === "kept";
    for (const name of ["keep", "store", "cancel", "progress", "remove"]) part(name).hidden = !STATES[state].includes(name);
    status.textContent = words && box.dataset[words].replace("VALUE", build.size).replace("DATE", build.date);
    box.hidden = false;
  }

  const own = async () => (await caches.keys()).filter((name) => name.startsWith(`handbook ${home} `));
  const registered = async () => {
    const found = await workers.getRegistration(home);
    return found?.scope === home ? found : undefined;
  };

  /** Return what is known of the build that is kept, if it is kept as a whole. */
  async function kept() {
    if (!(await registered())?.active) return null;
    for (const name of (await own()).reverse()) {
      const cache = await caches.open(name);
      if (await cache.match(`${home}offline-files.json`)) return (await cache.match(about))?.json();
    }
    return null;
  }

  async function look() {
    const build = await kept();
    if (build) show("kept", "kept", build);
    else show("none");
  }

  async function clear() {
    await (await registered())?.unregister();
    await Promise.all((await own()).map((name) => caches.delete(name)));
  }

  /** Wait until a worker has stored everything and answers. */
  const ready = (worker) => new Promise((done, failed) => {
    const { port1, port2 } = new MessageChannel();
    const decide = (isDone) => (isDone ? done() : failed(new Error("the worker could not store everything")));
    port1.onmessage = ({ data }) => decide(data);
    if (worker.state === "activated") worker.postMessage("keep", [port2]);
    worker.addEventListener("statechange", () => {
      if (["activated", "redundant"].includes(worker.state)) decide(worker.state === "activated");
    });
  });

  async function store() {
    show("wait", "wait");
    progress.removeAttribute("value");
    status.focus();
    const found = await workers.register(`${home}sw.js`, { scope: home, updateViaCache: "none" });
    await ready(found.installing ?? found.waiting ?? found.active);
    await look();
    if (!isKept) throw new Error("not everything is stored");
  }

  const clicked = (name, act) => part(name).addEventListener("click", () => act().catch(() => {
    show("failed", "failed");
    status.focus();
  }));
  clicked("keep", async () => {
    const got = await fetch(about, { cache: "no-cache" });
    show("ask", "ask", await got.json());
    part("store").focus();
  });
  clicked("store", store);
  clicked("cancel", async () => { show("none"); part("keep").focus(); });
  clicked("remove", async () => { await clear(); show("none", "removed"); part("keep").focus(); });

  workers.addEventListener("message", ({ data }) => { [progress.max, progress.value] = [data.all, data.done]; });
  workers.addEventListener("controllerchange", () => { if (isKept) look(); });

  // Another language has its own worker, or none: without a network, the browser would show an error of its own.
  async function answers(address) {
    if (await caches.match(address, { ignoreSearch: true })) return true;
    return fetch(address, { method: "HEAD", signal: AbortSignal.timeout(2500) }).then(() => true, () => false);
  }
  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a[hreflang]");
    const isPlain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !isKept || !isPlain || link.origin !== location.origin || link.href.startsWith(home)) return;
    event.preventDefault();
    const { href } = link;
    location.assign((await answers(href.replace(/#.*$/u, ""))) ? href : `${home}offline.html`);
  });

  look().catch(() => {}); // private windows may refuse to store anything: then nothing is offered
})();
