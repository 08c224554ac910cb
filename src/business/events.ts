import type { EventHandlers, Handling } from '../kernel/notices.ts';

type Published = { title: string; businessName: string };

const findPublished = ({ tx, cityId }: Handling, challengeId: string): Promise<Published | undefined> =>
  tx
    .selectFrom('challenge as c')
    .innerJoin('business as b', (join) => join.onRef('b.cityId', '=', 'c.cityId').onRef('b.id', '=', 'c.businessId'))
    .select(['c.title', 'b.name as businessName'])
    .where('c.cityId', '=', cityId)
    .where('c.id', '=', challengeId)
    .where('c.deletedAt', 'is', null)
    .executeTakeFirst();

const findAdvisers = ({ tx, cityId, now }: Handling) =>
  tx
    .selectFrom('roleAssignment')
    .select('personId')
    .distinct()
    .where('cityId', '=', cityId)
    .where('role', '=', 'businessAdviser')
    .where('fromOn', '<=', now.toISOString().slice(0, 10))
    .where((when) => when.or([when('toOn', 'is', null), when('toOn', '>', now.toISOString().slice(0, 10))]))
    .execute();

/** The city's business advisers hear that one of their businesses asks for people. */
const challengePublished = async (handling: Handling, { challengeId = '' }: Record<string, string>): Promise<void> => {
  const published = await findPublished(handling, challengeId);
  if (!published) return;
  const { title, businessName: business } = published;
  for (const { personId } of await findAdvisers(handling))
    await handling.notify({
      personId,
      kind: 'challengePublished',
      values: { title, business },
      path: `/challenges/${challengeId}`,
    });
};

export const businessEvents: EventHandlers = { challengePublished };
