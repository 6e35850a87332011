// The search of the folder. What a result says stands in its page, which is opened in a hidden frame and tells it.
"use strict";

import { Dialog } from "./dialog.js";
import { searching } from "./engine.js";
import { said } from "./said.js";

const { handbook } = window;
/** How long a page may take to tell its words; without them, a result is a title and its place. */
const PATIENCE = 3000;
const address = (page) => handbook.root + (page.replace(/\/$/u, ".html") || "index.html");
const pages = new Map();

function texts(page) {
  return new Promise((done) => {
    const frame = Object.assign(document.createElement("iframe"), { src: address(page), hidden: true });
    const heard = ({ source, data }) => { if (source === frame.contentWindow) end(data.texts); };
    const end = (told = {}) => {
      removeEventListener("message", heard);
      frame.remove();
      done(told);
    };
    addEventListener("message", heard);
    setTimeout(end, PATIENCE);
    document.body.append(frame);
  });
}

async function told({ address: page, anchor }) {
  if (location.href.startsWith(address(page))) return said(anchor);
  if (!pages.has(page)) pages.set(page, texts(page));
  return (await pages.get(page))[anchor] ?? "";
}

const load = async () => searching(handbook.index, async (number) => handbook.index.hits[number], told);

const link = (found) => found.replace(/^[^#]*/u, address);
const element = document.body.appendChild(handbook.made(handbook.dialogue));
handbook.dialog = new Dialog(element, load, link);
