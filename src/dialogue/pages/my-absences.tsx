import { useLoaderData } from 'react-router';
import { readDay } from '../../kernel/clock.ts';
import { readTime } from '../../kernel/local-time.ts';
import { Actions, Go, Press, Send } from '../../web/components/actions.tsx';
import { State } from '../../web/components/facts.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { DayInput, PostForm, TextInput } from '../../web/components/form.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { absenceInput, addAbsence } from '../appointments/add-absence.ts';
import { readHours } from '../appointments/read-hours.ts';
import { removeAbsence } from '../appointments/remove-hours.ts';
import { dayHere, labels, wholeDays } from './parts/appointment-words.ts';

export const handle: PageHandle = { roles: ['adviser', 'socialWorker'] };

export const loader = pageLoader((page) => page.run((work) => readHours(work), undefined));

export const action = formAction(async (page, form) => {
  if (form.text('do') === 'remove') {
    await page.run(removeAbsence, form.text('id'));
    return goTo('/my-absences', 'removed');
  }
  const timeOf = (name: string) => (form.text(name).trim() === '' ? null : readTime(form.text(name)));
  const fromOn = readDay(form.text('fromOn'));
  const untilOn = form.text('untilOn').trim() === '' ? null : readDay(form.text('untilOn'));
  const times = { fromTime: timeOf('fromTime'), untilTime: timeOf('untilTime') };
  await page.run(addAbsence, form.read(absenceInput, { fromOn, untilOn, ...times }));
  return goTo('/my-absences', 'saved');
}, labels);

type Absence = ReturnType<typeof useLoaderData<typeof loader>>['absences'][number];

/** From when to when: whole days by their names, else with the time of the day. */
const useSpan = (): ((absence: Pick<Absence, 'from' | 'until'>) => string) => {
  const { t, day, time } = useText();
  return ({ from, until }) => {
    const days = wholeDays(from, until);
    if (!days) return `${time(from)} – ${time(until)}`;
    if (days.first === days.last) return t('appointments.absences.wholeDay', { day: day(days.first) });
    return t('appointments.absences.wholeDays', { from: day(days.first), until: day(days.last) });
  };
};

const Line = ({ absence }: { absence: Absence }) => {
  const { t } = useText();
  const spanOf = useSpan();
  return (
    <li>
      <p>{spanOf(absence)}</p>
      {absence.met > 0 ? (
        <p>
          <State kind="care">{t('appointments.absences.met', { count: absence.met })}</State>{' '}
          <a href={`/my-week?day=${dayHere(absence.from)}`}>{t('appointments.absences.toThem')}</a>
        </p>
      ) : null}
      <Press kind="tertiary" small fields={{ do: 'remove', id: absence.id }}>
        {t('appointments.hours.remove')}
      </Press>
    </li>
  );
};

export default function MyAbsences() {
  const { absences } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('appointments.absences.title')} lead={t('appointments.absences.lead')}>
      <Title within={t('nav.myWeek')}>{t('appointments.absences.title')}</Title>
      {absences.length === 0 ? (
        <Empty>{t('appointments.absences.none')}</Empty>
      ) : (
        <ul className="history">
          {absences.map((absence) => (
            <Line key={absence.id} absence={absence} />
          ))}
        </ul>
      )}
      <Section title={t('appointments.absences.add')}>
        <PostForm failure={useFailure()}>
          <DayInput name="fromOn" label={t('appointments.hours.fromOn')} />
          <DayInput
            name="untilOn"
            label={t('appointments.hours.untilOn')}
            hint={t('appointments.absences.untilHint')}
          />
          <TextInput
            name="fromTime"
            label={t('appointments.absences.fromTime')}
            hint={t('appointments.absences.timeHint')}
          />
          <TextInput name="untilTime" label={t('appointments.absences.untilTime')} />
          <Send>{t('appointments.hours.save')}</Send>
        </PostForm>
      </Section>
      <Actions>
        <Go to="/my-week" kind="tertiary">
          {t('appointments.toWeek')}
        </Go>
      </Actions>
    </Page>
  );
}
