import { Section } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import { dayHere, useDayName } from './appointment-words.ts';

type Time = { startsAt: Date };

/** How many days with times one page shows. */
const daysShown = 5;

const byDay = (times: readonly Time[]): [string, Time[]][] => {
  const days = new Map<string, Time[]>();
  for (const time of times) {
    const day = dayHere(time.startsAt);
    days.set(day, [...(days.get(day) ?? []), time]);
  }
  return [...days];
};

const Day = ({ day, times, hrefOf }: { day: string; times: readonly Time[]; hrefOf: (at: string) => string }) => {
  const { t, clock } = useText();
  const dayName = useDayName();
  const shown = times.map(({ startsAt }) => clock(startsAt));
  return (
    <Section title={dayName(day)}>
      <ul className="times">
        {times.map(({ startsAt }, at) => (
          <li key={startsAt.toISOString()}>
            <a href={hrefOf(startsAt.toISOString())}>
              {shown[at]}
              {/* When clocks go back, an hour comes twice. */}
              {shown.indexOf(shown[at] ?? '') < at ? ` ${t('appointments.times.again')}` : ''}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** Free times, day by day, each a link to where it is taken; from a day on, so many days at a time. */
export const TimesByDay = ({
  times,
  from,
  hrefOf,
  laterOf,
}: {
  times: readonly Time[];
  /** First day shown, YYYY-MM-DD; '' for the first there is. */
  from: string;
  hrefOf: (at: string) => string;
  laterOf: (day: string) => string;
}) => {
  const { t } = useText();
  const days = byDay(times).filter(([day]) => day >= from);
  const next = days[daysShown]?.[0];
  if (days.length === 0) return <p className="empty">{t('appointments.times.none')}</p>;
  return (
    <>
      {days.slice(0, daysShown).map(([day, ofDay]) => (
        <Day key={day} day={day} times={ofDay} hrefOf={hrefOf} />
      ))}
      {next ? (
        <p>
          <a href={laterOf(next)}>{t('appointments.times.later')}</a>
        </p>
      ) : null}
    </>
  );
};
