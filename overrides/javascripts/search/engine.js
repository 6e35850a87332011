// What is found, and in which order. Pagefind finds each word of a question; this puts the answers together, so that
// a question in a sentence finds something as well, and mends words in which letters are wrong.
"use strict";

import { apartBy, asked, folded } from "./words.js";

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
  const { chapters, sections, names } = JSON.parse(marks);
  const index = {
    pagefind,
    sections: new Map(Object.entries(sections).map(([id, [chapter, rank]]) => [id, { chapter: chapters[chapter], part: RANKS[rank] ?? 1 }])),
    names: new Map(Object.entries(names).map(([name, id]) => [plain(asked(name)), id])),
    vocabulary: read(text),
  };
  return { chapters, search: (question, chapter) => search(index, question, chapter) };
}

async function got(base, name) {
  const answer = await fetch(new URL(name, base));
  if (!answer.ok) throw new Error(`${answer.status} ${name}`);
  return answer.text();
}

const plain = (words) => words.map(folded).join(" ");

/** Search for the words of a question in one chapter, or in all. */
async function search(index, question, chapter) {
  const terms = asked(question);
  const found = [];
  const mended = [];
  const wanted = ({ id }) => !chapter || index.sections.get(id)?.chapter === chapter;
  for (const term of terms) {
    const word = known(term, index.vocabulary) ? term : nearest(term, index.vocabulary) ?? kin(term, index.vocabulary);
    if (!word) continue;
    if (word !== term) mended.push(word);
    const results = (await one(index.pagefind, word)).filter(wanted);
    if (results.length) found.push({ word, results });
  }
  const bonus = named(index, terms);
  if (terms.length > 1) {
    const { results } = await index.pagefind.search(`"${terms.join(" ")}"`);
    for (const { id } of results) bonus.set(id, PHRASE + (bonus.get(id) ?? 0));
  }
  return { results: ordered(found, bonus, index), mended, words: found.map((each) => each.word) };
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

/** Return how much of the question is the name of each body, text or word that is named in it. */
function named({ names }, terms) {
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

/**
 * Put the results of several words together: rare words count most, a section that has them all comes first, and
 * before it the entry that is called so.
 */
function ordered(found, bonus, { sections }) {
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
  const all = [...scores.values()].filter((each) => each.has > 0.4 || bonus.has(each.id));
  for (const each of all) {
    each.score = (each.score * each.has ** 2 + (bonus.get(each.id) ?? 0)) * (sections.get(each.id)?.part ?? 1);
  }
  return all.sort((each, other) => other.score - each.score);
}

/** Return the words of the vocabulary by their folded form, the frequent ones first. */
const read = (text) => text.split("\n").filter(Boolean).map((word) => [folded(word), word]);

/** Return whether the handbook has a word that begins with `term`, or another form of it. */
function known(term, vocabulary) {
  const wanted = folded(term);
  if (!vocabulary.length || /[^\p{L}]/u.test(wanted)) return true;
  const least = Math.max(4, Math.ceil(wanted.length * 0.7));
  return vocabulary.some(([form]) => form.startsWith(wanted) || (wanted.length > 4 && inflected(form, wanted, least)));
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

/** Return what a result shows: address, title, place, words, and which of its words were looked for. */
export async function shown(result, words) {
  const data = await result.data();
  const { content, raw_content: raw = content, meta, locations, url } = data;
  const spoken = (raw ?? "").split(HIDDEN)[0];
  const title = meta.title.replace(CUT, "");
  const stems = words.flatMap(forms);
  const least = stems.some((stem) => stem.length > 2) ? 3 : 1; // short words are shown only where nothing else was asked
  const split = raw.split(/\s+/u);
  const hits = new Set((locations ?? []).flatMap((at) => forms(split[at] ?? "")));
  const begins = (word) => stems.some((stem) => (stem.length < 3 ? word === stem : word.startsWith(stem)));
  const isFound = (word) => word.length >= least && (hits.has(word) || begins(word));
  const text = spoken.startsWith(meta.title) ? spoken.slice(meta.title.length).replace(/^[.\s]+/u, "") : spoken;
  const [, page, anchor] = /^\/?(.*?)([^/]*)\.html$/u.exec(url);
  return { address: `${page}#${decodeURIComponent(decodeURI(anchor))}`, title, place: (meta.place ?? "").replace(CUT, ""), text: text.replace(CUT, ""), isFound };
}

const forms = (word) => folded(word).match(/[\p{L}\p{N}]+/gu) ?? [];
