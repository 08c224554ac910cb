import { Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useText } from '../text.tsx';
import { Done } from './done.tsx';

/** A page: one heading that says something, one column, and beside it context when there is some. */
export const Page = ({ title, lead, side, wide = false, children }: {
  title: string;
  lead?: ReactNode;
  side?: ReactNode;
  /** A professional's desk: the whole width. */
  wide?: boolean;
  children: ReactNode;
}) => (
  <div className={wide ? 'page page--wide' : side ? 'page page--side' : 'page'}>
    <div className="page__main">
      <Done />
      <Heading level="1" size="large">
        {title}
      </Heading>
      {lead ? <p className="lead">{lead}</p> : null}
      {children}
    </div>
    {side ? <aside className="page__side">{side}</aside> : null}
  </div>
);

export const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="section">
    <Heading level="2" size="small">
      {title}
    </Heading>
    {children}
  </section>
);

/** What a list says when nothing is in it yet: why, and what to do. */
export const Empty = ({ children }: { children: ReactNode }) => <div className="empty">{children}</div>;

/** Title of the browser's tab: the page, then the product. No personal data. */
export const Title = ({ children }: { children: string }) => {
  const { t } = useText();
  return <title>{`${children} - ${t('page.product')}`}</title>;
};
