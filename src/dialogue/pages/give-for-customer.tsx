import { useLoaderData } from 'react-router';
import { acceptedFiles, mostOfFile } from '../../kernel/files/kinds.ts';
import { ActingEnd, actingIn, actingLabels } from '../../web/components/acting.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, FileInput, UploadForm } from '../../web/components/form.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { giveForCustomer, giveForCustomerInput } from '../documents/for-customer.ts';
import { readDocument } from '../documents/read-documents.ts';
import { documentLabels, shownOptions } from './parts/document-words.ts';
import { fileFaults, sentFile } from './parts/sent-file.ts';

export const handle: PageHandle = { roles: ['adviser'], upload: mostOfFile };

export const loader = pageLoader(async (page) => (await page.run(readDocument, page.param('documentId'))).document);

export const action = formAction(
  async (page, form) => {
    const documentId = page.param('documentId');
    const input = form.read(
      giveForCustomerInput,
      { shownTo: form.text('shownTo'), ...actingIn(form) },
      fileFaults(page),
    );
    await page.run(giveForCustomer, { documentId, version: form.version, ...input, ...sentFile(page) });
    return goTo(`/documents/${documentId}`, 'doneForCustomer');
  },
  { ...documentLabels, ...actingLabels },
);

export default function GiveForCustomer() {
  const one = useLoaderData<typeof loader>();
  const { t } = useText();
  const failure = useFailure();
  const back = `/documents/${one.id}`;
  const canGive = one.role === 'adviser' && (one.state === 'asked' || one.state === 'notHad');
  return (
    <Page title={t('acted.paper.giveTitle', { title: one.title })} lead={t('acted.paper.lead')}>
      <Title within={one.customerName}>{t('acted.paper.short')}</Title>
      {canGive ? (
        <UploadForm failure={failure}>
          <input type="hidden" name="version" value={one.version} />
          <FileInput name="file" label={t('acted.paper.file')} hint={t('documents.file.hint')} accept={acceptedFiles} />
          <Choice
            name="shownTo"
            label={t('acted.paper.shownTo')}
            hint={t('acted.paper.shownHint')}
            value={one.role}
            options={shownOptions(t, { asker: one.role, isKept: true })}
          />
          <ActingEnd back={back} />
        </UploadForm>
      ) : (
        <Empty>
          <p>{t('acted.paper.notNow')}</p>
          <a href={back}>{t('acted.leave')}</a>
        </Empty>
      )}
    </Page>
  );
}
