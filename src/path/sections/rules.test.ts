import { expect, test } from 'vitest';
import { allows, type Relation } from '../../kernel/access/policy.ts';
import { type Role, roles } from '../../kernel/actor.ts';
import { type SectionKey, sectionKeys } from '../kinds/tables.ts';
import { crossingTo, isCommon, sectionRelations } from './rules.ts';
import { type SectionOwner, type SectionViewer, sectionOwners, sectionViewers } from './tables.ts';

const byLaw: SectionKey[] = ['services', 'others'];
const laws = {
  employment: { parties: ['customer', 'employment'], crosses: [] },
  joint: { parties: ['customer', 'employment', 'wellbeing'], crosses: byLaw },
  // No such kind is there: a law that names contents for an authority that is no party shows them to nobody.
  alone: { parties: ['customer', 'employment'], crosses: byLaw },
  activation: { parties: ['customer', 'employment', 'wellbeing'], crosses: [] },
} as const;

type Law = keyof typeof laws;
type Case = {
  role: Role;
  looksAfter: boolean;
  isSelf: boolean;
  owner: SectionOwner;
  key: SectionKey | null;
  isEmpty: boolean;
  shownTo: SectionViewer[];
  law: Law;
};

/** Every way there is. */
const cases: Case[] = roles.flatMap((role) =>
  [true, false].flatMap((looksAfter) =>
    sectionOwners.flatMap((owner) =>
      [...sectionKeys, null].flatMap((key) =>
        [true, false].flatMap((isEmpty) =>
          [[], ['employment'], ['wellbeing'], [...sectionViewers]].flatMap((shownTo) =>
            (Object.keys(laws) as Law[]).map((law) => ({
              ...{ role, looksAfter, isSelf: role === 'customer' && looksAfter, owner, key, isEmpty },
              ...{ shownTo: shownTo as SectionViewer[], law },
            })),
          ),
        ),
      ),
    ),
  ),
);

/** Who reads a section, as it is told to a customer: written from the specification, not from the rules. */
const mayRead = ({ role, looksAfter, isSelf, owner, key, isEmpty, shownTo, law }: Case): boolean => {
  if (role === 'customer') return isSelf;
  if (role !== 'adviser' && role !== 'socialWorker') return false;
  if (!looksAfter) return false;
  const side = role === 'adviser' ? 'employment' : 'wellbeing';
  if (owner === side) return true;
  if (isEmpty) return false;
  if (shownTo.includes(side)) return true;
  // By law only what the other authority itself wrote into a plan that is both's, and only what the law names.
  return owner !== 'customer' && law === 'joint' && (key === 'services' || key === 'others');
};

const mayWrite = ({ role, looksAfter, isSelf, owner }: Case): boolean =>
  (role === 'customer' && isSelf && owner === 'customer') ||
  (looksAfter && role === 'adviser' && owner === 'employment') ||
  (looksAfter && role === 'socialWorker' && owner === 'wellbeing');

const relationsOf = (one: Case): Relation[] => {
  const found: Relation[] = ['city'];
  if (one.role === 'customer' ? one.isSelf : one.looksAfter) found.push(one.role === 'customer' ? 'own' : 'caseload');
  const section = { owner: one.owner, key: one.key, text: one.isEmpty ? '' : 'x', shownTo: one.shownTo };
  return [...found, ...sectionRelations(one.role, found, section, laws[one.law])];
};

test(`${cases.length} generated readers and sections: read, written and chosen for by whom the specification says`, () => {
  const wrong = cases.filter((one) => {
    const relations = relationsOf(one);
    const may = (action: 'read' | 'write' | 'answer') =>
      allows({ role: one.role, relations, section: 'planSection', action });
    return may('read') !== mayRead(one) || may('write') !== mayWrite(one) || may('answer') !== one.isSelf;
  });
  expect(wrong.slice(0, 5)).toEqual([]);
});

const told = { key: 'services', text: 'Velkaneuvonta alkaa.', shownTo: [] } as const;

test.each([
  ['the customer’s own words cross by no law', { ...told, owner: 'customer' }, 'wellbeing', null],
  ['what the adviser wrote of services crosses by law', { ...told, owner: 'employment' }, 'wellbeing', 'law'],
  ['and what the social worker did', { ...told, owner: 'wellbeing' }, 'employment', 'law'],
  ['a health matter does not', { ...told, key: 'health', owner: 'wellbeing' }, 'employment', null],
  ['nor what has a title of its own', { ...told, key: null, owner: 'wellbeing' }, 'employment', null],
  [
    'unless the customer consents',
    { ...told, key: 'health', owner: 'wellbeing', shownTo: ['employment'] },
    'employment',
    'consent',
  ],
  ['what was emptied crosses nowhere', { ...told, text: '', owner: 'wellbeing' }, 'employment', null],
  ['nobody crosses to themselves', { ...told, owner: 'wellbeing' }, 'wellbeing', null],
] as const)('%s', (_name, section, viewer, expected) => {
  expect(crossingTo(viewer, section, laws.joint)).toBe(expected);
});

test('a part of the plan is what every side that writes in it sees', () => {
  const mine = { ...told, owner: 'customer' } as const;
  expect(isCommon(mine, laws.employment)).toBe(false);
  expect(isCommon({ ...mine, shownTo: ['employment'] }, laws.employment)).toBe(true);
  expect(isCommon({ ...mine, shownTo: ['employment'] }, laws.joint)).toBe(false);
  expect(isCommon({ ...mine, shownTo: ['employment', 'wellbeing'] }, laws.joint)).toBe(true);
  expect(isCommon({ ...told, owner: 'employment' }, laws.activation)).toBe(false);
  expect(isCommon({ ...told, owner: 'employment' }, laws.joint)).toBe(true);
});
