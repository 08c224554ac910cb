import type { z } from 'zod';
import type { Work } from '../kernel/work.ts';
import { vouchersOf } from '../know-how/index.ts';
import { shownName } from './answer-rules.ts';
import { labelsFor } from './labels.ts';
import { loadMatch } from './load-match.ts';
import { scoreOf } from './rules.ts';
import type { matchInput } from './show-match.ts';

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
  /** My kept skills; those that meet a need of this challenge are wanted and come first. */
  skills: { skillId: number; label: string; isWanted: boolean; isChosen: boolean }[];
  /** How many of them somebody vouches for, and whether that is shown. */
  vouched: number;
  showsVouching: boolean;
  version: number;
};

/** What I could show the business with a yes: as I chose before, else what I have told for cards and the skills that are wanted. */
export const prepareYes = async (work: Work, { challengeId }: z.infer<typeof matchInput>): Promise<CardDraft> => {
  const { known, challenge } = await loadMatch(work, challengeId, { section: 'card', action: 'read', why: 'own card' });
  const { me, held, reach } = known;
  const card = challenge.answer?.card ?? null;
  const wanted = new Set(scoreOf(challenge.needs, reach).parts.map(({ through }) => through?.held.skillId));
  const label = labelsFor(
    work,
    held.map(({ skillId }) => skillId),
  );
  const skills = held.map(({ skillId }) => {
    const isWanted = wanted.has(skillId);
    return { skillId, label: label(skillId), isWanted, isChosen: card ? card.skillIds.includes(skillId) : isWanted };
  });
  const vouchers = await vouchersOf(work.tx, work.cityId, [me.id]);
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
    vouched: new Set(vouchers.map(({ skillId }) => skillId)).size,
    showsVouching: card?.showsVouching ?? false,
    version: answer?.version ?? 0,
  };
};
