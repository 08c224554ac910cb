import { Section } from '../../web/components/layout.tsx';
import { TeamList } from '../../web/components/team-list.tsx';
import { useText } from '../../web/text.tsx';
import type { Together } from '../show-together.ts';

const Teams = ({ teams: { teams, open } }: { teams: NonNullable<Together['teams']> }) => {
  const { t } = useText();
  return (
    <>
      <p>{t('matching.together.teams')}</p>
      <TeamList teams={teams} />
      {open.length > 0 ? <p>{t('matching.together.open', { needs: open.join(', ') })}</p> : null}
    </>
  );
};

/** After a yes: what I bring, what others near could bring, and who of those who said yes would complete me. */
export const TogetherPart = ({ together, challengeId }: { together: Together; challengeId: string }) => {
  const { t } = useText();
  const { mine, others, besides, isShown, teams } = together;
  const near = others.filter(({ isNear }) => isNear).map(({ label }) => label);
  const rare = others.filter(({ isNear }) => !isNear).map(({ label }) => label);
  return (
    <Section title={t('matching.together.title')}>
      {mine.length > 0 ? <p>{t('matching.together.mine', { needs: mine.join(', ') })}</p> : null}
      {others.length === 0 ? <p>{t('matching.together.all')}</p> : null}
      {near.length > 0 ? <p>{t('matching.together.near', { needs: near.join(', ') })}</p> : null}
      {rare.length > 0 ? <p>{t('matching.together.rare', { needs: rare.join(', ') })}</p> : null}
      {besides === null ? null : <p>{t('matching.together.besides', { count: besides })}</p>}
      {teams ? <Teams teams={teams} /> : null}
      {isShown ? null : (
        <p>
          {t('matching.together.hidden')} <a href={`/matches/${challengeId}/yes`}>{t('matching.together.show')}</a>
        </p>
      )}
    </Section>
  );
};
