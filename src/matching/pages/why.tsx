import { State } from '../../web/components/facts.tsx';
import { Section } from '../../web/components/layout.tsx';
import { useText } from '../../web/text.tsx';
import type { MatchView, PartView } from '../match-view.ts';
import { MatchBar } from './match-bar.tsx';

/** How many of my own wordings are quoted for one need. */
const mostQuotes = 2;

const kinds = { met: 'good', partly: 'care', missing: 'plain' } as const;

const Through = ({ through }: { through: NonNullable<PartView['through']> }) => {
  const { t } = useText();
  const { fit, label, words } = through;
  return (
    <>
      {fit === 'same' ? null : <p>{t(`matching.why.${fit}`, { skill: label })}</p>}
      {words.length === 0 ? <p>{t('matching.why.told')}</p> : null}
      {words.slice(0, mostQuotes).map((quote) => (
        <p key={quote}>{t('matching.why.because', { words: quote })}</p>
      ))}
    </>
  );
};

const PartItem = ({ part }: { part: PartView }) => {
  const { t } = useText();
  const { label, state, isMust, got, outOf, through } = part;
  return (
    <li>
      <p className="why__need">
        <strong>{label}</strong>
        {isMust ? <> ({t('matching.must')})</> : null}
      </p>
      <p>
        <State kind={kinds[state]}>{t(`chip.${state}`)}</State>{' '}
        <span className="quiet">{t('matching.why.outOf', { got, outOf })}</span>
      </p>
      {through ? <Through through={through} /> : <p>{t('matching.why.missing')}</p>}
    </li>
  );
};

/** Each need, by which of my skills and words it is met, and its share of the points; they add up to the total below. */
export const Why = ({ match }: { match: MatchView }) => {
  const { t } = useText();
  const { parts, points, mustMissing } = match;
  return (
    <Section title={t('matching.why')}>
      <MatchBar parts={parts} />
      {mustMissing.length > 0 ? (
        <p>{t('matching.mustMissing', { count: mustMissing.length, needs: mustMissing.join(', ') })}</p>
      ) : null}
      <ul className="why">
        {parts.map((part) => (
          <PartItem key={part.skillId} part={part} />
        ))}
      </ul>
      <p className="why__total">
        <strong>{t('matching.why.total')}</strong> <span>{t('matching.points', { points })}</span>
      </p>
    </Section>
  );
};
