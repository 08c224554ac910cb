import type { Language } from '../../kernel/languages.ts';
import type { PartDay } from '../../kernel/part-days.ts';
import type { Place } from '../queries.ts';
import { labelIn } from '../vocabulary/types.ts';
import { licenceName } from './licence-list.ts';
import { experiencesById } from './load-experience.ts';
import { byTime } from './rules.ts';
import type { ExperienceKind, LanguageLevel, ShareKind } from './tables.ts';

/** What one customer chose to give a business with a yes, and when. At most one of each customer in one question. */
export type GivenCard = {
  customerId: string;
  givenAt: Date;
  skillIds: readonly number[];
  experienceIds: readonly string[];
  languageIds: readonly string[];
  licenceIds: readonly string[];
};

/** An experience as a card shows it: what and when, and those of its skills that are on the card. What they did in their own words is not on it. */
export type CardExperience = {
  id: string;
  kind: ExperienceKind;
  title: string;
  place: string;
  from: PartDay | null;
  to: PartDay | null;
  isOngoing: boolean;
  language: Language;
  skills: string[];
};

/** A card's part of a profile as it may be seen now. Names are in the reader's language. */
export type CardThings = {
  skillIds: number[];
  experiences: CardExperience[];
  languages: { id: string; code: string; level: LanguageLevel }[];
  licences: { id: string; name: string; untilOn: string | null }[];
};

type Given = { place: Place; cards: readonly GivenCard[]; customerIds: string[] };

const idsOf = (cards: readonly GivenCard[], of: 'experienceIds' | 'languageIds' | 'licenceIds'): string[] =>
  cards.flatMap((card) => card[of]);

/** What a customer hides from businesses goes from the cards given before; a card given after shows it again. */
const readHidden = async ({ place: { tx, cityId }, customerIds }: Given) => {
  const rows = await tx
    .selectFrom('profileShown as s')
    .innerJoin('profileAudience as a', (join) =>
      join.onRef('a.cityId', '=', 's.cityId').onRef('a.id', '=', 's.audienceId'),
    )
    .select(['a.customerId', 's.kind', 's.item', 's.hiddenAt'])
    .where('a.cityId', '=', cityId)
    .where('a.audience', '=', 'business')
    .where('a.customerId', 'in', customerIds)
    .where('s.hiddenAt', 'is not', null)
    .execute();
  const since = new Map(rows.map((row) => [`${row.customerId} ${row.kind} ${row.item}`, row.hiddenAt]));
  return ({ customerId, givenAt }: GivenCard, kind: ShareKind, id: string): boolean => {
    const hiddenAt = since.get(`${customerId} ${kind} ${id}`);
    return !hiddenAt || hiddenAt < givenAt;
  };
};

const readSkills = ({ place: { tx, cityId }, cards, customerIds }: Given) =>
  tx
    .selectFrom('knowHow as k')
    .innerJoin('skill as s', 's.id', 'k.skillId')
    .select(['k.id', 'k.customerId', 'k.skillId', 's.labels'])
    .where('k.cityId', '=', cityId)
    .where('k.customerId', 'in', customerIds)
    .where('k.skillId', 'in', [0, ...cards.flatMap(({ skillIds }) => skillIds)])
    .where('k.state', '=', 'kept')
    .where('k.hiddenAt', 'is', null)
    .orderBy('k.skillId')
    .execute();

const readTies = async ({ tx, cityId }: Place, experienceIds: readonly string[]) =>
  experienceIds.length === 0
    ? []
    : tx
        .selectFrom('experienceSkill')
        .select(['experienceId', 'skillId'])
        .where('cityId', '=', cityId)
        .where('experienceId', 'in', [...experienceIds])
        .where('isLeftOut', '=', false)
        .execute();

const readLanguages = async ({ tx, cityId }: Place, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : tx
        .selectFrom('languageSkill')
        .select(['id', 'customerId', 'code', 'level'])
        .where('cityId', '=', cityId)
        .where('id', 'in', [...ids])
        .where('hiddenAt', 'is', null)
        .where('removedAt', 'is', null)
        .orderBy('code')
        .execute();

const readLicences = async ({ tx, cityId }: Place, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : tx
        .selectFrom('licence')
        .select(['id', 'customerId', 'kind', 'code', 'name', 'untilOn'])
        .where('cityId', '=', cityId)
        .where('id', 'in', [...ids])
        .where('hiddenAt', 'is', null)
        .where('removedAt', 'is', null)
        .orderBy('name')
        .orderBy('id')
        .execute();

/**
 * Of each card's customer what the card shows now: what they chose and still keep, hide neither from all nor, since they gave it, from businesses. For
 * callers who have authorised. A few queries however many cards.
 */
export const thingsOnCards = async (place: Place, cards: readonly GivenCard[]): Promise<Map<string, CardThings>> => {
  if (cards.length === 0) return new Map();
  const given = { place, cards, customerIds: cards.map(({ customerId }) => customerId) };
  const isOpen = await readHidden(given);
  const skills = await readSkills(given);
  const experiences = await experiencesById(place, idsOf(cards, 'experienceIds'));
  const ties = await readTies(place, idsOf(cards, 'experienceIds'));
  const languages = await readLanguages(place, idsOf(cards, 'languageIds'));
  const licences = await readLicences(place, idsOf(cards, 'licenceIds'));

  const thingsOf = (card: GivenCard): CardThings => {
    const own = <One extends { id: string; customerId: string }>(
      all: readonly One[],
      kind: ShareKind,
      ids: readonly string[],
    ) =>
      all.filter(({ id, customerId }) => customerId === card.customerId && ids.includes(id) && isOpen(card, kind, id));
    const ownSkills = skills.filter(
      ({ id, customerId, skillId }) =>
        customerId === card.customerId && card.skillIds.includes(skillId) && isOpen(card, 'knowHow', id),
    );
    const tied = (experienceId: string): string[] =>
      ownSkills
        .filter(({ skillId }) => ties.some((tie) => tie.experienceId === experienceId && tie.skillId === skillId))
        .map(({ labels }) => labelIn(labels, place.language));
    return {
      skillIds: ownSkills.map(({ skillId }) => skillId),
      experiences: own(experiences, 'experience', card.experienceIds)
        .filter(({ isHidden, isRemoved }) => !isHidden && !isRemoved)
        .sort(byTime)
        .map(({ id, kind, title, place: where, from, to, isOngoing, language }) => ({
          ...{ id, kind, title, place: where, from, to, isOngoing, language, skills: tied(id) },
        })),
      languages: own(languages, 'language', card.languageIds).map(({ id, code, level }) => ({ id, code, level })),
      licences: own(licences, 'licence', card.licenceIds).map((one) => ({
        ...{ id: one.id, name: licenceName(one, place.language), untilOn: one.untilOn },
      })),
    };
  };
  return new Map(cards.map((card) => [card.customerId, thingsOf(card)]));
};
