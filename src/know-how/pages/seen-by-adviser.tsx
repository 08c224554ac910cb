import { useLoaderData } from 'react-router';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { BothVersions, PostForm, Tick, Ticks } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { adviserShareInput, readAdviserShare, shareWithAdviser } from '../profile/adviser-share.ts';
import { parts } from '../profile/tables.ts';
import { Preview } from './profile/preview.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run((work) => readAdviserShare(work), undefined));

export const action = formAction(
  async (page, form) => {
    const input = form.read(adviserShareInput, { parts: form.all('parts') });
    await page.run(shareWithAdviser, { ...input, version: form.version });
    return goTo('/profile/adviser', 'saved');
  },
  { parts: 'profile.audience.parts' },
);

export default function SeenByAdviser() {
  const { isConsented, parts: shown, version, seen } = useLoaderData<typeof loader>();
  const failure = useFailure();
  const { t } = useText();
  const inWords = (chosen: readonly string[]) =>
    parts
      .filter((part) => chosen.includes(part))
      .map((part) => t(`profile.part.${part}`))
      .join(', ');
  return (
    <Page title={t('profile.audience.adviser')} lead={t('profile.audience.adviserLead')}>
      <Title within={t('profile.audience.title')}>{t('profile.audience.adviser')}</Title>
      <p>
        {isConsented ? t('profile.audience.consented') : t('profile.audience.notConsented')}{' '}
        <a href="/consents">{t('nav.consents')}</a>
      </p>
      <PostForm failure={failure} version={version}>
        <BothVersions failure={failure} mine={inWords(failure?.typed.parts ?? [])} theirs={inWords(shown)} />
        <Ticks legend={t('profile.audience.parts')} name="parts">
          {parts.map((part) => (
            <Tick
              key={part}
              name="parts"
              value={part}
              label={t(`profile.part.${part}`)}
              isTicked={shown.includes(part)}
            />
          ))}
        </Ticks>
        <Actions>
          <Send>{t('profile.save')}</Send>
          <Go kind="tertiary" to="/profile/audiences">
            {t('profile.audience.back')}
          </Go>
        </Actions>
      </PostForm>
      <Preview title={isConsented ? t('profile.seen.adviser') : t('profile.seen.adviserIf')} seen={seen} name={null} />
    </Page>
  );
}
