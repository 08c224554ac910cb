import { addDays, dayIn } from '../../kernel/clock.ts';
import { readTerms } from '../../kernel/terms.ts';
import type { Work } from '../../kernel/work.ts';
import { timeZoneOf } from '../appointments/time-zone.ts';
import type { DocumentRecord } from './load-document.ts';
import { classTerms, type DocumentMove, movesFor, sideOf } from './rules.ts';
import type { DocumentClass } from './tables.ts';

/** A document as the actor sees it. */
export type DocumentView = Omit<DocumentRecord, 'file' | 'askedBy'> & {
  file: { name: string; size: number } | null;
  /** The actor may open it. */
  canOpen: boolean;
  /** The last day it stays, YYYY-MM-DD; null while there is none. */
  staysUntilOn: string | null;
  moves: DocumentMove[];
};

export type KeepDays = Record<DocumentClass, number>;

/** How many days documents of each class stay after they were given, by the city's terms today. */
export const readKeepDays = async (work: Pick<Work, 'tx' | 'cityId' | 'today'>): Promise<KeepDays> => {
  const terms = await readTerms(work.tx, { ...work, names: Object.values(classTerms) });
  return {
    certificate: terms.keepCertificateDays,
    statement: terms.keepStatementDays,
    decision: terms.keepDecisionDays,
    other: terms.keepOtherDays,
  };
};

/** How the actor sees documents they may see. */
export const createSeen = async (work: Work): Promise<(record: DocumentRecord) => DocumentView> => {
  const days = await readKeepDays(work);
  const timeZone = await timeZoneOf(work);
  const { role } = work.actor;
  return (record) => {
    const { askedBy: _, file, ...rest } = record;
    const canOpen = file !== null && (role === 'customer' || record.shownTo.some((one) => one === role));
    const stays = record.state === 'given' && record.givenAt !== null;
    return {
      ...rest,
      file: file && { name: file.name, size: file.size },
      canOpen,
      staysUntilOn: stays && record.givenAt ? addDays(dayIn(timeZone, record.givenAt), days[record.class]) : null,
      moves: movesFor({ state: record.state, side: sideOf(role, record), keeps: record.ground?.keeps ?? false }),
    };
  };
};
