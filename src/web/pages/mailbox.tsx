import { useLoaderData } from 'react-router';
import { isId } from '../../kernel/ids.ts';
import { readMailbox, readMailboxPeople } from '../../kernel/mailbox.ts';
import { notFound } from '../../kernel/problem.ts';
import { Send } from '../components/actions.tsx';
import { Pick, SearchForm } from '../components/form.tsx';
import { Empty, Page, Title } from '../components/layout.tsx';
import { Pager, pageNumber, pageSize } from '../components/pager.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: 'anyone' };

export const loader = pageLoader(async ({ app, session, language, query }) => {
  // Shows everybody's mail of made-up people; where people are real there is no such page.
  if (!app.config.demo) throw notFound();
  const cities = app.cities.all().map(({ id, name }) => ({ id, name: name[language] }));
  const asked = query.get('city') ?? session?.actor?.cityId ?? 'turku';
  const cityId = cities.find(({ id }) => id === asked)?.id ?? cities[0]?.id;
  if (!cityId) return { cities, cityId: '', personId: '', page: 1, people: [], mails: [], total: 0 };
  const page = pageNumber(query);
  const person = query.get('person');
  const personId = isId(person) ? person : null;
  return app.database.inCity(cityId, async (tx) => ({
    cities,
    cityId,
    personId: personId ?? '',
    page,
    people: await readMailboxPeople(tx, cityId),
    ...(await readMailbox(tx, { cityId, personId, limit: pageSize, offset: (page - 1) * pageSize })),
  }));
});

const Filter = () => {
  const { cityId, cities, personId, people } = useLoaderData<typeof loader>();
  const { t } = useText();
  const everybody = { value: '', label: t('mailbox.everybody') };
  return (
    <SearchForm>
      <Pick
        name="city"
        label={t('demoPeople.cities')}
        value={cityId}
        options={cities.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Pick
        name="person"
        label={t('mailbox.to')}
        value={personId}
        options={[everybody, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Send kind="secondary">{t('list.show')}</Send>
    </SearchForm>
  );
};

export default function Mailbox() {
  const { cityId, mails, page, total } = useLoaderData<typeof loader>();
  const { t, time } = useText();
  return (
    <Page title={t('mailbox.title')} lead={t('mailbox.lead')}>
      <Title>{t('mailbox.title')}</Title>
      <Filter />
      {mails.length === 0 ? <Empty>{t('mailbox.none')}</Empty> : null}
      <ul className="mails">
        {mails.map((mail) => (
          <li key={mail.id}>
            <a href={`/mailbox/${cityId}/${mail.id}`} className="move__what" lang={mail.language}>
              {mail.subject}
            </a>
            <span className="quiet">{t('mailbox.line', { name: mail.name, at: time(mail.createdAt) })}</span>
          </li>
        ))}
      </ul>
      <Pager page={page} total={total} />
      <p>
        <a href={`/phone-box?city=${cityId}`}>{t('phoneBox.title')}</a>
      </p>
    </Page>
  );
}
