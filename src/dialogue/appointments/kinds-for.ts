import { sql } from 'kysely';
import type { Work } from '../../kernel/work.ts';
import { type AppointmentKind, appointmentKinds } from './tables.ts';

/** What a new appointment with a customer can be for: a first interview only until theirs has been held, of the job search that runs. The caller has authorised it. */
export const kindsFor = async ({ tx, cityId }: Work, customerId: string): Promise<AppointmentKind[]> => {
  const { rows } = await sql<{ isHeld: boolean }>`
    select exists (select from talk t
      where t.city_id = ${cityId} and t.customer_id = ${customerId} and t.kind = 'firstInterview' and t.taken_back_at is null
        and t.held_on >= coalesce((select s.begun_on from job_search s
          where s.city_id = t.city_id and s.customer_id = t.customer_id and s.ended_on is null), '-infinity')) as is_held`.execute(
    tx,
  );
  return appointmentKinds.filter((kind) => kind !== 'firstInterview' || rows[0]?.isHeld !== true);
};
