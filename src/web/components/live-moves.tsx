import { useRouteLoaderData } from 'react-router';
import { useText } from '../text.tsx';

/** Runs in the browser: says once that something new waits, with a link; what is on the page stays as it is read. Stands on its own. */
const followMoves = ({ path, said }: { path: string; said: string }): void => {
  let stream: EventSource | null = null;
  const rest = () => {
    stream?.close();
    stream = null;
  };
  const say = () => {
    const place = document.getElementById('moves-live');
    if (!place || place.firstChild) return;
    const link = document.createElement('a');
    link.href = location.pathname;
    link.textContent = said;
    place.append(link);
  };
  const follow = () => {
    if (stream || document.visibilityState === 'hidden') return;
    stream = new EventSource(path);
    stream.addEventListener('changed', say);
    stream.addEventListener('closed', rest);
  };
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? rest() : follow()));
  window.addEventListener('pagehide', rest);
  window.addEventListener('pageshow', follow);
  follow();
};

/** Says politely that something new waits for me, where script runs; the list is read anew by the link. */
export const LiveMoves = () => {
  const frame = useRouteLoaderData<{ nonce: string }>('root');
  const { t } = useText();
  if (!frame) return null;
  const page = JSON.stringify({ path: '/my-moves/live', said: t('moves.live') }).replaceAll('<', '\\u003c');
  return (
    <>
      <p id="moves-live" role="status" />
      <script
        nonce={frame.nonce}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: our own source and texts, with < escaped
        dangerouslySetInnerHTML={{ __html: `(${followMoves.toString()})(${page})` }}
      />
    </>
  );
};
