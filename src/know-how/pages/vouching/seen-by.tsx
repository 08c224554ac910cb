import { Section } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import type { ShownEvidence, ShownVouching } from '../../vouching/vouchings-of.ts';
import { Said } from './words.tsx';

type Shown<T extends { at: Date }> = Omit<T, 'at'> & { at: string | Date };

/** Who has seen one skill, and what completed shows it; with a way to ask. */
export const SeenBy = ({
  uri,
  vouchings,
  evidence,
}: {
  uri: string;
  vouchings: readonly Shown<ShownVouching>[];
  evidence: readonly ShownEvidence[];
}) => {
  const { t, time, day } = useText();
  return (
    <Section title={t('vouch.seenBy.title', { count: vouchings.length + evidence.length })}>
      <ul className="vouchings">
        {vouchings.map(({ by, role, relation, how, since, until, at, isInTuttu }) => (
          <li key={`${by} ${String(at)}`}>
            <p>
              {t(isInTuttu ? 'vouch.by.inTuttu' : 'vouch.by.link', {
                who: [by, role].filter(Boolean).join(', '),
                relation: t(`vouch.relation.${relation}`),
                at: time(at),
              })}
            </p>
            <Said how={how} since={since} until={until} />
          </li>
        ))}
        {evidence.map(({ id, title, kind, happenedOn, confirmedBy }) => (
          <li key={id}>
            <a href={`/know-how/evidence/${id}`}>{title}</a>
            <p className="quiet">
              {t(`vouch.evidence.kind.${kind}`, { day: day(happenedOn) })} {confirmedBy}
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/know-how/vouching/ask?skill=${encodeURIComponent(uri)}`}>{t('vouch.seenBy.ask')}</a>
      </p>
    </Section>
  );
};
