import { useLoaderData } from 'react-router';
import { Press, Send } from '../../web/components/actions.tsx';
import { Confirm } from '../../web/components/confirm.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { BothVersions, PostForm } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { type NoteVersion, readNote } from '../notes/read-notes.ts';
import { changeNote, noteInput, removeNote } from '../notes/write-note.ts';
import { NoteFields, noteLabels, noteTyped } from './parts/notes.tsx';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader((page) => page.run(readNote, { noteId: page.param('customerNoteId') }));

export const action = formAction(async (page, form) => {
  const noteId = page.param('customerNoteId');
  const { version } = form;
  if (form.text('do') === 'remove') {
    const { customerId } = await page.run(removeNote, { noteId, version });
    return goTo(`/customers/${customerId}`, 'removed');
  }
  await page.run(changeNote, { noteId, version, ...form.read(noteInput, noteTyped(form)) });
  return goTo(`/customer-notes/${noteId}`, 'saved');
}, noteLabels);

const History = ({ versions }: { versions: readonly NoteVersion[] }) => {
  const { t, time } = useText();
  return (
    <Section title={t('path.note.versions')}>
      <ol className="history">
        {versions.map(({ version, at, personName, text, isShown }) => (
          <li key={version}>
            <p className="quiet">
              {personName}, {time(at)}: {t(isShown ? 'path.note.isShown' : 'path.note.isKept')}
            </p>
            <p className="words">{text}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
};

export default function CustomerNote() {
  const { note, customerName, versions } = useLoaderData<typeof loader>();
  const { t } = useText();
  const failure = useFailure();
  return (
    <Page title={t('path.note.title', { name: customerName })} lead={t('path.note.lead')}>
      <Title within={customerName}>{t('path.note.one')}</Title>
      <BothVersions failure={failure} mine={failure?.typed.text?.[0] ?? ''} theirs={note.text} />
      <PostForm failure={failure} version={note.version}>
        <NoteFields text={note.text} isShown={note.isShown} />
        <Send>{t('path.save')}</Send>
      </PostForm>
      <History versions={versions} />
      <Confirm label={t('path.note.remove')} what={t('path.note.removeWhat')}>
        <Press fields={{ do: 'remove', version: note.version }}>{t('path.note.removeNow')}</Press>
      </Confirm>
      <p>
        <a href={`/customers/${note.customerId}`}>{t('path.toPlan')}</a>
      </p>
    </Page>
  );
}
