import { languages } from '../../kernel/languages.ts';
import { More } from '../../web/components/confirm.tsx';
import { Table } from '../../web/components/desk.tsx';
import { Section } from '../../web/components/layout.tsx';
import { useText } from '../../web/text.tsx';
import { type PublicFigures, type Quality, qualities } from '../figures.ts';

/** Of ten texts so many, from a percentage. */
const ofTen = (percent: number | null | undefined): number => Math.round((percent ?? 0) / 10);

const ByLanguage = ({ quality }: PublicFigures['recogniser']) => {
  const { t, number } = useText();
  const cell = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : `${number(value)}\u00a0%`;
  const columns = [
    { key: 'what', label: t('matching.measured.what') },
    ...languages.map((language) => ({ key: language, label: t(`matching.measured.in.${language}`), isNumber: true })),
    { key: 'search', label: t('matching.measured.search'), isNumber: true },
  ];
  const rowOf = (key: Quality) => {
    const shares: Record<string, number | null | undefined> = quality[key];
    const cells = [...languages, 'miniSearch'].map((of) => cell(shares[of]));
    return { key, cells: [t(`matching.measured.row.${key}`), ...cells] };
  };
  return (
    <More label={t('matching.measured.byLanguage')}>
      <Table caption={t('matching.measured.table')} columns={columns} rows={qualities.map(rowOf)} />
    </More>
  );
};

/** How well it recognises and how fast it matches, as measured last: what it does, and what it does badly. */
export const Measured = ({
  figures: { recogniser, match },
  isStarter,
}: {
  figures: PublicFigures;
  isStarter: boolean;
}) => {
  const { t, day, number } = useText();
  const { right5, core10, noReject5, emptyWhenEmpty } = recogniser.quality;
  return (
    <Section title={t('matching.measured.title')}>
      <p>{t('matching.measured.lead', { texts: recogniser.texts, day: day(recogniser.measuredOn) })}</p>
      <p>{t(isStarter ? 'matching.measured.notStarter' : 'matching.measured.ofEsco')}</p>
      <ul>
        <li>{t('matching.measured.right5', { count: ofTen(right5.all) })}</li>
        <li>{t('matching.measured.noReject5', { count: ofTen(noReject5.all) })}</li>
        <li>{t('matching.measured.emptyWhenEmpty', { count: ofTen(emptyWhenEmpty.all) })}</li>
        <li>{t('matching.measured.core10', { count: ofTen(core10.all) })}</li>
        {recogniser.sameInLanguages === null ? null : (
          <li>{t('matching.measured.same', { count: ofTen(recogniser.sameInLanguages) })}</li>
        )}
      </ul>
      <ByLanguage {...recogniser} />
      <p>
        {t('matching.measured.match', {
          people: number(match.people),
          ms: number(match.p95ms),
          day: day(match.measuredOn),
        })}{' '}
        {match.equalTop20 ? t('matching.measured.exact') : ''}
      </p>
      <p>{t('matching.measured.cannot')}</p>
    </Section>
  );
};
