// The words of the handbook, which mend those of a question in which letters are wrong.
"use strict";

import { apartBy, folded } from "./words.js";

/** Return the words of the vocabulary by their folded form, the frequent ones first. */
export const read = (text) => text.split("\n").filter(Boolean).map((word) => [folded(word), word]);

/** Return the word of the handbook that `term` is, or may have meant; nothing if there is none. */
export function mended(term, { vocabulary, silent }) {
  if (known(term, vocabulary)) return term;
  const saying = vocabulary.filter(([form]) => !silent.has(form));
  return nearest(term, saying) ?? kin(term, saying);
}

/** Return whether the handbook has a word that begins with `term`, or another form of it. */
function known(term, vocabulary) {
  const wanted = folded(term);
  if (!vocabulary.length || /[^\p{L}]/u.test(wanted)) return true;
  return vocabulary.some(([form]) => form.startsWith(wanted) || isForm(form, wanted));
}

/** Return whether two folded words may be forms of one: `other` has more than four letters. */
export function isForm(one, other) {
  return other.length > 4 && inflected(one, other, Math.max(4, Math.ceil(other.length * 0.7)));
}

/** Return whether two words have a long beginning in common and short ends of their own. */
function inflected(one_, other, least) {
  if (one_.length < least || one_.slice(0, least) !== other.slice(0, least)) return false;
  let common = least;
  while (common < one_.length && one_[common] === other[common]) common += 1;
  return one_.length - common < 5 && other.length - common < 4;
}

/** Return the word that has the longest beginning in common with `term` (médiateur: médiation), or nothing. */
function kin(term, vocabulary) {
  const wanted = folded(term);
  let longest = Math.max(5, Math.ceil(wanted.length * 0.6)) - 1;
  let best;
  for (const [form, word] of vocabulary) {
    let common = 0;
    while (common < wanted.length && form[common] === wanted[common]) common += 1;
    if (common > longest && form.length - common < 7) [longest, best] = [common, word];
  }
  return best;
}

/** Return the word that differs least from `term`, or nothing. */
function nearest(term, vocabulary) {
  const wanted = folded(term);
  const most = wanted.length < 4 ? 0 : wanted.length < 8 ? 1 : 2;
  let best;
  for (const [form, word] of vocabulary) {
    if (form[0] !== wanted[0]) continue;
    const away = apartBy(wanted, form, most);
    if (away <= most && (!best || away < best.away)) best = { away, word };
  }
  return best?.word;
}
