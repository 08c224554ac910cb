import { redirect, useLoaderData } from 'react-router';
import { type Door, joinAsCustomer, joinAsCustomerInput, readJoining } from '../../kernel/join-as-customer.ts';
import { languages } from '../../kernel/languages.ts';
import { changeCapacity } from '../../kernel/login/enter.ts';
import { Problem } from '../../kernel/problem.ts';
import { Send } from '../components/actions.tsx';
import { Facts } from '../components/facts.tsx';
import { useFailure } from '../components/failures.tsx';
import { Choice, PostForm, TextInput } from '../components/form.tsx';
import { Empty, Page, Title } from '../components/layout.tsx';
import { formAction, type PageContext, type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: 'signedIn' };

const sessionOf = ({ session }: Pick<PageContext, 'session'>) => {
  if (!session) throw new Problem('notSignedIn');
  return session;
};

const doorOf = ({ app, request, requestId }: Pick<PageContext, 'app' | 'requestId'> & { request: Request }): Door => ({
  database: app.database,
  cities: app.cities,
  secrets: app.services.secrets,
  now: app.clock(),
  requestId,
  cookies: request.headers.get('cookie') ?? '',
});

export const loader = pageLoader(async (page) => {
  const { name, email, cities } = await readJoining(doorOf(page), sessionOf(page));
  const open = cities
    .filter(({ isJoined }) => !isJoined)
    .map((city) => ({ id: city.id, name: city.name[page.language] }));
  return { name, email, cities: open.sort((a, b) => a.name.localeCompare(b.name, page.language)) };
});

const labels = { cityId: 'join.city', name: 'join.name', email: 'join.email', language: 'join.language' } as const;

export const action = formAction(async (page, form) => {
  const input = form.read(joinAsCustomerInput, {
    cityId: form.text('cityId'),
    name: form.text('name'),
    email: form.text('email'),
    language: form.text('language'),
  });
  const session = sessionOf(page);
  const capacity = await joinAsCustomer(doorOf(page), session, input);
  const cookie = await changeCapacity(page.app, session, capacity);
  return redirect('/?done=joined', { status: 303, headers: { 'set-cookie': cookie } });
}, labels);

const languageNames = { fi: 'Suomi', sv: 'Svenska', en: 'English' } as const;

const JoinForm = () => {
  const { name, email, cities } = useLoaderData<typeof loader>();
  const failure = useFailure();
  const { t, language } = useText();
  return (
    <PostForm failure={failure}>
      <Choice
        name="cityId"
        label={t('join.city')}
        options={cities.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {name ? (
        <Facts facts={[{ what: t('join.name'), value: name }]} />
      ) : (
        <TextInput name="name" label={t('join.name')} autoComplete="name" />
      )}
      <TextInput
        name="email"
        label={t('join.email')}
        hint={t('join.emailHint')}
        type="email"
        autoComplete="email"
        value={email ?? ''}
      />
      <Choice
        name="language"
        label={t('join.language')}
        value={language}
        options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
      />
      <Send>{t('join.go')}</Send>
    </PostForm>
  );
};

export default function Join() {
  const { cities } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('join.title')} lead={t('join.lead')} side={<JoinSide />}>
      <Title>{t('join.title')}</Title>
      {cities.length > 0 ? <JoinForm /> : <Empty>{t('join.none')}</Empty>}
    </Page>
  );
}

const JoinSide = () => {
  const { t } = useText();
  return (
    <>
      <h2 className="aksel-heading aksel-heading--xsmall">{t('join.whatFollows')}</h2>
      <p>{t('join.follows')}</p>
      <p>{t('join.apart')}</p>
    </>
  );
};
