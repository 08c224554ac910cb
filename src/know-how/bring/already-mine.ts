import { type Profile, profileOf } from '../profile/read-profile.ts';
import type { Place } from '../queries.ts';
import type { Proposed } from './proposals.ts';
import type { Found } from './reader/types.ts';

type Mine = Profile & { name: string; workHours: string | null; spokenLanguages: string[] };
type What<Kind extends Found['kind']> = Extract<Found, { kind: Kind }>['what'];

/** A customer's profile as it is when their document has been read, with their name and limits. */
export const readMine = async (place: Place, customerId: string): Promise<Mine> => {
  const me = await place.tx
    .selectFrom('customer as c')
    .innerJoin('cityPerson as p', (join) =>
      join.onRef('p.cityId', '=', 'c.cityId').onRef('p.personId', '=', 'c.personId'),
    )
    .select(['p.name', 'c.workHours', 'c.spokenLanguages'])
    .where('c.cityId', '=', place.cityId)
    .where('c.id', '=', customerId)
    .executeTakeFirstOrThrow();
  return { ...(await profileOf(place, customerId)), ...me };
};

const isThere = ({ isRemoved }: { isRemoved: boolean }): boolean => !isRemoved;

const isMyExperience = (what: What<'experience'>, { experiences }: Mine): boolean => {
  const keyOf = ({ kind, title, place, from, to, isOngoing, did }: Omit<typeof what, 'skills'>) =>
    JSON.stringify([kind, title, place, from?.on, isOngoing ? null : to?.on, isOngoing, did]);
  return experiences
    .filter(isThere)
    .some(
      (one) => keyOf(one) === keyOf(what) && what.skills.every((uri) => one.skills.some((tied) => tied.uri === uri)),
    );
};

const isMySkill = ({ uri, level, levelWords }: What<'knowHow'>, { knowHow }: Mine): boolean =>
  knowHow.some(
    (one) =>
      one.uri === uri &&
      (level === null || level === one.level) &&
      (levelWords === '' || levelWords === one.levelWords),
  );

const areMyWishes = ({ what, where, notWanted }: What<'wishes'>, { wishes }: Mine): boolean =>
  what.every(({ text }) => wishes.what.some((one) => one.text === text)) &&
  (where === '' || wishes.where !== '') &&
  (notWanted === '' || wishes.notWanted !== '');

/** Whether taking it would change nothing: it stands in the profile as it is. */
export const isMine = ({ kind, what }: Pick<Proposed, 'kind' | 'what'>, mine: Mine): boolean => {
  // Which shape it has is told by its kind.
  const one = { kind, what, at: null } as Found;
  switch (one.kind) {
    case 'experience':
      return isMyExperience(one.what, mine);
    case 'knowHow':
      return isMySkill(one.what, mine);
    case 'language':
      return mine.languages
        .filter(isThere)
        .some(({ code, level }) => code === one.what.code && (one.what.level === null || level === one.what.level));
    case 'licence':
      return mine.licences
        .filter(isThere)
        .some(
          ({ kind: mineKind, code, name, untilOn }) =>
            mineKind === one.what.kind &&
            code === one.what.code &&
            (code !== '' || name === one.what.name) &&
            (one.what.untilOn === null || untilOn === one.what.untilOn),
        );
    case 'wishes':
      return areMyWishes(one.what, mine);
    case 'limits':
      return (
        (one.what.hours === null || mine.workHours !== null) &&
        (one.what.languages.length === 0 || mine.spokenLanguages.length > 0)
      );
  }
};

const plain = (name: string): string => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Whether a copy says it is somebody else's. One without a name says nothing. */
export const isOfAnother = (ofWhom: string, { name }: Pick<Mine, 'name'>): boolean =>
  plain(ofWhom) !== '' && plain(ofWhom) !== plain(name);
