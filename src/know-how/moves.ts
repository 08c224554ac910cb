import { sql } from 'kysely';
import type { Move, MoveSource } from '../kernel/move.ts';
import type { Work } from '../kernel/work.ts';
import { questionMoves } from './ask-back/moves.ts';
import { bringMoves } from './bring/moves.ts';
import { toldLanguages } from './profile/told-languages.ts';
import { vouchingMoves } from './vouching/moves.ts';

type Waiting = {
  suggestions: number;
  kept: number;
  stories: number;
  storyId: string | null;
  hasLimits: boolean;
  since: Date;
};

/** One query: how much waits, in which story, since when; or that nothing has been told yet, of know-how or of limits. */
const readWaiting = async (work: Work): Promise<Waiting | undefined> => {
  const { rows } = await sql<Waiting>`
    select coalesce(k.suggestions, 0)::int as suggestions, coalesce(k.kept, 0)::int as kept, t.stories, t.story_id as "storyId",
      c.work_hours is not null or ${toldLanguages} <> '{}' as "hasLimits", coalesce(t.since, c.created_at) as since
    from customer c
    left join lateral (
      select count(*) filter (where state = 'suggested') as suggestions, count(*) filter (where state = 'kept') as kept
      from know_how where city_id = c.city_id and customer_id = c.id) k on true
    left join lateral (
      select count(*)::int as stories, min(changed_at) filter (where waits) as since,
        (array_agg(id order by changed_at) filter (where waits))[1] as story_id
      from (
        select s.id, s.changed_at, exists (
          select from know_how h where h.city_id = c.city_id and h.customer_id = c.id and h.story_id = s.id and h.state = 'suggested') as waits
        from story s where s.city_id = c.city_id and s.customer_id = c.id) told) t on true
    where c.city_id = ${work.cityId} and c.id = ${work.actor.customerId} and c.deleted_at is null`.execute(work.tx);
  return rows[0];
};

const aboutKnowHow = ({ suggestions, kept, stories, storyId, since }: Waiting): Move[] => {
  const rest = { since, untilOn: null, who: { kind: 'tuttu' } } as const;
  if (suggestions > 0 && storyId)
    return [{ kind: 'suggestions', values: { count: suggestions }, path: `/know-how/stories/${storyId}`, ...rest }];
  return kept === 0 && stories === 0 ? [{ kind: 'tellStory', values: {}, path: '/know-how', ...rest }] : [];
};

const aboutLimits = ({ hasLimits, since }: Waiting): Move[] =>
  hasLimits ? [] : [{ kind: 'tellLimits', values: {}, path: '/limits', since, untilOn: null, who: { kind: 'tuttu' } }];

const customerMoves = async (work: Work): Promise<Move[]> => {
  const waiting = await readWaiting(work);
  const asked = (await vouchingMoves.customer?.(work)) ?? [];
  if (!waiting) return [];
  const told = aboutKnowHow(waiting);
  // One thing of know-how at a time: what was found waits first, then what is asked.
  const questions = told.length > 0 ? [] : await questionMoves(work);
  const brought = await bringMoves(work);
  return [...asked, ...brought, ...told, ...questions, ...aboutLimits(waiting)];
};

/**
 * What waits for a customer here: what others said or things completed show, documents that have been read, suggestions to look at, the first story to tell or questions about the last, and their
 * limits where none are told. For an adviser: what they were asked to vouch for.
 */
export const knowHowMoves: MoveSource = { ...vouchingMoves, customer: customerMoves };
