import { acceptedFiles } from '../../../kernel/files/kinds.ts';
import { Actions, Press, Send } from '../../../web/components/actions.tsx';
import { More } from '../../../web/components/confirm.tsx';
import { useFailure } from '../../../web/components/failures.tsx';
import { FileInput, PostForm, TextArea, Tick } from '../../../web/components/form.tsx';
import { Empty } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import type { MessageDraft } from '../../drafts.ts';
import type { ThreadView } from '../../read-thread.ts';
import { useFileSize } from './file-words.ts';

const Attached = ({ draft }: { draft: MessageDraft }) => {
  const { t } = useText();
  const size = useFileSize();
  if (draft.files.length === 0) return null;
  return (
    <>
      <p>{t('dialogue.files.goAlong')}</p>
      <ul className="message__files">
        {draft.files.map((file) => (
          <li key={file.id}>
            {file.name} <span className="quiet">{size(file.size)}</span>{' '}
            <Press kind="tertiary" small fields={{ do: 'removeFile', fileId: file.id }}>
              {t('dialogue.files.remove', { name: file.name })}
            </Press>
          </li>
        ))}
      </ul>
    </>
  );
};

const hintOf = ({ role, mySide }: ThreadView) => {
  if (role === null) return 'dialogue.writeHint' as const;
  return mySide === 'customer'
    ? ('dialogue.writeHint.toProfessional' as const)
    : ('dialogue.writeHint.toCustomer' as const);
};

/** Where one writes to the other side: the draft as it was saved, files that go along, and who wants to see that it has been read. */
export const WriteMessage = ({ thread }: { thread: ThreadView }) => {
  const { t, time } = useText();
  const failure = useFailure();
  if (thread.standing === 'withdrawn') return <Empty>{t('dialogue.closed')}</Empty>;
  if (thread.isClosed) return null;
  const { draft } = thread;
  const isFileWrong = failure?.problem.fields.some(({ field }) => field === 'file') ?? false;
  return (
    <PostForm failure={failure} hasFile>
      <input type="hidden" name="newestId" value={thread.newestId ?? ''} />
      <TextArea
        name="text"
        label={t('dialogue.write')}
        hint={t(hintOf(thread))}
        value={draft?.text ?? ''}
        rows={5}
        most={4000}
      />
      <p className="quiet" id="draft-saved" aria-live="off">
        {draft ? t('dialogue.draft.savedAt', { at: time(draft.savedAt) }) : ''}
      </p>
      {draft ? <Attached draft={draft} /> : null}
      {thread.mySide === 'professional' ? (
        <Tick name="wantsReceipt" label={t('dialogue.receipt.want')} hint={t('dialogue.receipt.wantHint')} />
      ) : null}
      <Actions>
        <Send name="do" value="send">
          {t('dialogue.send')}
        </Send>
        <Send kind="secondary" name="do" value="save">
          {t('dialogue.draft.save')}
        </Send>
      </Actions>
      <More label={t('dialogue.files.add')} isOpen={isFileWrong}>
        <FileInput
          name="file"
          label={t('dialogue.files.file')}
          hint={t('dialogue.files.hint')}
          accept={acceptedFiles}
        />
        <Send kind="secondary" small name="do" value="attach">
          {t('dialogue.files.attach')}
        </Send>
      </More>
    </PostForm>
  );
};
