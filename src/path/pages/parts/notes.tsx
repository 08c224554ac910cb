import { State } from '../../../web/components/facts.tsx';
import { TextArea, Tick } from '../../../web/components/form.tsx';
import { Section } from '../../../web/components/layout.tsx';
import type { Form } from '../../../web/page.ts';
import { useText } from '../../../web/text.tsx';
import type { Note } from '../../notes/load-note.ts';

export const noteLabels = { text: 'path.note.text' } as const;

export const noteTyped = (form: Form) => ({ text: form.text('text'), isShown: form.text('isShown') === 'yes' });

/** What is noted, and whether the customer reads it: said before it is ticked. */
export const NoteFields = ({ text = '', isShown = false }: { text?: string; isShown?: boolean }) => {
  const { t } = useText();
  return (
    <>
      <TextArea
        name="text"
        label={t('path.note.text')}
        hint={t('path.note.textHint')}
        rows={3}
        most={1000}
        value={text}
      />
      <Tick name="isShown" label={t('path.note.show')} hint={t('path.note.showHint')} isTicked={isShown} />
    </>
  );
};

/** An adviser's notes on the customer's page, each with whether the customer reads it. */
export const AdviserNotes = ({ notes, customerId }: { notes: readonly Note[]; customerId: string }) => {
  const { t, time } = useText();
  return (
    <Section id="notes" title={t('path.note.all')}>
      {notes.length === 0 ? <p className="quiet">{t('path.note.none')}</p> : null}
      <ul className="history">
        {notes.map(({ id, text, isShown, authorName, changedAt }) => (
          <li key={id}>
            <p className="words">{text}</p>
            <p className="quiet">
              {authorName}, {time(changedAt)}{' '}
              <State kind={isShown ? 'good' : 'plain'}>{t(isShown ? 'path.note.isShown' : 'path.note.isKept')}</State>
            </p>
            <a href={`/customer-notes/${id}`}>{t('path.note.change')}</a>
          </li>
        ))}
      </ul>
      <p className="no-print">
        <a href={`/customers/${customerId}/notes/new`}>{t('path.note.new')}</a>
      </p>
    </Section>
  );
};

/** What their adviser has noted down and shows them, on the customer's own plan. */
export const ShownNotes = ({ notes }: { notes: readonly Note[] }) => {
  const { t, time } = useText();
  if (notes.length === 0) return null;
  return (
    <Section id="notes" title={t('path.note.shownTitle')}>
      <ul className="history">
        {notes.map(({ id, text, authorName, changedAt }) => (
          <li key={id}>
            <p className="words">{text}</p>
            <p className="quiet">
              {authorName}, {time(changedAt)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
};
