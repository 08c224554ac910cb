import { useLoaderData } from 'react-router';
import { useFailure } from '../../web/components/failures.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { addKnowHow, chosenSkillInput } from '../add-know-how.ts';
import { findSkills } from './find-skills.ts';
import { SkillSearch } from './skill-search.tsx';

export const handle: PageHandle = { roles: ['customer'], script: ['knowHow.add.', 'knowHow.search.'] };

export const loader = pageLoader(findSkills);

/** What the page calls its fields. */
const labels = { uri: 'knowHow.search.choose' } as const;

export const action = formAction(async (page, form) => {
  await page.run(addKnowHow, form.read(chosenSkillInput, { uri: form.text('uri') }));
  return goTo('/know-how', 'kept');
}, labels);

export default function AddKnowHow() {
  const { query, found } = useLoaderData<typeof loader>();
  const failure = useFailure();
  const { t } = useText();
  return (
    <Page title={t('knowHow.add.title')} lead={t('knowHow.add.lead')}>
      <Title>{t('knowHow.add.title')}</Title>
      <SkillSearch query={query} found={found} failure={failure} send={t('knowHow.add.send')} />
    </Page>
  );
}
