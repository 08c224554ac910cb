import { Press } from '../../../web/components/actions.tsx';
import { TextArea } from '../../../web/components/form.tsx';
import { useText } from '../../../web/text.tsx';
import { longestAnswer, type Opening } from '../../ask-back/rules.ts';

/** Questions to begin from, beside the free words: each may be answered, left empty, or changed for another. */
export const Openings = ({ openings }: { openings: readonly Opening[] }) => {
  const { t } = useText();
  if (openings.length === 0) return null;
  return (
    <>
      <p>{t('ask.begin')}</p>
      {openings.map((key) => (
        <div key={key} className="opening">
          <input type="hidden" name="asked" value={key} />
          <TextArea name={key} label={t(`ask.${key}`)} rows={2} most={longestAnswer} />
          <Press small kind="tertiary" fields={{ what: 'pass', key }}>
            {t('ask.other')}
            <span className="aksel-sr-only">: {t(`ask.${key}`)}</span>
          </Press>
        </div>
      ))}
      <p>{t('ask.orFree')}</p>
    </>
  );
};
