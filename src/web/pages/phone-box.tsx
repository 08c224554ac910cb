import { useLoaderData } from 'react-router';
import { notFound } from '../../kernel/problem.ts';
import { readPhoneBox } from '../../kernel/sms/phone-box.ts';
import { Send } from '../components/actions.tsx';
import { Pick, SearchForm } from '../components/form.tsx';
import { Empty, Page, Title } from '../components/layout.tsx';
import { Pager, pageNumber, pageSize } from '../components/pager.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: 'anyone' };

export const loader = pageLoader(async ({ app, session, language, query }) => {
  // Shows everybody's text messages of made-up people; where people are real there is no such page.
  if (!app.config.demo) throw notFound();
  const cities = app.cities.all().map(({ id, name }) => ({ id, name: name[language] }));
  const asked = query.get('city') ?? session?.actor?.cityId ?? 'turku';
  const cityId = cities.find(({ id }) => id === asked)?.id ?? cities[0]?.id;
  const page = pageNumber(query);
  if (!cityId) return { cities, cityId: '', page, texts: [], total: 0 };
  const found = await app.database.inCity(cityId, (tx) =>
    readPhoneBox(tx, app.services.secrets, { cityId, limit: pageSize, offset: (page - 1) * pageSize }),
  );
  return { cities, cityId, page, ...found };
});

export default function PhoneBox() {
  const { cities, cityId, texts, page, total } = useLoaderData<typeof loader>();
  const { t, time } = useText();
  return (
    <Page title={t('phoneBox.title')} lead={t('phoneBox.lead')}>
      <Title>{t('phoneBox.title')}</Title>
      <SearchForm>
        <Pick
          name="city"
          label={t('demoPeople.cities')}
          value={cityId}
          options={cities.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Send kind="secondary">{t('list.show')}</Send>
      </SearchForm>
      {texts.length === 0 ? <Empty>{t('phoneBox.none')}</Empty> : null}
      <ul className="mails">
        {texts.map((text) => (
          <li key={text.id}>
            <span className="words" lang={text.language}>
              {text.text}
            </span>
            <span className="quiet">
              {t('phoneBox.line', { name: text.name, number: text.toNumber, at: time(text.createdAt) })}
            </span>
          </li>
        ))}
      </ul>
      <Pager page={page} total={total} />
      <p>
        <a href={`/mailbox?city=${cityId}`}>{t('mailbox.title')}</a>
      </p>
    </Page>
  );
}
