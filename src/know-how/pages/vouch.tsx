import { useLoaderData } from 'react-router';
import { notFound, Problem } from '../../kernel/problem.ts';
import { Press } from '../../web/components/actions.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { type Form, formAction, goTo, type Page as OpenPage, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { answerByLink, guestAnswersInput } from '../vouching/answer-request.ts';
import { cityOfSecret } from '../vouching/link.ts';
import { isOwnLink, readByLink } from '../vouching/read-vouching.ts';
import { withdrawByLink } from '../vouching/withdraw-vouching.ts';
import { AnswerForm } from './vouching/answer-form.tsx';
import { answersIn } from './vouching/answers-in.ts';
import { SaidList } from './vouching/said-list.tsx';
import { AskedWords } from './vouching/words.tsx';

/**
 * For whoever holds the link. Nothing is done by opening it: mail programs open links too. Its address goes to no other site (`same-origin`); with
 * `no-referrer`, as on `/shared`, browsers would send its forms with `Origin: null`, which is refused.
 */
export const handle: PageHandle = { roles: 'anyone', isUnlisted: true };

const heldIn = async (page: OpenPage) => {
  const secret = page.param('vouchSecret');
  const city = page.app.cities.find(cityOfSecret(secret) ?? '');
  if (!city) throw notFound();
  const { session } = page;
  const isOwn = session !== null && (await page.runAsGuest(city.id, isOwnLink, { secret, personId: session.personId }));
  return { secret, city, isOwn };
};

export const loader = pageLoader(async (page) => {
  const { secret, city, isOwn } = await heldIn(page);
  if (isOwn) return { isOwn: true as const };
  const view = await page.runAsGuest(city.id, readByLink, secret);
  return { isOwn: false as const, ...view, city: city.name[page.language] };
});

const answer = async (page: OpenPage, form: Form) => {
  const { secret, city } = await heldIn(page);
  const { vouchings } = await page.runAsGuest(city.id, readByLink, secret);
  const answers = answersIn(form, vouchings);
  const told =
    form.text('do') === 'decline'
      ? {}
      : { name: form.text('name'), role: form.text('role'), email: form.text('email') };
  return page.runAsGuest(city.id, answerByLink, { secret, ...form.read(guestAnswersInput, { ...told, answers }) });
};

const act = async (page: OpenPage, form: Form) => {
  const { secret, city, isOwn } = await heldIn(page);
  if (isOwn) throw new Problem('ownLink');
  if (form.text('do') !== 'withdraw') return answer(page, form);
  return page.runAsGuest(city.id, withdrawByLink, { secret, skill: form.text('skill') });
};

const labels = { name: 'vouch.answer.name', role: 'vouch.answer.role', email: 'vouch.answer.email' } as const;

export const action = formAction(async (page, form) => {
  const { isOpen } = await act(page, form);
  const done = form.text('do') === 'withdraw' ? 'tookBack' : 'vouchAnswered';
  // Where there is nothing left to take back the link has done its work, and opens no more.
  return goTo(isOpen ? `/vouch/${page.param('vouchSecret')}?lang=${page.language}` : '/vouch', done);
}, labels);

type Loaded = Extract<ReturnType<typeof useLoaderData<typeof loader>>, { isOwn: false }>;

const Stored = ({ nameShown, city }: Pick<Loaded, 'nameShown' | 'city'>) => {
  const { t } = useText();
  return (
    <>
      <h2 className="aksel-heading aksel-heading--small">{t('vouch.stored.title')}</h2>
      <ul>
        <li>{t('vouch.stored.what')}</li>
        <li>{t('vouch.stored.who', { name: nameShown })}</li>
        <li>{t('vouch.stored.back')}</li>
        <li>{t('vouch.stored.look', { name: nameShown })}</li>
      </ul>
      <p>{t('vouch.stored.tuttu', { city })}</p>
    </>
  );
};

const Asked = (view: Loaded) => {
  const { t, time } = useText();
  const { nameShown, vouchings, openUntil, version } = view;
  return (
    <Page
      title={t('vouch.page.title', { name: nameShown })}
      lead={t('vouch.page.lead')}
      side={<Stored nameShown={nameShown} city={view.city} />}
    >
      <Title>{t('vouch.page.title', { name: nameShown })}</Title>
      <AskedWords {...view} labels={vouchings.map(({ label }) => label)} />
      <AnswerForm asked={vouchings} version={version} isGuest />
      <Section title={t('vouch.page.noTitle')}>
        <p>{t('vouch.page.noWhat', { name: nameShown })}</p>
        <Press fields={{ do: 'decline' }}>{t('vouch.page.no')}</Press>
      </Section>
      {openUntil ? <p className="quiet">{t('vouch.page.until', { at: time(openUntil) })}</p> : null}
    </Page>
  );
};

export default function Vouch() {
  const view = useLoaderData<typeof loader>();
  const { t } = useText();
  if (view.isOwn)
    return (
      <Page title={t('problem.ownLink.title')}>
        <Title>{t('problem.ownLink.title')}</Title>
        <p>{t('problem.ownLink.what')}</p>
      </Page>
    );
  if (view.canAnswer) return <Asked {...view} />;
  const { nameShown, voucherName, voucherRole, vouchings } = view;
  return (
    <Page
      title={t('vouch.answered.title', { name: nameShown })}
      lead={t('vouch.answered.lead')}
      side={<Stored nameShown={nameShown} city={view.city} />}
    >
      <Title>{t('vouch.answered.title', { name: nameShown })}</Title>
      <p>{t('vouch.answered.shown', { who: [voucherName, voucherRole].filter(Boolean).join(', ') })}</p>
      <SaidList vouchings={vouchings} />
    </Page>
  );
}
