import { type Postings, packPostings } from './postings.ts';

const saturation = 1.2;
const lengthShare = 0.75;

/**
 * Okapi BM25 (Robertson and Zaragoza 2009) with the documents' part worked out beforehand: a query's score is the sum
 * of its terms' weights. Document n is skill n; its terms may repeat.
 */
export const bm25Postings = (termCount: number, documents: number[][]): Postings => {
  const keys: number[] = [];
  const values: number[] = [];
  const counts: number[] = [];
  const frequency = new Int32Array(termCount);
  documents.forEach((terms, document) => {
    const count = new Map<number, number>();
    for (const term of terms) count.set(term, (count.get(term) ?? 0) + 1);
    for (const [term, times] of count) {
      keys.push(term);
      values.push(document);
      counts.push(times);
      frequency[term] = (frequency[term] ?? 0) + 1;
    }
  });
  const total = documents.reduce((sum, terms) => sum + terms.length, 0);
  const average = Math.max(1, total / Math.max(1, documents.length));
  const weights = keys.map((term, at) => {
    const inDocuments = frequency[term] ?? 0;
    const idf = Math.log(1 + (documents.length - inDocuments + 0.5) / (inDocuments + 0.5));
    const length = (documents[values[at] ?? 0]?.length ?? 0) / average;
    const times = counts[at] ?? 0;
    return (idf * times * (saturation + 1)) / (times + saturation * (1 - lengthShare + lengthShare * length));
  });
  return packPostings(termCount, keys, values, weights);
};
