import { useLoaderData } from 'react-router';
import { isDay } from '../../kernel/clock.ts';
import { ActingEnd, actingIn, actingLabels } from '../../web/components/acting.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm, TextInput } from '../../web/components/form.tsx';
import { KeepTyped } from '../../web/components/keep-typed.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { bookForCustomer, bookForCustomerBody, readFreeForCustomer } from '../appointments/for-customer.ts';
import { labels, useWhen } from './parts/appointment-words.ts';
import { InterpreterField, KindField, MessageField, WayField } from './parts/meeting-fields.tsx';
import { TimesByDay } from './parts/times-by-day.tsx';

export const handle: PageHandle = { roles: ['adviser'] };

/** `?at=` names the time that is taken; `?from=` the first day of those shown. */
export const loader = pageLoader(async (page) => {
  const free = await page.run(readFreeForCustomer, { customerId: page.param('customerId') });
  const from = page.query.get('from') ?? '';
  const at = new Date(page.query.get('at') ?? '');
  const time = free.times.find(({ startsAt }) => startsAt.getTime() === at.getTime()) ?? null;
  return { ...free, time, from: isDay(from) ? from : '' };
});

export const action = formAction(
  async (page, form) => {
    const customerId = page.param('customerId');
    const { reason } = actingIn(form);
    const input = form.read(bookForCustomerBody, {
      ...{ startsAt: form.text('startsAt') || undefined, phone: form.text('phone'), reason },
      ...{ kind: form.text('kind') || undefined, way: form.text('way') || null },
      ...{ interpreter: form.text('interpreter') || null, message: form.text('message') },
      actedWay: form.text('actedWay') || undefined,
    });
    const { id } = await page.run(bookForCustomer, { customerId, ...input });
    return goTo(`/appointments/${id}`, 'doneForCustomer');
  },
  { ...labels, phone: 'appointments.field.number', actedWay: actingLabels.actedWay, reason: actingLabels.reason },
);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const How = ({ time, kinds, base }: Pick<Loaded, 'kinds'> & { time: NonNullable<Loaded['time']>; base: string }) => {
  const { t } = useText();
  const when = useWhen();
  return (
    <PostForm failure={useFailure()}>
      <input type="hidden" name="startsAt" value={time.startsAt.toISOString()} />
      <Facts
        facts={[
          { what: t('appointments.field.time'), value: when(time) },
          { what: t('appointments.field.place'), value: time.ways.includes('inPerson') ? time.address : '' },
        ]}
      />
      <WayField ways={time.ways} />
      {time.ways.includes('phone') ? (
        <TextInput name="phone" type="tel" label={t('appointments.field.number')} hint={t('appointments.phone.hint')} />
      ) : null}
      <KindField kinds={kinds} />
      <InterpreterField />
      <MessageField hint={t('acted.book.messageHint')} />
      <ActingEnd back={base} wayName="actedWay" />
      <KeepTyped />
    </PostForm>
  );
};

export default function BookForCustomer() {
  const { customer, professional, times, kinds, time, from } = useLoaderData<typeof loader>();
  const { t } = useText();
  const base = `/customers/${customer.id}/appointments/for-customer`;
  return (
    <Page
      title={t('acted.book.title', { name: customer.name })}
      lead={time ? t('acted.doLead') : t('acted.book.lead', { name: professional.name })}
    >
      <Title within={customer.name}>{t('acted.book.short')}</Title>
      {time ? <How time={time} kinds={kinds} base={base} /> : null}
      {time === null && times.length > 0 ? (
        <TimesByDay
          times={times}
          from={from}
          hrefOf={(at) => `${base}?at=${encodeURIComponent(at)}`}
          laterOf={(day) => `${base}?from=${day}`}
        />
      ) : null}
      {times.length === 0 ? <Empty>{t('acted.book.none')}</Empty> : null}
      <p className="no-print">
        <a href={`/customers/${customer.id}/act-for`}>{t('acted.toActing')}</a>
      </p>
    </Page>
  );
}
