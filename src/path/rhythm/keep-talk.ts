import type { Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import { countNextTalks } from './count-next.ts';
import { type JobSearch, latestJobSearch } from './job-searches.ts';
import { readModels } from './models.ts';
import type { TalkKind, TalkWay } from './tables.ts';

export type TalkHeld = {
  kind: TalkKind;
  /** YYYY-MM-DD. */
  heldOn: string;
  how: TalkWay;
  /** Why not in person, where the law wants it so. */
  howWhy: string;
};

/** Where talks are written: a use case's transaction, or an event's. */
export type TalkPlace = { tx: Tx; cityId: string; today: string; now: Date };

/** Why a talk cannot stand as it is told. Without a job search there is none of the law's. */
export type Refusal = { field: 'kind' | 'heldOn' | 'howWhy'; message: RefusalKey } | { field: null };
type RefusalKey =
  | 'path.rhythm.notYet'
  | 'path.rhythm.beforeBegun'
  | 'path.rhythm.alreadyFirst'
  | 'path.rhythm.already'
  | 'path.rhythm.whyNotInPerson';

/** The latest job search, held by this transaction, so that of two talks written at once the later sees the earlier. */
const holdJobSearch = async (place: TalkPlace, customerId: string): Promise<JobSearch | undefined> => {
  const latest = await latestJobSearch(place, customerId);
  if (latest)
    await place.tx
      .selectFrom('jobSearch')
      .select('id')
      .where('cityId', '=', place.cityId)
      .where('id', '=', latest.id)
      .forUpdate()
      .execute();
  return latest;
};

type Other = { kind: TalkKind; heldOn: string };

const findOthers = ({ tx, cityId }: TalkPlace, customerId: string, talkId: string | null): Promise<Other[]> =>
  tx
    .selectFrom('talk')
    .select(['kind', 'heldOn'])
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('takenBackAt', 'is', null)
    .$if(talkId !== null, (query) => query.where('id', '!=', talkId ?? ''))
    .execute();

/**
 * Whether a talk can stand beside the others of its customer; null when it can. `talkId`: it is written already, and mended. A day ahead or before
 * the job search, a second talk of the kind on one day, a second first interview, and another way than the model wants without a reason cannot.
 */
export const refusalOf = async (
  place: TalkPlace,
  { kind, heldOn, how, howWhy }: TalkHeld,
  { customerId, talkId = null }: { customerId: string; talkId?: string | null },
): Promise<Refusal | null> => {
  const jobSearch = await holdJobSearch(place, customerId);
  if (!jobSearch) return { field: null };
  if (heldOn > place.today) return { field: 'heldOn', message: 'path.rhythm.notYet' };
  if (heldOn < jobSearch.begunOn) return { field: 'heldOn', message: 'path.rhythm.beforeBegun' };
  const others = (await findOthers(place, customerId, talkId)).filter((other) => other.kind === kind);
  if (kind === 'firstInterview' && others.some((other) => other.heldOn >= jobSearch.begunOn))
    return { field: 'kind', message: 'path.rhythm.alreadyFirst' };
  if (others.some((other) => other.heldOn === heldOn)) return { field: 'heldOn', message: 'path.rhythm.already' };
  const model = (await readModels(place.tx)).get(jobSearch.modelId);
  const wantsInPerson = model?.rules.some((rule) => rule.kind === kind && rule.inPerson) ?? false;
  if (wantsInPerson && how !== 'inPerson' && howWhy === '')
    return { field: 'howWhy', message: 'path.rhythm.whyNotInPerson' };
  return null;
};

/** In person needs no reason. */
export const tidyTalk = (talk: TalkHeld): TalkHeld => (talk.how === 'inPerson' ? { ...talk, howWhy: '' } : talk);

/**
 * Writes down a talk that was held, by hand or from an appointment; the one way to do it. Returns its id, or why it cannot stand. The caller has
 * authorised.
 */
export const keepTalk = async (
  place: TalkPlace,
  talk: TalkHeld,
  { customerId, by }: { customerId: string; by: { personId: string; name: string } },
): Promise<{ id: string } | { refusal: Refusal }> => {
  const refusal = await refusalOf(place, talk, { customerId });
  if (refusal) return { refusal };
  const { tx, cityId, now: at } = place;
  const id = newId();
  const { kind, heldOn, how, howWhy } = tidyTalk(talk);
  await tx
    .insertInto('talk')
    .values({
      cityId,
      id,
      customerId,
      kind,
      heldOn,
      how,
      howWhy,
      byId: by.personId,
      byName: by.name,
      at,
      takenBackAt: null,
    })
    .execute();
  await countNextTalks(tx, place, [customerId]);
  return { id };
};
