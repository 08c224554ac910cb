import { Cards } from '../../web/components/cards.tsx';
import { More } from '../../web/components/confirm.tsx';
import { useText } from '../../web/text.tsx';
import type { AdvertPart, AdvertView } from '../adverts/show-adverts.ts';
import { LimitItems } from './limits.tsx';
import { MatchBar } from './match-bar.tsx';
import { Parts } from './why.tsx';

/** Where the need was found: the advertiser named it, it stands in these words, or the occupation named needs it. */
const Origin = ({ part: { isNamed, foundIn, occupation }, language }: { part: AdvertPart; language: string }) => {
  const { t } = useText();
  const words = foundIn.join(' … ');
  return (
    <p className="quiet">
      {isNamed ? t('matching.adverts.named') : null}{' '}
      {occupation ? t('matching.adverts.occupation', { occupation }) : null}{' '}
      {words === '' ? null : <span lang={language}>{t('matching.adverts.found', { words })}</span>}
    </p>
  );
};

/** One open job: whose, where, until when, how it fits and why. Its name leads to the original, on another site. */
const Advert = ({ advert, level }: { advert: AdvertView; level: 2 | 3 }) => {
  const { t, day } = useText();
  const Heading = `h${level}` as const;
  const { link, title, language, employer, place, summary, untilDay, parts, points, limits, foundLanguage } = advert;
  return (
    <li className="card">
      <Heading className="aksel-heading aksel-heading--small">
        <a href={link} lang={language} rel="external noopener">
          {title}
        </a>
      </Heading>
      <p>{[employer ?? t('matching.adverts.household'), place].filter(Boolean).join(', ')}</p>
      {summary ? <p lang={language}>{summary}</p> : null}
      <MatchBar parts={parts} />
      <More label={t('matching.why')}>
        <Parts
          parts={parts}
          points={points}
          about={(part) => <Origin part={part} language={foundLanguage} />}
          gap={() => <p>{t('matching.why.missing')}</p>}
        />
        <LimitItems limits={limits} />
      </More>
      <p className="quiet">{untilDay ? t('matching.adverts.until', { day: day(untilDay) }) : null}</p>
    </li>
  );
};

/** `level`: of each job's heading, one below what stands above the list. */
export const AdvertList = ({ adverts, level }: { adverts: readonly AdvertView[]; level: 2 | 3 }) => (
  <Cards>
    {adverts.map((advert) => (
      <Advert key={advert.advertId} advert={advert} level={level} />
    ))}
  </Cards>
);
