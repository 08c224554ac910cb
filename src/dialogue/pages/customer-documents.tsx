import { useLoaderData } from 'react-router';
import { readDay } from '../../kernel/clock.ts';
import { Send } from '../../web/components/actions.tsx';
import { Cards } from '../../web/components/cards.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, DayInput, Pick, PostForm, TextArea, TextInput } from '../../web/components/form.tsx';
import { KeepTyped } from '../../web/components/keep-typed.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { askForDocument } from '../documents/ask-for-document.ts';
import { askInput } from '../documents/document-input.ts';
import { readCustomersDocuments } from '../documents/read-documents.ts';
import { DocumentLine } from './parts/document-line.tsx';
import { classOptions, documentLabels, groundHint } from './parts/document-words.ts';

export const handle: PageHandle = { roles: ['adviser', 'socialWorker'] };

export const loader = pageLoader(async (page) => ({
  ...(await page.run(readCustomersDocuments, page.param('customerId'))),
  base: page.actor.role === 'adviser' ? '/customers' : '/social-work',
}));

export const action = formAction(async (page, form) => {
  const customerId = page.param('customerId');
  const input = form.read(askInput, {
    ...{ title: form.text('title'), why: form.text('why'), class: form.text('class') },
    ...{ ground: form.text('ground'), untilOn: readDay(form.text('untilOn')) },
  });
  await page.run(askForDocument, { customerId, ...input });
  return goTo(`/customers/${customerId}/documents`, 'documentAsked');
}, documentLabels);

const Ask = ({ grounds }: Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'grounds'>) => {
  const { t } = useText();
  const options = grounds.map(({ id, law, keeps }) => {
    const name = t(`documents.ground.${id}`);
    return { value: id, label: `${name} (${law})`, hint: groundHint(t, keeps) };
  });
  return (
    <Section title={t('documents.ask')}>
      <PostForm failure={useFailure()}>
        <TextInput name="title" label={t('documents.field.title')} hint={t('documents.title.hint')} />
        <TextArea name="why" label={t('documents.field.why')} hint={t('documents.why.hint')} most={600} />
        <Pick name="class" label={t('documents.field.class')} options={classOptions(t)} value="certificate" />
        <Choice name="ground" label={t('documents.field.ground')} options={options} />
        <DayInput name="untilOn" label={t('documents.field.untilOn')} />
        <Send>{t('documents.ask.send')}</Send>
        <KeepTyped />
      </PostForm>
    </Section>
  );
};

export default function CustomerDocuments() {
  const { customer, documents, grounds, base } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('documents.of', { name: customer.name })} lead={t('documents.of.lead')}>
      <Title within={customer.name}>{t('documents.of', { name: customer.name })}</Title>
      {documents.length === 0 ? (
        <Empty>{t('documents.of.none')}</Empty>
      ) : (
        <Cards>
          {documents.map((one) => (
            <DocumentLine key={one.id} one={one} level={2} />
          ))}
        </Cards>
      )}
      <Ask grounds={grounds} />
      <p className="no-print">
        <a href={`${base}/${customer.id}`}>{t('documents.toCustomer')}</a>
      </p>
    </Page>
  );
}
