import type { ReactNode } from 'react';

/** Things one can open, each a card. */
export const Cards = ({ children }: { children: ReactNode }) => <ul className="cards">{children}</ul>;

/** One of them: its name is the link, and the whole card can be pressed. Keep other links out of it. */
export const Card = ({
  to,
  title,
  level = 2,
  lang,
  children,
}: {
  /** Left out where there is nothing to open. */
  to?: string | undefined;
  title: string;
  level?: 2 | 3;
  /** The language of the title, where it is somebody's own words. */
  lang?: string;
  children?: ReactNode;
}) => {
  const Heading = `h${level}` as const;
  return (
    <li className="card">
      <Heading className="aksel-heading aksel-heading--small">
        {to === undefined ? (
          <span lang={lang}>{title}</span>
        ) : (
          <a href={to} className="card__link" lang={lang}>
            {title}
          </a>
        )}
      </Heading>
      {children}
    </li>
  );
};
