import { sql } from 'kysely';
import { dayIn } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Handling } from '../../kernel/notices.ts';
import { countNextTalks } from './count-next.ts';
import { readModels } from './models.ts';
import { type TalkKind, type TalkWay, talkKinds } from './tables.ts';

type Held = {
  customerId: string;
  kind: string;
  way: TalkWay;
  startsAt: Date;
  byId: string;
  byName: string;
  timeZone: string;
  modelId: string | null;
  begunOn: string | null;
};

const isTalkKind = (kind: string): kind is TalkKind => talkKinds.some((one) => one === kind);

/** An adviser's appointment that was held, and the latest job search of its customer. */
const findHeld = async ({ tx, cityId }: Handling, appointmentId: string): Promise<Held | undefined> => {
  const { rows } = await sql<Held>`
    select a.customer_id, a.kind, a.way, a.starts_at, a.professional_id as by_id, p.name as by_name, c.time_zone, j.model_id, j.begun_on
    from appointment a
    join city c on c.id = a.city_id
    join city_person p on p.city_id = a.city_id and p.person_id = a.professional_id
    left join lateral (select s.model_id, s.begun_on from job_search s where s.city_id = a.city_id and s.customer_id = a.customer_id
      order by s.begun_on desc, s.written_at desc limit 1) j on true
    where a.city_id = ${cityId} and a.id = ${appointmentId} and a.state = 'held' and a.role = 'adviser'`.execute(tx);
  return rows[0];
};

/**
 * A talk the law asks for was held at an appointment: it is written down as if by hand, once. One of another kind, before the job search, or another way than the model
 * wants is left for the adviser, who knows why.
 */
export const appointmentHeld = async (
  handling: Handling,
  { appointmentId = '' }: Record<string, string>,
): Promise<void> => {
  const held = await findHeld(handling, appointmentId);
  if (!held || !isTalkKind(held.kind) || held.modelId === null || held.begunOn === null) return;
  const { kind, way: how, customerId, byId, byName } = held;
  const heldOn = dayIn(held.timeZone, held.startsAt);
  const model = (await readModels(handling.tx)).get(held.modelId);
  const wantsInPerson = model?.rules.some((rule) => rule.kind === kind && rule.inPerson) ?? false;
  if (heldOn < held.begunOn || (wantsInPerson && how !== 'inPerson')) return;
  const { tx, cityId, now: at } = handling;
  await tx
    .insertInto('talk')
    .values({ cityId, id: newId(), customerId, kind, heldOn, how, howWhy: '', byId, byName, at })
    .onConflict((conflict) => conflict.columns(['cityId', 'customerId', 'heldOn', 'kind']).doNothing())
    .execute();
  await countNextTalks(tx, { cityId, today: dayIn(held.timeZone, at) }, [customerId]);
};
