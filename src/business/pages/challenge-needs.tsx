import { useLoaderData } from 'react-router';
import { Problem } from '../../kernel/problem.ts';
import { searchSkills, searchSkillsInput } from '../../know-how/index.ts';
import { Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { BothVersions, Choice, Pick, PostForm, TextInput, Tick } from '../../web/components/form.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { type Form, formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { type LabelledNeed, readChallenge } from '../read-challenge.ts';
import { setNeeds, setNeedsInput } from '../set-needs.ts';
import { useWeightText } from './needs-list.tsx';

export const handle: PageHandle = { roles: ['businessContact'] };

export const loader = pageLoader(async (page) => {
  const challenge = await page.run(readChallenge, { challengeId: page.param('challengeId') });
  if (!challenge.canChange) throw new Problem('notNow');
  const search = page.asked('search');
  const known = new Set(challenge.needs.map(({ skillId }) => skillId));
  const found = await page.run(searchSkills, searchSkillsInput.parse({ q: search, limit: 12 }));
  return { challenge, search, found: found.filter(({ skillId }) => !known.has(skillId)) };
});

const steps = [1, 2, 3, 4] as const;
const levelOf = (text: string): (typeof steps)[number] | null => steps.find((step) => String(step) === text) ?? null;

/** The needs as the form has them, without the one dropped and with the one added by its buttons. */
const needsIn = (form: Form) => {
  const [add, drop, musts] = [form.text('add'), form.text('drop'), form.all('musts')];
  const sent = form
    .all('skill')
    .filter((id) => id !== drop && id !== add)
    .map((id) => ({
      skillId: Number(id),
      weight: Number(form.text(`weight-${id}`)),
      isMust: musts.includes(id),
      level: levelOf(form.text(`level-${id}`)),
    }));
  return add === '' ? sent : [...sent, { skillId: Number(add), weight: 2, isMust: false, level: null }];
};

export const action = formAction(async (page, form) => {
  const challengeId = page.param('challengeId');
  const here = `/challenges/${challengeId}/needs`;
  const input = form.read(setNeedsInput, { challengeId, needs: needsIn(form) });
  await page.run(setNeeds, { ...input, version: form.version });
  const isSaved = form.text('do') === 'save' || form.has('drop') || form.has('add');
  if (!isSaved) return goTo(`${here}?search=${encodeURIComponent(form.text('search'))}#found`);
  if (form.has('drop')) return goTo(here, 'removed');
  return form.has('add') ? goTo(here, 'saved') : goTo(`/challenges/${challengeId}`, 'saved');
});

const Found = ({ search, found }: { search: string; found: { skillId: number; label: string }[] }) => {
  const { t } = useText();
  if (search === '') return null;
  if (found.length === 0) return <p id="found">{t('business.needs.nothing', { search })}</p>;
  return (
    <ul id="found" className="found">
      {found.map(({ skillId, label }) => (
        <li key={skillId}>
          <span>{label}</span>
          <Send kind="tertiary" small name="add" value={String(skillId)}>
            {t('business.needs.add')} <span className="aksel-sr-only">{label}</span>
          </Send>
        </li>
      ))}
    </ul>
  );
};

const NeedRow = ({ need: { skillId, label, weight, isMust, level } }: { need: LabelledNeed }) => {
  const { t } = useText();
  const id = String(skillId);
  const options = [
    { value: '1', label: t('business.needs.little') },
    { value: '2', label: t('business.needs.quite') },
    { value: '3', label: t('business.needs.very') },
  ];
  const levelOptions = [
    { value: '', label: t('business.level.any') },
    ...steps.map((step) => ({ value: String(step), label: t(`business.level.${step}`) })),
  ];
  return (
    <li className="need-row">
      <input type="hidden" name="skill" value={id} />
      <input type="hidden" name={`label-${id}`} value={label} />
      <Choice name={`weight-${id}`} label={label} options={options} value={String(weight)} />
      <div className="need-row__more">
        <Pick
          name={`level-${id}`}
          label={t('business.level.for', { label })}
          options={levelOptions}
          value={String(level ?? '')}
        />
        <Tick name="musts" value={id} label={t('business.needs.must')} isTicked={isMust} />
        <Send kind="tertiary" small name="drop" value={id}>
          {t('business.needs.drop')} <span className="aksel-sr-only">{label}</span>
        </Send>
      </div>
    </li>
  );
};

/** My side and theirs, when somebody else has set the needs meanwhile. */
const BothNeeds = ({ needs }: { needs: LabelledNeed[] }) => {
  const failure = useFailure();
  const weightText = useWeightText();
  const { skill = [], musts = [], ...typed } = failure?.typed ?? {};
  const line = (label: string, need: Parameters<typeof weightText>[0]) => `${label}: ${weightText(need)}`;
  const mine = skill.map((id) => {
    const [weight, level] = [Number(typed[`weight-${id}`]?.[0]), levelOf(typed[`level-${id}`]?.[0] ?? '')];
    return line(typed[`label-${id}`]?.[0] ?? '', { weight, level, isMust: musts.includes(id) });
  });
  const theirs = needs.map((need) => line(need.label, need));
  return <BothVersions failure={failure} mine={mine.join('\n')} theirs={theirs.join('\n')} />;
};

export default function ChallengeNeeds() {
  const { challenge, search, found } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('business.needs.title')} lead={t('business.needs.lead')}>
      <Title within={challenge.title || t('business.untitled')}>{t('business.needs.tab')}</Title>
      <BothNeeds needs={challenge.needs} />
      <PostForm failure={useFailure()} version={challenge.version}>
        <div className="need-search">
          <TextInput
            name="search"
            label={t('business.needs.search')}
            hint={t('business.needs.searchHint')}
            value={search}
          />
          <Send kind="secondary" name="do" value="search">
            {t('business.needs.find')}
          </Send>
        </div>
        <Found search={search} found={found} />
        <ul id="field-needs" className="need-rows" tabIndex={-1}>
          {challenge.needs.map((need) => (
            <NeedRow key={need.skillId} need={need} />
          ))}
        </ul>
        {challenge.needs.length === 0 ? <Empty>{t('business.needs.empty')}</Empty> : null}
        <Send name="do" value="save">
          {t('business.save')}
        </Send>
      </PostForm>
    </Page>
  );
}
