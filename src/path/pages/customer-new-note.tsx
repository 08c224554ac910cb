import { useLoaderData } from 'react-router';
import { Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readNotes } from '../notes/read-notes.ts';
import { noteInput, writeNote } from '../notes/write-note.ts';
import { NoteFields, noteLabels, noteTyped } from './parts/notes.tsx';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader(async (page) => {
  const { customer } = await page.run(readNotes, { customerId: page.param('customerId') });
  return { customer };
});

export const action = formAction(async (page, form) => {
  const customerId = page.param('customerId');
  await page.run(writeNote, { customerId, ...form.read(noteInput, noteTyped(form)) });
  return goTo(`/customers/${customerId}`, 'saved');
}, noteLabels);

export default function CustomerNewNote() {
  const { customer } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('path.note.newTitle', { name: customer.name })} lead={t('path.note.lead')}>
      <Title within={customer.name}>{t('path.note.new')}</Title>
      <PostForm failure={useFailure()}>
        <NoteFields />
        <Send>{t('path.save')}</Send>
      </PostForm>
      <p>
        <a href={`/customers/${customer.id}`}>{t('path.toPlan')}</a>
      </p>
    </Page>
  );
}
