import { expect, test } from 'vitest';
import { allows, type Relation } from '../kernel/access/policy.ts';
import { professionalKinds, type Role, roles } from '../kernel/actor.ts';
import { stepRelations } from './step-relations.ts';
import type { ProfessionalRole } from './tables.ts';

type Case = {
  role: Role;
  isSelf: boolean;
  looksAfter: boolean;
  withRole: ProfessionalRole;
  onlyMine: boolean;
  isShown: boolean;
};

const either = [true, false];

/** Every way there is. */
const cases: Case[] = roles.flatMap((role) =>
  either.flatMap((isNear) =>
    professionalKinds.flatMap((withRole) =>
      either.flatMap((onlyMine) =>
        either.map((isShown) => ({
          ...{ role, withRole, onlyMine, isShown },
          ...{ isSelf: role === 'customer' && isNear, looksAfter: role !== 'customer' && isNear },
        })),
      ),
    ),
  ),
);

/** As it is told to a customer: written from the specification, not from the rules. */
const mayDo = ({ role, isSelf, looksAfter, withRole, onlyMine }: Case): boolean => {
  if (role === 'customer') return isSelf;
  return looksAfter && !onlyMine && role === withRole;
};

const mayRead = (one: Case): boolean => {
  if (mayDo(one)) return true;
  const { role, looksAfter, onlyMine, isShown } = one;
  return (role === 'adviser' || role === 'socialWorker') && looksAfter && isShown && !onlyMine;
};

const relationsOf = (one: Case): Relation[] => {
  const found: Relation[] = ['city'];
  if (one.isSelf) found.push('own');
  if (one.looksAfter && professionalKinds.some((kind) => kind === one.role)) found.push('caseload');
  return [...found, ...stepRelations(one.role, found, one)];
};

test(`${cases.length} generated readers and steps: read and acted on by whom the specification says`, () => {
  const wrong = cases.filter((one) => {
    const relations = relationsOf(one);
    const may = (action: 'read' | 'write' | 'answer') => allows({ role: one.role, relations, section: 'step', action });
    return may('read') !== mayRead(one) || may('write') !== mayDo(one) || may('answer') !== mayDo(one);
  });
  expect(wrong.slice(0, 5)).toEqual([]);
});
