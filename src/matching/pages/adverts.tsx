import { useLoaderData } from 'react-router';
import { Go } from '../../web/components/actions.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { showAdverts } from '../adverts/show-adverts.ts';
import { AdvertList } from './advert-list.tsx';
import { Objects } from './objects.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run((work) => showAdverts(work), undefined));

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

const Nothing = ({ isOn, isConsented, objectsSince }: Shown) => {
  const { t } = useText();
  if (!isOn) return <Empty>{t('matching.adverts.off')}</Empty>;
  if (objectsSince)
    return (
      <Empty>
        <Objects since={objectsSince} what="adverts" />
      </Empty>
    );
  if (!isConsented)
    return (
      <Empty>
        <p>{t('matching.adverts.noConsent')}</p>
        <Go to="/matches">{t('matching.adverts.toConsent')}</Go>
      </Empty>
    );
  return (
    <Empty>
      <p>{t('matching.adverts.nothing')}</p>
      <Go to="/know-how">{t('matching.tellMore')}</Go>
    </Empty>
  );
};

export default function AdvertsPage() {
  const found = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page
      title={t('matching.adverts.title')}
      lead={t(found.isDemo ? 'matching.adverts.leadDemo' : 'matching.adverts.lead')}
    >
      <Title within={t('nav.matches')}>{t('matching.adverts.title')}</Title>
      {found.adverts.length === 0 ? <Nothing {...found} /> : <AdvertList adverts={found.adverts} level={2} />}
      <ul className="ways-on">
        <li>
          <a href="/matches">{t('matching.adverts.back')}</a>
        </li>
        <li>
          <a href="/how-matching-works">{t('matching.how.link')}</a>
        </li>
      </ul>
    </Page>
  );
}
