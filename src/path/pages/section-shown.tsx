import { useLoaderData } from 'react-router';
import { readDay } from '../../kernel/clock.ts';
import { Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { DayInput, PostForm, Tick, Ticks } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readShown, showSection, showSectionInput } from '../sections/show-section.ts';
import { sectionViewers } from '../sections/tables.ts';
import { aboutText } from './parts/plan-words.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run(readShown, { sectionId: page.param('planSectionId') }));

export const action = formAction(
  async (page, form) => {
    const input = {
      sectionId: page.param('planSectionId'),
      authorities: form.all('authorities'),
      challengeIds: form.all('challengeIds'),
      untilOn: readDay(form.text('untilOn')) || null,
    };
    await page.run(showSection, form.read(showSectionInput, input));
    return goTo('/plan/sections', 'shownChosen');
  },
  { untilOn: 'path.shown.until', authorities: 'path.shown.who', challengeIds: 'path.shown.businesses' },
);

export default function SectionShown() {
  const { section, isNeeded, authorities, people, challenges, untilOn } = useLoaderData<typeof loader>();
  const { t } = useText();
  const others = sectionViewers.filter((viewer) => viewer !== section.owner);
  const byLaw = section.seenBy.filter(({ by }) => by === 'law');
  return (
    <Page title={t('path.shown.title', { what: aboutText(t, section) })} lead={t('path.shown.lead')}>
      <Title within={t('path.section.page')}>{aboutText(t, section)}</Title>
      {section.text ? <p className="words">{section.text}</p> : null}
      {isNeeded ? <p>{t('path.shown.needed')}</p> : null}
      {byLaw.map(({ viewer }) => (
        <p key={viewer}>{t('path.shown.byLaw', { who: t(`path.party.${viewer}`) })}</p>
      ))}
      <PostForm failure={useFailure()}>
        <Ticks legend={t('path.shown.who')} name="authorities">
          {others.map((viewer) => (
            <Tick
              key={viewer}
              name="authorities"
              value={viewer}
              label={t(`path.shown.${viewer}`)}
              hint={people[viewer] ?? t('path.shown.nobody')}
              isTicked={authorities.includes(viewer)}
            />
          ))}
        </Ticks>
        {challenges.length > 0 ? (
          <Ticks legend={t('path.shown.businesses')} name="challengeIds">
            {challenges.map(({ challengeId, title, businessName, isShown }) => (
              <Tick
                key={challengeId}
                name="challengeIds"
                value={challengeId}
                label={`${businessName}: ${title}`}
                isTicked={isShown}
              />
            ))}
          </Ticks>
        ) : null}
        <DayInput name="untilOn" label={t('path.shown.until')} hint={t('path.shown.untilHint')} value={untilOn ?? ''} />
        <Send>{t('path.save')}</Send>
      </PostForm>
      <p>
        <a href="/plan/sections">{t('path.section.back')}</a>
      </p>
    </Page>
  );
}
