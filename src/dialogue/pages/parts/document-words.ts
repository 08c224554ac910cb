import type { Text } from '../../../web/text.tsx';
import type { ShownChoice } from '../../documents/document-input.ts';
import { type DocumentRole, documentClasses } from '../../documents/tables.ts';

/** What the fields are called, for the list of what to mend. */
export const documentLabels = {
  title: 'documents.field.title',
  why: 'documents.field.why',
  class: 'documents.field.class',
  ground: 'documents.field.ground',
  untilOn: 'documents.field.untilOn',
  shownTo: 'documents.field.shownTo',
  word: 'documents.field.word',
  file: 'documents.field.file',
} as const;

export const classOptions = (t: Text['t']) =>
  documentClasses.map((value) => ({ value, label: t(`documents.class.${value}`) }));

/** Who may be chosen to see a document: the one who asked stays among them where they must. */
export const shownOptions = (t: Text['t'], { asker, isKept }: { asker: DocumentRole | null; isKept: boolean }) => {
  const all: ShownChoice[] = ['adviser', 'socialWorker', 'both', 'nobody'];
  const isPossible = (value: ShownChoice) => !isKept || asker === null || value === 'both' || value === asker;
  return all.filter(isPossible).map((value) => ({ value, label: t(`documents.shown.${value}`, { who: 'me' }) }));
};

/** What a law means for a document, said to a professional: whether the customer can delete it. */
export const groundHint = (t: Text['t'], keeps: boolean): string =>
  t(keeps ? 'documents.groundKeeps' : 'documents.groundFree');

const kilobyte = 1024;

/** 340 kB, 2,4 MB. */
export const sizeText = ({ number }: Text, size: number): string =>
  size < kilobyte * kilobyte
    ? `${number(Math.max(1, Math.round(size / kilobyte)))} kB`
    : `${number(Math.round((size / kilobyte / kilobyte) * 10) / 10)} MB`;
