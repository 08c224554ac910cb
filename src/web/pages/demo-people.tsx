import { useLoaderData } from 'react-router';
import type { Role } from '../../kernel/actor.ts';
import { notFound } from '../../kernel/problem.ts';
import { Page, Section, Title } from '../components/layout.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: 'anyone' };

const behind = {
  people: ['customers', 'businesses'],
  staff: ['staff'],
} as const;
type Group = (typeof behind)[keyof typeof behind][number];

const groupOf = (roles: readonly string[]): Group => {
  if (roles.includes('customer')) return 'customers';
  return roles.includes('businessContact') ? 'businesses' : 'staff';
};

export const loader = pageLoader(async ({ app, language, query, param }) => {
  if (!app.config.demo) throw notFound();
  const cityId = query.get('city') ?? 'turku';
  const door = query.get('door') === 'staff' ? 'staff' : 'people';
  const people = await app.database.acrossCities((tx) =>
    tx
      .selectFrom('demoPerson')
      .select(['subject', 'name', 'roles', 'line', 'language'])
      .where('cityId', '=', cityId)
      .where('isFeatured', '=', true)
      .orderBy('sortOrder')
      .execute(),
  );
  return {
    uid: param('uid'),
    door,
    cityId,
    cities: app.cities.all().map(({ id, name }) => ({ id, name: name[language] })),
    groups: behind[door].map((group) => ({
      group,
      people: people
        .filter(({ roles }) => groupOf(roles) === group)
        .map(({ line, ...person }) => ({ ...person, line: line[language] })),
    })),
  };
});

type Loaded = Awaited<ReturnType<typeof loader>>;

const People = ({ people }: Pick<Loaded['groups'][number], 'people'>) => {
  const { t } = useText();
  return (
    <ul className="people">
      {people.map((person) => (
        <li key={person.subject}>
          <button type="submit" name="subject" value={person.subject} className="person">
            <strong>{person.name}</strong>
            <span className="quiet">{person.roles.map((role) => t(`role.${role as Role}`)).join(', ')}</span>
            <span>{person.line}</span>
          </button>
        </li>
      ))}
    </ul>
  );
};

const OtherDoor = ({ door }: Pick<Loaded, 'door'>) => {
  const { t } = useText();
  const other = door === 'staff' ? 'people' : 'staff';
  return (
    <p>
      <a href={`/log-in/start?door=${other}`}>{t(`demoPeople.other.${other}`)}</a>
    </p>
  );
};

export default function DemoPeople() {
  const { uid, door, cityId, cities, groups } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('demoPeople.title')} lead={t('demoPeople.lead')}>
      <Title>{t('demoPeople.title')}</Title>
      <nav aria-label={t('demoPeople.cities')} className="tabs">
        <ul>
          {cities.map((city) => (
            <li key={city.id}>
              <a href={`?door=${door}&city=${city.id}`} aria-current={city.id === cityId ? 'page' : undefined}>
                {city.name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map(({ group, people }) => (
        <Section key={group} title={t(`demoPeople.${group}`)}>
          <form method="post" action={`/log-in/as/${uid}`}>
            <People people={people} />
          </form>
        </Section>
      ))}
      <OtherDoor door={door} />
    </Page>
  );
}
