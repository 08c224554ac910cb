import { Actions, Go } from '../../../web/components/actions.tsx';
import { Page, Title } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import { planSchemaPath } from '../../paper/plan-record.ts';
import type { loadPaper } from './paper-file.ts';
import { WrittenBlocks } from './written-blocks.tsx';

/** The plan as it will be on paper, and the ways to take it along. `base`: where the plan is for the reader. */
export const PlanPaper = ({
  written,
  base,
  within,
}: {
  written: Awaited<ReturnType<typeof loadPaper>>;
  base: string;
  within: string;
}) => {
  const { t } = useText();
  const [first, ...rest] = written.blocks;
  const title = first && 'text' in first ? first.text : written.title;
  return (
    <Page title={title}>
      <Title within={within}>{title}</Title>
      <div className="no-print">
        <p className="lead">{t('path.paper.lead')}</p>
        <Actions>
          <Go to={`${base}/paper/file?form=pdf`}>{t('path.paper.pdf')}</Go>
          <Go to={`${base}/paper/file?form=register`} kind="secondary">
            {t('path.paper.register')}
          </Go>
        </Actions>
        <p className="quiet">
          {t('path.paper.what')} <a href={planSchemaPath}>{t('path.paper.schema')}</a>
        </p>
      </div>
      <WrittenBlocks blocks={rest} />
      <p className="no-print">
        <a href={base}>{t('path.toPlan')}</a>
      </p>
    </Page>
  );
};
