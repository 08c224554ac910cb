import { useLoaderData } from 'react-router';
import { isDay } from '../../kernel/clock.ts';
import { timeIn } from '../../kernel/local-time.ts';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm, TextInput } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { gotOr } from '../appointments/got-or.ts';
import { moveAppointment, moveInput } from '../appointments/move-appointment.ts';
import { readAppointment } from '../appointments/read-appointments.ts';
import { readFreeToMove } from '../appointments/read-free.ts';
import { dayHere, labels, useWhen } from './parts/appointment-words.ts';
import { OwnTimeFields } from './parts/own-time-fields.tsx';
import { instantIn, numberIn } from './parts/time-in-form.ts';
import { TimesByDay } from './parts/times-by-day.tsx';

export const handle: PageHandle = { roles: ['customer', 'adviser', 'socialWorker'] };

/** `?at=` names the new time; `?from=` the first day of those shown. */
export const loader = pageLoader(async (page) => {
  const id = page.param('appointmentId');
  const one = await page.run(readAppointment, id);
  const free = one.moves.includes('move') ? await page.run(readFreeToMove, id) : [];
  const times = free.filter(({ startsAt }) => startsAt.getTime() !== one.startsAt.getTime());
  const at = new Date(page.query.get('at') ?? '');
  const from = page.query.get('from') ?? '';
  return {
    one,
    times,
    from: isDay(from) ? from : '',
    at: Number.isNaN(at.getTime()) ? null : at,
    isCustomer: page.actor.role === 'customer',
  };
});

export const action = formAction(async (page, form) => {
  const isCustomer = page.actor.role === 'customer';
  const { startsAt, faults } = isCustomer
    ? { startsAt: form.text('startsAt') || undefined, faults: [] }
    : instantIn(page, form);
  const time = { startsAt, ...(isCustomer ? {} : { minutes: numberIn(form, 'minutes') }) };
  const read = { appointmentId: page.param('appointmentId'), version: form.version, phone: form.text('phone') };
  const answer = await page.run(moveAppointment, form.read(moveInput, { ...read, ...time }, faults));
  gotOr(answer, isCustomer ? 'startsAt' : 'day');
  return goTo(`/appointments/${read.appointmentId}`, isCustomer ? 'appointmentMoved' : 'appointmentProposed');
}, labels);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const minutesOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): number =>
  Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);

/** The customer says yes to the time they chose. */
const Chosen = ({ one, times, at }: Loaded) => {
  const { t } = useText();
  const when = useWhen();
  const time = times.find(({ startsAt }) => startsAt.getTime() === at?.getTime());
  if (!time) return null;
  return (
    <>
      <input type="hidden" name="startsAt" value={time.startsAt.toISOString()} />
      <Facts
        facts={[
          { what: t('appointments.was'), value: when(one) },
          { what: t('appointments.willBe'), value: when(time) },
        ]}
      />
      {one.way === 'phone' && one.place === '' ? (
        <TextInput name="phone" type="tel" label={t('appointments.field.phone')} autoComplete="tel" />
      ) : null}
      <Send>{t('appointments.move')}</Send>
    </>
  );
};

const OwnTime = ({ one, at }: Loaded) => {
  const { t } = useText();
  const start = at ?? one.startsAt;
  return (
    <>
      <OwnTimeFields day={dayHere(start)} clock={timeIn('Europe/Helsinki', start)} minutes={minutesOf(one)} />
      <Send>{t('appointments.proposeOther')}</Send>
    </>
  );
};

export default function MoveAppointment() {
  const loaded = useLoaderData<typeof loader>();
  const { one, times, from, isCustomer } = loaded;
  const { t, time } = useText();
  const failure = useFailure();
  const base = `/appointments/${one.id}/move`;
  const title = t(isCustomer ? 'appointments.move.title' : 'appointments.move.titleMine');
  const isPossible = one.moves.includes('move');
  return (
    <Page title={title} lead={t('appointments.move.lead', { at: time(one.startsAt) })}>
      <Title within={t(isCustomer ? 'nav.appointments' : 'nav.myWeek')}>{title}</Title>
      {isPossible ? (
        <>
          <PostForm failure={failure} version={one.version}>
            {isCustomer ? <Chosen {...loaded} /> : <OwnTime {...loaded} />}
          </PostForm>
          <Section title={t('appointments.times.title')}>
            <TimesByDay
              times={times}
              from={from}
              hrefOf={(at) => `${base}?at=${encodeURIComponent(at)}`}
              laterOf={(day) => `${base}?from=${day}`}
            />
          </Section>
        </>
      ) : (
        <p>{t('appointments.move.over')}</p>
      )}
      <Actions>
        <Go to={`/appointments/${one.id}`} kind="tertiary">
          {t('appointments.back')}
        </Go>
      </Actions>
    </Page>
  );
}
