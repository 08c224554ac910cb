import { useLoaderData } from 'react-router';
import { readDay } from '../../kernel/clock.ts';
import {
  type ConsentKind,
  consentKinds,
  readConsentHistory,
  readConsents,
  setConsent,
  setConsentInput,
} from '../../kernel/consent.ts';
import { readObjections } from '../../kernel/objection.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import { Press } from '../components/actions.tsx';
import { More } from '../components/confirm.tsx';
import { useDraft } from '../components/draft.tsx';
import { State } from '../components/facts.tsx';
import { fieldId, useFailure } from '../components/failures.tsx';
import { DayInput, PostForm } from '../components/form.tsx';
import { Page, Section, Title } from '../components/layout.tsx';
import { type Form, formAction, goTo, type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async ({ run }) => {
  const consents = await run(readConsents, undefined);
  const history = await run(readConsentHistory, undefined);
  const { now } = await run((work) => readObjections(work), undefined);
  return {
    consents,
    objectsSince: now[0]?.madeAt ?? null,
    history: history.flatMap((past) =>
      consentKinds.filter((what) => what === past.what).map((what) => ({ ...past, what })),
    ),
  };
});

const untilOf = (what: ConsentKind) => `untilOn-${what}` as const;

/** A day's field is named after its consent: there is one for each on the page. */
const inItsField = (what: string, error: unknown): unknown =>
  error instanceof Problem && error.fields.some(({ field }) => field === 'untilOn')
    ? new Problem(error.code, { fields: error.fields.map((one) => ({ ...one, field: `${one.field}-${what}` })) })
    : error;

/** Which consent is asked about; with Enter in the field of a day, the one it stands by. */
const askedOf = (form: Form): ConsentKind | null => {
  const what = form.text('what');
  return consentKinds.find((kind) => (what === '' ? form.text(untilOf(kind)) !== '' : kind === what)) ?? null;
};

/** A consent is given and withdrawn by its button, and by nothing that could be taken for it. */
const saidIn = (form: Form): { what: ConsentKind; isGiven: boolean } => {
  const what = askedOf(form);
  const said = form.text('what') === '' ? '' : form.text('isGiven');
  if (what === null || (said !== 'yes' && said !== 'no')) throw badField(what ?? consentKinds[0], 'consents.sayIt');
  return { what, isGiven: said === 'yes' };
};

export const action = formAction(
  async ({ run }, form) => {
    const { what, isGiven } = saidIn(form);
    const untilOn = isGiven ? readDay(form.text(`untilOn-${what}`)) || null : null;
    try {
      await run(setConsent, form.read(setConsentInput, { what, isGiven, untilOn }));
    } catch (error) {
      throw inItsField(what, error);
    }
    return goTo('/consents', isGiven ? 'consentGiven' : 'consentWithdrawn');
  },
  {
    'untilOn-matching': 'consents.until',
    'untilOn-adviserKnowHow': 'consents.until',
    'untilOn-biasReport': 'consents.until',
    'untilOn-outsideModel': 'consents.until',
    matching: 'consent.matching.title',
    adviserKnowHow: 'consent.adviserKnowHow.title',
    biasReport: 'consent.biasReport.title',
    outsideModel: 'consent.outsideModel.title',
  },
);

type Loaded = { what: ConsentKind; givenAt: Date | null; untilOn: string | null; party: string | null };

const Withdraw = ({ what }: { what: ConsentKind }) => {
  const { t } = useText();
  return (
    <p>
      <Press fields={{ what, isGiven: 'no' }}>{t('consents.withdraw')}</Press>
    </p>
  );
};

const Give = ({ what }: { what: ConsentKind }) => {
  const failure = useFailure();
  const draft = useDraft();
  const { t } = useText();
  const typed = (failure?.typed ?? draft)?.[untilOf(what)]?.[0] ?? '';
  return (
    <>
      <More label={t('consents.setUntil')} isOpen={typed !== ''}>
        <DayInput name={untilOf(what)} label={t('consents.until')} hint={t('consents.untilHint')} />
      </More>
      <Press kind="primary" fields={{ what, isGiven: 'yes' }}>
        {t('consents.give')}
      </Press>
    </>
  );
};

const Consent = ({ what, givenAt, untilOn, party }: Loaded) => {
  const { t, time, day } = useText();
  const isGiven = givenAt !== null;
  return (
    <Section id={fieldId(what)} title={t(`consent.${what}.title`)}>
      <p>
        {isGiven ? (
          <>
            <State kind="good">{t('consents.given')}</State> {t('consents.since', { at: time(givenAt) })}{' '}
            {untilOn ? t('consents.holdsUntil', { day: day(untilOn) }) : t('consents.holds')}
          </>
        ) : (
          <State>{t('consents.notGiven')}</State>
        )}
      </p>
      <p>{t(`consent.${what}.${isGiven ? 'withdraw' : 'give'}`, { name: party ?? '' })}</p>
      {isGiven ? <Withdraw what={what} /> : <Give what={what} />}
    </Section>
  );
};

const History = () => {
  const { history } = useLoaderData<typeof loader>();
  const { t, time, day } = useText();
  if (history.length === 0) return null;
  return (
    <Section title={t('consents.history')}>
      <ul>
        {history.map((past) => (
          <li key={past.what + String(past.givenAt)}>
            {t(`consent.${past.what}.title`)}: {t('consents.gave', { at: time(past.givenAt) })}
            {past.untilOn ? ` ${t('consents.holdsUntil', { day: day(past.untilOn) })}` : ''}
            {past.withdrawnAt ? ` ${t('consents.withdrew', { at: time(past.withdrawnAt) })}` : ''}
          </li>
        ))}
      </ul>
    </Section>
  );
};

export default function Consents() {
  const { consents, objectsSince } = useLoaderData<typeof loader>();
  const { t, time } = useText();
  return (
    <Page title={t('consents.title')} lead={t('consents.lead')}>
      <Title>{t('consents.title')}</Title>
      <PostForm failure={useFailure()} className="consents">
        {consents.map((consent) => (
          <Consent key={consent.what} {...consent} />
        ))}
      </PostForm>
      <Section title={t('objection.title')}>
        {objectsSince ? (
          <p>
            <State kind="care">{t('objection.inForce')}</State> {t('objection.since', { at: time(objectsSince) })}
          </p>
        ) : (
          <p>{t('objection.short')}</p>
        )}
        <p>
          <a href="/objection">{t(objectsSince ? 'objection.toBack' : 'objection.toMake')}</a>
        </p>
      </Section>
      <History />
    </Page>
  );
}
