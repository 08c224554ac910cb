import { useFailure } from '../../web/components/failures.tsx';
import { PostForm } from '../../web/components/form.tsx';
import { KeepTyped } from '../../web/components/keep-typed.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { addExperience } from '../profile/add-experience.ts';
import { keepDraft } from './keep-draft.ts';
import { ExperienceFields, experienceLabels } from './profile/experience-fields.tsx';
import { experienceIn } from './profile/experience-in.ts';
import { SaveActions } from './profile/save-actions.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const action = keepDraft(
  formAction(async (page, form) => {
    const { id, storyId, suggestions } = await page.run(addExperience, experienceIn(form));
    return suggestions > 0 ? goTo(`/know-how/stories/${storyId}`) : goTo(`/profile/experiences/${id}`, 'saved');
  }, experienceLabels),
);

export default function NewExperience() {
  const failure = useFailure();
  const { t, language } = useText();
  return (
    <Page title={t('profile.experience.new')} lead={t('profile.experience.newLead')}>
      <Title within={t('profile.title')}>{t('profile.experience.new')}</Title>
      <PostForm failure={failure}>
        <ExperienceFields language={language} />
        <p className="quiet">{t('profile.experience.private')}</p>
        <SaveActions />
      </PostForm>
      <KeepTyped />
    </Page>
  );
}
