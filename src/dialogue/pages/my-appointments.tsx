import { useLoaderData } from 'react-router';
import { Actions, Go } from '../../web/components/actions.tsx';
import { Cards } from '../../web/components/cards.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readMyAppointments } from '../appointments/read-appointments.ts';
import { AppointmentLine } from './parts/appointment-line.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run((work) => readMyAppointments(work), undefined));

export default function MyAppointments() {
  const { coming, past, professionals } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('appointments.mine.title')} lead={t('appointments.mine.lead')}>
      <Title>{t('nav.appointments')}</Title>
      {coming.length > 0 ? (
        <Cards>
          {coming.map((one) => (
            <AppointmentLine key={one.id} one={one} side="customer" />
          ))}
        </Cards>
      ) : (
        <Empty>{professionals.length > 0 ? t('appointments.mine.none') : t('appointments.mine.nobody')}</Empty>
      )}
      <Actions>
        {professionals.length > 0 ? <Go to="/appointments/new">{t('appointments.mine.book')}</Go> : null}
        <Go to="/my-calendar" kind="tertiary">
          {t('appointments.feed.title')}
        </Go>
      </Actions>
      {past.length > 0 ? (
        <Section title={t('appointments.mine.past')}>
          <Cards>
            {past.map((one) => (
              <AppointmentLine key={one.id} one={one} side="customer" level={3} />
            ))}
          </Cards>
        </Section>
      ) : null}
    </Page>
  );
}
