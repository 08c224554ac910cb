import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { addDays } from '../../kernel/clock.ts';
import { dayInput } from '../../kernel/day-input.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { badField, notFound, Problem } from '../../kernel/problem.ts';
import { hashOf } from '../../kernel/secrets.ts';
import { line } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { type AudienceView, viewAudience } from './audience-share.ts';
import { type ChosenShown, shownInput, writeShown } from './choose-shown.ts';
import { readShown, shownBy } from './shown.ts';

/** At most so many links open at once. */
const mostLinks = 20;
/** The same day of the next year (YYYY-MM-DD); days are compared as texts, so the 29th of February needs no care. */
const yearAfter = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

/** A month is enough for most; the customer sets it as they like. */
const usualDays = 30;

export const linkInput = shownInput.extend({
  /** Whom it is for, in the customer's own words; nobody else is shown it. */
  name: line(100),
  nameShown: z.enum(['fullName', 'firstName'], 'form.choose'),
  /** Null: the usual 30 days. */
  untilOn: dayInput.nullable().default(null),
});

/** `state`: whether it opens now; one ended by its owner, or past its last day, never opens again. */
export type ProfileLink = {
  id: string;
  name: string;
  nameShown: 'fullName' | 'firstName';
  untilOn: string;
  createdAt: Date;
  openings: number;
  openedAt: Date | null;
  state: 'open' | 'ended' | 'past';
};

const columns = ['id', 'name', 'nameShown', 'untilOn', 'createdAt', 'endedAt'] as const;

/** What the use log calls whoever opens a link: the customer's own name for it is nobody else's to read. */
export const logName = (linkId: string): string => `#${linkId.slice(-6)}`;

/** Looking changes nothing but the use log: openings are counted there. */
const withOpenings = async <Link extends { id: string }>(
  { tx, cityId }: Work,
  customerId: string,
  links: readonly Link[],
): Promise<(Link & { openings: number; openedAt: Date | null })[]> => {
  const rows = await tx
    .selectFrom('useLog')
    .select(['personName', sql<number>`count(*)::int`.as('openings'), sql<Date>`max(at)`.as('openedAt')])
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('role', '=', 'guest')
    .where('section', '=', 'profile')
    .where('isAllowed', '=', true)
    .groupBy('personName')
    .execute();
  const byName = new Map(rows.map((row) => [row.personName, row]));
  return links.map((link) => {
    const { openings = 0, openedAt = null } = byName.get(logName(link.id)) ?? {};
    return { ...link, openings, openedAt };
  });
};

const stateOf = ({ endedAt, untilOn }: { endedAt: Date | null; untilOn: string }, today: string) => {
  if (endedAt) return 'ended';
  return untilOn < today ? 'past' : 'open';
};

const linksOf = async (work: Work, customerId: string): Promise<ProfileLink[]> => {
  const rows = await work.tx
    .selectFrom('profileLink')
    .select([...columns])
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', customerId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  const links = await withOpenings(work, customerId, rows);
  return links.map(({ endedAt, ...row }) => ({ ...row, state: stateOf({ ...row, endedAt }, work.today) }));
};

/**
 * What a link's address ends in: its city, and 32 bytes made of its id with the operator's secret. It is written down nowhere, so that whoever
 * reads the database opens no link, and its owner can copy it again.
 */
export const secretOf = ({ cityId, services }: Pick<Work, 'cityId' | 'services'>, linkId: string): string =>
  `${cityId}.${services.secrets.lookup(`profile link ${linkId}`).toString('base64url')}`;

/** A customer's name as a link shows it: whole, or the first name. */
export const nameOnLink = (name: string, nameShown: ProfileLink['nameShown']): string =>
  nameShown === 'fullName' ? name : (name.split(' ')[0] ?? '');

/** My links, the latest made first. */
export const readLinks = async (work: Work): Promise<ProfileLink[]> => {
  const me = await access.self(work, { section: 'profileLinks', action: 'read', why: 'own links' });
  return linksOf(work, me.id);
};

/**
 * Makes a link by which anyone may see chosen parts until a day, at most a year ahead. Throws badInput (`untilOn`) for a day that has been or is too far, notNow when 20 links are open.
 */
export const makeLink = async (
  work: Work,
  { untilOn: asked, items, newOnes, ...input }: z.output<typeof linkInput>,
): Promise<{ id: string }> => {
  const untilOn = asked ?? addDays(work.today, usualDays);
  const me = await access.self(work, { section: 'profileLinks', action: 'write', why: 'made a link to the profile' });
  if (untilOn < work.today || untilOn > yearAfter(work.today)) throw badField('untilOn', 'profile.link.yearAhead');
  if (items.length + newOnes.length === 0) throw badField('items', 'form.choose');
  const open = (await linksOf(work, me.id)).filter(({ state }) => state === 'open');
  if (open.length >= mostLinks) throw new Problem('notNow');
  const id = newId();
  await work.tx
    .insertInto('profileLink')
    .values({
      ...{ cityId: work.cityId, id, customerId: me.id, secretHash: hashOf(secretOf(work, id)), untilOn, ...input },
      ...{ createdAt: work.now, endedAt: null },
    })
    .execute();
  await writeShown(work, { customerId: me.id, audience: 'link', linkId: id }, { items, newOnes, version: 0 });
  return { id };
};

/** What a new link could show, with nothing chosen, and the day it would end unless another is chosen. */
export const prepareLink = async (work: Work): Promise<{ untilOn: string; choices: AudienceView['choices'] }> => {
  const me = await access.self(work, { section: 'profileLinks', action: 'read', why: 'own links' });
  const shown = shownBy({ audience: 'link', audienceId: null, version: 0 }, []);
  const { choices } = await viewAudience(work, { customerId: me.id, audience: 'link', shown });
  return { untilOn: addDays(work.today, usualDays), choices };
};

type Loaded = { id: string; customerId: string; secretHash: Buffer; endedAt: Date | null } & Omit<
  ProfileLink,
  'state' | 'openings' | 'openedAt'
>;

/** Loads and authorises a link of the actor's own in one call. Throws "not found" for one that is not there or not theirs. */
const loadLink = async (
  work: Work,
  linkId: string,
  asked: { action: 'read' | 'write'; why: string },
): Promise<Loaded> => {
  const found = isId(linkId)
    ? await work.tx
        .selectFrom('profileLink')
        .select(['customerId', 'secretHash', ...columns])
        .where('cityId', '=', work.cityId)
        .where('id', '=', linkId)
        .executeTakeFirst()
    : undefined;
  if (!found) {
    work.note({ ...asked, section: 'profileLinks', customerId: null, isAllowed: false });
    throw notFound();
  }
  const relations = found.customerId === work.actor.customerId ? (['own'] as const) : [];
  access.authorise(work, { ...asked, section: 'profileLinks', relations, customerId: found.customerId });
  return found;
};

/** One of my links, and what its address ends in while it opens. */
export const readLink = async (
  work: Work,
  linkId: string,
): Promise<ProfileLink & { customerId: string; secret: string | null }> => {
  const loaded = await loadLink(work, linkId, { action: 'read', why: 'own links' });
  const [found] = await withOpenings(work, loaded.customerId, [loaded]);
  if (!found) throw notFound();
  const { endedAt, secretHash, ...link } = found;
  const state = stateOf({ ...link, endedAt }, work.today);
  const secret = secretOf(work, link.id);
  // Made with an earlier secret of the operator's: it opens, but nobody can tell its address any more.
  const isKnown = hashOf(secret).equals(secretHash);
  return { ...link, state, secret: state === 'open' && isKnown ? secret : null };
};

/** What whoever has a link of mine is shown: what can be chosen, what is, and how they see it. */
export const readLinkShown = async (work: Work, linkId: string): Promise<AudienceView> => {
  const { customerId } = await loadLink(work, linkId, { action: 'read', why: 'own links' });
  const shown = await readShown(work, { customerId, audience: 'link', linkId });
  return viewAudience(work, { customerId, audience: 'link', shown });
};

/** Chooses anew what a link shows. Throws changedMeanwhile when the version is another, badInput (`items`) for nothing at all, notNow for one that opens no more. */
export const shareByLink = async (
  work: Work,
  { linkId, ...chosen }: ChosenShown & { linkId: string; version: number },
): Promise<{ version: number }> => {
  const link = await loadLink(work, linkId, { action: 'write', why: 'chose what a link shows' });
  if (stateOf(link, work.today) !== 'open') throw new Problem('notNow');
  if (chosen.items.length + chosen.newOnes.length === 0) throw badField('items', 'form.choose');
  return writeShown(work, { customerId: link.customerId, audience: 'link', linkId }, chosen);
};

/** Ends a link at once and for good. Ending one that has ended changes nothing. */
export const endLink = async (work: Work, linkId: string): Promise<void> => {
  await loadLink(work, linkId, { action: 'write', why: 'ended a link to the profile' });
  await work.tx
    .updateTable('profileLink')
    .set({ endedAt: work.now })
    .where('cityId', '=', work.cityId)
    .where('id', '=', linkId)
    .where('endedAt', 'is', null)
    .execute();
};
