import type { ReactNode } from 'react';
import { useText } from '../text.tsx';

export type TrailStop = {
  key: string;
  title: ReactNode;
  /** been: behind me. now: where I am. come: what could come. */
  at: 'been' | 'now' | 'come';
  when?: string;
  children?: ReactNode;
};

/** The path as a line: where I have been, where I am, what could come. Each stop says so in words too. */
export const Trail = ({ label, stops }: { label: string; stops: readonly TrailStop[] }) => {
  const { t } = useText();
  return (
    <ol className="trail" aria-label={label}>
      {stops.map((stop) => (
        <li key={stop.key} className={`trail__${stop.at}`} aria-current={stop.at === 'now' ? 'step' : undefined}>
          <span className="trail__when">
            {t(`trail.${stop.at}`)}
            {stop.when ? `, ${stop.when}` : ''}
          </span>
          <strong>{stop.title}</strong>
          {stop.children}
        </li>
      ))}
    </ol>
  );
};
