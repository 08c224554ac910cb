import { useLoaderData } from 'react-router';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { BothVersions, PostForm, TextArea, TextInput } from '../../web/components/form.tsx';
import { KeepTyped } from '../../web/components/keep-typed.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import type { NoteDraft } from '../appointments/notes.ts';
import { publishNote } from '../appointments/publish-note.ts';
import { readAppointmentWithNotes } from '../appointments/read-appointments.ts';
import { writeNote, writeNoteInput } from '../appointments/write-note.ts';
import { labels } from './parts/appointment-words.ts';

export const handle: PageHandle = { roles: ['adviser', 'socialWorker'] };

export const loader = pageLoader(async (page) => {
  const one = await page.run(readAppointmentWithNotes, page.param('appointmentId'));
  return { id: one.id, customerName: one.customerName, startsAt: one.startsAt, draft: one.notes.draft };
});

export const action = formAction(async (page, form) => {
  const appointmentId = page.param('appointmentId');
  const input = form.read(writeNoteInput, {
    ...{ appointmentId, version: form.version, text: form.text('text'), agreed: form.text('agreed') },
  });
  const isPublished = form.text('do') === 'publish';
  await page.run(async (work) => {
    const { version } = await writeNote(work, input);
    if (isPublished) await publishNote(work, { appointmentId, version });
    return { version };
  }, undefined);
  return isPublished
    ? goTo(`/appointments/${appointmentId}`, 'notePublished')
    : goTo(`/appointments/${appointmentId}/note`, 'saved');
}, labels);

const Draft = ({ id, draft }: { id: string; draft: NoteDraft }) => {
  const { t } = useText();
  const failure = useFailure();
  return (
    <>
      <p>{t('appointments.note.lead')}</p>
      <BothVersions failure={failure} mine={failure?.typed.text?.[0] ?? ''} theirs={draft.text} />
      <PostForm failure={failure} version={draft.version}>
        <TextArea name="text" label={t('appointments.note.text')} value={draft.text} rows={10} most={10_000} />
        <TextInput
          name="agreed"
          label={t('appointments.note.agreed')}
          hint={t('appointments.note.agreedHint')}
          value={draft.agreed}
        />
        <Actions>
          <Send name="do" value="publish">
            {t('appointments.note.publish')}
          </Send>
          <Send kind="secondary" name="do" value="save">
            {t('appointments.note.save')}
          </Send>
          <Go to={`/appointments/${id}`} kind="tertiary">
            {t('appointments.back')}
          </Go>
        </Actions>
        <KeepTyped />
      </PostForm>
    </>
  );
};

export default function AppointmentNote() {
  const { id, customerName, startsAt, draft } = useLoaderData<typeof loader>();
  const { t, time } = useText();
  return (
    <Page title={t('appointments.note.title')} lead={`${customerName}, ${time(startsAt)}`}>
      <Title within={t('nav.myWeek')}>{`${t('appointments.note.title')}, ${customerName}`}</Title>
      {draft ? (
        <Draft id={id} draft={draft} />
      ) : (
        <>
          <Empty>{t('appointments.note.notYet')}</Empty>
          <Actions>
            <Go to={`/appointments/${id}`} kind="tertiary">
              {t('appointments.back')}
            </Go>
          </Actions>
        </>
      )}
    </Page>
  );
}
