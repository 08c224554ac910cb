import type { Tx } from '../database.ts';
import type { Language } from '../languages.ts';
import { withSecret } from '../notices.ts';
import type { Secrets } from '../secrets.ts';

export type Text = {
  id: string;
  name: string;
  toNumber: string;
  language: Language;
  text: string;
  createdAt: Date;
  sentAt: Date | null;
};

/** The demo's telephone: what would have been sent to whose, newest first. Never served outside the demo. */
export const readPhoneBox = async (
  tx: Tx,
  secrets: Secrets,
  { cityId, limit, offset }: { cityId: string; limit: number; offset: number },
): Promise<{ texts: Text[]; total: number }> => {
  const all = tx.selectFrom('sms as s').where('s.cityId', '=', cityId);
  const { total } = await all.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await all
    .innerJoin('cityPerson as p', (join) =>
      join.onRef('p.cityId', '=', 's.cityId').onRef('p.personId', '=', 's.personId'),
    )
    .select(['s.id', 'p.name', 's.toNumber', 's.language', 's.text', 's.secretSealed', 's.createdAt', 's.sentAt'])
    .orderBy('s.createdAt', 'desc')
    .orderBy('s.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const texts = rows.map(({ secretSealed, ...row }) => ({
    ...row,
    text: withSecret(secrets, { body: row.text, secretSealed }),
  }));
  return { texts, total };
};
