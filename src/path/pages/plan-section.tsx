import { useLoaderData } from 'react-router';
import { Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { BothVersions, PostForm, TextArea, TextInput } from '../../web/components/form.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readSection, type SectionVersion, type SectionView } from '../sections/read-sections.ts';
import { writeSection, writeSectionInput } from '../sections/write-section.ts';
import { ComparedText } from './parts/compared-text.tsx';
import { newSectionLabels } from './parts/new-section-act.ts';
import { aboutText } from './parts/plan-words.ts';
import { WhoSees } from './parts/sections.tsx';

export const handle: PageHandle = { roles: ['customer', 'adviser', 'socialWorker'] };

const backTo = (role: string, customerId: string): string => {
  if (role === 'customer') return '/plan/sections';
  return role === 'adviser' ? `/customers/${customerId}/sections` : `/social-work/${customerId}`;
};

export const loader = pageLoader(async (page) => {
  const found = await page.run(readSection, { sectionId: page.param('planSectionId') });
  const { role } = page.actor;
  return { ...found, isCustomer: role === 'customer', back: backTo(role, found.section.customerId) };
});

export const action = formAction(async (page, form) => {
  const sectionId = page.param('planSectionId');
  const written = { customerId: null, sectionId, key: null, title: form.text('title'), text: form.text('text') };
  await page.run(writeSection, form.read(writeSectionInput, { ...written, version: form.version }));
  return goTo(`/plan-sections/${sectionId}`, 'saved');
}, newSectionLabels);

const Write = ({ section }: { section: SectionView }) => {
  const { t } = useText();
  const failure = useFailure();
  return (
    <>
      <BothVersions failure={failure} mine={failure?.typed.text?.[0] ?? ''} theirs={section.text} />
      <PostForm failure={failure} version={section.version}>
        {section.key === null ? <TextInput name="title" label={t('path.section.title')} value={section.title} /> : null}
        <TextArea
          name="text"
          label={t('path.section.text')}
          hint={t('path.section.textHint')}
          value={section.text}
          most={4000}
        />
        <Send>{t('path.save')}</Send>
      </PostForm>
    </>
  );
};

/** So many of the newest versions are shown with what changed in them; the older ones as they were. */
const compared = 10;

const History = ({ versions }: { versions: readonly SectionVersion[] }) => {
  const { t, time } = useText();
  return (
    <Section title={t('path.section.history')}>
      <ol className="history">
        {versions.map(({ version, at, personName, title, text }, index) => (
          <li key={version}>
            <p className="quiet">{t('path.goalBy', { name: personName, at: time(at) })}</p>
            {title ? <p>{title}</p> : null}
            {index + 1 < Math.min(versions.length, compared) ? (
              <ComparedText before={versions[index + 1]?.text ?? ''} after={text} />
            ) : (
              <p className="words">{text}</p>
            )}
            {text ? null : <p className="quiet">{t('path.emptied')}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
};

export default function PlanSection() {
  const { section, versions, isCustomer, back } = useLoaderData<typeof loader>();
  const { t } = useText();
  const title = aboutText(t, section);
  return (
    <Page title={title}>
      <Title within={t('path.section.page')}>{title}</Title>
      {section.isMine ? (
        <Write section={section} />
      ) : section.text ? (
        <p className="words">{section.text}</p>
      ) : (
        <Empty>{t('path.section.emptied')}</Empty>
      )}
      <WhoSees section={section} isCustomer={isCustomer} />
      {isCustomer ? (
        <p>
          <a href={`/plan-sections/${section.id}/shown`}>{t('path.section.chooseWho')}</a>
        </p>
      ) : null}
      <History versions={versions} />
      <p className="no-print">
        <a href={back}>{t('path.section.back')}</a>
      </p>
    </Page>
  );
}
