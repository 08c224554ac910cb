import { useLoaderData } from 'react-router';
import { Press } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { type Form, formAction, goTo, type Page as OpenPage, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { chosenSkillInput } from '../add-know-how.ts';
import { changeKnowHow } from '../change-know-how.ts';
import { decideKnowHow, decideKnowHowInput } from '../decide-know-how.ts';
import { readNearSkills } from '../near-skills.ts';
import { readKnowHow } from '../read-know-how.ts';
import { findSkills } from './find-skills.ts';
import { asNotNow } from './keep-draft.ts';
import { SkillSearch } from './skill-search.tsx';

export const handle: PageHandle = {
  roles: ['customer'],
  script: ['knowHow.change.', 'knowHow.search.', 'knowHow.because'],
};

export const loader = pageLoader(async (page) => {
  const { id, label, state, words, version, storyId } = await page.run(readKnowHow, page.param('knowHowId'));
  const near = await page.run(readNearSkills, id);
  return { id, label, state, words, version, storyId, near, ...(await findSkills(page)) };
});

const settle = (page: OpenPage, form: Form) => {
  const { version } = form;
  const knowHowId = page.param('knowHowId');
  if (!form.has('what'))
    return page.run(changeKnowHow, { knowHowId, version, ...form.read(chosenSkillInput, { uri: form.text('uri') }) });
  return page.run(decideKnowHow, {
    knowHowId,
    version,
    ...form.read(decideKnowHowInput, { decision: form.text('what') }),
  });
};

const labels = { uri: 'knowHow.search.choose' } as const;

export const action = formAction(async (page, form) => {
  const { state, storyId, left } = await asNotNow(settle(page, form));
  return goTo(left > 0 ? `/know-how/stories/${storyId}` : '/know-how', state === 'dropped' ? 'removed' : 'kept');
}, labels);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const LeaveOut = ({ state, version }: Pick<Loaded, 'state' | 'version'>) => {
  const { t } = useText();
  const isDropped = state === 'dropped';
  return (
    <Section title={isDropped ? t('knowHow.change.dropped') : t('knowHow.change.dropTitle')}>
      <Press fields={{ what: isDropped ? 'bringBack' : 'drop', version }}>
        {isDropped ? t('knowHow.change.bringBack') : t('knowHow.change.drop')}
      </Press>
    </Section>
  );
};

const Because = ({ words }: Pick<Loaded, 'words'>) => {
  const { t } = useText();
  return words.length === 0 ? undefined : (
    <>
      {t('knowHow.because')} <q>{words.join(' … ')}</q>
    </>
  );
};

export default function ChangeKnowHow() {
  const { id, label, state, words, version, storyId, near, query, found } = useLoaderData<typeof loader>();
  const failure = useFailure();
  const { t, language } = useText();
  const title = label.charAt(0).toLocaleUpperCase(language) + label.slice(1);
  return (
    <Page title={title} lead={words.length > 0 ? <Because words={words} /> : undefined}>
      <Title within={t('knowHow.change.title')}>{title}</Title>
      <Section title={t('knowHow.change.search')}>
        <SkillSearch
          query={query}
          found={found}
          near={near}
          failure={failure}
          version={version}
          send={t('knowHow.change.send')}
        />
      </Section>
      <LeaveOut state={state} version={version} />
      <p>
        <a href={storyId === null ? `/know-how/${id}` : `/know-how/stories/${storyId}`}>{t('knowHow.change.back')}</a>
      </p>
    </Page>
  );
}
