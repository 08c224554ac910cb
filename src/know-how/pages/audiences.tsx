import { useLoaderData } from 'react-router';
import { Go } from '../../web/components/actions.tsx';
import { State } from '../../web/components/facts.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readAdviserShare } from '../profile/adviser-share.ts';
import { readLinks } from '../profile/links.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => {
  const { isConsented, parts } = await page.run((work) => readAdviserShare(work), undefined);
  const links = await page.run((work) => readLinks(work), undefined);
  return {
    adviser: { isConsented, parts },
    links: links.map(({ id, name, state, untilOn, openings }) => ({ id, name, state, untilOn, openings })),
  };
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const Adviser = ({ adviser: { isConsented, parts } }: Pick<Loaded, 'adviser'>) => {
  const { t } = useText();
  const shown = ['knowHow' as const, ...parts].map((part) => t(`profile.part.${part}`)).join(', ');
  return (
    <Section title={t('profile.audience.adviser')}>
      <p>{isConsented ? t('profile.audience.adviserSees', { parts: shown }) : t('profile.audience.adviserNothing')}</p>
      <Go kind="secondary" to="/profile/adviser">
        {t('profile.audience.adviserGo')}
      </Go>
    </Section>
  );
};

const Links = ({ links }: Pick<Loaded, 'links'>) => {
  const { t, day } = useText();
  return (
    <Section id="links" title={t('profile.audience.links')}>
      <p>{t('profile.audience.linksWhat')}</p>
      {links.length > 0 ? (
        <ul className="profile-list">
          {links.map(({ id, name, state, untilOn, openings }) => (
            <li key={id}>
              <a href={`/profile/links/${id}`}>{name}</a>{' '}
              <State kind={state === 'open' ? 'good' : 'plain'}>
                {state === 'open' ? t('profile.link.openUntil', { day: day(untilOn) }) : t(`profile.link.${state}`)}
              </State>{' '}
              <span className="quiet">{t('profile.link.openings', { count: openings })}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <Go kind="secondary" to="/profile/links">
        {t('profile.link.new')}
      </Go>
    </Section>
  );
};

export default function Audiences() {
  const { adviser, links } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('profile.audience.title')} lead={t('profile.audience.lead')}>
      <Title within={t('profile.title')}>{t('profile.audience.title')}</Title>
      <Section title={t('profile.audience.me')}>
        <p>{t('profile.audience.meWhat')}</p>
      </Section>
      <Adviser adviser={adviser} />
      <Section title={t('profile.audience.business')}>
        <p>{t('profile.audience.businessWhat')}</p>
        <p>
          <a href="/answers">{t('profile.audience.businessGo')}</a>
        </p>
      </Section>
      <Links links={links} />
      <p>
        <a href="/profile">{t('profile.back')}</a>
      </p>
    </Page>
  );
}
