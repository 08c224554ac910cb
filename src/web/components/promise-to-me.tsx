import type { PromiseToMe as Promised } from '../../dialogue/index.ts';
import { useText } from '../text.tsx';
import { AnswersBy } from './answers-by.tsx';

/** What my adviser has promised me, and by when the first thing I sent is answered. */
export const PromiseToMe = ({ promise }: { promise: Promised }) => {
  const { t } = useText();
  const { adviser, days, rough, nextOn, isLate } = promise;
  return (
    <>
      <p>
        {t('promise.toMe', { days })} {rough === 'unknown' ? '' : t(`promise.rough.${rough}`)}
      </p>
      {nextOn ? (
        <p>
          <a href="/my-moves#waiting">
            <AnswersBy name={adviser} on={nextOn} isLate={isLate} />
          </a>
        </p>
      ) : null}
    </>
  );
};
