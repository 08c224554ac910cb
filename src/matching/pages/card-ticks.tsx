import { More } from '../../web/components/confirm.tsx';
import { Tick, Ticks } from '../../web/components/form.tsx';
import { useTimeWords } from '../../web/components/time-words.ts';
import { useText } from '../../web/text.tsx';
import type { CardDraft, CardThing } from '../prepare-yes.ts';

const SkillTick = ({ skill }: { skill: CardDraft['skills'][number] }) => {
  const { t } = useText();
  return (
    <Tick
      name="skillIds"
      value={String(skill.skillId)}
      label={skill.label}
      isTicked={skill.isChosen}
      {...(skill.isWanted && { hint: t('matching.card.wanted') })}
    />
  );
};

/** What the challenge needs comes first, and what was chosen before; everything else one can do stays behind its name until asked for. */
export const SkillTicks = ({ skills }: { skills: CardDraft['skills'] }) => {
  const { t } = useText();
  const first = skills.filter(({ isWanted, isChosen }) => isWanted || isChosen);
  const rest = skills.filter((skill) => !first.includes(skill));
  return (
    <Ticks legend={t('matching.card.skills')} name="skillIds">
      {first.map((skill) => (
        <SkillTick key={skill.skillId} skill={skill} />
      ))}
      {rest.length > 0 ? (
        <More label={t('matching.card.otherSkills', { count: rest.length })}>
          {rest.map((skill) => (
            <SkillTick key={skill.skillId} skill={skill} />
          ))}
        </More>
      ) : null}
    </Ticks>
  );
};

const ThingTick = ({ thing: { field, item, label, experience, isChosen } }: { thing: CardThing }) => {
  const { t } = useText();
  const timeWords = useTimeWords();
  const about = experience ? [timeWords(experience), t(`profile.kind.${experience.kind}`)].filter(Boolean) : [];
  const skills = experience?.skills.join(', ');
  const hint = [about.join(' · '), skills ? t('matching.card.shownThere', { skills }) : ''].filter(Boolean).join('. ');
  return <Tick name={field} value={item} label={label} isTicked={isChosen} {...(hint && { hint })} />;
};

/** Experiences, languages and licences, each kind under its question; kinds nothing is told of are left out. */
export const ThingTicks = ({ things }: { things: readonly CardThing[] }) => {
  const { t } = useText();
  const fields = (['experienceIds', 'languageIds', 'licenceIds'] as const).filter((field) =>
    things.some((one) => one.field === field),
  );
  return (
    <>
      {fields.map((field) => (
        <Ticks key={field} legend={t(`matching.card.${field}`)} name={field}>
          {field === 'experienceIds' ? <p className="hint">{t('matching.card.experiencesHint')}</p> : null}
          {things
            .filter((one) => one.field === field)
            .map((one) => (
              <ThingTick key={one.item} thing={one} />
            ))}
        </Ticks>
      ))}
    </>
  );
};
