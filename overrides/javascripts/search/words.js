// Words as they are compared: small letters, without accents, ligatures taken apart.
"use strict";

const LIGATURES = { œ: "oe", æ: "ae", ß: "ss", ĳ: "ij" };
const MARKS = /\p{M}+/gu;
const WORD = /[\p{L}\p{N}\p{M}]+(?:[.&+\-/][\p{L}\p{N}\p{M}]+)*\+?/gu;

/** Take ligatures apart: `cœur` -> `coeur`. */
export const apart = (words) => words.normalize("NFC").replace(/[œæßĳ]/giu, (one) => LIGATURES[one.toLowerCase()]);

/** Return words as they are compared. */
export const folded = (words) => apart(words.toLowerCase()).normalize("NFD").replace(MARKS, "");

/** Return a list of words as one that is compared. */
export const plain = (words) => words.map(folded).join(" ");

/** Return words with firm blanks at the signs that never begin or end a line; the index keeps plain ones. */
export const firm = (words) => words.replace(/(?<=[«¿¡]) | (?=[»:;?!%])/gu, "\u00a0");

/** Return the words of a question, each once. */
export const asked = (question) => [...new Set(spoken(question))];

/**
 * Return the words of a text in their order. What stands before an apostrophe (l’, d’, qu’) or is a single letter after it
 * (the Union’s) says nothing.
 */
export function spoken(text) {
  const plain = apart(text.toLowerCase())
    .replace(/(^|[^\p{L}\p{N}])\p{L}{1,2}['’ʼ](?=\p{L}{2})/gu, "$1 ")
    .replace(/['’ʼ]\p{L}?(?![\p{L}\p{N}])/gu, " ")
    .replace(/['’ʼ]/gu, " ");
  return plain.match(WORD) ?? [];
}

/** Return the number of letters by which two words differ: changed, left out, added or swapped; at most `most` + 1. */
export function apartBy(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    [before, last] = [last, row];
  }
  return last[other.length];
}

/** Return `words` in pieces: `[piece, found]`, where `isFound` says of a folded word whether it was looked for. */
export function marked(words, isFound) {
  const pieces = [];
  let at = 0;
  for (const match of words.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (!isFound(folded(match[0]))) continue;
    if (match.index > at) pieces.push([words.slice(at, match.index), false]);
    pieces.push([match[0], true]);
    at = match.index + match[0].length;
  }
  if (at < words.length) pieces.push([words.slice(at), false]);
  return pieces;
}
