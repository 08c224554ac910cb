import { useLoaderData } from 'react-router';
import { readAccount, saveAccount, saveAccountInput } from '../../kernel/account.ts';
import { capacitiesOf } from '../../kernel/capacities.ts';
import { dayIn } from '../../kernel/clock.ts';
import { Send } from '../components/actions.tsx';
import { Capacities, nameCapacities } from '../components/capacities.tsx';
import { useFailure } from '../components/failures.tsx';
import { BothVersions, PostForm, TextInput, Tick } from '../components/form.tsx';
import { Page, Section, Title } from '../components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: 'signedIn' };

export const loader = pageLoader(async (page) => {
  const { app, session, city, language } = page;
  const actor = session?.actor ?? null;
  const today = dayIn('Europe/Helsinki', app.clock());
  const capacities = nameCapacities(
    await capacitiesOf(app.database, session?.personId ?? '', today),
    app.cities,
    language,
  );
  const current = actor ? [actor.cityId, actor.role, actor.businessId ?? ''].join(':') : '';
  return {
    acting: actor ? { name: actor.name, role: actor.role, city: city?.name[language] ?? '' } : null,
    account: actor ? await page.run(readAccount, undefined) : null,
    others: capacities.filter(({ key }) => key !== current),
  };
});

const labels = { email: 'account.email' } as const;

export const action = formAction(async (page, form) => {
  const input = { email: form.text('email'), wantsNotices: form.has('wantsNotices'), version: form.version };
  await page.run(saveAccount, form.read(saveAccountInput, input));
  return goTo('/my-account', 'saved');
}, labels);

const isAccount = (value: unknown): value is { email: string | null; version: number } =>
  typeof value === 'object' && value !== null && 'email' in value && 'version' in value;

const Settings = ({
  account,
}: {
  account: { email: string | null; wantsNotices: boolean | null; version: number };
}) => {
  const failure = useFailure();
  const { t } = useText();
  const current = failure?.problem.current;
  const theirs = isAccount(current) ? current : null;
  return (
    <PostForm failure={failure} version={theirs?.version ?? account.version}>
      <BothVersions failure={failure} mine={failure?.typed.email?.[0] ?? ''} theirs={theirs?.email ?? ''} />
      <TextInput
        name="email"
        label={t('account.email')}
        hint={t('account.emailHint')}
        type="email"
        autoComplete="email"
        value={account.email ?? ''}
      />
      {account.wantsNotices === null ? null : (
        <Tick
          name="wantsNotices"
          label={t('account.notices')}
          hint={t('account.noticesHint')}
          isTicked={account.wantsNotices}
        />
      )}
      <Send>{t('account.save')}</Send>
    </PostForm>
  );
};

const LogOut = () => {
  const { t } = useText();
  return (
    <form method="post" action="/log-out" className="actions">
      <Send name="where" value="here">
        {t('account.logOutHere')}
      </Send>
      <Send kind="secondary" name="where" value="everywhere">
        {t('account.logOutEverywhere')}
      </Send>
    </form>
  );
};

export default function MyAccount() {
  const { acting, account, others } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page
      title={acting?.name ?? t('account.title')}
      lead={acting ? t('account.acting', { role: t(`role.${acting.role}`), city: acting.city }) : undefined}
    >
      <Title>{t('account.title')}</Title>
      {account ? (
        <Section title={t('account.reach')}>
          <Settings account={account} />
          <p>
            <a href="/reach-me">{t('account.toReach')}</a>
          </p>
          <p>
            <a href="/sent-to-me">{t('reach.sent.title')}</a>
          </p>
        </Section>
      ) : null}
      <Section title={t('account.roles')}>
        {others.length > 0 ? <Capacities capacities={others} back="/" /> : <p>{t('account.onlyRole')}</p>}
        <p>
          <a href="/join">{t('account.join')}</a>
        </p>
      </Section>
      {acting?.role === 'customer' ? (
        <p>
          <a href="/done-for-me">{t('acted.title')}</a>
        </p>
      ) : null}
      {acting ? (
        <p>
          <a href="/my-data">{t('rights.mine.link')}</a>
        </p>
      ) : null}
      <Section title={t('account.logOut')}>
        <LogOut />
      </Section>
    </Page>
  );
}
