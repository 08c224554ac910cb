import type { z } from 'zod';
import type { Work } from '../kernel/work.ts';
import { type CardChoiceItem, cardChoicesOf, placeOf, vouchersOf } from '../know-how/index.ts';
import { thingFields } from './answer-match.ts';
import { shownName } from './answer-rules.ts';
import { loadMatch } from './load-match.ts';
import type { OwnAnswer } from './read-challenges.ts';
import { scoreOf } from './rules.ts';
import type { matchInput } from './show-match.ts';

export type CardThing = Pick<CardChoiceItem, 'item' | 'label' | 'experience'> & {
  field: (typeof thingFields)[number][0];
  isChosen: boolean;
};

export type CardDraft = {
  businessName: string;
  /** The challenge is open and matching agreed to. */
  canSayYes: boolean;
  /** A yes stands: this changes its card. */
  isYes: boolean;
  fullName: string;
  firstName: string;
  nameShown: 'fullName' | 'firstName';
  intro: string;
  withOthers: boolean;
  /** My kept skills; those that meet a need of this challenge are wanted and come first. Chosen is what I chose before, for this card or for all. */
  skills: { skillId: number; label: string; isWanted: boolean; isChosen: boolean }[];
  /** My experiences, languages and licences, likewise. */
  things: CardThing[];
  /** How many of them somebody vouches for, and whether that is shown. */
  vouched: number;
  showsVouching: boolean;
  version: number;
};

/** Whether it is ticked: it stands on the card and has not been hidden from businesses since; before the first card, it is to be ready on all. */
const chosenBy =
  (before: OwnAnswer | null) =>
  (one: CardChoiceItem): boolean => {
    const card = before?.card;
    if (!card) return one.isReady;
    if (one.hiddenAt !== null && one.hiddenAt >= before.answeredAt) return false;
    if (one.skillId !== null) return card.skillIds.includes(one.skillId);
    return thingFields.some(([field, kind]) => kind === one.kind && card[field]?.includes(one.item));
  };

const thingsOf = (choices: readonly CardChoiceItem[], isChosen: (one: CardChoiceItem) => boolean): CardThing[] =>
  thingFields.flatMap(([field, kind]) =>
    choices
      .filter((one) => one.kind === kind)
      .map((one) => ({ field, item: one.item, label: one.label, experience: one.experience, isChosen: isChosen(one) })),
  );

/** What I could show the business with a yes, with what I chose before: on its card, or to be ready on every card. Unpaid care is ready on none. */
export const prepareYes = async (work: Work, { challengeId }: z.infer<typeof matchInput>): Promise<CardDraft> => {
  const { known, challenge } = await loadMatch(work, challengeId, { section: 'card', action: 'read', why: 'own card' });
  const { me, reach } = known;
  const card = challenge.answer?.card ?? null;
  const wanted = new Set(scoreOf(challenge.needs, reach).parts.map(({ through }) => through?.held.skillId));
  const choices = known.isConsented ? await cardChoicesOf(work, me.id) : [];
  const isChosen = chosenBy(challenge.answer);
  const skills = choices.flatMap((one) => {
    const { skillId, label } = one;
    return skillId === null ? [] : [{ skillId, label, isWanted: wanted.has(skillId), isChosen: isChosen(one) }];
  });
  const vouchers = await vouchersOf(placeOf(work), [me.id]);
  const { businessName, isOpen, answer } = challenge;
  return {
    businessName,
    canSayYes: isOpen && known.isConsented,
    isYes: answer?.answer === 'yes',
    fullName: me.name,
    firstName: shownName(me.name, 'firstName'),
    nameShown: card?.nameShown ?? 'firstName',
    intro: card?.intro ?? me.cardIntro,
    withOthers: card?.withOthers ?? false,
    skills: skills.sort(
      (a, b) => Number(b.isWanted) - Number(a.isWanted) || a.label.localeCompare(b.label, work.actor.language),
    ),
    things: thingsOf(choices, isChosen),
    vouched: new Set(vouchers.map(({ skillId }) => skillId)).size,
    showsVouching: card?.showsVouching ?? false,
    version: answer?.version ?? 0,
  };
};
