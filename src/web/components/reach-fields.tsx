import { noticeAbouts } from '../../kernel/notices/kinds.ts';
import type { OwnReach } from '../../kernel/notices/own-reach.ts';
import { paces } from '../../kernel/notices/rules.ts';
import type { Form } from '../page.ts';
import { useText } from '../text.tsx';
import { Pick, Tick, Ticks } from './form.tsx';
import { Section } from './layout.tsx';

type Only<Whole, Key extends keyof Whole> = { [One in Key]: Whole[One] };

/** What those fields were filled in with. */
export const reachIn = (form: Form) => ({
  choices: noticeAbouts.map((about) => ({
    about,
    byMail: form.all(`${about}By`).includes('mail'),
    bySms: form.all(`${about}By`).includes('sms'),
    pace: form.text(`${about}Pace`),
  })),
  ...{ quietFrom: form.text('quietFrom'), quietUntil: form.text('quietUntil'), quietMail: form.has('quietMail') },
});

export const reachLabels = {
  choices: 'reach.about',
  quietFrom: 'reach.quiet.from',
  quietUntil: 'reach.quiet.until',
} as const;

const About = ({ about, byMail, bySms, pace }: OwnReach['choices'][number]) => {
  const { t } = useText();
  const name = t(`reach.about.${about}`);
  return (
    <Ticks legend={name} name={`${about}By`}>
      <Tick name={`${about}By`} value="mail" label={t('reach.by.mail')} isTicked={byMail} />
      <Tick name={`${about}By`} value="sms" label={t('reach.by.sms')} isTicked={bySms} />
      <Pick
        name={`${about}Pace`}
        label={t('reach.pace', { about: name })}
        value={pace}
        options={paces.map((value) => ({ value, label: t(`reach.pace.${value}`) }))}
      />
    </Ticks>
  );
};

const Quiet = ({ quiet, hint }: Only<OwnReach, 'quiet'> & { hint: string }) => {
  const { t } = useText();
  const options = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: t('reach.hour', { hour }) }));
  return (
    <>
      <p>{hint}</p>
      <Pick name="quietFrom" label={t('reach.quiet.from')} value={String(quiet.from)} options={options} />
      <Pick name="quietUntil" label={t('reach.quiet.until')} value={String(quiet.until)} options={options} />
      <Tick name="quietMail" label={t('reach.quiet.mail')} isTicked={quiet.alsoMail} />
    </>
  );
};

/** What to hear of, by which ways, and when not. The hints speak to whoever fills it in. */
export const ReachFields = ({
  choices,
  quiet,
  hints,
}: Only<OwnReach, 'choices' | 'quiet'> & { hints: { owed: string; quiet: string } }) => {
  const { t } = useText();
  return (
    <>
      <Section title={t('reach.about')}>
        <p className="hint">{hints.owed}</p>
        {choices.map((choice) => (
          <About key={choice.about} {...choice} />
        ))}
      </Section>
      <Section title={t('reach.quiet')}>
        <Quiet quiet={quiet} hint={hints.quiet} />
      </Section>
    </>
  );
};
