import { useActionData } from 'react-router';
import type { FormFailure } from '../page.ts';
import { useText } from '../text.tsx';

/** The id of a field; the errors' links point at it. */
export const fieldId = (name: string): string => `field-${name}`;

const isFailure = (data: unknown): data is FormFailure =>
  typeof data === 'object' && data !== null && 'problem' in data && 'typed' in data;

/** What was wrong with the form just sent to this page; undefined when nothing was. */
export const useFailure = (): FormFailure | undefined => {
  const data = useActionData<unknown>();
  return isFailure(data) ? data : undefined;
};

/**
 * What to mend, as the first thing of the page, each line a link to its field. It takes the focus when the page opens, which every
 * screen reader says aloud, also without script.
 */
export const Failures = () => {
  const failure = useFailure();
  const { t } = useText();
  if (!failure) return null;
  const { problem } = failure;
  return (
    // biome-ignore lint/a11y/noAutofocus: the page opens because something needs mending; this says what
    <section className="mend" aria-labelledby="mend" tabIndex={-1} autoFocus>
      <h2 id="mend" className="aksel-heading aksel-heading--small">
        {problem.title}
      </h2>
      {problem.fields.length > 0 ? (
        <ul>
          {problem.fields.map(({ field, message, label }) => (
            <li key={field + message}>
              <a href={`#${fieldId(field)}`}>{label ? `${label} – ${message}` : message}</a>
            </li>
          ))}
        </ul>
      ) : (
        <p>{problem.what}</p>
      )}
      {problem.code === 'changedMeanwhile' ? <p className="quiet">{t('form.nothingLost')}</p> : null}
    </section>
  );
};
