import { useLoaderData } from 'react-router';
import { mostOfFile } from '../../kernel/files/kinds.ts';
import { badField } from '../../kernel/problem.ts';
import { Press } from '../../web/components/actions.tsx';
import { AnswersBy } from '../../web/components/answers-by.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { type Form, formAction, goTo, type PageHandle, type Page as PageOf, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { closeThread, reopenThread } from '../close-thread.ts';
import { attachFile, removeDraftFile, saveDraft, saveDraftInput } from '../drafts.ts';
import { markRead, markReadInput } from '../mark-read.ts';
import { readThreadOnPage, type ThreadView } from '../read-thread.ts';
import { writeMessage, writeMessageInput } from '../write-message.ts';
import { Closings } from './parts/closings.tsx';
import { LiveScript } from './parts/live-script.tsx';
import { MessageList, useOtherName } from './parts/message-list.tsx';
import { WriteMessage } from './parts/write-message.tsx';
import { StandingTag } from './thread-standing.tsx';

export const handle: PageHandle = {
  roles: ['customer', 'businessContact', 'adviser', 'socialWorker'],
  upload: mostOfFile,
};

export const loader = pageLoader((page) =>
  page.run(readThreadOnPage, { threadId: page.param('threadId'), before: page.query.get('before') }),
);

const labels = { text: 'dialogue.write', file: 'dialogue.files.file' } as const;

/** A chosen file goes beside the draft, whichever button was pressed; true when there was one. */
const attachChosen = async (page: PageOf, threadId: string): Promise<boolean> => {
  if (page.isTooLarge) throw badField('file', 'files.wrong.tooLarge');
  const { upload } = page;
  if (!upload) return false;
  await page.run(attachFile, { threadId, name: upload.name, pieces: upload.pieces });
  return true;
};

/** Keeps what is written, and the file that was chosen. */
const save = async (page: PageOf, form: Form, threadId: string): Promise<boolean> => {
  await page.run(saveDraft, form.read(saveDraftInput, { threadId, text: form.text('text') }));
  return attachChosen(page, threadId);
};

/** The small buttons beside the form: what they do, and what is said then. */
const presses: Record<string, (page: PageOf, form: Form, threadId: string) => Promise<string>> = {
  markRead: async (page, form, threadId) => {
    const upTo = form.text('newestId') || null;
    await page.run(markRead, form.read(markReadInput, { threadId, upTo }));
    return 'saved';
  },
  removeFile: async (page, form, threadId) => {
    await page.run(removeDraftFile, { threadId, fileId: form.text('fileId') });
    return 'saved';
  },
  close: async (page, _form, threadId) => {
    await page.run(closeThread, { threadId });
    return 'threadClosed';
  },
  reopen: async (page, _form, threadId) => {
    await page.run(reopenThread, { threadId });
    return 'threadReopened';
  },
  save: async (page, form, threadId) => {
    await save(page, form, threadId);
    return 'saved';
  },
  attach: async (page, form, threadId) => {
    if (!(await save(page, form, threadId))) throw badField('file', 'dialogue.files.choose');
    return 'fileAttached';
  },
};

export const action = formAction(async (page, form) => {
  const threadId = page.param('threadId');
  const pressed = form.text('do');
  const press = Object.hasOwn(presses, pressed) ? presses[pressed] : undefined;
  if (press) return goTo(`/threads/${threadId}`, await press(page, form, threadId));
  const message = form.read(writeMessageInput, {
    ...{ threadId, text: form.text('text'), readUpTo: form.text('newestId') || null },
    wantsReceipt: form.has('wantsReceipt'),
  });
  await attachChosen(page, threadId);
  await page.run(writeMessage, message);
  return goTo(`/threads/${threadId}`, 'sent');
}, labels);

const MarkRead = ({ thread }: { thread: ThreadView }) => {
  const { t } = useText();
  return (
    <div id="unread">
      {thread.unread === 0 ? null : (
        <p className="mark-read">
          <span>{t('dialogue.unread', { count: thread.unread })}</span>
          <Press kind="tertiary" small fields={{ do: 'markRead', newestId: thread.newestId ?? '' }}>
            {t('dialogue.markRead')}
          </Press>
        </p>
      )}
    </div>
  );
};

/** What became of the challenge a business's thread is about, and that one can go on. */
const About = ({ thread: { standing } }: { thread: ThreadView }) => {
  const { t } = useText();
  if (standing === 'open') return null;
  return (
    <p>
      <StandingTag standing={standing} /> {standing === 'withdrawn' ? null : t(`dialogue.about.${standing}`)}
    </p>
  );
};

const Step = ({ thread: { step, mySide } }: { thread: ThreadView }) => {
  const { t } = useText();
  if (!step || mySide === 'business') return null;
  return (
    <p>
      {t('dialogue.about.step')} <a href={`/steps/${step.id}`}>{step.title}</a>
    </p>
  );
};

const useLead = () => {
  const { t } = useText();
  return ({ role, subject, challengeTitle, mySide }: ThreadView): string => {
    if (role === null) return t('dialogue.about', { challenge: challengeTitle ?? '' });
    const about = challengeTitle ? `${subject}. ${t('dialogue.about', { challenge: challengeTitle })}` : subject;
    return mySide === 'customer' ? `${about} (${t(`role.${role}`)})` : about;
  };
};

export default function Thread() {
  const { thread, promised, isLatest } = useLoaderData<typeof loader>();
  const { t } = useText();
  const leadOf = useLead();
  const other = useOtherName()(thread);
  return (
    <Page title={other} lead={leadOf(thread)}>
      <Title within={t('nav.threads')}>{[other, thread.subject].join(', ')}</Title>
      <About thread={thread} />
      <Step thread={thread} />
      <MessageList thread={thread} isLatest={isLatest} />
      {isLatest ? (
        <div id="promised">
          {promised ? (
            <p>
              <AnswersBy promised={promised} isMine={thread.mySide === 'professional'} />
            </p>
          ) : null}
        </div>
      ) : null}
      {isLatest ? <MarkRead thread={thread} /> : null}
      {isLatest ? <WriteMessage thread={thread} /> : null}
      {isLatest ? <Closings thread={thread} /> : null}
      {isLatest && thread.standing !== 'withdrawn' ? <LiveScript threadId={thread.id} /> : null}
    </Page>
  );
}
