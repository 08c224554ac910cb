import { useLoaderData } from 'react-router';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { BothVersions, PostForm } from '../../web/components/form.tsx';
import { KeepTyped } from '../../web/components/keep-typed.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { changeExperience } from '../profile/change-experience.ts';
import { readExperience } from '../profile/read-profile.ts';
import { keepDraft } from './keep-draft.ts';
import { ExperienceFields, experienceLabels } from './profile/experience-fields.tsx';
import { experienceIn } from './profile/experience-in.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run(readExperience, page.param('experienceId')));

export const action = keepDraft(
  formAction(async (page, form) => {
    const experienceId = page.param('experienceId');
    const input = { ...experienceIn(form), experienceId, version: form.version };
    const { storyId, suggestions } = await page.run(changeExperience, input);
    return suggestions > 0
      ? goTo(`/know-how/stories/${storyId}`)
      : goTo(`/profile/experiences/${experienceId}`, 'saved');
  }, experienceLabels),
);

const inWords = (parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join('\n');

export default function EditExperience() {
  const experience = useLoaderData<typeof loader>();
  const failure = useFailure();
  const { t, language } = useText();
  const typed = failure?.typed;
  return (
    <Page title={t('profile.experience.edit')} lead={t('knowHow.edit.lead')}>
      <Title within={experience.title}>{t('profile.experience.edit')}</Title>
      <PostForm version={experience.version} failure={failure}>
        <BothVersions
          failure={failure}
          mine={inWords([typed?.title?.[0], typed?.place?.[0], typed?.did?.[0]])}
          theirs={inWords([experience.title, experience.place, experience.did])}
        />
        <ExperienceFields told={experience} language={language} />
        <p className="quiet">{t('profile.experience.private')}</p>
        <Actions>
          <Send>{t('profile.save')}</Send>
          <Go kind="tertiary" to={`/profile/experiences/${experience.id}`}>
            {t('knowHow.edit.back')}
          </Go>
        </Actions>
      </PostForm>
      <KeepTyped />
    </Page>
  );
}
