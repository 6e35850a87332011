// Places that a question means: by their names, and by words that people type for them.
"use strict";

import { asked, folded, plain } from "./words.js";

/** What somebody chose to show for a question (docs/review/search.yml) comes before everything else. */
export const WHOLE = 3;
/** How much of that stays where a word of the question is only like the one that was chosen. */
const ALIKE = 0.6;

/** Return the words that lead to each section, and how many of them say something. */
export function phrases(finds, silent) {
  const phrase = (words) => ({ words, saying: words.filter((word) => !silent.has(word)).length });
  const read = (said) => said.split(",").map((one) => phrase(asked(one).map(folded)));
  return Object.entries(finds).map(([id, said]) => [id, read(said).filter(({ saying }) => saying)]);
}

/** Return how much of the question, which has `saying` words that say something, leads to each section. */
export function lookedFor(finds, terms, saying) {
  const asking = terms.map(folded);
  const near = (word) => Math.max(...asking.map((term) => alike(word, term)));
  const found = new Map();
  for (const [id, said] of finds) {
    const parts = said.map((phrase) => Math.min(...phrase.words.map(near)) * (phrase.saying / Math.max(saying, phrase.saying)) ** 2);
    const best = Math.max(0, ...parts);
    if (best) found.set(id, WHOLE * best);
  }
  return found;
}

/** Return 1 if two words are the same, a little less if only their ends differ (fee, fees), else 0. */
function alike(one, other) {
  if (one === other) return 1;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length > 2 && long.length - short.length < 2 && long.startsWith(short)) return ALIKE;
  let common = 0;
  while (common < short.length && short[common] === long[common]) common += 1;
  return long.length > 4 && common > 0.75 * long.length ? ALIKE : 0;
}

/** Return how much of the question is the name of each body, text or word that is named in it. */
export function named(names, terms) {
  const called = new Map();
  for (let start = 0; start < terms.length; start += 1) {
    for (let end = terms.length; end > start; end -= 1) {
      const name = plain(terms.slice(start, end));
      const id = names.get(name);
      const whole = end - start === terms.length;
      if (!id || (!whole && name.length < 3)) continue; // NO is a category, and a word of many questions
      const part = whole ? 1 : 0.4 + (0.5 * (end - start)) / terms.length;
      called.set(id, Math.max(part, called.get(id) ?? 0));
    }
  }
  return called;
}
