import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../kernel/access/access.ts';
import { type ProfessionalKind, professionalKinds } from '../kernel/actor.ts';
import { type GivenFile, keepFile } from '../kernel/files/keep-file.ts';
import { newId } from '../kernel/ids.ts';
import { badField, Problem } from '../kernel/problem.ts';
import { line, words } from '../kernel/words.ts';
import type { Work } from '../kernel/work.ts';
import { professionalsOf } from './appointments/professionals.ts';
import { addMessage } from './write-message.ts';

const opened = z.object({
  subject: line(120),
  text: words(4000),
  /** What it is about, beside its subject: one of the two at most. */
  stepId: z.uuid().nullable().default(null),
  challengeId: z.uuid().nullable().default(null),
});

export const threadOfMineInput = opened.extend({ with: z.enum(professionalKinds) });
export const threadWithCustomerInput = opened.extend({ wantsReceipt: z.boolean().optional() });

type About = Pick<z.infer<typeof opened>, 'stepId' | 'challengeId'>;

/** A step that the two of them agree on; or a challenge the customer said yes to. */
const isAboutTheirs = async ({ tx, cityId }: Work, customerId: string, role: ProfessionalKind, about: About) => {
  if (about.stepId !== null) {
    const { rows } =
      await sql`select from step where city_id = ${cityId} and id = ${about.stepId} and customer_id = ${customerId}
      and not only_mine and with_role = ${role}`.execute(tx);
    return rows.length > 0 && about.challengeId === null;
  }
  if (about.challengeId === null) return true;
  const { rows } = await sql`select from answer where city_id = ${cityId} and challenge_id = ${about.challengeId}
    and customer_id = ${customerId} and answer = 'yes' and ${role} = 'adviser'`.execute(tx);
  return rows.length > 0;
};

/** A file that goes along with the first message; more can be attached in the thread. */
type Along = { file?: GivenFile | null };

type Opening = z.infer<typeof opened> & { role: ProfessionalKind; wantsReceipt?: boolean } & Along;

const open = async (work: Work, customerId: string, input: Opening): Promise<{ id: string }> => {
  const { tx, cityId, now } = work;
  const { role, subject, stepId, challengeId } = input;
  if (!(await isAboutTheirs(work, customerId, role, input))) throw badField('about', 'dialogue.new.about.gone');
  const id = newId();
  await tx
    .insertInto('thread')
    .values({
      ...{ cityId, id, customerId, businessId: null, role, subject },
      stepId,
      challengeId,
      createdAt: now,
      latestAt: now,
    })
    .execute();
  const fileIds = input.file ? [(await keepFile(work, { ...input.file, customerId: null })).id] : [];
  await addMessage(work, { id, customerId, role }, { ...input, fileIds });
  return { id };
};

/**
 * Opens a thread of the customer's own with who looks after them as adviser or as social worker, with its first message. Throws notNow when nobody does,
 * badInput (`about`) for a step or challenge that is not theirs to tell of, or (`file`) for a file that is not taken, tooMany.
 */
export const openThreadOfMine = async (
  work: Work,
  input: z.infer<typeof threadOfMineInput> & Along,
): Promise<{ id: string }> => {
  const me = await access.self(work, { section: 'messages', action: 'write', why: 'began a conversation' });
  const theirs = await professionalsOf(work, me.id);
  if (!theirs.some(({ role }) => role === input.with)) throw new Problem('notNow');
  return open(work, me.id, { ...input, role: input.with });
};

/** Opens a thread with a customer of the professional's caseload, in the role acted in. Throws notFound, badInput as above. */
export const openThreadWithCustomer = async (
  work: Work,
  { customerId, ...input }: z.infer<typeof threadWithCustomerInput> & Along & { customerId: string },
): Promise<{ id: string }> => {
  const role = professionalKinds.find((kind) => kind === work.actor.role);
  if (!role) throw new Problem('notYourRole');
  const customer = await access.customer(work, customerId, {
    section: 'messages',
    action: 'write',
    why: 'began a conversation',
  });
  return open(work, customer.id, { ...input, role });
};
