import { type PortableProfile, portableProfile } from '../../profile/portable.ts';
import type { Found } from './types.ts';

const empty = { format: 'tuttu-profile', version: 1, language: 'fi', person: { name: '' } } as const;

/** A profile of this alone, where it is one; null where some part of it is of no shape a profile takes. */
const alone = (parts: object): PortableProfile | null => portableProfile.safeParse({ ...empty, ...parts }).data ?? null;

const fitted = (one: Found): Found | null => {
  const { at } = one;
  switch (one.kind) {
    case 'experience': {
      const what = alone({ experiences: [one.what] })?.experiences[0];
      return what ? { at, kind: one.kind, what } : null;
    }
    case 'knowHow': {
      const what = alone({ knowHow: [one.what] })?.knowHow[0];
      return what ? { at, kind: one.kind, what } : null;
    }
    case 'language': {
      const what = alone({ languages: [{ ...one.what, level: one.what.level ?? 'A1' }] })?.languages[0];
      return what ? { at, kind: one.kind, what: { ...what, level: one.what.level } } : null;
    }
    case 'licence': {
      const what = alone({ licences: [one.what] })?.licences[0];
      return what ? { at, kind: one.kind, what } : null;
    }
    case 'wishes': {
      const what = alone({ wishes: one.what })?.wishes;
      return what ? { at, kind: one.kind, what } : null;
    }
    case 'limits': {
      const what = alone({ limits: one.what })?.limits;
      return what ? { at, kind: one.kind, what } : null;
    }
  }
};

/** What was found, as a profile takes it; what would not fit into one is left out. */
export const fitting = (found: readonly Found[]): Found[] => found.flatMap((one) => fitted(one) ?? []);
