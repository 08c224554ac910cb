import type { ReactNode } from 'react';
import { useText } from '../text.tsx';

/** What speaks for a suggestion of a skill, 0..1: a part of the recogniser by its name. */
export type PartOfSkill = { name: string; got: number };
/** What a need gives to a match: how it is met, its points of those it could give, and the skill near to it by which it is partly met. */
export type PartOfMatch = { need: string; state: string; got: number; outOf: number; through: string | null };

type Parts = readonly (PartOfSkill | PartOfMatch)[];

const tenths = (share: number): number => Math.round(share * 1000) / 10;

const Part = ({ part }: { part: PartOfSkill | PartOfMatch }) => {
  const { t, number } = useText();
  if ('need' in part) {
    const { through, state, ...rest } = part;
    const how = through ? t('whySuggested.near', { skill: through }) : t('whySuggested.how', { state });
    return <>{t('whySuggested.need', { ...rest, how })}</>;
  }
  return <>{t('whySuggested.part', { part: part.name, points: number(tenths(part.got)) })}</>;
};

const sumOf = (parts: Parts) => {
  const needs = parts.flatMap((part) => ('need' in part ? [part] : []));
  const add = (key: 'got' | 'outOf') => needs.reduce((sum, part) => sum + part[key], 0);
  return needs.length > 0 ? { got: add('got'), outOf: add('outOf') } : null;
};

const Score = ({ parts, score }: { parts: Parts; score: number }) => {
  const { t, number } = useText();
  const sum = sumOf(parts);
  if (sum) return <p>{t('whySuggested.sum', { ...sum, points: Math.round(100 * score) })}</p>;
  return <p>{t('whySuggested.score', { score: number(tenths(score)) })}</p>;
};

/** What spoke for it and how much, in words; the parts add up to the score. What gave nothing is not named. */
export const SuggestedParts = ({ parts, score }: { parts: Parts; score: number | null }) => {
  const spoke = parts.filter((part) => 'need' in part || part.got >= 0.0005);
  return (
    <>
      {spoke.length > 0 ? (
        <ul>
          {spoke.map((part) => (
            <li key={'need' in part ? part.need : part.name}>
              <Part part={part} />
            </li>
          ))}
        </ul>
      ) : null}
      {score === null ? null : <Score parts={parts} score={score} />}
    </>
  );
};

/** "Why this?" beside a suggestion, without script: what spoke for it, and what else there is to say of it. */
export const WhySuggested = ({
  about,
  parts,
  score,
  children,
}: {
  /** What is suggested, for those who hear the page: there are several such on it. */
  about: string;
  parts: Parts;
  score: number | null;
  children?: ReactNode;
}) => {
  const { t } = useText();
  if (parts.length === 0 && !children) return null;
  return (
    <details className="more">
      <summary>
        {t('whySuggested.title')}
        <span className="aksel-sr-only">: {about}</span>
      </summary>
      <SuggestedParts parts={parts} score={score} />
      {children}
    </details>
  );
};
