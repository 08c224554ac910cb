import { useLoaderData } from 'react-router';
import { Actions, Press, Send } from '../../web/components/actions.tsx';
import { Confirm } from '../../web/components/confirm.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { endLink, nameOnLink, readLink, readLinkShown, shareByLink } from '../profile/links.ts';
import { Preview } from './profile/preview.tsx';
import { ShareFields, shareLabels } from './profile/share-fields.tsx';
import { shownIn } from './profile/shown-in.ts';
import { asHeading } from './profile/words.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => {
  const { customerId: _, secret, ...link } = await page.run(readLink, page.param('profileLinkId'));
  const shown = await page.run(readLinkShown, link.id);
  return {
    link,
    address: secret === null ? null : `${page.app.config.url}/shared/${secret}`,
    nameShown: nameOnLink(page.actor.name, link.nameShown),
    shown,
  };
});

export const action = formAction(async (page, form) => {
  const linkId = page.param('profileLinkId');
  if (form.text('what') === 'end') {
    await page.run(endLink, linkId);
    return goTo('/profile/audiences', 'linkEnded');
  }
  await page.run(shareByLink, { ...shownIn(form), linkId, version: form.version });
  return goTo(`/profile/links/${linkId}`, 'saved');
}, shareLabels);

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
  return [
    { what: t('profile.link.untilOn'), value: day(link.untilOn) },
    { what: t('profile.link.made'), value: time(link.createdAt) },
    { what: t('profile.link.sign'), value: `#${link.id.slice(-6)}` },
    { what: t('profile.link.opened'), value: t('profile.link.openings', { count: link.openings }) },
    { what: t('profile.link.openedAt'), value: link.openedAt === null ? '' : time(link.openedAt) },
  ];
};

export default function LinkPage() {
  const { link, address, nameShown, shown } = useLoaderData<typeof loader>();
  const failure = useFailure();
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
      {isOpen ? (
        <>
          <Preview title={t('profile.seen.link')} name={nameShown} seen={shown.seen} />
          <Section title={t('profile.link.change')}>
            <PostForm failure={failure} version={shown.version}>
              <ShareFields audience="link" choices={shown.choices} newOnes={shown.newOnes} failure={failure} />
              <Actions>
                <Send>{t('profile.save')}</Send>
              </Actions>
            </PostForm>
          </Section>
        </>
      ) : null}
      <p>
        <a href="/profile/audiences">{t('profile.audience.back')}</a>
      </p>
    </Page>
  );
}
