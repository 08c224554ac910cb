import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { Confirm } from '../../web/components/confirm.tsx';
import { ButtonForm } from '../../web/components/form.tsx';
import { useText } from '../../web/text.tsx';
import type { Challenge } from '../read-challenge.ts';
import type { Missing, MoveName } from '../rules.ts';

const placeOf = (challengeId: string, missing: Missing): string =>
  missing === 'needs' ? `/challenges/${challengeId}/needs` : `/challenges/${challengeId}/edit#field-${missing}`;

/** What is still to do before customers can see it, each a way there. */
const MissingList = ({ challenge }: { challenge: Challenge }) => {
  const { t } = useText();
  return (
    <>
      <p>{t('business.missing.first')}</p>
      <ul>
        {challenge.missing.map((missing) => (
          <li key={missing} id={`field-${missing}`}>
            <a href={placeOf(challenge.id, missing)}>{t(`business.missing.${missing}`)}</a>
          </li>
        ))}
      </ul>
    </>
  );
};

const MoveButton = ({ move, kind }: { move: MoveName; kind: 'primary' | 'secondary' }) => {
  const { t } = useText();
  return (
    <ButtonForm className="actions">
      <Send kind={kind} name="move" value={move}>
        {t(`business.move.${move}`)}
      </Send>
    </ButtonForm>
  );
};

/** The one main thing to do with it now, first. */
export const MainMove = ({ challenge }: { challenge: Challenge }) => {
  const { t } = useText();
  const main = challenge.moves.find((move) => move === 'publish' || move === 'goOn');
  if (main && challenge.missing.length > 0) return <MissingList challenge={challenge} />;
  if (main)
    return (
      <>
        <p>{t(`business.move.${main}What`)}</p>
        <MoveButton move={main} kind="primary" />
      </>
    );
  if (challenge.standing === 'ended')
    return (
      <Actions>
        <Go to={`/challenges/${challenge.id}/edit#field-untilOn`}>{t('business.move.newDay')}</Go>
      </Actions>
    );
  if (challenge.standing !== 'closed') return null;
  return (
    <ButtonForm className="actions">
      <Send kind="secondary" name="move" value="copy">
        {t('business.move.copy')}
      </Send>
    </ButtonForm>
  );
};

/** The rest: pause, close, take a draft away. What cannot be taken back asks once more. */
export const OtherMoves = ({ challenge }: { challenge: Challenge }) => {
  const { t } = useText();
  const { moves, standing } = challenge;
  const lasting = standing === 'draft' ? 'remove' : moves.includes('close') ? 'close' : null;
  return (
    <>
      {moves.includes('pause') ? <MoveButton move="pause" kind="secondary" /> : null}
      {lasting ? (
        <Confirm label={t(`business.move.${lasting}`)} what={t(`business.move.${lasting}What`)}>
          <ButtonForm className="actions" version={challenge.version}>
            <Send kind="secondary" name="move" value={lasting}>
              {t(`business.move.${lasting}Yes`)}
            </Send>
          </ButtonForm>
        </Confirm>
      ) : null}
    </>
  );
};
