import { useLoaderData } from 'react-router';
import { Press } from '../../web/components/actions.tsx';
import { Confirm } from '../../web/components/confirm.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { endFeed, readFeed, renewFeed } from '../appointments/feed.ts';

export const handle: PageHandle = { roles: ['customer', 'adviser', 'socialWorker'] };

export const loader = pageLoader(async (page) => {
  const feed = await page.run((work) => readFeed(work), undefined);
  const isCustomer = page.actor.role === 'customer';
  return {
    address: feed && `${page.app.config.url}/calendar/${feed.secret}`,
    madeAt: feed?.madeAt ?? null,
    isCustomer,
  };
});

export const action = formAction(async (page, form) => {
  if (form.text('do') === 'end') {
    await page.run((work) => endFeed(work), undefined);
    return goTo('/my-calendar', 'calendarEnded');
  }
  await page.run((work) => renewFeed(work), undefined);
  return goTo('/my-calendar', 'calendarMade');
});

export default function MyCalendar() {
  const { address, madeAt, isCustomer } = useLoaderData<typeof loader>();
  const { t, time } = useText();
  return (
    <Page title={t('appointments.feed.title')} lead={t('appointments.feed.lead')}>
      <Title within={t(isCustomer ? 'nav.appointments' : 'nav.myWeek')}>{t('appointments.feed.title')}</Title>
      {address && madeAt ? (
        <>
          <div className="link-address">
            <p>{t('appointments.feed.copy')}</p>
            <p>
              <a href={address}>{address}</a>
            </p>
            <p className="quiet">{t('appointments.feed.warning', { at: time(madeAt) })}</p>
          </div>
          <Section title={t('appointments.feed.change')}>
            <Confirm label={t('appointments.feed.renew')} what={t('appointments.feed.renewWhat')}>
              <Press fields={{ do: 'renew' }}>{t('appointments.feed.renew')}</Press>
            </Confirm>
            <Confirm label={t('appointments.feed.end')} what={t('appointments.feed.endWhat')}>
              <Press fields={{ do: 'end' }}>{t('appointments.feed.end')}</Press>
            </Confirm>
          </Section>
        </>
      ) : (
        <p>
          <Press kind="primary" fields={{ do: 'renew' }}>
            {t('appointments.feed.make')}
          </Press>
        </p>
      )}
      <p>
        <a href={isCustomer ? '/appointments' : '/my-week'}>
          {t(isCustomer ? 'appointments.toMine' : 'appointments.toWeek')}
        </a>
      </p>
    </Page>
  );
}
