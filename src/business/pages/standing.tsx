import { State, type StateKind } from '../../web/components/facts.tsx';
import { useText } from '../../web/text.tsx';
import type { Standing } from '../rules.ts';

const kinds: Record<Standing, StateKind> = {
  draft: 'plain',
  published: 'good',
  ended: 'care',
  paused: 'care',
  closed: 'plain',
};

/** Where a challenge stands, in a word. */
export const StandingTag = ({ standing }: { standing: Standing }) => {
  const { t } = useText();
  return <State kind={kinds[standing]}>{t(`business.standing.${standing}`)}</State>;
};

/** What a challenge is called: an untitled draft by how it begins. */
export const nameOf = ({ title, beginning }: { title: string; beginning: string }): string =>
  title || (beginning.length < 60 ? beginning : `${beginning.slice(0, 60).replace(/\s+\S*$/, '')} …`);
