import { useLoaderData } from 'react-router';
import { acceptedFiles, mostOfFile } from '../../kernel/files/kinds.ts';
import { ActingEnd, actingIn, actingLabels } from '../../web/components/acting.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, FileInput, Pick, TextInput, UploadForm } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { offerForCustomer, offerForCustomerInput, readWhoBrings } from '../documents/for-customer.ts';
import { classOptions, documentLabels, shownOptions } from './parts/document-words.ts';
import { fileFaults, sentFile } from './parts/sent-file.ts';

export const handle: PageHandle = { roles: ['adviser'], upload: mostOfFile };

export const loader = pageLoader((page) => page.run(readWhoBrings, { customerId: page.param('customerId') }));

export const action = formAction(
  async (page, form) => {
    const customerId = page.param('customerId');
    const input = form.read(
      offerForCustomerInput,
      {
        ...{ title: form.text('title'), class: form.text('class'), shownTo: form.text('shownTo') },
        ...actingIn(form),
      },
      fileFaults(page),
    );
    await page.run(offerForCustomer, { customerId, ...input, ...sentFile(page) });
    return goTo(`/customers/${customerId}/act-for`, 'doneForCustomer');
  },
  { ...documentLabels, ...actingLabels },
);

export default function OfferForCustomer() {
  const { id, name } = useLoaderData<typeof loader>();
  const { t } = useText();
  const whoMay = shownOptions(t, { asker: null, isKept: false }).filter(({ value }) => value !== 'nobody');
  return (
    <Page title={t('acted.paper.offerTitle', { name })} lead={t('acted.paper.lead')}>
      <Title within={name}>{t('acted.paper.short')}</Title>
      <UploadForm failure={useFailure()}>
        <TextInput name="title" label={t('documents.field.title')} hint={t('documents.title.hint')} />
        <Pick name="class" label={t('documents.field.class')} options={classOptions(t)} value="certificate" />
        <FileInput name="file" label={t('acted.paper.file')} hint={t('documents.file.hint')} accept={acceptedFiles} />
        <Choice name="shownTo" label={t('acted.paper.shownTo')} hint={t('acted.paper.shownHint')} options={whoMay} />
        <ActingEnd back={`/customers/${id}/act-for`} />
      </UploadForm>
    </Page>
  );
}
