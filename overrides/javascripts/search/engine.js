// What is found, and in which order. Each word of a question has answers of its own; this puts them together, so that
// a question in a sentence finds something as well, and mends words in which letters are wrong.
"use strict";

import { Answers } from "./answers.js";
import { sections, vocabulary } from "./index.js";
import { WHOLE, lookedFor, named, phrases } from "./places.js";
import { mended } from "./vocabulary.js";
import { asked, folded, plain } from "./words.js";

/** Sections that say what another one says come after it: how much of their score stays. */
const RANKS = { e: 0.3, n: 0.7, l: 0.75 };
/** How much a section gains that has the words of the question side by side. */
const PHRASE = 0.3;
/** Words that can have wrong letters. */
const LETTERS = /^\p{L}+$/u;

/** Return the search over the index in the folder `base`. */
export async function engine(base) {
  const index = JSON.parse(await got(new URL("index.json", base), { cache: "no-cache" }));
  const folder = new URL(`${index.folder}/`, base);
  const pages = new Map();
  const told = async ({ page, on }) => {
    if (!pages.has(page)) pages.set(page, got(new URL(`text-${page}.json`, folder)).then(JSON.parse));
    try {
      return (await pages.get(page))[on];
    } catch (error) {
      pages.delete(page); // asked for again next time
      throw error;
    }
  };
  return searching(index, (number) => got(new URL(`hits-${number}.txt`, folder)), told);
}

async function got(address, how) {
  const answer = await fetch(address, how);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.text();
}

/** Return the search by its `index`; `part(n)` loads a part of where words stand, `told(section)` the text of one. */
export function searching(index, part, told) {
  const words = vocabulary(index.words);
  const all = sections(index);
  const nothing = new Set(asked(index.silent).map(folded));
  const known = {
    answers: new Answers(words, index.starts, part, all),
    sections: all,
    names: new Map(Object.entries(index.names).map(([name, id]) => [plain(asked(name)), id])),
    finds: phrases(index.finds, nothing),
    unanswered: phrases({ unanswered: index.unanswered }, nothing),
    silent: nothing,
    vocabulary: words.filter(({ word }) => LETTERS.test(word)).map(({ form, word }) => [form, word]),
    told,
  };
  return { chapters: index.chapters, search: (question, chapter) => search(known, question, chapter) };
}

/** Search for the words of a question in one chapter, or in all. */
async function search(index, question, chapter) {
  const terms = asked(question).map((term) => meant(term, index));
  const saying = terms.filter(({ term }) => !index.silent.has(folded(term)));
  const asking = saying.length ? saying : terms;
  const similar = asking.filter(({ term, word }) => word && word !== term).map(({ word }) => word);
  const found = [];
  const wanted = ({ id }) => !chapter || index.sections[id].chapter === chapter;
  for (const { word } of asking) {
    const results = word ? (await one(index.answers, word)).filter(wanted) : [];
    if (results.length) found.push({ word, results });
  }
  const words = terms.map(({ term, word }) => word || term);
  if (lookedFor(index.unanswered, terms.map(({ term }) => term), asking.length).get("unanswered") === WHOLE) return { results: [], mended: [], words: [] };
  const chosen = lookedFor(index.finds, words, asking.length);
  const bonus = named(index.names, terms.map(({ term }) => term));
  for (const [id, part] of named(index.names, asking.map(({ term }) => term))) bonus.set(id, Math.max(part, bonus.get(id) ?? 0));
  if (terms.length > 1) {
    for (const { id } of index.answers.together(terms.map(({ term }) => term))) bonus.set(id, PHRASE + (bonus.get(id) ?? 0));
  }
  return { results: ordered(found, bonus, chosen, index), mended: similar, words: found.map((each) => each.word) };
}

/** Return a word of the question, and the word of the handbook that it is or may have meant. */
function meant(term, index) {
  return { term, word: index.silent.has(folded(term)) ? term : mended(term, index) };
}

/** Search for one word: short ones and those with marks inside (TC+5) as they are, others also as a beginning. */
async function one(answers, term) {
  const word = term.replaceAll(".", "");
  if (word.length < 3 || /[^\p{L}\p{N}\p{M}]/u.test(word)) {
    const results = await answers.search(word, true);
    if (results.length) return results;
  }
  return answers.search(word);
}

/**
 * Put the results of several words together: rare words count most, a section that has them all comes first, and
 * before it the entry that is called so, and before all what was chosen for the question.
 */
function ordered(found, bonus, chosen, { sections: all, told }) {
  const scores = new Map();
  const weights = found.map(({ results }) => 0.1 + Math.log((all.length + 1) / results.length) ** 2);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  found.forEach(({ results }, at) => {
    const best = results[0].score || 1;
    for (const { id, score, forms: said } of results) {
      const kept = scores.get(id) ?? { ...all[id], told, said: new Set(), score: 0, has: 0 };
      for (const form of said) kept.said.add(form);
      kept.score += (weights[at] * score) / best / whole;
      kept.has += weights[at] / whole;
      scores.set(id, kept);
    }
  });
  const kept = [...scores.values()].filter((each) => each.has > 0.4 || bonus.has(each.id) || chosen.has(String(each.id)));
  for (const each of kept) {
    const own = each.score * each.has ** 2 + (bonus.get(each.id) ?? 0);
    each.score = own * (RANKS[each.rank] ?? 1) + (chosen.get(String(each.id)) ?? 0);
  }
  return kept.sort((each, other) => other.score - each.score);
}

/** Return what a result shows: address, title, place, words, and which of its words were looked for. */
export async function shown(result, words) {
  const stems = words.flatMap(forms);
  const least = stems.some((stem) => stem.length > 2) ? 3 : 1; // short words are shown only where nothing else was asked
  const begins = (word) => stems.some((stem) => (stem.length < 3 ? word === stem : word.startsWith(stem)));
  const isFound = (word) => word.length >= least && (result.said.has(word) || begins(word));
  const { address, anchor, title, lang, place } = result;
  return { address: `${address}#${anchor}`, title, lang, place, text: await result.told(result), isFound };
}

const forms = (word) => folded(word).match(/[\p{L}\p{N}]+/gu) ?? [];
