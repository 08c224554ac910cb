import { Send } from '../../../web/components/actions.tsx';
import { useFailure } from '../../../web/components/failures.tsx';
import { Pick, PostForm, TextArea, TextInput } from '../../../web/components/form.tsx';
import { Page, Title } from '../../../web/components/layout.tsx';
import { type Form, goTo, type Page as PageOf } from '../../../web/page.ts';
import { useText } from '../../../web/text.tsx';
import type { SectionKey } from '../../kinds/tables.ts';
import { readSections } from '../../sections/read-sections.ts';
import { writeSection, writeSectionInput } from '../../sections/write-section.ts';

/** What the fields are called, for the list of what to mend. */
export const newSectionLabels = {
  key: 'path.section.about',
  title: 'path.section.title',
  text: 'path.section.text',
} as const;

/** What the reader's side can still write about; what is missing comes first. */
export const loadNewSection = async (page: PageOf, customerId: string | null) => {
  const { free, missing, customer } = await page.run(readSections, { customerId });
  const wanted = missing.filter((key) => free.includes(key));
  return { customer, keys: [...wanted, ...free.filter((key) => !wanted.includes(key))] };
};

/** The customer says next who sees it; a professional's is seen by the customer. */
export const sendNewSection = async (page: PageOf, form: Form, customerId: string | null, base: string) => {
  const { id } = await page.run(
    writeSection,
    form.read(writeSectionInput, {
      ...{ customerId, sectionId: null, version: 0, key: form.text('key') || null },
      ...{ title: form.text('title'), text: form.text('text') },
    }),
  );
  return goTo(customerId === null ? `/plan-sections/${id}/shown` : base, 'saved');
};

export const NewSection = ({
  keys,
  within,
  isCustomer,
}: {
  keys: readonly SectionKey[];
  within: string;
  isCustomer: boolean;
}) => {
  const { t } = useText();
  const title = t(isCustomer ? 'path.section.newTitle' : 'path.section.newTitleOther');
  const options = [
    ...keys.map((key) => ({ value: key as string, label: t(`path.content.${key}`) })),
    { value: '', label: t('path.section.ownTitle') },
  ];
  return (
    <Page title={title} lead={t(isCustomer ? 'path.section.newLead' : 'path.section.newLeadOther')}>
      <Title within={within}>{title}</Title>
      <PostForm failure={useFailure()}>
        <Pick name="key" label={t('path.section.about')} options={options} value={options[0]?.value ?? ''} />
        <TextInput name="title" label={t('path.section.title')} hint={t('path.section.titleHint')} />
        <TextArea name="text" label={t('path.section.text')} most={4000} />
        <Send>{t('path.save')}</Send>
      </PostForm>
    </Page>
  );
};
