import { useLoaderData } from 'react-router';
import { Go } from '../../web/components/actions.tsx';
import { State } from '../../web/components/facts.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { type AudienceView, readAudience } from '../profile/audience-share.ts';
import { readLinks } from '../profile/links.ts';
import { shareKinds } from '../profile/tables.ts';

export const handle: PageHandle = { roles: ['customer'] };

/** Of each kind, how many things are shown. */
const countsOf = ({ choices }: AudienceView) =>
  shareKinds.flatMap((kind) => {
    const count = choices.filter((one) => one.kind === kind && one.isShown && !one.isHidden).length;
    return count > 0 ? [{ kind, count }] : [];
  });

export const loader = pageLoader(async (page) => {
  const adviser = await page.run(readAudience, 'adviser');
  const business = await page.run(readAudience, 'business');
  const links = await page.run((work) => readLinks(work), undefined);
  return {
    isConsented: adviser.isConsented,
    adviser: countsOf(adviser),
    business: countsOf(business),
    links: links.map(({ id, name, state, untilOn, openings }) => ({ id, name, state, untilOn, openings })),
  };
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const useCounts = () => {
  const { t } = useText();
  return (counts: Loaded['adviser']) =>
    counts.map(({ kind, count }) => t(`profile.share.count.${kind}`, { count })).join(', ');
};

const Adviser = ({ adviser, isConsented }: Pick<Loaded, 'adviser' | 'isConsented'>) => {
  const { t } = useText();
  const inWords = useCounts();
  const sees =
    adviser.length > 0 ? t('profile.audience.adviserSees', { parts: inWords(adviser) }) : t('profile.audience.none');
  return (
    <Section title={t('profile.audience.adviser')}>
      <p>{isConsented ? sees : t('profile.audience.adviserNothing')}</p>
      <Go kind="secondary" to="/profile/adviser">
        {t('profile.audience.adviserGo')}
      </Go>
    </Section>
  );
};

const Business = ({ business }: Pick<Loaded, 'business'>) => {
  const { t } = useText();
  const inWords = useCounts();
  return (
    <Section title={t('profile.itemAudience.business')}>
      <p>{t('profile.audience.businessWhat')}</p>
      <p>
        {business.length > 0
          ? t('profile.audience.businessTicked', { parts: inWords(business) })
          : t('profile.audience.businessNothing')}
      </p>
      <Go kind="secondary" to="/profile/business">
        {t('profile.audience.businessChoose')}
      </Go>
      <p>
        <a href="/answers">{t('profile.audience.businessGo')}</a>
      </p>
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
  const { isConsented, adviser, business, links } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('profile.audience.title')} lead={t('profile.audience.lead')}>
      <Title within={t('profile.title')}>{t('profile.audience.title')}</Title>
      <Section title={t('profile.audience.me')}>
        <p>{t('profile.audience.meWhat')}</p>
      </Section>
      <Adviser adviser={adviser} isConsented={isConsented} />
      <Business business={business} />
      <Links links={links} />
      <p>
        <a href="/profile">{t('profile.back')}</a>
      </p>
    </Page>
  );
}
