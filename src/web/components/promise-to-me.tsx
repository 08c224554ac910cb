import type { OwnPromise, PromiseToMe as Promised } from '../../dialogue/index.ts';
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
            <AnswersBy promised={{ name: adviser, on: nextOn, isLate }} />
          </a>
        </p>
      ) : null}
    </>
  );
};

/** How an adviser has kept their own promise, where they begin their day and at their desk; below it, what is counted (`children`). */
export const KeptPromise = ({ promise: { days, figure }, children }: { promise: OwnPromise; children?: string }) => {
  const { t } = useText();
  return (
    <>
      <h2 className="aksel-heading aksel-heading--xsmall">
        <a href="/reply-promise">{t('nav.replyPromise')}</a>
      </h2>
      <p>{t('promise.mine', { days })}</p>
      <p>{t('promise.mine.kept', { kept: figure.kept, of: figure.of, days: figure.days, late: figure.late })}</p>
      {children ? <p className="quiet">{children}</p> : null}
    </>
  );
};
