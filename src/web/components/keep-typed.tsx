import { useRouteLoaderData } from 'react-router';
import { draftForm } from '../draft.ts';
import { keepTyped } from '../keep-typed.ts';

/** Known to the signed-in writer's page alone. */
type Frame = { nonce: string; writer: string | null };

const sourceFor = (writer: string): string => `(() => {
const form = document.getElementById(${JSON.stringify(draftForm)});
if (!form) return;
try {
  const store = window.sessionStorage;
  const fields = [...form.querySelectorAll('textarea[name], input[type="text"][name]')];
  const listen = (name, act) => form.addEventListener(name, act);
  const key = ${JSON.stringify(`typed ${writer} `)} + location.pathname;
  (${keepTyped.toString()})({ fields, addEventListener: listen }, { store, key, page: window });
} catch {}
})()`;

/** After the form of a page without script of its own: what is typed in it stays when its writer leaves by a link, in their tab alone. */
export const KeepTyped = () => {
  const frame = useRouteLoaderData<Frame>('root');
  if (!frame?.writer) return null;
  return (
    <script
      nonce={frame.nonce}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own source and an id
      dangerouslySetInnerHTML={{ __html: sourceFor(frame.writer) }}
    />
  );
};
