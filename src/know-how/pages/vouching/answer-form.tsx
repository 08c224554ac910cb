import { Send } from '../../../web/components/actions.tsx';
import { More } from '../../../web/components/confirm.tsx';
import { useFailure } from '../../../web/components/failures.tsx';
import { Choice, PostForm, TextArea, TextInput } from '../../../web/components/form.tsx';
import { useText } from '../../../web/text.tsx';
import { vouchAnswers } from '../../vouching/rules.ts';

type AskedSkill = { skillId: number; label: string };

const OneSkill = ({ skillId, label }: AskedSkill) => {
  const { t, language } = useText();
  const name = label.charAt(0).toLocaleUpperCase(language) + label.slice(1);
  return (
    <div className="vouch__skill">
      <Choice
        name={`answer-${skillId}`}
        label={t('vouch.answer.question', { label: name })}
        options={vouchAnswers.map((answer) => ({ value: answer, label: t(`vouch.answer.${answer}`) }))}
      />
      <TextArea
        name={`how-${skillId}`}
        label={t('vouch.answer.how')}
        hint={t('vouch.answer.howHint')}
        rows={2}
        most={500}
      />
      <More label={t('vouch.answer.when')}>
        <div className="vouch__when">
          <TextInput name={`since-${skillId}`} label={t('vouch.answer.since')} />
          <TextInput name={`until-${skillId}`} label={t('vouch.answer.until')} />
        </div>
      </More>
    </div>
  );
};

/** For whoever was asked: skill by skill. A guest also tells how they want to be shown. */
export const AnswerForm = ({
  asked,
  version,
  isGuest,
}: {
  asked: readonly AskedSkill[];
  version: number;
  isGuest: boolean;
}) => {
  const { t } = useText();
  const failure = useFailure();
  return (
    <PostForm failure={failure} version={version}>
      {asked.map((one) => (
        <OneSkill key={one.skillId} {...one} />
      ))}
      {isGuest ? (
        <>
          <TextInput name="name" label={t('vouch.answer.name')} hint={t('vouch.answer.nameHint')} autoComplete="name" />
          <TextInput name="role" label={t('vouch.answer.role')} hint={t('vouch.answer.roleHint')} />
          <TextInput
            name="email"
            type="email"
            autoComplete="email"
            label={t('vouch.answer.email')}
            hint={t('vouch.answer.emailHint')}
          />
        </>
      ) : null}
      <Send name="do" value="answer">
        {t('vouch.answer.send')}
      </Send>
    </PostForm>
  );
};
