// The dialog of the search: a field, a choice of chapter, results that are announced.
"use strict";

import { engine, shown } from "./engine.js";
import { firm, marked } from "./words.js";

const PAUSE = 200;
const AT_ONCE = 10;
const EXCERPT = 220;

/** Return the dialog that belongs to a door in the header, ready to open. */
export async function dialog(door) {
  const { dialog: file, style, index } = door.dataset;
  const [element] = await Promise.all([read(new URL(file, document.baseURI)), styled(style)]);
  document.body.append(element);
  const base = new URL(index, document.baseURI);
  return new Dialog(element, () => engine(base), (address) => new URL(`../${address}`, base));
}

/** Load the dialog, whose links start from its own place. */
async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  const element = document.importNode(new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("dialog"), true);
  for (const link of element.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), address);
  return element;
}

/** Load the style of the dialog, which pages do without; a dialog without it can still be used. */
function styled(href) {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  const loaded = new Promise((done) => { link.onload = link.onerror = done; });
  document.head.append(link);
  return loaded;
}

/** The dialog in `element`; `load` returns what searches, `link` the address of a place that was found. */
export class Dialog {
  constructor(element, load, link) {
    const part = (selector) => element.querySelector(selector);
    this.element = element;
    this.load = load;
    this.link = link;
    this.field = part("input");
    this.chapter = part("select");
    this.status = part("[role=status]");
    this.list = part("ol");
    this.more = part(".search-more");
    this.turn = 0;
    part("form").addEventListener("submit", (event) => this.submit(event));
    part(".search-close").addEventListener("click", () => element.close());
    this.field.addEventListener("input", () => this.soon());
    this.chapter.addEventListener("change", () => this.search());
    this.more.addEventListener("click", () => this.showMore());
    element.addEventListener("keydown", (event) => this.walk(event));
    element.addEventListener("click", (event) => this.leave(event));
  }

  open() {
    this.element.showModal();
    this.field.select();
    this.engine().catch(() => {});
  }

  /** Load what searches, once; again after a failure, for instance of the network. */
  engine() {
    this.loading ??= this.load().then((found) => this.offer(found));
    this.loading.catch(() => { this.loading = undefined; });
    return this.loading;
  }

  offer(found) {
    if (found.chapters.length > 1 && this.chapter.options.length === 1) {
      this.chapter.append(...found.chapters.map((name) => new Option(name, name)));
      this.chapter.parentElement.hidden = false;
    }
    return found;
  }

  soon() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.search(), PAUSE);
  }

  async submit(event) {
    event.preventDefault();
    clearTimeout(this.waiting);
    await this.search();
    this.links()[0]?.focus();
  }

  async search() {
    const turn = (this.turn += 1);
    const question = this.field.value.trim();
    if (!question) return this.say("", []);
    try {
      if (!this.list.children.length) this.status.textContent = this.status.dataset.wait;
      const found = await (await this.engine()).search(question, this.chapter.value);
      if (turn !== this.turn) return undefined;
      this.found = found;
      this.left = [...found.results];
      const items = await this.next();
      if (turn === this.turn) this.say(this.told(question, found), items);
    } catch {
      if (turn === this.turn) this.say(this.status.dataset.failed, []);
    }
    return undefined;
  }

  told(question, { results, mended }) {
    const { none, found, mended: similar } = this.status.dataset;
    if (!results.length) return none.replace("VALUE", () => question);
    const number = found.replace("NUMBER", results.length.toLocaleString(document.documentElement.lang));
    return mended.length ? `${similar.replace("VALUE", () => mended.join(", "))} ${number}` : number;
  }

  say(words, items) {
    this.status.textContent = words;
    this.list.replaceChildren(...items);
    this.more.hidden = !items.length || !this.left.length;
  }

  async next() {
    const part = this.left.splice(0, AT_ONCE);
    return (await Promise.all(part.map((one) => shown(one, this.found.words)))).map((one) => this.item(one));
  }

  async showMore() {
    const turn = this.turn;
    const items = await this.next();
    if (turn !== this.turn) return;
    this.list.append(...items);
    this.more.hidden = !this.left.length;
    items[0]?.querySelector("a").focus();
  }

  item({ address, title, lang, place, text, isFound }) {
    const item = document.createElement("li");
    const link = element("a", marked(firm(title), isFound));
    link.href = this.link(address);
    if (lang) link.lang = lang; // a title that is not translated
    item.append(link);
    if (place) item.append(element("p", [[firm(place), false]], "search-place"));
    if (text) item.append(element("p", around(marked(firm(text), isFound)), "search-excerpt"));
    return item;
  }

  links() {
    return [...this.list.querySelectorAll("a")];
  }

  /** Escape closes. Arrow keys go from the field to the results, through them and back. */
  walk(event) {
    if (event.key === "Escape") {
      event.preventDefault(); // a field of type search would empty itself first
      this.element.close();
    }
    if (!["ArrowDown", "ArrowUp"].includes(event.key) || event.target === this.chapter) return;
    const stops = [this.field, ...this.links()];
    const at = stops.indexOf(document.activeElement);
    const to = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !to) return;
    event.preventDefault();
    to.focus();
  }

  /** A link, and a click beside the dialog, close it; the link then leads on. */
  leave(event) {
    if (event.target === this.element || event.target.closest("a[href]")) this.element.close();
  }
}

/** Return an element that holds pieces of words, those that were looked for marked. */
function element(name, pieces, style = "") {
  const made = document.createElement(name);
  if (style) made.className = style;
  made.append(...pieces.map(([words, found]) => (found ? Object.assign(document.createElement("mark"), { textContent: words }) : words)));
  return made;
}

/** Return the pieces around the first one that was looked for, cut between words. */
function around(pieces) {
  const first = Math.max(pieces.findIndex(([, found]) => found), 0);
  const before = pieces.slice(0, first).map(([words]) => words).join("");
  const start = before.length > EXCERPT / 2 ? before.slice(-EXCERPT / 3).replace(/^\S*\s/u, "… ") : before;
  const cut = start ? [[start, false]] : [];
  let room = EXCERPT - start.length;
  for (const [words, found] of pieces.slice(first)) {
    if (room <= 0) break;
    cut.push(words.length > room ? [`${words.slice(0, room).replace(/\s\S*$/u, "")} …`, found] : [words, found]);
    room -= words.length;
  }
  return cut;
}
