import { Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useRouteLoaderData } from 'react-router';
import type { InLanguages } from '../../kernel/languages.ts';
import { useText } from '../text.tsx';
import { Done } from './done.tsx';
import { Failures, useFailure } from './failures.tsx';

const pageClass = (wide: boolean, hasSide: boolean): string => {
  if (wide) return 'page page--wide';
  return hasSide ? 'page page--side' : 'page';
};

/** A page: one heading that says something, one column, and beside it context when there is some. */
export const Page = ({
  title,
  lead,
  side,
  wide = false,
  children,
}: {
  title: string;
  lead?: ReactNode;
  side?: ReactNode;
  /** A professional's desk: the whole width. */
  wide?: boolean;
  children: ReactNode;
}) => (
  <div className={pageClass(wide, Boolean(side))}>
    <div className="page__main">
      <Failures />
      <Done />
      <Heading level="1" size="large">
        {title}
      </Heading>
      {lead ? <p className="lead">{lead}</p> : null}
      {children}
    </div>
    {side ? <SideColumn>{side}</SideColumn> : null}
  </div>
);

const SideColumn = ({ children }: { children: ReactNode }) => {
  const { t } = useText();
  return (
    <aside className="page__side" aria-label={t('page.side')}>
      {children}
    </aside>
  );
};

/** `id`: where a link from elsewhere leads. */
export const Section = ({ id, title, children }: { id?: string | undefined; title: string; children: ReactNode }) => (
  <section className="section" id={id}>
    <Heading level="2" size="small">
      {title}
    </Heading>
    {children}
  </section>
);

/** What a list says when nothing is in it yet: why, and what to do. */
export const Empty = ({ children }: { children: ReactNode }) => <div className="empty">{children}</div>;

/**
 * Title of the browser's tab: the thing this page shows, what it is part of (`within`), the product and the city. Says first when something
 * needs mending.
 */
export const Title = ({ within, children }: { within?: string; children: string }) => {
  const { t, language } = useText();
  const failure = useFailure();
  const city = useRouteLoaderData<{ city: { name: InLanguages } | null }>('root')?.city;
  const place = city ? `${t('page.product')} ${city.name[language]}` : t('page.product');
  const parts = [children, within, place].filter(Boolean).join(' – ');
  return <title>{failure ? `${t('page.mend')} ${parts}` : parts}</title>;
};
