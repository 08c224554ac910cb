import { useLoaderData } from 'react-router';
import { readMarks } from '../../kernel/acting/acted-for.ts';
import { languageNames } from '../../kernel/language-names.ts';
import { ActedMarks } from '../../web/components/acted-marks.tsx';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { Confirm } from '../../web/components/confirm.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm, TextArea, TextInput } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { type Form, formAction, goTo, type PageHandle, type Page as PageOf, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { acceptAppointment, acceptInput } from '../appointments/accept.ts';
import { answerNote, answerNoteInput } from '../appointments/answer-note.ts';
import { cancelAppointment, cancelInput } from '../appointments/cancel.ts';
import { type AppointmentWithNotes, readAppointmentWithNotes } from '../appointments/read-appointments.ts';
import { sayOutcome, sayOutcomeInput } from '../appointments/say-outcome.ts';
import { StandingState } from './parts/appointment-line.tsx';
import { AppointmentNotes } from './parts/appointment-notes.tsx';
import { labels, useWhen } from './parts/appointment-words.ts';

export const handle: PageHandle = { roles: ['customer', 'adviser', 'socialWorker'] };

export const loader = pageLoader(async (page) => ({
  one: await page.run(readAppointmentWithNotes, page.param('appointmentId')),
  marks: await page.run(readMarks, { path: `/appointments/${page.param('appointmentId')}` }),
  role: page.actor.role,
}));

/** Does what the pressed button says. Returns what to tell. */
const act = async (page: PageOf, form: Form): Promise<string> => {
  const read = { appointmentId: page.param('appointmentId'), version: form.version };
  switch (form.text('do')) {
    case 'accept':
      await page.run(acceptAppointment, form.read(acceptInput, { ...read, phone: form.text('phone') }));
      return 'appointmentBooked';
    case 'cancel':
      await page.run(cancelAppointment, form.read(cancelInput, { ...read, word: form.text('word') }));
      return 'appointmentCancelled';
    case 'answer': {
      const answer = { ...read, version: Number(form.text('noteVersion')), answer: form.text('answer') };
      await page.run(answerNote, form.read(answerNoteInput, answer));
      return 'answered';
    }
    default:
      await page.run(sayOutcome, form.read(sayOutcomeInput, { ...read, outcome: form.text('do') }));
      return 'saved';
  }
};

export const action = formAction(async (page, form) => {
  const done = await act(page, form);
  return goTo(`/appointments/${page.param('appointmentId')}`, done);
}, labels);

type Shown = { one: AppointmentWithNotes; isCustomer: boolean };

const Place = ({ one }: Pick<Shown, 'one'>) => {
  const { t } = useText();
  if (one.way === 'video' && one.moves.includes('cancel')) return <a href={one.place}>{t('appointments.openVideo')}</a>;
  return <>{one.place}</>;
};

const useFacts = ({ one, isCustomer }: Shown) => {
  const { t, language } = useText();
  const when = useWhen();
  const nameOf = languageNames(language);
  const places = {
    inPerson: 'appointments.field.place',
    phone: 'appointments.field.number',
    video: 'appointments.field.link',
  } as const;
  return [
    { what: t('appointments.field.time'), value: when(one) },
    { what: t('appointments.field.with'), value: isCustomer ? one.professionalName : one.customerName },
    { what: t('appointments.field.kind'), value: t(`appointments.kind.${one.kind}`) },
    { what: t('appointments.field.way'), value: t(`appointments.way.${one.way}`) },
    { what: t(places[one.way]), value: one.place === '' ? '' : <Place one={one} /> },
    {
      what: t('appointments.field.interpreter'),
      value: one.interpreter ? (nameOf(one.interpreter) ?? one.interpreter) : '',
    },
    {
      what: t('appointments.field.message'),
      value: one.message === '' ? '' : <span className="words">{one.message}</span>,
    },
    { what: t('appointments.field.word'), value: one.word === '' ? '' : <span className="words">{one.word}</span> },
  ];
};

/** Why another time is needed. */
const NeedsOther = ({ one, isCustomer }: Shown) => {
  const { t } = useText();
  if (!one.moves.includes('cancel')) return null;
  const values = { name: one.professionalName };
  if (one.isLeft)
    return <p>{t(isCustomer ? 'appointments.left.customer' : 'appointments.left.professional', values)}</p>;
  if (one.isAway)
    return <p>{t(isCustomer ? 'appointments.away.customer' : 'appointments.away.professional', values)}</p>;
  return null;
};

const Accept = ({ one }: Pick<Shown, 'one'>) => {
  const { t } = useText();
  if (!one.moves.includes('accept')) return null;
  return (
    <>
      {one.way === 'phone' && one.place === '' ? (
        <TextInput
          name="phone"
          type="tel"
          label={t('appointments.field.phone')}
          hint={t('appointments.phone.hint')}
          autoComplete="tel"
        />
      ) : null}
      <Send name="do" value="accept">
        {t('appointments.accept')}
      </Send>
    </>
  );
};

const Cancel = ({ one, isCustomer }: Shown) => {
  const { t } = useText();
  const failure = useFailure();
  if (!one.moves.includes('cancel')) return null;
  const isProposal = one.standing === 'proposed' && isCustomer;
  const isWordNeeded = !isCustomer || (one.isLate && one.standing === 'booked');
  return (
    <Confirm
      label={t(isProposal ? 'appointments.decline' : 'appointments.cancel')}
      what={t(isWordNeeded ? 'appointments.cancel.what.word' : 'appointments.cancel.what')}
      isOpen={failure?.problem.fields.some(({ field }) => field === 'word') ?? false}
    >
      <TextArea name="word" label={t('appointments.field.word')} rows={2} />
      <Send kind="secondary" name="do" value="cancel">
        {t(isProposal ? 'appointments.decline' : 'appointments.cancel')}
      </Send>
    </Confirm>
  );
};

const Outcome = ({ one }: Pick<Shown, 'one'>) => {
  const { t } = useText();
  if (!one.moves.includes('hold')) return null;
  return (
    <Actions>
      <Send name="do" value="held">
        {t('appointments.held')}
      </Send>
      {one.moves.includes('miss') ? (
        <Send kind="secondary" name="do" value="missed">
          {t('appointments.missed')}
        </Send>
      ) : null}
    </Actions>
  );
};

const Ways = ({ one, isCustomer }: Shown) => {
  const { t } = useText();
  const isAhead = one.moves.includes('cancel');
  return (
    <Actions>
      {one.moves.includes('move') ? (
        <Go to={`/appointments/${one.id}/move`} kind={one.isAway || one.isLeft ? 'primary' : 'secondary'}>
          {t(isCustomer ? 'appointments.move' : 'appointments.proposeOther')}
        </Go>
      ) : null}
      {one.notes.mayWrite ? (
        <Go to={`/appointments/${one.id}/note`} kind={one.moves.includes('hold') ? 'secondary' : 'primary'}>
          {t('appointments.note.write')}
        </Go>
      ) : null}
      {isAhead ? (
        <Go to={`/appointments/${one.id}/file`} kind="tertiary">
          {t('appointments.toCalendar')}
        </Go>
      ) : null}
    </Actions>
  );
};

export default function Appointment() {
  const { one, role, marks } = useLoaderData<typeof loader>();
  const { t, time } = useText();
  const isCustomer = role === 'customer';
  const title = isCustomer ? one.professionalName : one.customerName;
  const shown = { one, isCustomer };
  return (
    <Page title={title} lead={time(one.startsAt)}>
      <Title within={t(isCustomer ? 'nav.appointments' : 'nav.myWeek')}>{`${title}, ${time(one.startsAt)}`}</Title>
      <p>
        <StandingState one={one} />
      </p>
      <NeedsOther {...shown} />
      <Facts facts={useFacts(shown)} />
      <ActedMarks marks={marks} />
      <PostForm failure={useFailure()} version={one.version}>
        <Accept one={one} />
        <Outcome one={one} />
        <AppointmentNotes {...shown} />
        <Ways {...shown} />
        <Cancel {...shown} />
      </PostForm>
      <p className="no-print">
        <a href={isCustomer ? '/appointments' : '/my-week'}>
          {t(isCustomer ? 'appointments.toMine' : 'appointments.toWeek')}
        </a>
        {role === 'adviser' ? (
          <>
            {' '}
            <a href={`/customers/${one.customerId}`}>{t('appointments.toCustomer')}</a>
            {one.moves.includes('cancel') ? (
              <>
                {' '}
                <a href={`/appointments/${one.id}/for-customer`}>{t('acted.change.short')}</a>
              </>
            ) : null}
          </>
        ) : null}
      </p>
    </Page>
  );
}
