import { z } from 'zod';
import { access } from './access/access.ts';
import { personOf } from './actor.ts';
import { mostInteger } from './numbers.ts';
import { Problem } from './problem.ts';
import type { Work } from './work.ts';

export type Account = {
  name: string;
  email: string | null;
  /** Whether a customer is written to by e-mail; null for the other roles. */
  wantsNotices: boolean | null;
  version: number;
};

const readOwn = async ({ tx, cityId, actor }: Work): Promise<Account> => {
  const row = await tx
    .selectFrom('cityPerson as p')
    .leftJoin('customer as c', (join) =>
      join.onRef('c.cityId', '=', 'p.cityId').onRef('c.personId', '=', 'p.personId').on('c.id', '=', actor.customerId),
    )
    .select(['p.name', 'p.email', 'p.version', 'c.wantsNotices'])
    .where('p.cityId', '=', cityId)
    .where('p.personId', '=', personOf(actor))
    .executeTakeFirstOrThrow();
  return { ...row, wantsNotices: row.wantsNotices ?? null };
};

/** The actor's own line in the city's register. */
export const readAccount = async (work: Work): Promise<Account> => {
  const { customerId } = work.actor;
  access.authorise(work, { section: 'account', action: 'read', why: 'own account', relations: ['own'], customerId });
  return readOwn(work);
};

/** An address to write to; none is fine. */
export const emailInput = z
  .string()
  .trim()
  .max(200, 'form.tooLong')
  .refine((text) => text === '' || z.email().safeParse(text).success, 'form.email')
  .transform((text) => text || null)
  .nullable();

export const accountInput = z.object({
  email: emailInput,
  /** Of a customer; null leaves it as it is, and is all there is for the other roles. */
  wantsNotices: z.boolean().nullable(),
});

export const saveAccountInput = accountInput.extend({ version: z.number().int().max(mostInteger) });

/** Changes where the actor is written to. Throws changedMeanwhile when somebody saved after `version`. */
export const saveAccount = async (
  work: Work,
  input: z.infer<typeof saveAccountInput>,
): Promise<{ version: number }> => {
  const { tx, cityId, actor } = work;
  const { customerId } = actor;
  access.authorise(work, { section: 'account', action: 'write', why: 'own account', relations: ['own'], customerId });
  const saved = await tx
    .updateTable('cityPerson')
    .set({ email: input.email, version: input.version + 1 })
    .where('cityId', '=', cityId)
    .where('personId', '=', personOf(actor))
    .where('version', '=', input.version)
    .returning('version')
    .executeTakeFirst();
  if (!saved) throw new Problem('changedMeanwhile', { current: await readOwn(work) });
  if (customerId && input.wantsNotices !== null)
    await tx
      .updateTable('customer')
      .set({ wantsNotices: input.wantsNotices })
      .where('cityId', '=', cityId)
      .where('id', '=', customerId)
      .execute();
  return { version: saved.version };
};
