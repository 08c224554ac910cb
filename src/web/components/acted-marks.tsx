import type { ActedMark } from '../../kernel/acting/acted-for.ts';
import { useText } from '../text.tsx';

/** Who wrote this down for the customer, and when: each leads to why, and to where they say that it is not so. */
export const ActedMarks = ({ marks }: { marks: readonly ActedMark[] }) => {
  const { t, time } = useText();
  return marks.map(({ id, officialName, at }) => (
    <p key={id} className="quiet">
      <a href={`/acted-for/${id}`}>{t('acted.mark', { name: officialName, at: time(at) })}</a>
    </p>
  ));
};
