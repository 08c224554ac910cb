import { useLoaderData } from 'react-router';
import { addDays } from '../../kernel/clock.ts';
import { Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { usualDays, writeChallenge, writeChallengeInput } from '../write-challenge.ts';
import { challengeLabels, OtherFields, ProblemField, toldIn } from './challenge-fields.tsx';

export const handle: PageHandle = { roles: ['businessContact'] };

export const loader = pageLoader((page) =>
  page.run(async ({ today }) => ({ language: page.language, untilOn: addDays(today, usualDays) }), undefined),
);

export const action = formAction(async (page, form) => {
  const { untilOn, ...told } = toldIn(form);
  const input = form.read(writeChallengeInput, { ...told, untilOn: untilOn || undefined });
  const { challengeId } = await page.run(writeChallenge, input);
  return goTo(`/challenges/${challengeId}`, 'saved');
}, challengeLabels);

export default function NewChallenge() {
  const { language, untilOn } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('business.new.title')} lead={t('business.new.lead')} side={<p>{t('business.new.private')}</p>}>
      <Title within={t('nav.challenges')}>{t('business.new.tab')}</Title>
      <PostForm failure={useFailure()}>
        <ProblemField />
        <h2 className="aksel-heading aksel-heading--small">{t('business.new.rest')}</h2>
        <p className="quiet">{t('business.new.later')}</p>
        <OtherFields told={{ title: '', place: '', hours: 'any', languages: [], untilOn, language }} />
        <Send>{t('business.new.send')}</Send>
      </PostForm>
    </Page>
  );
}
