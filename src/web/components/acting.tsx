import { actedWays } from '../../kernel/acting/rules.ts';
import { useText } from '../text.tsx';
import { Choice, TextArea } from './form.tsx';

/** How the customer is there, and why their adviser does it for them: asked in each form that acts for a customer. */
export const ActingFields = () => {
  const { t } = useText();
  return (
    <>
      <Choice
        name="way"
        label={t('acted.way')}
        options={actedWays.map((value) => ({ value, label: t(`acted.way.${value}`) }))}
      />
      <TextArea name="reason" label={t('acted.reason')} hint={t('acted.reasonHint')} rows={3} most={500} />
    </>
  );
};

export const actingLabels = { way: 'acted.way', reason: 'acted.reason' } as const;
