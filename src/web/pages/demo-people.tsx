import { useLoaderData } from 'react-router';
import type { Role } from '../../kernel/actor.ts';
import { notFound } from '../../kernel/problem.ts';
import { Page, Title } from '../components/layout.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: 'anyone' };

export const loader = pageLoader(async ({ app, language, query, param }) => {
  if (!app.config.demo) throw notFound();
  const cityId = query.get('city') ?? 'turku';
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
    cityId,
    cities: app.cities.all().map(({ id, name }) => ({ id, name: name[language] })),
    people: people.map(({ line, ...person }) => ({ ...person, line: line[language] })),
  };
});

export default function DemoPeople() {
  const { uid, cityId, cities, people } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('demoPeople.title')} lead={t('demoPeople.lead')}>
      <Title>{t('demoPeople.title')}</Title>
      <nav aria-label={t('demoPeople.cities')} className="tabs">
        <ul>
          {cities.map((city) => (
            <li key={city.id}>
              <a href={`?city=${city.id}`} aria-current={city.id === cityId ? 'page' : undefined}>
                {city.name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form method="post" action={`/log-in/as/${uid}`}>
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
      </form>
    </Page>
  );
}
