import type { ReactNode } from 'react';
import type { ProfessionalKind } from '../../../kernel/actor.ts';
import { Empty } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import { addressOf, type Look } from '../../caseload/address.ts';
import { desks } from '../../caseload/desks.ts';
import type { CaseloadView } from '../../caseload/read-caseload.ts';
import { CaseloadFilters, useFilterName } from './caseload-filters.tsx';
import { CaseloadTable } from './caseload-table.tsx';

type Shown = { view: CaseloadView; look: Look; kind: ProfessionalKind; today: string };

const Pages = ({ view: { previous, next }, look, kind }: Shown) => {
  const { t } = useText();
  if (previous === null && next === null) return null;
  return (
    <nav className="pager" aria-label={t('pager.label')}>
      {previous === null ? null : (
        <a href={addressOf(look, { before: previous }, kind)} rel="prev">
          {t('pager.previous')}
        </a>
      )}
      {next === null ? null : (
        <a href={addressOf(look, { after: next }, kind)} rel="next">
          {t('pager.next')}
        </a>
      )}
    </nav>
  );
};

const Found = ({ view, look, kind, today, children }: Shown & { children?: ReactNode }) => {
  const { t } = useText();
  const nameOf = useFilterName(view);
  if (view.found === 0)
    return (
      <Empty>
        <p>{t('path.caseload.found', { count: 0 })}</p>
        <a href={`${desks[kind].path}?sort=name`}>{t('path.caseload.showAll')}</a>
      </Empty>
    );
  const asked = [...look.show.map(nameOf), ...(look.name ? [t('path.desk.named', { name: look.name })] : [])];
  const caption = [t('path.desk.found', { count: view.found }), asked.join(', ')].filter(Boolean).join(': ');
  return (
    <>
      <CaseloadTable customers={view.customers} look={look} caption={caption} today={today} kind={kind} />
      {children}
    </>
  );
};

/** A professional's customers with the filters of their desk; `children` stand below those that were found. */
export const CaseloadList = ({ children, ...shown }: Shown & { children?: ReactNode }) => (
  <>
    <CaseloadFilters desk={desks[shown.kind]} look={shown.look} counted={shown.view} />
    <Found {...shown}>{children}</Found>
    <Pages {...shown} />
  </>
);
