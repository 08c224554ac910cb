import { Send } from '../../../web/components/actions.tsx';
import { Confirm } from '../../../web/components/confirm.tsx';
import { ButtonForm } from '../../../web/components/form.tsx';
import { useText } from '../../../web/text.tsx';
import type { AskedView } from '../../vouching/read-vouching.ts';
import { Said, VouchingStateWord } from './words.tsx';

/** What I have said about each skill, with a way to take it back. */
export const SaidList = ({ vouchings }: Pick<AskedView, 'vouchings'>) => {
  const { t } = useText();
  return (
    <ul className="vouchings">
      {vouchings.map(({ skillId, uri, label, state, how, since, until, canWithdraw }) => (
        <li key={skillId}>
          <p>
            <strong className="vouch__label">{label}</strong> <VouchingStateWord state={state} side="voucher" />
          </p>
          <Said how={how} since={since} until={until} />
          {canWithdraw ? (
            <Confirm label={t('vouch.withdraw.label', { label })} what={t('vouch.withdraw.what')}>
              <ButtonForm>
                <input type="hidden" name="do" value="withdraw" />
                <Send kind="secondary" name="skill" value={uri}>
                  {t('vouch.withdraw.send')}
                </Send>
              </ButtonForm>
            </Confirm>
          ) : null}
        </li>
      ))}
    </ul>
  );
};
