import { acceptedFiles, mostOfFile } from '../../kernel/files/kinds.ts';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, FileInput, Pick, TextInput, UploadForm } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { offerInput } from '../documents/document-input.ts';
import { offerDocument } from '../documents/offer-document.ts';
import { classOptions, documentLabels, shownOptions } from './parts/document-words.ts';
import { fileFaults, sentFile } from './parts/sent-file.ts';

export const handle: PageHandle = { roles: ['customer'], upload: mostOfFile };

export const action = formAction(async (page, form) => {
  const input = form.read(
    offerInput,
    {
      ...{ title: form.text('title'), class: form.text('class'), shownTo: form.text('shownTo') },
    },
    fileFaults(page),
  );
  const { id } = await page.run(offerDocument, { ...input, ...sentFile(page) });
  return goTo(`/documents/${id}`, 'documentGiven');
}, documentLabels);

export default function NewDocument() {
  const { t } = useText();
  return (
    <Page title={t('documents.offer')} lead={t('documents.offer.lead')}>
      <Title within={t('nav.documents')}>{t('documents.offer')}</Title>
      <UploadForm failure={useFailure()}>
        <TextInput name="title" label={t('documents.field.title')} hint={t('documents.title.hint')} />
        <Pick name="class" label={t('documents.field.class')} options={classOptions(t)} value="certificate" />
        <Choice
          name="shownTo"
          label={t('documents.field.shownTo')}
          hint={t('documents.shown.hint')}
          options={shownOptions(t, { asker: null, isKept: false }).filter(({ value }) => value !== 'nobody')}
        />
        <FileInput
          name="file"
          label={t('documents.field.file')}
          hint={t('documents.file.hint')}
          accept={acceptedFiles}
        />
        <Actions>
          <Send>{t('documents.give')}</Send>
          <Go to="/documents" kind="tertiary">
            {t('documents.toMine')}
          </Go>
        </Actions>
      </UploadForm>
    </Page>
  );
}
