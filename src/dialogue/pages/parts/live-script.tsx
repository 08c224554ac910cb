import { useRouteLoaderData } from 'react-router';
import { useText } from '../../../web/text.tsx';
import { type LivePage, liveThread } from './live-thread.ts';

const escaped = (page: LivePage): string => JSON.stringify(page).replaceAll('<', '\\u003c');

/** A thread's page goes on by itself where script runs: what comes appears, what is typed is kept. Without script there is a link. */
export const LiveScript = ({ threadId }: { threadId: string }) => {
  const frame = useRouteLoaderData<{ nonce: string }>('root');
  const { t } = useText();
  if (!frame) return null;
  const page: LivePage = {
    path: `/threads/${threadId}`,
    draftPath: `/api/threads/${threadId}/draft`,
    said: { new: t('dialogue.live.new'), ended: t('dialogue.live.ended'), saved: t('dialogue.draft.saved') },
  };
  return (
    <>
      <p id="live-said" role="status" className="quiet" />
      <script
        nonce={frame.nonce}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: our own source and texts, with < escaped
        dangerouslySetInnerHTML={{ __html: `(${liveThread.toString()})(${escaped(page)})` }}
      />
    </>
  );
};
