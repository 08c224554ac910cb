import { useLoaderData } from 'react-router';
import { Problem } from '../../kernel/problem.ts';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { BothVersions, PostForm } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { changeChallenge, changeChallengeInput } from '../change-challenge.ts';
import { readChallenge } from '../read-challenge.ts';
import { challengeLabels, OtherFields, ProblemField, toldIn } from './challenge-fields.tsx';

export const handle: PageHandle = { roles: ['businessContact'] };

export const loader = pageLoader(async (page) => {
  const challenge = await page.run(readChallenge, { challengeId: page.param('challengeId') });
  if (!challenge.canChange) throw new Problem('notNow');
  return challenge;
});

export const action = formAction(async (page, form) => {
  const challengeId = page.param('challengeId');
  const changes = form.read(changeChallengeInput, { ...toldIn(form), challengeId });
  await page.run(changeChallenge, { ...changes, version: form.version });
  return goTo(`/challenges/${challengeId}`, 'saved');
}, challengeLabels);

export default function EditChallenge() {
  const challenge = useLoaderData<typeof loader>();
  const { t } = useText();
  const failure = useFailure();
  const mine = [failure?.typed.title?.[0], failure?.typed.problem?.[0]].join('\n\n');
  return (
    <Page title={t('business.edit.title')} lead={t('business.edit.lead')}>
      <Title within={challenge.title || t('business.untitled')}>{t('business.edit.tab')}</Title>
      <BothVersions failure={failure} mine={mine} theirs={[challenge.title, challenge.problem].join('\n\n')} />
      <PostForm failure={failure} version={challenge.version}>
        <ProblemField problem={challenge.problem} />
        <OtherFields told={challenge} />
        <Actions>
          <Send>{t('business.save')}</Send>
          <Go to={`/challenges/${challenge.id}`} kind="tertiary">
            {t('business.back')}
          </Go>
        </Actions>
      </PostForm>
    </Page>
  );
}
