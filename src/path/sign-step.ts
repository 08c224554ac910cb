import { sql } from 'kysely';
import type { Work } from '../kernel/work.ts';
import { sideOf } from './rules.ts';
import { stepHash } from './signing/step-hash.ts';
import type { StepRecord } from './steps.ts';
import type { Side } from './tables.ts';

/**
 * Signs the version of a step that is agreed to: for the side that proposed it, as of then, and for the actor's, who has read it. What both signed
 * is known by its sha256.
 */
export const signStep = async (work: Work, step: StepRecord): Promise<void> => {
  const { tx, cityId, actor, now } = work;
  const sha256 = stepHash(step);
  await sql`
    insert into step_signature (city_id, step_id, version, side, sha256, person_id, person_name, role, signed_at)
    select v.city_id, v.step_id, v.version, ${step.proposedBy}, ${sha256}::bytea, v.person_id, v.person_name, v.role, v.at
    from step_version v where v.city_id = ${cityId} and v.step_id = ${step.id} and v.version = ${step.version}
    union all
    select ${cityId}, ${step.id}::uuid, ${step.version}::int, ${sideOf(actor.role)}, ${sha256}::bytea, ${actor.personId}::uuid, ${actor.name}, ${actor.role}, ${now}::timestamptz`.execute(
    tx,
  );
};

export type StepSigned = {
  /** The version both signed. */
  version: number;
  /** The step still says just that. */
  isCurrent: boolean;
  /** In the order they signed. */
  by: { side: Side; personName: string; at: Date }[];
};

type Row = StepSigned['by'][number] & { version: number; sha256: Buffer };

/** The latest version of a step that was signed; null where none was. The caller has loaded the step. */
export const signedOf = async ({ tx, cityId }: Work, step: StepRecord): Promise<StepSigned | null> => {
  const { rows } = await sql<Row>`
    select s.side, s.person_name, s.signed_at as at, s.version, s.sha256 from step_signature s
    where s.city_id = ${cityId} and s.step_id = ${step.id}
    order by s.version desc, s.signed_at, s.side limit 2`.execute(tx);
  const [latest] = rows;
  if (!latest) return null;
  const by = rows.filter(({ version }) => version === latest.version);
  return {
    version: latest.version,
    isCurrent: stepHash(step).equals(Buffer.from(latest.sha256)),
    by: by.map(({ side, personName, at }) => ({ side, personName, at })),
  };
};
