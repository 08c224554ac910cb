import { redirect, useActionData, useLoaderData } from 'react-router';
import { capacitiesOf } from '../../kernel/capacities.ts';
import { dayIn } from '../../kernel/clock.ts';
import { joinAsCustomer, joinAsCustomerInput, knownElsewhere, openTold } from '../../kernel/join-as-customer.ts';
import { languages } from '../../kernel/languages.ts';
import { changeCapacity } from '../../kernel/login/enter.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import { Send } from '../components/actions.tsx';
import { Facts } from '../components/facts.tsx';
import { Choice, PostForm, TextInput } from '../components/form.tsx';
import { Empty, Page, Title } from '../components/layout.tsx';
import { type FormFailure, formAction, type PageContext, type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: 'signedIn' };

type Asking = Pick<PageContext, 'app' | 'session'> & { request: Request };

const sessionOf = ({ session }: Asking) => {
  if (!session) throw new Problem('notSignedIn');
  return session;
};

/** What the identification or another city says of the person; a name from there is not asked again. */
const toldOf = async (page: Asking) => {
  const { personId } = sessionOf(page);
  const { services, database } = page.app;
  return (
    openTold(services.secrets, page.request.headers.get('cookie') ?? '', personId) ??
    (await knownElsewhere(database, personId))
  );
};

const citiesToJoin = async (page: Asking) => {
  const today = dayIn('Europe/Helsinki', page.app.clock());
  const capacities = await capacitiesOf(page.app.database, sessionOf(page).personId, today);
  const joined = capacities.filter(({ role }) => role === 'customer').map(({ cityId }) => cityId);
  return page.app.cities.all().filter((city) => !joined.includes(city.id));
};

export const loader = pageLoader(async (page) => {
  const told = await toldOf(page);
  const cities = (await citiesToJoin(page)).map(({ id, name }) => ({ id, name: name[page.language] }));
  return { told, cities: cities.sort((a, b) => a.name.localeCompare(b.name, page.language)) };
});

export const action = formAction(async (page, form) => {
  const told = await toldOf(page);
  const input = form.read(joinAsCustomerInput, {
    cityId: form.text('cityId'),
    name: told?.name || form.text('name'),
    email: form.text('email'),
    language: form.text('language'),
  });
  const city = (await citiesToJoin(page)).find(({ id }) => id === input.cityId);
  if (!city) throw badField('cityId', 'form.choose');
  const session = sessionOf(page);
  const { database, clock } = page.app;
  const outside = { database, now: clock(), timeZone: city.timeZone, requestId: page.requestId };
  const capacity = await joinAsCustomer(outside, session, input);
  const cookie = await changeCapacity(page.app, session, capacity);
  return redirect('/?done=joined', { status: 303, headers: { 'set-cookie': cookie } });
});

const languageNames = { fi: 'Suomi', sv: 'Svenska', en: 'English' } as const;

const JoinForm = () => {
  const { told, cities } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const { t, language } = useText();
  return (
    <PostForm failure={failure}>
      <Choice
        name="cityId"
        label={t('join.city')}
        options={cities.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {told?.name ? (
        <Facts facts={[{ what: t('join.name'), value: told.name }]} />
      ) : (
        <TextInput name="name" label={t('join.name')} autoComplete="name" />
      )}
      <TextInput
        name="email"
        label={t('join.email')}
        hint={t('join.emailHint')}
        type="email"
        autoComplete="email"
        value={told?.email ?? ''}
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
