// Reads the index as handbook/finish/search_index.py writes it.
"use strict";

import { folded } from "./words.js";

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Map([...SIGNS].map((sign, value) => [sign, value]));
/** Stands for the title of the section before. */
const SAME = "=";
const MARK = /^(?<rest>.*?)(?<same>=|~(?<number>\d+))?$/u;

/** Return the words of the handbook: as written, as compared, their stems; the frequent ones first, joined ones also in one. */
export function vocabulary(text) {
  let [before, next, last] = [[], 0, -1];
  const words = text.split("\n").filter(Boolean).flatMap((line) => {
    const { rest, same, number } = MARK.exec(line.slice(2)).groups;
    before = [...before.slice(0, VALUES.get(line[0])), ...rest];
    last = same === "=" ? last : Number(number ?? next);
    next = Math.max(next, last + 1);
    const word = before.join("");
    const one = { word, form: folded(word), stem: last, frequency: Number(line[1]) };
    return word.includes("-") ? [one, { ...one, word: word.replaceAll("-", ""), form: one.form.replaceAll("-", "") }] : [one];
  });
  return words.sort((one, other) => other.frequency - one.frequency);
}

/** Return the sections in which a stem stands, and how much it counts there: `[section, weight]`. */
export function hits(line) {
  const all = [];
  let [last, gap, shift] = [-1, 0, 0];
  for (let at = 0; at < line.length; at += 1) {
    const value = VALUES.get(line[at]);
    gap += (value & 31) * 2 ** shift;
    shift += 5;
    if (value > 31) continue;
    last += gap + 1;
    at += 1;
    all.push([last, VALUES.get(line[at])]);
    [gap, shift] = [0, 0];
  }
  return all;
}

/** Return the sections in order: page, place on it, anchor, title, titles around it, chapter, rank, length (the middle one is 1). */
export function sections({ pages, anchors, titles, places, at, foreign, ranks, chapters, lengths }) {
  const long = [...lengths].map((sign) => VALUES.get(sign) + 0.5);
  const middle = long.reduce((sum, each) => sum + each, 0) / long.length;
  const names = anchors.split("\n");
  const lines = titles.split("\n");
  lines.forEach((title, at) => { if (title === SAME) lines[at] = lines[at - 1]; });
  let id = 0;
  return pages.flatMap(([address, count, chapter], page) => Array.from({ length: count }, (_, place) => {
    const one = { id, page, address, on: place, anchor: names[id], title: lines[id], place: places[at[id]], lang: foreign[id] ?? "", chapter: chapters[chapter], rank: ranks[id], length: long[id] / middle };
    id += 1;
    return one;
  }));
}
