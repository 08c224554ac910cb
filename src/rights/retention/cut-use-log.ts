import type pg from 'pg';
import type { RetentionPlace } from './rules-in-force.ts';

/** By the city's own term, else the one that holds everywhere. */
const cutFrom = `select now_at - (coalesce(
    (select value from city_term where city_id = $1 and name = 'keepUseLogDays' and from_on <= $3 order by from_on desc limit 1),
    (select value from term where name = 'keepUseLogDays' and from_on <= $3 order by from_on desc limit 1)) || ' days')::interval as before
  from (select $2::timestamptz as now_at) asked`;

/** The last of the sealed rows that are all older: where the chain is cut. */
const lastOld = `select s.seq, s.hash from use_log_seal s
  where s.city_id = $1 and s.seq < coalesce(
    (select min(y.seq) from use_log_seal y join use_log l on l.city_id = y.city_id and l.id = y.log_id
      where y.city_id = $1 and l.at >= $2),
    (select max(z.seq) + 1 from use_log_seal z where z.city_id = $1))
  order by s.seq desc limit 1`;

/**
 * Takes the oldest rows of a city's use log whose time is over, and writes down where the chain now begins, so that a walk through it still finds a changed
 * row. Only the owner of the tables can: `client` is theirs. Returns how many rows went.
 */
export const cutUseLog = async (client: pg.Client, { cityId, now, today }: RetentionPlace): Promise<number> => {
  await client.query('begin');
  try {
    await client.query("select set_config('app.city', $1, true)", [cityId]);
    await client.query("select pg_advisory_xact_lock(hashtext('seal ' || $1))", [cityId]);
    const { rows: cut } = await client.query<{ before: Date }>(cutFrom, [cityId, now, today]);
    const { rows: last } = await client.query<{ seq: number; hash: Buffer }>(lastOld, [cityId, cut[0]?.before]);
    const [at] = last;
    if (!at) {
      await client.query('commit');
      return 0;
    }
    await client.query('insert into use_log_cut (city_id, seq, hash) values ($1, $2, $3)', [cityId, at.seq, at.hash]);
    const gone = await client.query(
      `with seals as (delete from use_log_seal where city_id = $1 and seq <= $2 returning log_id)
       delete from use_log l using seals where l.city_id = $1 and l.id = seals.log_id`,
      [cityId, at.seq],
    );
    await client.query('commit');
    return gone.rowCount ?? 0;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
};
