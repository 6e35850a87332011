// Keeps one language of the handbook on the device. Runs only where a reader asked for it (offline.js).
// handbook/finish/offline.py writes VERSION before it; browsers ask for this file with every page, so it stays small.

const HOME = self.registration.scope;
const OWN = `handbook ${HOME} `;
const NAME = OWN + VERSION;
/** Each file with a mark of its content; a cache has this list when it holds everything. */
const LIST = `${HOME}offline-files.json`;
/** How long a page may take before the kept one is shown, in milliseconds. */
const PATIENCE = 2500;
const AT_A_TIME = 6;

self.addEventListener("install", (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(forget().then(() => self.clients.claim())));
// Asked again after it was removed: browsers may go on with the worker that they have, and install nothing.
self.addEventListener("message", (event) => {
  const answer = (kept) => event.ports[0]?.postMessage(kept);
  if (event.data === "keep") event.waitUntil(keep().then(() => answer(true), () => answer(false)));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(HOME)) return;
  event.respondWith(request.mode === "navigate" ? page(request) : file(request));
});

/** Return what is kept under an address. Its question is cut off here: `ignoreSearch` looks through the whole cache. */
const match = (url) => caches.match(url.replace(/[?#].*$/u, ""), { cacheName: NAME, ignoreVary: true });
const wait = (time) => new Promise((done) => { setTimeout(done, time); });
const earlier = async () => (await caches.keys()).filter((name) => name.startsWith(OWN) && name !== NAME);

/** Return a page from the network, or the kept one where the network fails or takes too long. */
async function page(request) {
  const network = fetch(request).then((got) => (got.status < 500 ? got : Promise.reject(got)));
  const first = await Promise.race([network.catch(() => null), wait(PATIENCE)]);
  if (first) return first;
  const address = request.url.replace(/[?#].*$/u, "").replace(/\/index\.html$/u, "/");
  const kept = (await match(address)) ?? (await match(`${address}/`));
  return kept ?? network.catch(async () => (await match(`${HOME}offline.html`)) ?? Response.error());
}

/** Return what a page loads: the kept file first. */
const file = async (request) => (await match(request.url)) ?? fetch(request);

/** Store everything; what was stored before, or has not changed since the version before, is not fetched again. */
async function keep() {
  const cache = await caches.open(NAME);
  const old = await before();
  const list = await fetched(LIST);
  const { version, files } = await list.clone().json();
  if (version !== VERSION) throw new Error("the site is being changed");
  const todo = Object.entries(files);
  const all = todo.length;
  const work = async () => {
    for (let next = todo.pop(); next; next = todo.pop()) {
      await store(cache, old, ...next);
      await tell({ done: all - todo.length, all });
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  await cache.put(LIST, list);
}

async function store(cache, old, path, mark) {
  const url = new URL(path, HOME).href;
  if (await cache.match(url)) return;
  const same = old.files[path] === mark ? await old.cache.match(url) : null;
  await cache.put(url, same ?? (await fetched(url)));
}

/** Return a file from the server. Where the host sent on, the copy does not say so: browsers would refuse it. */
async function fetched(url) {
  const got = await fetch(url, { cache: "no-cache" });
  if (!got.ok) throw new Error(`${got.status}: ${url}`);
  return got.redirected ? new Response(got.body, { headers: got.headers }) : got;
}

/** Return the version before: its cache, and the marks of what it holds. */
async function before() {
  for (const name of await earlier()) {
    const cache = await caches.open(name);
    const list = await cache.match(LIST);
    if (list) return { cache, files: (await list.json()).files };
  }
  return { files: {} };
}

async function forget() {
  await Promise.all((await earlier()).map((name) => caches.delete(name)));
}

async function tell(progress) {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const one of pages) if (one.url.startsWith(HOME)) one.postMessage(progress);
}
