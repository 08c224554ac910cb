import { useLoaderData } from 'react-router';
import { acceptedFiles, mostOfFile } from '../../kernel/files/kinds.ts';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, FileInput, UploadForm } from '../../web/components/form.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { shownInput } from '../documents/document-input.ts';
import { giveDocument } from '../documents/give-document.ts';
import { readDocument } from '../documents/read-documents.ts';
import { documentLabels, shownOptions } from './parts/document-words.ts';
import { fileFaults, sentFile } from './parts/sent-file.ts';

export const handle: PageHandle = { roles: ['customer'], upload: mostOfFile };

export const loader = pageLoader(async (page) => (await page.run(readDocument, page.param('documentId'))).document);

export const action = formAction(async (page, form) => {
  const documentId = page.param('documentId');
  const { shownTo } = form.read(shownInput, { shownTo: form.text('shownTo') }, fileFaults(page));
  await page.run(giveDocument, { documentId, version: form.version, shownTo, ...sentFile(page) });
  return goTo(`/documents/${documentId}`, 'documentGiven');
}, documentLabels);

export default function GiveDocument() {
  const one = useLoaderData<typeof loader>();
  const { t } = useText();
  const failure = useFailure();
  return (
    <Page title={one.title} lead={t('documents.give.lead', { name: one.askedName })}>
      <Title within={t('nav.documents')}>{one.title}</Title>
      {one.moves.includes('give') ? (
        <UploadForm failure={failure}>
          <input type="hidden" name="version" value={one.version} />
          <FileInput
            name="file"
            label={t('documents.field.file')}
            hint={t('documents.file.hint')}
            accept={acceptedFiles}
          />
          <Choice
            name="shownTo"
            label={t('documents.field.shownTo')}
            hint={t('documents.shown.hint')}
            value={one.role}
            options={shownOptions(t, { asker: one.role, isKept: true })}
          />
          <Actions>
            <Send>{t('documents.give')}</Send>
            <Go to={`/documents/${one.id}`} kind="tertiary">
              {t('documents.back')}
            </Go>
          </Actions>
        </UploadForm>
      ) : (
        <>
          <Empty>{t('documents.give.notNow')}</Empty>
          <Actions>
            <Go to={`/documents/${one.id}`} kind="tertiary">
              {t('documents.back')}
            </Go>
          </Actions>
        </>
      )}
    </Page>
  );
}
