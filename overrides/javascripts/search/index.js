// Reads the index as handbook/finish/search_index.py writes it.
"use strict";

import { folded } from "./words.js";

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Map([...SIGNS].map((sign, value) => [sign, value]));
const MARK = /^(?<rest>.*?)(?<same>=|~(?<number>\d+))?$/u;

/** Return the words of the handbook: as written, as compared, their stems; the frequent ones first. */
export function vocabulary(text) {
  let [before, next, last] = [[], 0, -1];
  const words = text.split("\n").filter(Boolean).map((line) => {
    const { rest, same, number } = MARK.exec(line.slice(2)).groups;
    before = [...before.slice(0, VALUES.get(line[0])), ...rest];
    last = same === "=" ? last : Number(number ?? next);
    next = Math.max(next, last + 1);
    const word = before.join("");
    return { word, form: folded(word), stem: last, frequency: Number(line[1]) };
  });
  return words.sort((one, other) => other.frequency - one.frequency);
}

/** Return the sections in which a stem stands, and how much it says there: `[section, part]`. */
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
    all.push([last, (VALUES.get(line[at]) / 63) ** 2]);
    [gap, shift] = [0, 0];
  }
  return all;
}

/** Return the sections in order: page, place on it, anchor, title, titles around it, chapter, rank. */
export function sections({ pages, anchors, titles, places, at, foreign, ranks, chapters }) {
  const all = [anchors, titles].map((lines) => lines.split("\n"));
  let id = 0;
  return pages.flatMap(([address, count, chapter], page) => Array.from({ length: count }, (_, place) => {
    const [anchor, title] = all.map((lines) => lines[id]);
    const one = { id, page, address, on: place, anchor, title, place: places[at[id]], lang: foreign[id] ?? "", chapter: chapters[chapter], rank: ranks[id] };
    id += 1;
    return one;
  }));
}
