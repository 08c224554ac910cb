import { useLoaderData } from 'react-router';
import { Press } from '../../web/components/actions.tsx';
import { Confirm } from '../../web/components/confirm.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { seenBy } from '../profile/audience.ts';
import { endLink, nameOnLink, readLink } from '../profile/links.ts';
import { readMyProfile } from '../profile/read-profile.ts';
import { Preview } from './profile/preview.tsx';
import { asHeading } from './profile/words.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => {
  const { customerId: _, secret, ...link } = await page.run(readLink, page.param('profileLinkId'));
  const profile = await page.run((work) => readMyProfile(work), undefined);
  return {
    link,
    address: secret === null ? null : `${page.app.config.url}/shared/${secret}`,
    nameShown: nameOnLink(page.actor.name, link.nameShown),
    seen: seenBy(profile, link.parts),
  };
});

export const action = formAction(async (page) => {
  await page.run(endLink, page.param('profileLinkId'));
  return goTo('/profile/audiences', 'linkEnded');
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const Address = ({ address }: { address: string }) => {
  const { t } = useText();
  return (
    <div className="link-address">
      <p>{t('profile.link.copy')}</p>
      <p>
        <a href={address}>{address}</a>
      </p>
      <p className="quiet">{t('profile.link.warning')}</p>
    </div>
  );
};

const useLinkFacts = (link: Loaded['link']) => {
  const { t, day, time } = useText();
  const shown = link.parts.map((part) => t(`profile.part.${part}`)).join(', ');
  return [
    { what: t('profile.audience.parts'), value: shown },
    { what: t('profile.link.untilOn'), value: day(link.untilOn) },
    { what: t('profile.link.made'), value: time(link.createdAt) },
    { what: t('profile.link.sign'), value: `#${link.id.slice(-6)}` },
    { what: t('profile.link.opened'), value: t('profile.link.openings', { count: link.openings }) },
    { what: t('profile.link.openedAt'), value: link.openedAt === null ? '' : time(link.openedAt) },
  ];
};

export default function LinkPage() {
  const { link, address, nameShown, seen } = useLoaderData<typeof loader>();
  const { t, day, language } = useText();
  const isOpen = link.state === 'open';
  const standing =
    link.state === 'open' ? t('profile.link.openUntil', { day: day(link.untilOn) }) : t(`profile.link.${link.state}`);
  return (
    <Page title={link.name} lead={asHeading(standing, language)}>
      <Title within={t('profile.audience.title')}>{link.name}</Title>
      {address ? <Address address={address} /> : null}
      <Facts facts={useLinkFacts(link)} />
      {isOpen ? (
        <Confirm label={t('profile.link.end')} what={t('profile.link.endWhat')}>
          <Press fields={{ what: 'end' }}>{t('profile.link.end')}</Press>
        </Confirm>
      ) : null}
      {isOpen ? <Preview title={t('profile.seen.link')} name={nameShown} seen={seen} /> : null}
      <p>
        <a href="/profile/audiences">{t('profile.audience.back')}</a>
      </p>
    </Page>
  );
}
