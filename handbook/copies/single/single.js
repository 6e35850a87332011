// What the file gets by its script: colours by choice, and the search over its sections.
"use strict";

import { Dialog } from "./dialog.js";
import { searching } from "./engine.js";
import { said } from "./said.js";

const { index, slugs } = JSON.parse(document.getElementById("search-index").textContent);
const anchor = (page, name) => `${slugs[page]}--${name}`;
const told = async ({ address, anchor: name }) => said(anchor(address, name));
const load = async () => searching(index, async (number) => index.hits[number], told);

/** Return the place in this file of an address on the site. */
function link(address) {
  const [page, name] = address.split("#");
  return `#${anchor(page, name)}`;
}

const dialog = new Dialog(document.querySelector("dialog.search-dialog"), load, link);
const button = document.querySelector("button.search-open");
button.addEventListener("click", () => dialog.open());
button.hidden = false;
