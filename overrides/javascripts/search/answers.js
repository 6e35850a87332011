// Answers for single words: the sections in which a word stands, or words that begin so, or other forms of it.
"use strict";

import { hits } from "./index.js";
import { isForm } from "./vocabulary.js";
import { folded, spoken } from "./words.js";

/** What a word counts that begins like the one that was asked for, and what another form of it. */
const BEGUN = 0.75;
const INFLECTED = 0.5;
/** What another time adds, what a long section takes away, how far the plain number counts, a fifth of a section. */
const [SATURATION, LENGTH, PLAIN, FIFTH] = [1.2, 0.7, 0.4, 15];

/**
 * Return what a word says in a section in which it counts so much: Robertson and Zaragoza, The Probabilistic Relevance
 * Framework: BM25 and Beyond (2009), and a little of the plain number, so that a title stays above all.
 */
function says(weight, length) {
  const saturated = ((SATURATION + 1) * weight) / (SATURATION * (1 - LENGTH + LENGTH * length) + weight);
  return (1 - PLAIN) * saturated + (PLAIN * weight) / FIFTH;
}

/** What answers: `words` of the handbook, `starts` of the parts of the index, `part(n)` loads one, `sections`. */
export class Answers {
  constructor(words, starts, part, sections) {
    Object.assign(this, { words, starts, part, sections, parts: new Map() });
    this.titles = sections.map(({ title }) => ` ${spoken(title).map(folded).join(" ")} `);
  }

  /** Return what is found for a word, the best first; `whole`: for nothing but the word itself. */
  async search(word, whole = false) {
    const alike = this.similar(folded(word.replaceAll(".", "")), whole);
    const forms = new Set(alike.keys());
    const stems = new Map();
    for (const [, [stem, part]] of alike) stems.set(stem, Math.max(part, stems.get(stem) ?? 0));
    const scores = new Map();
    for (const [stem, part] of stems) {
      for (const [id, weight] of await this.hits(stem)) {
        scores.set(id, (scores.get(id) ?? 0) + part * says(weight, this.sections[id].length));
      }
    }
    const found = [...scores].map(([id, score]) => ({ id, score, forms }));
    return found.sort((one, other) => other.score - one.score || one.id - other.id);
  }

  /** Return the sections in whose titles words stand side by side. */
  together(words) {
    const phrase = ` ${words.map((word) => folded(word)).join(" ")} `;
    return this.sections.filter(({ id }) => this.titles[id].includes(phrase));
  }

  /** Return every form for which a word may stand: its stem, and how much it counts. */
  similar(wanted, whole) {
    const alike = new Map();
    const same = this.words.filter(({ form }) => form === wanted);
    const stems = new Set(same.map(({ stem }) => stem));
    for (const { form, stem } of this.words) {
      if (form === wanted || (!whole && stems.has(stem))) alike.set(form, [stem, 1]);
      else if (!whole && wanted.length > 2 && form.startsWith(wanted)) alike.set(form, [stem, BEGUN]);
      else if (!whole && isForm(form, wanted)) alike.set(form, [stem, INFLECTED]);
    }
    return alike;
  }

  /** Return where a stem stands; loads the part of the index that says it, once. */
  async hits(stem) {
    let number = this.starts.length - 1;
    while (number > 0 && this.starts[number] > stem) number -= 1;
    if (!this.parts.has(number)) this.parts.set(number, this.loaded(number));
    const lines = await this.parts.get(number);
    return hits(lines[stem - this.starts[number]]);
  }

  /** Return the lines of a part; one that could not be loaded is asked for again next time. */
  async loaded(number) {
    try {
      return (await this.part(number)).split("\n");
    } catch (error) {
      this.parts.delete(number);
      throw error;
    }
  }
}
