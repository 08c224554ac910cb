import { languages } from '../../../kernel/languages.ts';
import { Send } from '../../../web/components/actions.tsx';
import { More } from '../../../web/components/confirm.tsx';
import { useFailure } from '../../../web/components/failures.tsx';
import { Choice, Pick, PostForm, TextArea, TextInput, Tick, Ticks } from '../../../web/components/form.tsx';
import type { Form } from '../../../web/page.ts';
import { useText } from '../../../web/text.tsx';
import { type VouchRequestInput, vouchRequestInput, vouchWays } from '../../vouching/request-input.ts';
import { vouchRelations } from '../../vouching/tables.ts';

export const requestLabels = {
  skills: 'vouch.form.skills',
  way: 'vouch.form.way',
  askedName: 'vouch.form.askedName',
  email: 'vouch.form.email',
  relation: 'vouch.form.relation',
  nameShown: 'vouch.form.nameShown',
  whatFor: 'vouch.form.whatFor',
  message: 'vouch.form.message',
  language: 'vouch.form.language',
} as const;

export const requestIn = (form: Form): VouchRequestInput =>
  form.read(vouchRequestInput, {
    skills: form.all('skills'),
    ...Object.fromEntries(
      Object.keys(requestLabels)
        .filter((field) => field !== 'skills')
        .map((field) => [field, form.text(field)]),
    ),
  });

export type RequestDraft = Partial<Omit<VouchRequestInput, 'skills'>> & { skills: readonly string[] };
export type RequestChoices = { skills: { uri: string; label: string }[]; adviser: string | null; name: string };

/** Some at once; the rest behind its name. What is chosen is always seen. */
const shownAtOnce = 10;

const SkillTicks = ({ skills, chosen }: { skills: RequestChoices['skills']; chosen: readonly string[] }) => {
  const { t } = useText();
  const sorted = [...skills].sort((a, b) => Number(chosen.includes(b.uri)) - Number(chosen.includes(a.uri)));
  const rest = sorted.slice(Math.max(shownAtOnce, chosen.length));
  const tick = ({ uri, label }: RequestChoices['skills'][number]) => (
    <Tick key={uri} name="skills" value={uri} label={label} isTicked={chosen.includes(uri)} />
  );
  return (
    <Ticks legend={t('vouch.form.skills')} name="skills">
      {sorted.filter((one) => !rest.includes(one)).map(tick)}
      {rest.length > 0 ? (
        <More label={t('vouch.evidence.others', { count: rest.length })}>{rest.map(tick)}</More>
      ) : null}
    </Ticks>
  );
};

const Whom = ({ draft, adviser }: { draft: RequestDraft; adviser: string | null }) => {
  const { t } = useText();
  const ways = vouchWays.filter((way) => way !== 'adviser' || adviser !== null);
  return (
    <>
      <Choice
        name="way"
        label={t('vouch.form.way')}
        options={ways.map((way) => ({
          value: way,
          label: t(`vouch.way.${way}`, { name: adviser ?? '' }),
          hint: t(`vouch.wayHint.${way}`),
        }))}
        value={draft.way ?? null}
      />
      <TextInput
        name="askedName"
        label={t('vouch.form.askedName')}
        hint={adviser === null ? '' : t('vouch.form.askedNameHint')}
        value={draft.askedName ?? ''}
      />
      <TextInput
        name="email"
        type="email"
        label={t('vouch.form.email')}
        hint={t('vouch.form.emailHint')}
        value={draft.email ?? ''}
      />
      <Choice
        name="relation"
        label={t('vouch.form.relation')}
        options={vouchRelations.map((one) => ({ value: one, label: t(`vouch.relation.${one}`) }))}
        value={draft.relation ?? null}
      />
    </>
  );
};

/** Whom I ask, about what, in which words. `firstName` and the whole name are shown as they would be. */
export const RequestForm = ({
  draft,
  choices,
  version,
}: {
  draft: RequestDraft;
  choices: RequestChoices;
  version?: number;
}) => {
  const { t, language } = useText();
  const failure = useFailure();
  const { name, skills, adviser } = choices;
  const firstName = name.trim().split(/\s+/)[0] ?? name;
  return (
    <PostForm failure={failure} {...(version === undefined ? {} : { version })}>
      <SkillTicks skills={skills} chosen={draft.skills} />
      <Whom draft={draft} adviser={adviser} />
      <Choice
        name="nameShown"
        label={t('vouch.form.nameShown')}
        options={[
          { value: 'fullName', label: name },
          { value: 'firstName', label: firstName },
        ]}
        value={draft.nameShown ?? 'fullName'}
      />
      <TextInput
        name="whatFor"
        label={t('vouch.form.whatFor')}
        hint={t('vouch.form.whatForHint')}
        value={draft.whatFor ?? ''}
      />
      <TextArea
        name="message"
        label={t('vouch.form.message')}
        hint={t('vouch.form.messageHint')}
        value={draft.message ?? ''}
        rows={4}
        most={1000}
      />
      <Pick
        name="language"
        label={t('vouch.form.language')}
        options={languages.map((one) => ({ value: one, label: t(`knowHow.language.${one}`) }))}
        value={draft.language ?? language}
      />
      <p className="quiet">{t('vouch.form.next')}</p>
      <Send>{t('vouch.form.send')}</Send>
    </PostForm>
  );
};
