import { useLoaderData } from 'react-router';
import { Actions, Go } from '../../web/components/actions.tsx';
import { Card, Cards } from '../../web/components/cards.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { leaveForms } from '../leave/leave-with.ts';
import { readMyProfile } from '../profile/read-profile.ts';

export const handle: PageHandle = { roles: ['customer'] };

const isThere = ({ isRemoved }: { isRemoved: boolean }): boolean => !isRemoved;

export const loader = pageLoader(async (page) => {
  const { knowHow, experiences, languages, licences } = await page.run((work) => readMyProfile(work), undefined);
  const all = [...knowHow, ...experiences.filter(isThere), ...languages.filter(isThere), ...licences.filter(isThere)];
  const shown = ({ isHidden }: { isHidden: boolean }) => !isHidden;
  return {
    forms: leaveForms,
    knowHow: knowHow.filter(shown).length,
    experiences: experiences.filter((one) => isThere(one) && shown(one)).length,
    hidden: all.filter(({ isHidden }) => isHidden).length,
    isEmpty: all.length === 0,
  };
});

export default function Leave() {
  const { forms, knowHow, experiences, hidden, isEmpty } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('leave.title')} lead={t('leave.lead')}>
      <Title>{t('leave.title')}</Title>
      {isEmpty ? (
        <Empty>
          <p>{t('leave.empty')}</p>
          <Actions>
            <Go to="/know-how">{t('leave.begin')}</Go>
          </Actions>
        </Empty>
      ) : (
        <>
          <p>{t('leave.holds', { knowHow, experiences })}</p>
          {hidden > 0 ? <p className="quiet">{t('leave.hidden', { count: hidden })}</p> : null}
          <Section title={t('leave.choose')}>
            <Cards>
              {forms.map((form) => (
                <Card key={form} level={3} to={`/leave/file?form=${form}`} title={t(`leave.form.${form}.name`)}>
                  <p>{t(`leave.form.${form}.what`)}</p>
                </Card>
              ))}
            </Cards>
          </Section>
          <p className="quiet">{t('leave.after')}</p>
        </>
      )}
    </Page>
  );
}
