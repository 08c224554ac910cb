import { acceptedFiles } from '../../../kernel/files/kinds.ts';
import { More } from '../../../web/components/confirm.tsx';
import { useFailure } from '../../../web/components/failures.tsx';
import { FileInput, Pick, TextArea, TextInput } from '../../../web/components/form.tsx';
import type { Form } from '../../../web/page.ts';
import { useText } from '../../../web/text.tsx';
import type { AboutChoices } from '../../thread-choices.ts';

export const newThreadLabels = {
  with: 'dialogue.new.with',
  subject: 'dialogue.new.subject',
  text: 'dialogue.write',
  about: 'dialogue.new.about',
  file: 'dialogue.files.file',
} as const;

/** What was chosen in `about`: a step, a challenge, or neither. */
export const aboutIn = (form: Form): { stepId: string | null; challengeId: string | null } => {
  const [kind, id = null] = form.text('about').split(' ');
  return { stepId: kind === 'step' ? id : null, challengeId: kind === 'challenge' ? id : null };
};

/** What a link to a new thread says it is about: `?step=` or `?challenge=`. */
export const aboutOf = (query: URLSearchParams): string => {
  const [step, challenge] = [query.get('step'), query.get('challenge')];
  if (step) return `step ${step}`;
  return challenge ? `challenge ${challenge}` : '';
};

/** What a new thread is about, and its first message, with a file where there is one. */
export const NewThreadFields = ({ choices, about }: { choices: AboutChoices; about: string }) => {
  const { t } = useText();
  const isFileWrong = useFailure()?.problem.fields.some(({ field }) => field === 'file') ?? false;
  const options = [
    { value: '', label: t('dialogue.new.about.nothing') },
    ...choices.steps.map(({ id, title }) => ({ value: `step ${id}`, label: t('dialogue.new.about.step', { title }) })),
    ...choices.challenges.map(({ id, title }) => ({
      value: `challenge ${id}`,
      label: t('dialogue.new.about.challenge', { title }),
    })),
  ];
  return (
    <>
      <TextInput name="subject" label={t('dialogue.new.subject')} hint={t('dialogue.new.subjectHint')} />
      {options.length > 1 ? (
        <Pick name="about" label={t('dialogue.new.about')} options={options} value={about} />
      ) : null}
      <TextArea name="text" label={t('dialogue.write')} rows={6} most={4000} />
      <More label={t('dialogue.files.add')} isOpen={isFileWrong}>
        <FileInput
          name="file"
          label={t('dialogue.files.file')}
          hint={t('dialogue.files.hintFirst')}
          accept={acceptedFiles}
        />
      </More>
    </>
  );
};
