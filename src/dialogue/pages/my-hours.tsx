import { useLoaderData } from 'react-router';
import { readDay } from '../../kernel/clock.ts';
import { readTime } from '../../kernel/local-time.ts';
import { Actions, Go, Press, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { DayInput, Pick, PostForm, TextInput, Tick, Ticks } from '../../web/components/form.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { addOpening, openingInput } from '../appointments/add-opening.ts';
import type { Opening } from '../appointments/free-times.ts';
import { readHours } from '../appointments/read-hours.ts';
import { removeOpening } from '../appointments/remove-hours.ts';
import { ways } from '../appointments/tables.ts';
import { labels } from './parts/appointment-words.ts';
import { numberIn } from './parts/time-in-form.ts';

export const handle: PageHandle = { roles: ['adviser', 'socialWorker'] };

export const loader = pageLoader((page) => page.run((work) => readHours(work), undefined));

export const action = formAction(async (page, form) => {
  if (form.text('do') === 'remove') {
    await page.run(removeOpening, form.text('id'));
    return goTo('/my-hours', 'removed');
  }
  const dayOf = (name: string) => (form.text(name).trim() === '' ? null : readDay(form.text(name)));
  const input = form.read(openingInput, {
    ...{ weekday: numberIn(form, 'weekday'), slotMinutes: numberIn(form, 'slotMinutes') },
    ...{ fromTime: readTime(form.text('fromTime')), toTime: readTime(form.text('toTime')), ways: form.all('ways') },
    ...{ address: form.text('address'), videoLink: form.text('videoLink') },
    ...{ fromOn: dayOf('fromOn'), untilOn: dayOf('untilOn') },
  });
  await page.run(addOpening, input);
  return goTo('/my-hours', 'saved');
}, labels);

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
type Weekday = (typeof weekdays)[number];

const Line = ({ opening }: { opening: Opening }) => {
  const { t, day, clock } = useText();
  const at = (time: string) => clock(`2026-01-01T${time}:00Z`, 'UTC');
  const until = opening.untilOn
    ? t('appointments.hours.lasts', { from: day(opening.fromOn), until: day(opening.untilOn) })
    : '';
  return (
    <li>
      <p>
        <strong>
          {at(opening.fromTime)}–{at(opening.toTime)}
        </strong>{' '}
        {t('appointments.hours.each', { minutes: opening.slotMinutes })}{' '}
        {opening.ways.map((way) => t(`appointments.way.${way}`)).join(', ')}
      </p>
      <p className="quiet">{[opening.address, opening.videoLink, until].filter(Boolean).join(' · ')}</p>
      <Press kind="tertiary" small fields={{ do: 'remove', id: opening.id }}>
        {t('appointments.hours.remove')}
      </Press>
    </li>
  );
};

export default function MyHours() {
  const { openings } = useLoaderData<typeof loader>();
  const { t } = useText();
  const name = (weekday: Weekday) => t(`appointments.weekday.${weekday}`);
  return (
    <Page title={t('appointments.hours.title')} lead={t('appointments.hours.lead')}>
      <Title within={t('nav.myWeek')}>{t('appointments.hours.title')}</Title>
      {openings.length === 0 ? <Empty>{t('appointments.hours.none')}</Empty> : null}
      {weekdays
        .filter((weekday) => openings.some((one) => one.weekday === Number(weekday)))
        .map((weekday) => (
          <Section key={weekday} title={name(weekday)}>
            <ul className="history">
              {openings
                .filter((one) => one.weekday === Number(weekday))
                .map((opening) => (
                  <Line key={opening.id} opening={opening} />
                ))}
            </ul>
          </Section>
        ))}
      <Section title={t('appointments.hours.add')}>
        <PostForm failure={useFailure()}>
          <Pick
            name="weekday"
            label={t('appointments.hours.weekday')}
            options={weekdays.map((weekday) => ({ value: weekday, label: name(weekday) }))}
          />
          <TextInput
            name="fromTime"
            label={t('appointments.hours.from')}
            hint={t('appointments.clock.hint')}
            value="9.00"
          />
          <TextInput name="toTime" label={t('appointments.hours.to')} value="12.00" />
          <TextInput name="slotMinutes" label={t('appointments.hours.slot')} inputMode="numeric" value="45" />
          <Ticks legend={t('appointments.hours.ways')} name="ways">
            {ways.map((way) => (
              <Tick
                key={way}
                name="ways"
                value={way}
                label={t(`appointments.way.${way}`)}
                isTicked={way === 'inPerson'}
              />
            ))}
          </Ticks>
          <TextInput
            name="address"
            label={t('appointments.hours.address')}
            hint={t('appointments.hours.addressHint')}
            value={openings.find(({ address }) => address !== '')?.address ?? ''}
          />
          <TextInput
            name="videoLink"
            label={t('appointments.hours.video')}
            hint={t('appointments.hours.videoHint')}
            value={openings.find(({ videoLink }) => videoLink !== '')?.videoLink ?? ''}
          />
          <DayInput name="fromOn" label={t('appointments.hours.fromOn')} hint={t('appointments.hours.fromOnHint')} />
          <DayInput name="untilOn" label={t('appointments.hours.untilOn')} hint={t('appointments.hours.untilOnHint')} />
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
