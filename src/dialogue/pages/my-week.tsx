import { useLoaderData } from 'react-router';
import { addDays } from '../../kernel/clock.ts';
import { Actions, Go } from '../../web/components/actions.tsx';
import { Cards } from '../../web/components/cards.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readMyWeek } from '../appointments/read-appointments.ts';
import { AppointmentLine } from './parts/appointment-line.tsx';
import { dayHere, useDayName, useWhen } from './parts/appointment-words.ts';

export const handle: PageHandle = { roles: ['adviser', 'socialWorker'] };

export const loader = pageLoader((page) => page.run(readMyWeek, { day: page.query.get('day') ?? '' }));

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const Day = ({ day, appointments, others }: { day: string } & Pick<Loaded, 'appointments' | 'others'>) => {
  const { t } = useText();
  const when = useWhen();
  const dayName = useDayName();
  const mine = appointments.filter(({ startsAt }) => dayHere(startsAt) === day);
  const kept = others.filter(({ startsAt }) => dayHere(startsAt) === day);
  const isEmpty = mine.length + kept.length === 0;
  return (
    <Section title={dayName(day)}>
      {isEmpty ? <p className="quiet">{t('appointments.week.nobody')}</p> : null}
      {mine.length > 0 ? (
        <Cards>
          {mine.map((one) => (
            <AppointmentLine key={one.id} one={one} side="professional" level={3} />
          ))}
        </Cards>
      ) : null}
      {kept.map((one) => (
        <p key={one.startsAt.toISOString()} className="quiet">
          {t('appointments.week.other', { when: when(one) })}
        </p>
      ))}
    </Section>
  );
};

export default function MyWeek() {
  const { monday, appointments, others } = useLoaderData<typeof loader>();
  const { t, day } = useText();
  const hasWeekend = [...appointments, ...others].some(({ startsAt }) => dayHere(startsAt) > addDays(monday, 4));
  const days = Array.from({ length: hasWeekend ? 7 : 5 }, (_, at) => addDays(monday, at));
  const title = t('appointments.week.title', { from: day(monday), until: day(addDays(monday, 6)) });
  return (
    <Page title={title}>
      <Title>{t('nav.myWeek')}</Title>
      <Actions>
        <Go to={`/my-week?day=${addDays(monday, -7)}`} kind="tertiary">
          {t('appointments.week.before')}
        </Go>
        <Go to={`/my-week?day=${addDays(monday, 7)}`} kind="tertiary">
          {t('appointments.week.after')}
        </Go>
      </Actions>
      {days.map((one) => (
        <Day key={one} day={one} appointments={appointments} others={others} />
      ))}
      <Actions>
        <Go to="/my-hours" kind="secondary">
          {t('appointments.hours.title')}
        </Go>
        <Go to="/my-absences" kind="secondary">
          {t('appointments.absences.title')}
        </Go>
        <Go to="/my-calendar" kind="tertiary">
          {t('appointments.feed.title')}
        </Go>
      </Actions>
    </Page>
  );
}
