import { languageNames } from '../../../kernel/language-names.ts';
import { Choice, Pick, TextArea } from '../../../web/components/form.tsx';
import { useText } from '../../../web/text.tsx';
import type { AppointmentKind, Way } from '../../appointments/tables.ts';

/** Languages interpreters are asked for here. */
const interpreted = [
  'ar',
  'ckb',
  'de',
  'en',
  'es',
  'et',
  'fa',
  'fr',
  'ku',
  'pl',
  'prs',
  'ru',
  'so',
  'sv',
  'th',
  'tr',
  'uk',
  'vi',
  'zh',
];

/** What an appointment is for, how one meets, and what else is to be known of it. */
export const KindField = ({ kinds }: { kinds: readonly AppointmentKind[] }) => {
  const { t } = useText();
  return (
    <Pick
      name="kind"
      label={t('appointments.field.kind')}
      value="other"
      options={kinds.map((kind) => ({ value: kind, label: t(`appointments.kind.${kind}`) }))}
    />
  );
};

export const WayField = ({ ways }: { ways: readonly Way[] }) => {
  const { t } = useText();
  return (
    <Choice
      name="way"
      label={t('appointments.field.way')}
      value={ways[0] ?? null}
      options={ways.map((way) => ({ value: way, label: t(`appointments.way.${way}`) }))}
    />
  );
};

export const InterpreterField = () => {
  const { t, language } = useText();
  const nameOf = languageNames(language);
  const named = interpreted.map((code) => ({ value: code, label: nameOf(code) ?? code }));
  return (
    <Pick
      name="interpreter"
      label={t('appointments.field.interpreter')}
      options={[
        { value: '', label: t('appointments.interpreter.none') },
        ...named.sort((a, b) => a.label.localeCompare(b.label, language)),
      ]}
    />
  );
};

export const MessageField = ({ hint }: { hint: string }) => {
  const { t } = useText();
  return <TextArea name="message" label={t('appointments.field.message')} hint={hint} rows={3} most={1000} />;
};
