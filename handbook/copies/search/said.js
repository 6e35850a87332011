// What stands under an anchor of a page that is open, up to the next heading.
"use strict";

const HEADINGS = "h1, h2, h3, h4, h5, h6";
/** What is no part of the words; handbook/finish/sections.py leaves out the same. */
const LEFT_OUT = ".source, .headerlink, .translated, .notice, nav, svg, script, template, button";

/** Return the words under `anchor`, in one line. */
export function said(anchor) {
  const start = document.getElementById(anchor);
  if (!start) return "";
  const whole = start.matches(HEADINGS) ? start.closest("article, main, body") : start;
  const words = [];
  const walker = document.createTreeWalker(whole, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    const isOut = node.nodeType === Node.ELEMENT_NODE && node.matches(LEFT_OUT);
    return isOut ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  });
  if (whole !== start) walker.currentNode = start;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.TEXT_NODE) {
      if (whole === start || !start.contains(node)) words.push(node.data);
    } else if (!start.contains(node) && node.matches(HEADINGS)) break;
    else if (/^(p|li|td|th|dd|dt|tr|div)$/iu.test(node.tagName)) words.push(" ");
  }
  return words.join("").replace(/\s+/gu, " ").trim();
}
