import { Fragment } from 'react';
import { Press } from '../../../web/components/actions.tsx';
import { TextArea } from '../../../web/components/form.tsx';
import { useText } from '../../../web/text.tsx';
import type { Opening } from '../../ask-back/rules.ts';

type Shown = { openings: readonly Opening[] };

/** Questions to begin from, above the free words: each may be answered or left empty. */
export const Openings = ({ openings }: Shown) => {
  const { t } = useText();
  if (openings.length === 0) return null;
  return (
    <>
      <p>{t('ask.begin')}</p>
      {openings.map((key) => (
        <Fragment key={key}>
          <input type="hidden" name="asked" value={key} />
          <TextArea name={key} label={t(`ask.${key}`)} rows={2} />
        </Fragment>
      ))}
      <p>{t('ask.orFree')}</p>
    </>
  );
};

/** Passes over the questions that are empty, so that others take their place; what is written stays. */
export const OtherOpenings = ({ openings }: Shown) => {
  const { t } = useText();
  if (openings.length === 0) return null;
  return (
    <Press kind="tertiary" fields={{ what: 'pass' }}>
      {t('ask.other')}
    </Press>
  );
};
