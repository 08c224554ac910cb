import { useLoaderData } from 'react-router';
import { readDoneForMe } from '../../kernel/acting/acted-for.ts';
import { State } from '../components/facts.tsx';
import { Empty, Page, Title } from '../components/layout.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run((work) => readDoneForMe(work), undefined));

export default function DoneForMe() {
  const all = useLoaderData<typeof loader>();
  const { t, time } = useText();
  return (
    <Page title={t('acted.title')} lead={t('acted.lead')}>
      <Title within={t('account.title')}>{t('acted.title')}</Title>
      {all.length === 0 ? <Empty>{t('acted.none')}</Empty> : null}
      <ul className="mails">
        {all.map((one) => (
          <li key={one.id}>
            <a href={`/acted-for/${one.id}`} className="move__what">
              {t(`acted.what.${one.what}`)}
            </a>
            <span className="quiet">
              {t('acted.line', { name: one.officialName, way: t(`acted.way.${one.way}`), at: time(one.at) })}
            </span>
            {one.state === 'told' ? null : (
              <span>
                <State kind={one.state === 'disputed' ? 'care' : 'good'}>{t(`acted.state.${one.state}`)}</State>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Page>
  );
}
