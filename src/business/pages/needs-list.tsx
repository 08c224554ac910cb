import type { PeopleCount } from '../../matching/index.ts';
import { KnowHowChip } from '../../web/components/chips.tsx';
import { More } from '../../web/components/confirm.tsx';
import { useText } from '../../web/text.tsx';
import type { LabelledNeed } from '../read-challenge.ts';

type Band = PeopleCount['needs'][number]['band'];

/** How many people, as roughly as it is told. */
export const useBandText = (): ((band: Band) => string) => {
  const { t } = useText();
  return (band) => {
    if (band === 'fewerThan5') return t('business.people.few');
    const [from = '', to] = band.split('-');
    return to
      ? t('business.people.range', { from, to })
      : t('business.people.atLeast', { from: band.replace('+', '') });
  };
};

/** How important a need is, whether it is a must, and how well it is wanted. */
export const useWeightText = (): ((need: Pick<LabelledNeed, 'weight' | 'isMust' | 'level'>) => string) => {
  const { t } = useText();
  const words = [t('business.weight.little'), t('business.weight.quite'), t('business.weight.very')];
  return ({ weight, isMust, level }) =>
    [words[weight - 1], isMust ? t('business.must') : '', level ? t(`business.level.${level}`) : '']
      .filter(Boolean)
      .join(', ');
};

const Because = ({ need, problem, isOurs }: { need: LabelledNeed; problem: string; isOurs: boolean }) => {
  const { t } = useText();
  const words = need.because.map(({ start, end }) => problem.slice(start, end)).join(' … ');
  if (words === '')
    return <span className="quiet">{t(isOurs ? 'business.need.added' : 'business.need.theirsAdded')}</span>;
  return <span className="quiet">{t(isOurs ? 'business.need.because' : 'business.need.theirs', { words })}</span>;
};

/** What is needed, how much, why, and how many people near have it. */
export const NeedsList = ({
  needs,
  problem,
  people,
  isOurs,
}: {
  needs: readonly LabelledNeed[];
  problem: string;
  /** None for a challenge nobody can answer any more. */
  people: PeopleCount | null;
  /** Told to the business itself, not to the city's people. */
  isOurs: boolean;
}) => {
  const bandText = useBandText();
  const weightText = useWeightText();
  const bands = new Map(people?.needs.map(({ skillId, band }) => [skillId, bandText(band)]));
  return (
    <ul className="needs">
      {needs.map((need) => (
        <li key={need.skillId}>
          <span className="need__head">
            <KnowHowChip label={need.label} />
            <span>{weightText(need)}</span>
          </span>
          <Because need={need} problem={problem} isOurs={isOurs} />
          {bands.has(need.skillId) ? <strong>{bands.get(need.skillId)}</strong> : null}
        </li>
      ))}
    </ul>
  );
};

/** How many it takes together, where enough people are near to say so. */
const NearTeams = ({ teams }: Pick<PeopleCount, 'teams'>) => {
  const { t } = useText();
  // One alone is told of by the number above.
  if (!teams || teams.size < 2) return null;
  const least = teams.band.split('-')[0]?.replace('+', '') ?? '';
  return <p>{t('business.people.teams', { size: teams.size, least })}</p>;
};

/** How many people have all of it together, and how we count. */
export const PeopleNear = ({ people }: { people: PeopleCount }) => {
  const { t } = useText();
  const bandText = useBandText();
  return (
    <>
      <p className="people-near">
        <strong>{people.all === null ? t('business.people.tooFew') : bandText(people.all)}</strong>
      </p>
      <p>{t(people.all === null ? 'business.people.why' : 'business.people.what')}</p>
      <NearTeams teams={people.teams} />
      <More label={t('business.people.how')}>
        <p>{t('business.people.whom')}</p>
        <p>{t('business.people.together')}</p>
        <p>{t('business.people.each')}</p>
        <p>{t('business.people.rough')}</p>
        <p>{t('business.people.never')}</p>
      </More>
    </>
  );
};
