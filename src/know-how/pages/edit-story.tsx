import { useLoaderData } from 'react-router';
import { Actions, Go, Press, Send } from '../../web/components/actions.tsx';
import { Confirm } from '../../web/components/confirm.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { BothVersions, PostForm } from '../../web/components/form.tsx';
import { KeepTyped } from '../../web/components/keep-typed.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { changeStory, changeStoryInput } from '../change-story.ts';
import { deleteStory } from '../delete-story.ts';
import { readStoryText } from '../read-story.ts';
import { asNotNow, keepDraft } from './keep-draft.ts';
import { StoryFields, storyLabels } from './story-fields.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run(readStoryText, page.param('storyId')));

export const action = keepDraft(
  formAction(async (page, form) => {
    const storyId = page.param('storyId');
    const { version } = form;
    if (form.text('what') === 'delete') {
      await asNotNow(page.run(deleteStory, { storyId, version }));
      return goTo('/know-how', 'removed');
    }
    const input = form.read(changeStoryInput, { text: form.text('text'), language: form.text('language') });
    await page.run(changeStory, { ...input, storyId, version });
    return goTo(`/know-how/stories/${storyId}`, 'saved');
  }, storyLabels),
);

export default function EditStory() {
  const story = useLoaderData<typeof loader>();
  const failure = useFailure();
  const { t } = useText();
  return (
    <Page title={t('knowHow.edit.title')} lead={t('knowHow.edit.lead')}>
      <Title>{t('knowHow.edit.title')}</Title>
      <PostForm version={story.version} failure={failure}>
        <BothVersions failure={failure} mine={failure?.typed.text?.[0] ?? ''} theirs={story.text} />
        <StoryFields text={story.text} language={story.language} />
        <Actions>
          <Send name="what" value="save">
            {t('knowHow.edit.save')}
          </Send>
          <Go kind="tertiary" to={`/know-how/stories/${story.id}`}>
            {t('knowHow.edit.back')}
          </Go>
        </Actions>
      </PostForm>
      <KeepTyped />
      <Confirm label={t('knowHow.delete.title')} what={t('knowHow.delete.what')}>
        <Press fields={{ what: 'delete', version: story.version }}>{t('knowHow.delete.send')}</Press>
      </Confirm>
    </Page>
  );
}
