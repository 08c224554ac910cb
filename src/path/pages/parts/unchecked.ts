import { useText } from '../../../web/text.tsx';
import { uncheckedIn } from '../../kinds/unchecked.ts';

/** What of a row of the law nobody has checked, by name; empty for none. */
export const useUnchecked = () => {
  const { t } = useText();
  return (unchecked: string): string =>
    uncheckedIn(unchecked)
      .map((fact) => t(`path.unchecked.${fact}`))
      .join(', ');
};
