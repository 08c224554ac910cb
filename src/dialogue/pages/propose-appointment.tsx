import { useLoaderData } from 'react-router';
import { isDay } from '../../kernel/clock.ts';
import { timeIn } from '../../kernel/local-time.ts';
import { Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm, TextInput } from '../../web/components/form.tsx';
import { KeepTyped } from '../../web/components/keep-typed.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { gotOr } from '../appointments/got-or.ts';
import { proposeAppointment, proposeInput } from '../appointments/propose.ts';
import { readFreeToPropose } from '../appointments/read-free.ts';
import { ways } from '../appointments/tables.ts';
import { dayHere, labels } from './parts/appointment-words.ts';
import { InterpreterField, KindField, MessageField, WayField } from './parts/meeting-fields.tsx';
import { OwnTimeFields } from './parts/own-time-fields.tsx';
import { instantIn, numberIn } from './parts/time-in-form.ts';
import { TimesByDay } from './parts/times-by-day.tsx';

export const handle: PageHandle = { roles: ['adviser', 'socialWorker'] };

/** `?at=` fills in a time; the first that is free where there is none. */
export const loader = pageLoader(async (page) => {
  const { customer, times, kinds } = await page.run(readFreeToPropose, page.param('customerId'));
  const wanted = new Date(page.query.get('at') ?? '');
  const at = Number.isNaN(wanted.getTime()) ? (times[0]?.startsAt ?? null) : wanted;
  const from = page.query.get('from') ?? '';
  return { customer, times, kinds, at, from: isDay(from) ? from : '' };
});

export const action = formAction(async (page, form) => {
  const { startsAt, faults } = instantIn(page, form);
  const fields = {
    ...{ customerId: page.param('customerId'), startsAt, minutes: numberIn(form, 'minutes') },
    ...{ kind: form.text('kind') || undefined, way: form.text('way') || null, place: form.text('place') },
    ...{ interpreter: form.text('interpreter') || null, message: form.text('message') },
  };
  const input = form.read(proposeInput, fields, faults);
  const { id } = gotOr(await page.run(proposeAppointment, input), 'day');
  return goTo(`/appointments/${id}`, 'appointmentProposed');
}, labels);

export default function ProposeAppointment() {
  const { customer, times, kinds, at, from } = useLoaderData<typeof loader>();
  const { t } = useText();
  const base = `/customers/${customer.id}/appointments/new`;
  const free = times.find(({ startsAt }) => startsAt.getTime() === at?.getTime());
  const minutes = free ? Math.round((free.endsAt.getTime() - free.startsAt.getTime()) / 60_000) : 45;
  return (
    <Page title={t('appointments.propose.title', { name: customer.name })} lead={t('appointments.propose.lead')}>
      <Title within={t('nav.myWeek')}>{t('appointments.propose.title', { name: customer.name })}</Title>
      <PostForm failure={useFailure()}>
        <OwnTimeFields day={at ? dayHere(at) : ''} clock={at ? timeIn('Europe/Helsinki', at) : ''} minutes={minutes} />
        <KindField kinds={kinds} />
        <WayField ways={ways} />
        <TextInput name="place" label={t('appointments.field.place')} hint={t('appointments.place.hint')} />
        <InterpreterField />
        <MessageField hint={t('appointments.message.hintMine')} />
        <Send>{t('appointments.propose.send')}</Send>
        <KeepTyped />
      </PostForm>
      <Section title={t('appointments.times.mine')}>
        <TimesByDay
          times={times}
          from={from}
          hrefOf={(one) => `${base}?at=${encodeURIComponent(one)}`}
          laterOf={(day) => `${base}?from=${day}`}
        />
      </Section>
    </Page>
  );
}
