import { useLoaderData } from 'react-router';
import { languages } from '../../kernel/languages.ts';
import { ActingEnd, actingIn, actingLabels } from '../../web/components/acting.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Pick, PostForm, TextArea } from '../../web/components/form.tsx';
import { KeepTyped } from '../../web/components/keep-typed.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { longestStory } from '../rules.ts';
import { readWhoTells, storyForCustomerInput, tellStoryForCustomer } from '../story-for-customer.ts';
import { storyLabels } from './story-fields.tsx';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader((page) => page.run(readWhoTells, { customerId: page.param('customerId') }));

export const action = formAction(
  async (page, form) => {
    const input = form.read(storyForCustomerInput, {
      ...{ customerId: page.param('customerId'), text: form.text('text'), language: form.text('language') },
      ...actingIn(form),
    });
    const { id } = await page.run(tellStoryForCustomer, input);
    return goTo(`/told-stories/${id}`, 'doneForCustomer');
  },
  { ...storyLabels, ...actingLabels },
);

export default function StoryForCustomer() {
  const { customer, isShared } = useLoaderData<typeof loader>();
  const { t, language } = useText();
  const failure = useFailure();
  const back = `/customers/${customer.id}/act-for`;
  return (
    <Page title={t('acted.story.title', { name: customer.name })} lead={t('acted.doLead')}>
      <Title within={customer.name}>{t('acted.story.short')}</Title>
      {isShared ? (
        <PostForm failure={failure}>
          <TextArea
            name="text"
            label={t('acted.story.text')}
            hint={t('acted.story.textHint')}
            most={longestStory}
            rows={8}
          />
          <Pick
            name="language"
            label={t('knowHow.language.label')}
            options={languages.map((one) => ({ value: one, label: t(`knowHow.language.${one}`) }))}
            value={language}
          />
          <ActingEnd back={back} />
          <KeepTyped />
        </PostForm>
      ) : (
        <Empty>
          <p>{t('acted.story.notShared')}</p>
          <a href={back}>{t('acted.leave')}</a>
        </Empty>
      )}
    </Page>
  );
}
