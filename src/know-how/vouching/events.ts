import { sql } from 'kysely';
import type { Language } from '../../kernel/languages.ts';
import type { EventHandlers, Handling } from '../../kernel/notices.ts';
import { nameInLetter } from '../../kernel/words.ts';
import { linkHash, linkPath, newLinkSecret } from './link.ts';

type Told = {
  customerPersonId: string;
  askedName: string;
  voucherName: string;
  nameShown: string;
  letterEmail: string | null;
  adviserId: string | null;
  language: Language;
  isAsked: boolean;
  isStanding: boolean;
};

/** The request as it stands now, with who may hear of it. */
const findTold = async ({ tx, cityId, now }: Handling, requestId: string): Promise<Told | undefined> => {
  const { rows } = await sql<Told>`
    select c.person_id as customer_person_id, r.asked_name, r.voucher_name, r.name_shown, r.letter_email, r.adviser_id, r.language,
      r.asked_at is not null and r.answered_at is null and r.ended_at is null and r.open_until > ${now} as is_asked,
      exists (select from vouching v where v.city_id = r.city_id and v.request_id = r.id
        and v.state in ('offered', 'accepted', 'left', 'removed')) as is_standing
    from vouch_request r
    join customer c on c.city_id = r.city_id and c.id = r.customer_id and c.deleted_at is null
    where r.city_id = ${cityId} and r.id = ${requestId}`.execute(tx);
  return rows[0];
};

/** Writes the letter with a link made for it; the link before, if there was one, opens no more. */
const writeLink = async (
  handling: Handling,
  { requestId, kind, told }: { requestId: string; kind: 'vouchAsked' | 'vouchLink'; told: Told },
): Promise<void> => {
  const { tx, cityId } = handling;
  if (told.letterEmail === null) return;
  const secret = newLinkSecret(cityId);
  await tx
    .updateTable('vouchRequest')
    .set({ secretHash: linkHash(secret) })
    .where('cityId', '=', cityId)
    .where('id', '=', requestId)
    .execute();
  await handling.writeLetter({
    toName: told.voucherName || told.askedName,
    toAddress: told.letterEmail,
    language: told.language,
    kind,
    values: { name: nameInLetter(told.nameShown) },
    path: (shown) => linkPath(shown, told.language),
    secret,
  });
};

const vouchAsked = async (handling: Handling, { requestId = '' }: Record<string, string>): Promise<void> => {
  const told = await findTold(handling, requestId);
  if (told?.isAsked) await writeLink(handling, { requestId, kind: 'vouchAsked', told });
};

/** Somebody lost their link: they get a new one, where there is still something to answer or take back. */
const vouchLinkLost = async (handling: Handling, { requestId = '' }: Record<string, string>): Promise<void> => {
  const told = await findTold(handling, requestId);
  if (told && (told.isAsked || told.isStanding)) await writeLink(handling, { requestId, kind: 'vouchLink', told });
};

const vouchAskedAdviser = async (handling: Handling, { requestId = '' }: Record<string, string>): Promise<void> => {
  const told = await findTold(handling, requestId);
  if (!told?.isAsked || told.adviserId === null) return;
  await handling.notify({
    personId: told.adviserId,
    kind: 'vouchAskedAdviser',
    values: {},
    path: `/vouching/${requestId}`,
  });
};

/** Mails say that an answer came, and where; what it says stays in Tuttu. */
const tellCustomer =
  (kind: 'vouchAnswered' | 'vouchOffered' | 'vouchWithdrawn') =>
  async (handling: Handling, { requestId = '' }: Record<string, string>): Promise<void> => {
    const told = await findTold(handling, requestId);
    if (!told) return;
    const values = { name: told.askedName };
    await handling.notify({
      personId: told.customerPersonId,
      kind,
      values,
      path: `/know-how/vouching/${requestId}`,
    });
  };

export const vouchingEvents: EventHandlers = {
  vouchAsked,
  vouchLinkLost,
  vouchAskedAdviser,
  vouchAnswered: tellCustomer('vouchAnswered'),
  vouchOffered: tellCustomer('vouchOffered'),
  vouchWithdrawn: tellCustomer('vouchWithdrawn'),
};
