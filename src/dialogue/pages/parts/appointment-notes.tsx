import { Go, Send } from '../../../web/components/actions.tsx';
import { More } from '../../../web/components/confirm.tsx';
import { State } from '../../../web/components/facts.tsx';
import { TextArea } from '../../../web/components/form.tsx';
import { Section } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import type { NoteVersion } from '../../appointments/notes.ts';
import type { AppointmentWithNotes } from '../../appointments/read-appointments.ts';

const Version = ({ version, customerName }: { version: NoteVersion; customerName: string }) => {
  const { t, time } = useText();
  return (
    <div className="note">
      <p className="quiet">{t('appointments.note.by', { name: version.authorName, at: time(version.at) })}</p>
      <p className="words">{version.text}</p>
      {version.agreed ? <p>{t('appointments.note.weAgreed', { agreed: version.agreed })}</p> : null}
      {version.answeredAt ? (
        <p className="quiet">{t('appointments.note.readBy', { name: customerName, at: time(version.answeredAt) })}</p>
      ) : null}
      {version.answer ? <p className="words">{t('appointments.note.said', { answer: version.answer })}</p> : null}
    </div>
  );
};

/** What was written of an appointment: the latest, the customer's answer to it, and what was published before. Part of the page's form. */
export const AppointmentNotes = ({ one, isCustomer }: { one: AppointmentWithNotes; isCustomer: boolean }) => {
  const { t } = useText();
  const { versions, draft } = one.notes;
  const [latest, ...earlier] = versions;
  const hasDraft = draft !== null && draft.version > 0 && !draft.isPublished;
  if (!latest && !hasDraft) return null;
  return (
    <Section title={t('appointments.note.title')}>
      {hasDraft ? (
        <p>
          <State kind="care">{t('appointments.note.draft')}</State>
        </p>
      ) : null}
      {latest ? <Version version={latest} customerName={one.customerName} /> : null}
      {latest?.agreed ? (
        <p>
          <Go to={`/appointments/${one.id}/step`} kind="secondary">
            {t('appointments.step.make')}
          </Go>
        </p>
      ) : null}
      {latest && isCustomer && latest.answeredAt === null ? (
        <>
          <input type="hidden" name="noteVersion" value={latest.version} />
          <TextArea
            name="answer"
            label={t('appointments.note.answer')}
            hint={t('appointments.note.answerHint')}
            rows={3}
            most={2000}
          />
          <Send name="do" value="answer">
            {t('appointments.note.haveRead')}
          </Send>
        </>
      ) : null}
      {earlier.length > 0 ? (
        <More label={t('appointments.note.earlier', { count: earlier.length })}>
          {earlier.map((version) => (
            <Version key={version.version} version={version} customerName={one.customerName} />
          ))}
        </More>
      ) : null}
    </Section>
  );
};
