import { useLoaderData } from 'react-router';
import { mostOfFile } from '../../kernel/files/kinds.ts';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm, Tick } from '../../web/components/form.tsx';
import { KeepTyped } from '../../web/components/keep-typed.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { openThreadWithCustomer, threadWithCustomerInput } from '../open-thread-with.ts';
import { choicesWithCustomer } from '../thread-choices.ts';
import { aboutIn, aboutOf, NewThreadFields, newThreadLabels } from './parts/new-thread-fields.tsx';
import { chosenFile } from './parts/sent-file.ts';

export const handle: PageHandle = { roles: ['adviser', 'socialWorker'], upload: mostOfFile };

export const loader = pageLoader(async (page) => ({
  ...(await page.run(choicesWithCustomer, { customerId: page.param('customerId') })),
  about: aboutOf(page.query),
}));

export const action = formAction(async (page, form) => {
  const input = form.read(threadWithCustomerInput, {
    ...{ subject: form.text('subject'), text: form.text('text') },
    ...aboutIn(form),
    wantsReceipt: form.has('wantsReceipt'),
  });
  const customerId = page.param('customerId');
  const { id } = await page.run(openThreadWithCustomer, { customerId, ...input, file: chosenFile(page) });
  return goTo(`/threads/${id}`, 'sent');
}, newThreadLabels);

export default function CustomerNewThread() {
  const { customer, about, ...choices } = useLoaderData<typeof loader>();
  const { t } = useText();
  const failure = useFailure();
  return (
    <Page title={t('dialogue.new.to', { name: customer.name })} lead={t('dialogue.new.leadProfessional')}>
      <Title within={t('nav.threads')}>{t('dialogue.new.to', { name: customer.name })}</Title>
      <PostForm failure={failure} hasFile>
        <NewThreadFields choices={choices} about={about} />
        <Tick name="wantsReceipt" label={t('dialogue.receipt.want')} hint={t('dialogue.receipt.wantHint')} />
        <Actions>
          <Send>{t('dialogue.send')}</Send>
          <Go to="/threads" kind="tertiary">
            {t('dialogue.new.back')}
          </Go>
        </Actions>
        <KeepTyped />
      </PostForm>
    </Page>
  );
}
