import { useActionData, useLoaderData } from 'react-router';
import { readDay } from '../../kernel/clock.ts';
import {
  type ConsentKind,
  consentKinds,
  readConsentHistory,
  readConsents,
  setConsent,
  setConsentInput,
} from '../../kernel/consent.ts';
import { Send } from '../components/actions.tsx';
import { More } from '../components/confirm.tsx';
import { State } from '../components/facts.tsx';
import { DayInput, PostForm } from '../components/form.tsx';
import { Page, Section, Title } from '../components/layout.tsx';
import { type FormFailure, formAction, goTo, type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async ({ run }) => {
  const consents = await run(readConsents, undefined);
  const history = await run(readConsentHistory, undefined);
  return {
    consents,
    history: history.flatMap((past) =>
      consentKinds.filter((what) => what === past.what).map((what) => ({ ...past, what })),
    ),
  };
});

export const action = formAction(async ({ run }, form) => {
  const isGiven = form.text('isGiven') === 'yes';
  const untilOn = readDay(form.text('untilOn')) || null;
  await run(setConsent, form.read(setConsentInput, { what: form.text('what'), isGiven, untilOn }));
  return goTo('/consents', isGiven ? 'consentGiven' : 'consentWithdrawn');
});

type Loaded = { what: ConsentKind; givenAt: Date | null; untilOn: string | null };

const Withdraw = ({ what }: { what: ConsentKind }) => {
  const { t } = useText();
  return (
    <PostForm form={what}>
      <input type="hidden" name="what" value={what} />
      <Send kind="secondary" name="isGiven" value="no">
        {t('consents.withdraw')}
      </Send>
    </PostForm>
  );
};

const Give = ({ what }: { what: ConsentKind }) => {
  const failure = useActionData<FormFailure>();
  const { t } = useText();
  return (
    <PostForm failure={failure} form={what}>
      <input type="hidden" name="what" value={what} />
      <More label={t('consents.setUntil')} isOpen={failure?.typed.what?.[0] === what}>
        <DayInput name="untilOn" label={t('consents.until')} hint={t('consents.untilHint')} />
      </More>
      <Send name="isGiven" value="yes">
        {t('consents.give')}
      </Send>
    </PostForm>
  );
};

const Consent = ({ what, givenAt, untilOn }: Loaded) => {
  const { t, time, day } = useText();
  const isGiven = givenAt !== null;
  return (
    <Section title={t(`consent.${what}.title`)}>
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
      <p>{t(`consent.${what}.${isGiven ? 'withdraw' : 'give'}`)}</p>
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
  const { consents } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('consents.title')} lead={t('consents.lead')}>
      <Title>{t('consents.title')}</Title>
      {consents.map((consent) => (
        <Consent key={consent.what} {...consent} />
      ))}
      <History />
    </Page>
  );
}
