import { sql } from 'kysely';
import { Problem } from '../../kernel/problem.ts';
import { readTerm, type TermName } from '../../kernel/terms.ts';
import type { Work } from '../../kernel/work.ts';
import type { VouchRequestRecord } from './requests.ts';
import { skillsStillShown } from './still-shown.ts';
import { loadOwn, updateRequest, type WrittenRequest } from './write-request.ts';

type Sending = { requestId: string; version: number };

const termOf = async (work: Work, name: TermName): Promise<number> =>
  (await readTerm(work.tx, { cityId: work.cityId, name, today: work.today })).value;

/** Throws tooMany when the customer has asked as many as their city lets in a day. */
const countAsked = async (work: Work, customerId: string): Promise<void> => {
  const most = await termOf(work, 'vouchAsksADay');
  const dayAgo = new Date(work.now.getTime() - 24 * 3_600_000);
  const { count } = await work.tx
    .selectFrom('vouchRequest')
    .select(sql<number>`count(*)`.as('count'))
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', customerId)
    .where('isOffered', '=', false)
    .where('askedAt', '>', dayAgo)
    .executeTakeFirstOrThrow();
  if (count >= most) throw new Problem('tooMany');
};

/** What the customer has dropped or hidden, from all or from the adviser they ask, is not asked about. Throws notNow when nothing is left. */
const askOnlyKept = async (work: Work, request: VouchRequestRecord): Promise<void> => {
  const { id } = request;
  const kept = [...(await skillsStillShown(work, { ...request, askedAt: null }))];
  await work.tx
    .deleteFrom('vouching')
    .where('cityId', '=', work.cityId)
    .where('requestId', '=', id)
    .$if(kept.length > 0, (query) => query.where('skillId', 'not in', kept))
    .execute();
  const left = await work.tx
    .selectFrom('vouching')
    .select('id')
    .where('cityId', '=', work.cityId)
    .where('requestId', '=', id)
    .limit(1)
    .executeTakeFirst();
  if (!left) throw new Problem('notNow');
};

/** For the first time, or once more. */
const loadToSend = async (work: Work, sending: Sending): Promise<VouchRequestRecord> => {
  const why = 'asked for vouching';
  const found = await loadOwn(work, { ...sending, move: ['send', 'sendAgain'], why });
  if (found.state === 'draft') await countAsked(work, found.customerId);
  await askOnlyKept(work, found);
  return found;
};

const opened = async (work: Work, { askedAt }: VouchRequestRecord) => {
  const days = await termOf(work, 'vouchLinkDays');
  return { askedAt: askedAt ?? work.now, openUntil: new Date(work.now.getTime() + days * 24 * 3_600_000) };
};

const isHandedOver = ({ letterEmail, adviserId }: VouchRequestRecord): boolean =>
  letterEmail === null && adviserId === null;

/**
 * Sends a request, for the first time or once more: as a letter, or to the adviser inside Tuttu. Any link before ends; the letter brings its
 * own. Throws tooMany past the city's numbers of requests a day and of letters for one thing; notNow for one that is handed over, cannot be
 * sent any more, or none of whose skills is kept.
 */
export const sendRequest = async (work: Work, sending: Sending): Promise<WrittenRequest> => {
  const found = await loadToSend(work, sending);
  if (isHandedOver(found)) throw new Problem('notNow');
  if (found.letters >= (await termOf(work, 'vouchLettersMost'))) throw new Problem('tooMany');
  const letters = { letters: found.letters + 1, letterAt: work.now };
  const written = await updateRequest(work, found, { ...letters, ...(await opened(work, found)), secretHash: null });
  work.emit(found.adviserId ? 'vouchAskedAdviser' : 'vouchAsked', { requestId: found.id });
  return written;
};

/**
 * Makes the link of a request that its customer hands over; one made before ends. Takes the hash of a new secret (`newLinkSecret`): the secret
 * itself never comes here, so that nothing kept of this call holds it. Throws as `sendRequest`, notNow for one that goes another way.
 */
export const makeLink = async (
  work: Work,
  { secretHash, ...sending }: Sending & { secretHash: Buffer },
): Promise<WrittenRequest> => {
  const found = await loadToSend(work, sending);
  if (!isHandedOver(found)) throw new Problem('notNow');
  return updateRequest(work, found, { ...(await opened(work, found)), secretHash });
};
