// What a page of the folder gets by its script: the menu, the search, the colours. A page in a hidden frame tells its
// words to the search of the page around it, which may not read it.
"use strict";

import { said } from "./said.js";

const { handbook } = window;
handbook.root = new URL(".", document.currentScript.src).href;
/** Return the address of the page without its anchor, and what it is called below the folder. */
const here = () => location.href.replace(/[?#].*$/u, "");
const page = () => here().slice(handbook.root.length).replace(/(index|menu)\.html$/u, "");

function told() {
  const anchors = [...document.querySelectorAll("article [id]")].map(({ id }) => id);
  parent.postMessage({ texts: Object.fromEntries(anchors.map((id) => [id, said(id)])) }, "*"); // files have no origin
}

/** Return the first element of `html`, whose links start from the folder. */
handbook.made = (html) => {
  const template = Object.assign(document.createElement("template"), { innerHTML: html });
  for (const link of template.content.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), handbook.root);
  return template.content.firstElementChild;
};

/** Put the way to the pages before and after this one below the words. */
function ways() {
  if (!handbook.next) return; // a handbook of one page
  const all = [...handbook.made(handbook.menu).querySelectorAll("a")];
  const at = all.findIndex(({ href }) => href === here());
  const nav = handbook.made(handbook.next);
  for (const [way, link] of [["prev", all[at - 1]], ["next", at < 0 ? undefined : all[at + 1]]]) {
    const made = nav.querySelector(`[rel=${way}]`);
    if (!link) made.remove();
    else made.href = link.href;
    if (link) made.querySelector("strong").replaceWith(Object.assign(document.createElement("strong"), { textContent: link.textContent, lang: link.lang }));
  }
  if (nav.children.length) document.querySelector("main").append(nav);
}

/** Put the switch of languages into the header; it leads to the same page on the site. */
function languages() {
  const inner = document.querySelector(".header__inner");
  if (inner.querySelector(".languages")) return;
  const switched = handbook.made(handbook.languages);
  for (const link of switched.querySelectorAll("a")) link.href = link.getAttribute("aria-current") ? here() : link.href + page();
  inner.append(switched);
}

/** Put the menu beside the words: the pages of the chapter that the reader is in, of any other one the first. */
function menu() {
  const nav = handbook.made(handbook.menu);
  for (const group of [...nav.querySelectorAll("li > ul")].reverse()) {
    const [title, first] = [group.previousElementSibling, group.querySelector("a")];
    if ([...group.querySelectorAll("a")].some(({ href }) => href === here())) continue;
    first.textContent = title.textContent;
    title.replaceWith(first);
    group.remove();
  }
  const own = [...nav.querySelectorAll("a")].find(({ href }) => href === here());
  own?.setAttribute("aria-current", "page");
  document.querySelector(".frame").prepend(nav);
  document.querySelector("a.menu-open").remove();
}

/** Load the search when it is opened first. */
function search() {
  const link = document.querySelector("a.search-open:not(.menu-open)"); // to the index from A to Z, if there is one
  const button = handbook.made(handbook.search);
  button.hidden = false;
  button.addEventListener("click", async () => {
    handbook.loading ??= new Promise((done, failed) => {
      document.head.append(Object.assign(document.createElement("script"), { src: `${handbook.root}search.js`, onload: done, onerror: failed }));
    });
    try {
      await handbook.loading;
      handbook.dialog.open();
    } catch {
      location.assign(link?.href ?? `${handbook.root}handbook.menu.html`);
    }
  });
  if (link) link.replaceWith(button);
  else document.querySelector(".header__home").after(button);
}

function colours() {
  const button = handbook.colours && handbook.made(handbook.colours);
  if (button) document.querySelector(".header__inner .languages").before(button);
}

function foot() {
  document.documentElement.dataset.foot = `${document.title} · ${handbook.foot}\n${handbook.address}${page()}`;
}

document.addEventListener("DOMContentLoaded", () => {
  const parts = parent === window ? [ways, menu, search, languages, colours, foot] : [told];
  for (const part of parts) part();
});
