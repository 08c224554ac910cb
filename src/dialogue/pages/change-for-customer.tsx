import { useLoaderData } from 'react-router';
import { isDay } from '../../kernel/clock.ts';
import { ActingEnd, actingIn, actingLabels } from '../../web/components/acting.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, PostForm, TextArea, TextInput } from '../../web/components/form.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { changeForCustomer, changeForCustomerInput, readForCustomer } from '../appointments/for-customer.ts';
import { labels, useWhen } from './parts/appointment-words.ts';
import { TimesByDay } from './parts/times-by-day.tsx';

export const handle: PageHandle = { roles: ['adviser'] };

/** `?at=` names the new time; `?from=` the first day of those shown. */
export const loader = pageLoader(async (page) => {
  const { one, times } = await page.run(readForCustomer, page.param('appointmentId'));
  const from = page.query.get('from') ?? '';
  const at = new Date(page.query.get('at') ?? '');
  const time = times.find(({ startsAt }) => startsAt.getTime() === at.getTime()) ?? null;
  return { one, times, time, from: isDay(from) ? from : '' };
});

export const action = formAction(
  async (page, form) => {
    const appointmentId = page.param('appointmentId');
    const input = form.read(changeForCustomerInput, {
      ...{ appointmentId, version: form.version, change: form.text('change') || undefined },
      ...{ startsAt: form.text('startsAt') || null, phone: form.text('phone'), word: form.text('word') },
      ...actingIn(form),
    });
    await page.run(changeForCustomer, input);
    return goTo(`/appointments/${appointmentId}`, 'doneForCustomer');
  },
  { ...labels, ...actingLabels, phone: 'appointments.field.number', change: 'acted.change' },
);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const Phone = ({ one }: Pick<Loaded, 'one'>) => {
  const { t } = useText();
  if (one.way !== 'phone' || one.place !== '') return null;
  return <TextInput name="phone" type="tel" label={t('appointments.field.number')} />;
};

/** To the time that was chosen. */
const Move = ({ one, time }: { one: Loaded['one']; time: NonNullable<Loaded['time']> }) => {
  const { t } = useText();
  const when = useWhen();
  return (
    <PostForm failure={useFailure()} version={one.version}>
      <input type="hidden" name="change" value="move" />
      <input type="hidden" name="startsAt" value={time.startsAt.toISOString()} />
      <Facts
        facts={[
          { what: t('appointments.was'), value: when(one) },
          { what: t('appointments.willBe'), value: when(time) },
        ]}
      />
      <Phone one={one} />
      <ActingEnd back={`/appointments/${one.id}/for-customer`} />
    </PostForm>
  );
};

const Answer = ({ one }: Pick<Loaded, 'one'>) => {
  const { t } = useText();
  const changes = (['accept', 'cancel'] as const).filter((change) => one.moves.includes(change));
  const isProposed = one.moves.includes('accept');
  return (
    <PostForm failure={useFailure()} version={one.version}>
      <Choice
        name="change"
        label={t('acted.change')}
        value={changes.length === 1 ? (changes[0] ?? null) : null}
        options={changes.map((value) => ({
          value,
          label: t(value === 'cancel' && isProposed ? 'acted.change.decline' : `acted.change.${value}`),
        }))}
      />
      {isProposed ? <Phone one={one} /> : null}
      <TextArea name="word" label={t('acted.theirWord')} hint={t('acted.change.wordHint')} rows={2} most={1000} />
      <ActingEnd back={`/appointments/${one.id}`} />
    </PostForm>
  );
};

export default function ChangeForCustomer() {
  const { one, times, time, from } = useLoaderData<typeof loader>();
  const { t } = useText();
  const when = useWhen();
  const base = `/appointments/${one.id}/for-customer`;
  const canChange = one.moves.includes('cancel');
  return (
    <Page title={t('acted.change.title', { name: one.customerName })} lead={t('acted.doLead')}>
      <Title within={one.customerName}>{t('acted.change.short')}</Title>
      {time === null ? (
        <Facts facts={[{ what: t('appointments.field.time'), value: when(one) }]} />
      ) : (
        <Move one={one} time={time} />
      )}
      {canChange && time === null ? <Answer one={one} /> : null}
      {time === null && times.length > 0 ? (
        <Section title={t('acted.change.otherTime')}>
          <TimesByDay
            times={times}
            from={from}
            hrefOf={(at) => `${base}?at=${encodeURIComponent(at)}`}
            laterOf={(day) => `${base}?from=${day}`}
          />
        </Section>
      ) : null}
      {canChange ? null : <Empty>{t('acted.change.notNow')}</Empty>}
      <p className="no-print">
        <a href={`/appointments/${one.id}`}>{t('acted.change.back')}</a>
      </p>
    </Page>
  );
}
