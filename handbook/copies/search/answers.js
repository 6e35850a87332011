// Answers for single words, as Pagefind does, in copies opened from a file: nothing can be loaded there, and there is
// no stemmer; words that begin so, and other forms of a word, count for less.
"use strict";

import { asked, folded } from "./words.js";
import { isForm } from "./vocabulary.js";

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Map([...SIGNS].map((sign, value) => [sign, value]));
/** What a form of a word counts: begun so, or inflected. */
const BEGUN = 0.75;
const INFLECTED = 0.8;
/** How many times more a word counts in a title, and in a name of the entry. */
const TITLE = 3;
const NAME = 8;
/** How much a long section takes away from it. */
const LENGTH = 0.1;

/** Return what answers, and the words of the handbook, frequent ones first; `told` tells the text of a section. */
export function answers(index, told) {
  const words = unshortened(index.words);
  const hits = index.hits.split("\n").map(numbers);
  const titles = index.titles.split("\n");
  const all = {
    forms: grouped(words, hits),
    titles: titles.map((title) => asked(title).map(folded)),
    names: named(index.marks.names, titles.length),
    lengths: lengths(titles.length, hits),
  };
  const sections = read(index, titles);
  const result = ([id, score, forms]) => ({ id: String(id), score, data: () => data(sections[id], forms, told) });
  const search = async (query) => ({ results: found(all, query).map(result) });
  const frequent = words.map((word, at) => [word, hits[at].length]).sort(([, one], [, other]) => other - one);
  return { search, words: frequent.map(([word]) => word).join("\n") };
}

/** Return words of which each was written without the beginning that it shares with the one before. */
function unshortened(text) {
  let before = "";
  return text.split("\n").map((part) => (before = [...before].slice(0, VALUES.get(part[0])).join("") + part.slice(1)));
}

/** Return the numbers whose gaps are written, five bits a sign. */
function numbers(text) {
  const all = [];
  let [last, gap, shift] = [-1, 0, 0];
  for (const sign of text) {
    const value = VALUES.get(sign);
    gap += (value & 31) * 2 ** shift;
    shift += 5;
    if (value < 32) all.push((last += gap + 1));
    if (value < 32) [gap, shift] = [0, 0];
  }
  return all;
}

/** Return the sections of every word as it is compared. */
function grouped(words, hits) {
  const forms = new Map();
  words.forEach((word, at) => forms.set(folded(word), [...(forms.get(folded(word)) ?? []), ...hits[at]]));
  return forms;
}

/** Return the words of the names that each section has. */
function named(names, count) {
  const all = Array.from({ length: count }, () => []);
  for (const [name, id] of Object.entries(names)) all[id].push(...asked(name).map((word) => folded(word.replaceAll(".", ""))));
  return all;
}

/** Return how long each section is, the middle length being 1. */
function lengths(count, hits) {
  const all = new Array(count).fill(0);
  for (const id of hits.flat()) all[id] += 1;
  const middle = all.reduce((sum, each) => sum + each, 0) / (count || 1) || 1;
  return all.map((each) => each / middle);
}

/** Return page, anchor, title and place of every section. */
function read({ pages, anchors, places, at, foreign }, titles) {
  const page = pages.flatMap(([address, count]) => new Array(count).fill(address));
  return anchors.split("\n").map((anchor, id) => ({ page: page[id], anchor, title: titles[id], place: places[at[id]], lang: foreign[id] ?? "" }));
}

/** Return section, score and the forms that stand there, for a word, or for words between quotation marks. */
function found(all, query) {
  const wanted = asked(query).map((word) => folded(word.replaceAll(".", "")));
  if (!query.startsWith('"')) return ranked(all, similar(all.forms, wanted[0] ?? ""));
  if (wanted.length === 1) return ranked(all, new Map([[wanted[0], 1]]));
  const phrase = ` ${wanted.join(" ")} `;
  return all.titles.flatMap((title, id) => (` ${title.join(" ")} `.includes(phrase) ? [[id, 1, wanted]] : []));
}

/** Return every form that a word may stand for, and what it counts. */
function similar(forms, wanted) {
  const alike = new Map();
  for (const form of wanted ? forms.keys() : []) {
    if (form === wanted) alike.set(form, 1);
    else if (wanted.length > 2 && form.startsWith(wanted)) alike.set(form, BEGUN);
    else if (isForm(form, wanted)) alike.set(form, INFLECTED);
  }
  return alike;
}

/** Return the sections in which forms stand, the best first. */
function ranked({ forms, titles, names, lengths }, alike) {
  const best = new Map();
  for (const [form, part] of alike) {
    for (const id of forms.get(form) ?? []) {
      const weight = names[id].includes(form) ? NAME : titles[id].includes(form) ? TITLE : 1;
      const score = (part * weight) / (1 - LENGTH + LENGTH * lengths[id]);
      const [known = 0, said = []] = best.get(id) ?? [];
      best.set(id, [Math.max(known, score), [...said, form]]);
    }
  }
  return [...best].map(([id, [score, said]]) => [id, score, said]).sort(([, one], [, other]) => other - one);
}

/** Return what the dialog shows of a section, in Pagefind's form. */
async function data({ page, anchor, title, place, lang }, forms, told) {
  const content = await told(page, anchor);
  const locations = content.split(/\s+/u).flatMap((word, at) => (asked(word).some((one) => forms.includes(folded(one))) ? [at] : []));
  return { content, locations, meta: { title, place, lang }, url: `${page}${encodeURIComponent(anchor)}.html` };
}
