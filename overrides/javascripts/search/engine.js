// What is found, and in which order. Pagefind finds each word of a question; this puts the answers together, so that
// a question in a sentence finds something as well, and mends words in which letters are wrong.
"use strict";

import { WHOLE, lookedFor, named, phrases } from "./places.js";
import { mended, read } from "./vocabulary.js";
import { asked, folded, plain } from "./words.js";

/** Sections that say what another one says come after it: how much of their score stays. */
const RANKS = { earlier: 0.3, note: 0.7, list: 0.75 };
/** How much a section gains that has the words of the question side by side. */
const PHRASE = 0.3;
const HIDDEN = "\u2042";
/** After an apostrophe, so that Pagefind sees two words; handbook/finish/search_records.py writes it, and HIDDEN. */
const CUT = /\u2060 /gu;
const RANKING = { pageLength: 0.4, termSaturation: 1.2, termFrequency: 0.6, diacriticSimilarity: 0.4 };

/** Return the search over the index in the folder `base`. */
export async function engine(base) {
  const pagefind = await import(new URL("pagefind.js", base));
  await pagefind.options({ baseUrl: "/", noWorker: true, ranking: RANKING });
  const [marks, text] = await Promise.all([got(base, "marks.json"), got(base, "words.txt"), pagefind.init()]);
  return searching(pagefind, JSON.parse(marks), text);
}

/**
 * Return the search by what answers for single words, as Pagefind does: the marks of the sections, and the words of
 * the handbook, one a line. Copies of the handbook that have no Pagefind answer in its place.
 */
export function searching(pagefind, { chapters, sections, names, finds, unanswered, silent }, text) {
  const nothing = new Set(asked(silent).map(folded));
  const index = {
    pagefind,
    sections: new Map(Object.entries(sections).map(([id, [chapter, rank]]) => [id, { chapter: chapters[chapter], part: RANKS[rank] ?? 1 }])),
    names: new Map(Object.entries(names).map(([name, id]) => [plain(asked(name)), id])),
    finds: phrases(finds, nothing),
    unanswered: phrases({ unanswered }, nothing),
    silent: nothing,
    vocabulary: read(text),
  };
  return { chapters, search: (question, chapter) => search(index, question, chapter) };
}

async function got(base, name) {
  const answer = await fetch(new URL(name, base));
  if (!answer.ok) throw new Error(`${answer.status} ${name}`);
  return answer.text();
}

/** Search for the words of a question in one chapter, or in all. */
async function search(index, question, chapter) {
  const terms = asked(question).map((term) => meant(term, index));
  const saying = terms.filter(({ term }) => !index.silent.has(folded(term)));
  const asking = saying.length ? saying : terms;
  const similar = asking.filter(({ term, word }) => word && word !== term).map(({ word }) => word);
  const found = [];
  const wanted = ({ id }) => !chapter || index.sections.get(id)?.chapter === chapter;
  for (const { word } of asking) {
    const results = word ? (await one(index.pagefind, word)).filter(wanted) : [];
    if (results.length) found.push({ word, results });
  }
  const words = terms.map(({ term, word }) => word || term);
  if (lookedFor(index.unanswered, terms.map(({ term }) => term), asking.length).get("unanswered") === WHOLE) return { results: [], mended: [], words: [] };
  const chosen = lookedFor(index.finds, words, asking.length);
  const bonus = named(index.names, terms.map(({ term }) => term));
  for (const [id, part] of named(index.names, asking.map(({ term }) => term))) bonus.set(id, Math.max(part, bonus.get(id) ?? 0));
  if (terms.length > 1) {
    const { results } = await index.pagefind.search(`"${terms.map(({ term }) => term).join(" ")}"`);
    for (const { id } of results) bonus.set(id, PHRASE + (bonus.get(id) ?? 0));
  }
  return { results: ordered(found, bonus, chosen, index), mended: similar, words: found.map((each) => each.word) };
}

/** Return a word of the question, and the word of the handbook that it is or may have meant. */
function meant(term, index) {
  return { term, word: index.silent.has(folded(term)) ? term : mended(term, index) };
}

/** Search for one word: short ones and those with marks inside (TC+5) as they are, others also as a beginning. */
async function one(pagefind, term) {
  const word = term.replaceAll(".", "");
  if (word.length < 3 || /[^\p{L}\p{N}\p{M}]/u.test(word)) {
    const { results } = await pagefind.search(`"${word}"`);
    if (results.length) return results;
  }
  return (await pagefind.search(word)).results;
}

/**
 * Put the results of several words together: rare words count most, a section that has them all comes first, and
 * before it the entry that is called so, and before all what was chosen for the question.
 */
function ordered(found, bonus, chosen, { sections }) {
  const scores = new Map();
  const weights = found.map(({ results }) => 0.1 + Math.log((sections.size + 1) / results.length) ** 2);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  found.forEach(({ results }, at) => {
    const best = results[0].score || 1;
    for (const { id, data, score } of results) {
      const kept = scores.get(id) ?? { id, data, score: 0, has: 0 };
      kept.score += (weights[at] * Math.max(score, 0)) / best / whole;
      kept.has += weights[at] / whole;
      scores.set(id, kept);
    }
  });
  const all = [...scores.values()].filter((each) => each.has > 0.4 || bonus.has(each.id) || chosen.has(each.id));
  for (const each of all) {
    const own = each.score * each.has ** 2 + (bonus.get(each.id) ?? 0);
    each.score = own * (sections.get(each.id)?.part ?? 1) + (chosen.get(each.id) ?? 0);
  }
  return all.sort((each, other) => other.score - each.score);
}

/** Return what a result shows: address, title, place, words, and which of its words were looked for. */
export async function shown(result, words) {
  const data = await result.data();
  const { content, raw_content: raw = content, meta, locations, url } = data;
  const spoken = (raw ?? "").split(HIDDEN)[0];
  const heading = meta.title ?? meta.place ?? "";
  const stems = words.flatMap(forms);
  const least = stems.some((stem) => stem.length > 2) ? 3 : 1; // short words are shown only where nothing else was asked
  const split = raw.split(/\s+/u);
  const hits = new Set((locations ?? []).flatMap((at) => forms(split[at] ?? "")));
  const begins = (word) => stems.some((stem) => (stem.length < 3 ? word === stem : word.startsWith(stem)));
  const isFound = (word) => word.length >= least && (hits.has(word) || begins(word));
  const text = spoken.startsWith(heading) ? spoken.slice(heading.length).replace(/^[.\s]+/u, "") : spoken;
  const [, page, anchor] = /^\/?(.*?)([^/]*)\.html$/u.exec(url);
  return { address: `${page}#${decodeURIComponent(decodeURI(anchor))}`, title: heading.replace(CUT, ""), lang: meta.lang ?? "", place: (meta.place ?? "").replace(CUT, ""), text: text.replace(CUT, ""), isFound };
}

const forms = (word) => folded(word).match(/[\p{L}\p{N}]+/gu) ?? [];
