import { More } from '../../../web/components/confirm.tsx';
import { BothVersions, Tick, Ticks } from '../../../web/components/form.tsx';
import { useTimeWords } from '../../../web/components/time-words.ts';
import type { FormFailure } from '../../../web/page.ts';
import { useText } from '../../../web/text.tsx';
import type { ShareChoice } from '../../profile/audience-share.ts';
import { type Audience, type ShareKind, shareKinds } from '../../profile/tables.ts';

/** So many are seen at once; the others stay behind their number. */
const atOnce = 8;

const ItemTick = ({ choice }: { choice: ShareChoice }) => {
  const { t } = useText();
  const timeWords = useTimeWords();
  const { key, label, item, isShown, isHidden, experience } = choice;
  const of = (what: 'where' | 'notWanted') => `${t(`profile.wishes.${what}`)}: ${label}`;
  const name = item === 'where' || item === 'notWanted' ? of(item) : label;
  const about = experience
    ? [timeWords(experience), t(`profile.kind.${experience.kind}`), experience.skills.join(', ')].filter(Boolean)
    : [];
  const hint = [about.join(' · '), isHidden ? t('profile.share.hiddenFromAll') : ''].filter(Boolean).join('. ');
  return <Tick name="items" value={key} label={name} isTicked={isShown} {...(hint && { hint })} />;
};

type Chosen = { choices: readonly ShareChoice[]; newOnes: readonly ShareKind[] };

const KindFields = ({ kind, part, choices, newOnes }: Chosen & { kind: ShareKind; part: string | undefined }) => {
  const { t } = useText();
  const rest = choices.slice(atOnce);
  return (
    <Ticks legend={t(`profile.share.kind.${kind}`)} name="items" part={part}>
      {choices.length > 3 ? (
        <Tick name="items" value={`${kind}:*`} label={t('profile.share.all', { count: choices.length })} />
      ) : null}
      {choices.slice(0, atOnce).map((choice) => (
        <ItemTick key={choice.key} choice={choice} />
      ))}
      {rest.length > 0 ? (
        <More label={t('profile.share.more', { count: rest.length })}>
          {rest.map((choice) => (
            <ItemTick key={choice.key} choice={choice} />
          ))}
        </More>
      ) : null}
      {choices.length === 0 ? <p className="quiet">{t('profile.share.none')}</p> : null}
      <Tick name="newOnes" value={kind} label={t('profile.share.newOnes')} isTicked={newOnes.includes(kind)} />
    </Ticks>
  );
};

/** What an audience is shown, thing by thing, and whether what is told later is shown too. */
export const ShareFields = ({
  audience,
  choices,
  newOnes,
  failure,
}: Chosen & { audience: Audience; failure: FormFailure | undefined }) => {
  const { t } = useText();
  const kinds = shareKinds.filter((kind) => kind !== 'wish' || audience !== 'business');
  const inWords = (keys: readonly string[]) =>
    choices
      .filter(({ key }) => keys.includes(key))
      .map(({ label }) => label)
      .join(', ');
  const shown = choices.filter(({ isShown }) => isShown).map(({ key }) => key);
  return (
    <>
      <BothVersions failure={failure} mine={inWords(failure?.typed.items ?? [])} theirs={inWords(shown)} />
      <p className="quiet">{t('profile.share.about')}</p>
      {kinds.map((kind) => (
        <KindFields
          key={kind}
          part={kind === shareKinds[0] ? undefined : kind}
          kind={kind}
          choices={choices.filter((one) => one.kind === kind)}
          newOnes={newOnes}
        />
      ))}
    </>
  );
};

/** What the fields are called, for the list of what to mend. */
export const shareLabels = { items: 'profile.audience.parts', newOnes: 'profile.audience.parts' } as const;
