import type { Work } from '../../kernel/work.ts';
import { type KindToday, kindsOf } from './change-kind.ts';
import type { Frame } from './frames.ts';
import { type KindChange, kindHistoryOf } from './kind-history.ts';
import { loadFrame } from './load-frame.ts';
import { findSocialWorkers, type SocialWorker } from './name-social-worker.ts';

export type KindStart = {
  customer: { id: string; name: string };
  frame: Frame;
  history: KindChange[];
  /** Other kinds it can become today. */
  kinds: KindToday[];
  /** Who can be named its social worker; empty where the wellbeing services county is no party. */
  workers: SocialWorker[];
};

/** What an adviser needs for changing the kind of a customer's plan, or for naming its social worker. */
export const startKind = async (work: Work, { customerId }: { customerId: string }): Promise<KindStart> => {
  const { customer, frame } = await loadFrame(work, customerId, { action: 'read', why: 'history of the plan' });
  const kinds = await kindsOf(work);
  return {
    customer: { id: customer.id, name: customer.name },
    frame,
    history: await kindHistoryOf(work, customer.id),
    kinds: kinds.filter(({ kind }) => kind !== frame.kind),
    workers: frame.parties.includes('wellbeing') ? await findSocialWorkers(work) : [],
  };
};
