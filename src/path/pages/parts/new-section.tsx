import { Send } from '../../../web/components/actions.tsx';
import { useFailure } from '../../../web/components/failures.tsx';
import { Pick, PostForm, TextArea, TextInput } from '../../../web/components/form.tsx';
import { Page, Title } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import type { SectionKey } from '../../kinds/tables.ts';

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
