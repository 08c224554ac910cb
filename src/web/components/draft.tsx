import { createContext, type ReactNode, useContext, useState } from 'react';
import { useRouteLoaderData } from 'react-router';
import { type Draft, draftForm, wordsOf } from '../draft.ts';
import { useText } from '../text.tsx';

/** Whether the page has a form of its own. It is written while the page renders and read by what stands after the page. */
const PageForm = createContext({ isThere: false });

export const PageFormProvider = ({ children }: { children: ReactNode }) => {
  const [form] = useState({ isThere: false });
  return <PageForm value={form}>{children}</PageForm>;
};

/** The draft that the page's form shows again; null when nothing was half written. */
export const useDraft = (): Draft | null => useRouteLoaderData<{ draft: Draft | null }>('root')?.draft ?? null;

/** For the page's one form: tells that it is there, and gives its draft. */
export const usePageForm = (): Draft | null => {
  useContext(PageForm).isThere = true;
  return useDraft();
};

/** A form sent twice by an impatient thumb works once. The browser keeps the server's key. */
export const Once = () => (
  <input
    type="hidden"
    name="once"
    defaultValue={import.meta.env.SSR ? crypto.randomUUID() : ''}
    suppressHydrationWarning
  />
);

/** What was written for a form that is no longer on the page, such as in a conversation that ended meanwhile: to take along. */
export const LeftOver = () => {
  const draft = useDraft();
  const { t } = useText();
  const form = useContext(PageForm);
  const words = draft === null || form.isThere ? [] : wordsOf(draft);
  if (words.length === 0) return null;
  return (
    <section className="section left-over">
      <h2 className="aksel-heading aksel-heading--small">{t('form.mine')}</h2>
      <p>{t('form.leftOver')}</p>
      {words.map((text) => (
        <p key={text} className="words">
          {text}
        </p>
      ))}
    </section>
  );
};

/** The form that the buttons outside a form belong to on a page that has none of its own. Stands after the page. */
export const SpareForm = () => {
  const form = useContext(PageForm);
  if (form.isThere) return null;
  return (
    <form id={draftForm} method="post">
      <Once />
    </form>
  );
};
