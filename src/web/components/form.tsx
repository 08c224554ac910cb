import { Checkbox, ErrorSummary, Radio, RadioGroup, Select, TextField } from '@navikt/ds-react';
import { createContext, type ReactNode, useContext, useId } from 'react';
import { Form } from 'react-router';
import type { FormFailure } from '../page.ts';
import { useText } from '../text.tsx';

const FailureContext = createContext<FormFailure | undefined>(undefined);

const useFailure = (name: string) => {
  const failure = useContext(FailureContext);
  return {
    error: failure?.problem.fields.find((problem) => problem.field === name)?.message,
    typed: failure?.typed[name],
  };
};

const idOf = (name: string): string => `field-${name}`;

/** What went wrong, on top of the form, each line a link to its field. */
const Failures = ({ failure }: { failure: FormFailure }) => (
  <ErrorSummary heading={failure.problem.title} role="alert" autoFocus>
    {failure.problem.fields.length > 0
      ? failure.problem.fields.map(({ field, message }) => (
          <ErrorSummary.Item key={field + message} href={`#${idOf(field)}`}>
            {message}
          </ErrorSummary.Item>
        ))
      : [
          <li key="what" className="plain">
            {failure.problem.what}
          </li>,
        ]}
  </ErrorSummary>
);

/**
 * A form that works without script. `failure` is the page's action data: what was typed comes back, with what to mend.
 * `version` is the version of the record it was filled in from, so that nobody overwrites somebody else's text unseen.
 */
export const PostForm = ({ failure, version, action, className, children }: {
  failure?: FormFailure | undefined;
  version?: number;
  action?: string;
  className?: string;
  children: ReactNode;
}) => (
  <FailureContext value={failure}>
    <Form method="post" action={action} noValidate reloadDocument className={className ?? 'form'}>
      {failure ? <Failures failure={failure} /> : null}
      {/* Sent twice by an impatient thumb, it works once. The browser keeps the server's key. */}
      <input type="hidden" name="once" value={crypto.randomUUID()} suppressHydrationWarning />
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      {children}
    </Form>
  </FailureContext>
);

type Field = { name: string; label: string; hint?: string };

export const TextInput = ({ name, label, hint, value = '', type = 'text', autoComplete, inputMode }: Field & {
  value?: string;
  type?: 'text' | 'email' | 'tel';
  autoComplete?: string;
  inputMode?: 'text' | 'numeric';
}) => {
  const { error, typed } = useFailure(name);
  return (
    <TextField
      id={idOf(name)}
      name={name}
      label={label}
      description={hint}
      type={type}
      autoComplete={autoComplete ?? 'off'}
      inputMode={inputMode}
      defaultValue={typed?.[0] ?? value}
      error={error}
    />
  );
};

/** Several lines of one's own words. */
export const TextArea = ({ name, label, hint, value = '', rows = 6, hideLabel = false }: Field & {
  value?: string;
  rows?: number;
  hideLabel?: boolean;
}) => {
  const { error, typed } = useFailure(name);
  const hintId = useId();
  const errorId = useId();
  const described = [hint ? hintId : '', error ? errorId : ''].filter(Boolean).join(' ');
  return (
    <div className="text-area">
      <label htmlFor={idOf(name)} className={hideLabel ? 'aksel-sr-only' : 'aksel-form-field__label aksel-label'}>
        {label}
      </label>
      {hint ? (
        <p id={hintId} className="hint">
          {hint}
        </p>
      ) : null}
      <textarea
        id={idOf(name)}
        name={name}
        rows={rows}
        defaultValue={typed?.[0] ?? value}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className={error ? 'text-area__input text-area__input--error' : 'text-area__input'}
      />
      {error ? (
        <p id={errorId} className="field-error">
          {error}
        </p>
      ) : null}
    </div>
  );
};

export type Option = { value: string; label: string; hint?: string };

/** One of a few, all seen at once. */
export const Choice = ({ name, label, hint, options, value }: Field & { options: readonly Option[]; value?: string | null }) => {
  const { error, typed } = useFailure(name);
  return (
    <RadioGroup id={idOf(name)} name={name} legend={label} description={hint} defaultValue={typed?.[0] ?? value ?? undefined} error={error}>
      {options.map((option) => (
        <Radio key={option.value} value={option.value} description={option.hint}>
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  );
};

/** One of many. */
export const Pick = ({ name, label, hint, options, value }: Field & { options: readonly Option[]; value?: string }) => {
  const { error, typed } = useFailure(name);
  return (
    <Select id={idOf(name)} name={name} label={label} description={hint} defaultValue={typed?.[0] ?? value} error={error}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
};

/** Yes or nothing. Several with one name are several answers. */
export const Tick = ({ name, value = 'yes', label, hint, isTicked = false }: { name: string; value?: string; label: string; hint?: string; isTicked?: boolean }) => {
  const failure = useContext(FailureContext);
  const ticked = failure ? (failure.typed[name]?.includes(value) ?? false) : isTicked;
  return (
    <Checkbox name={name} value={value} defaultChecked={ticked} description={hint}>
      {label}
    </Checkbox>
  );
};

/** Ticks that belong together, under one question. */
export const Ticks = ({ legend, name, children }: { legend: string; name: string; children: ReactNode }) => {
  const { error } = useFailure(name);
  return (
    <fieldset className="ticks" id={idOf(name)}>
      <legend className="aksel-label">{legend}</legend>
      {children}
      {error ? <p className="field-error">{error}</p> : null}
    </fieldset>
  );
};

/** A day, written the Finnish way (24.12.2026) or picked where the browser helps. */
export const DayInput = ({ name, label, hint, value = '' }: Field & { value?: string }) => {
  const { t } = useText();
  const { error, typed } = useFailure(name);
  return (
    <TextField
      id={idOf(name)}
      name={name}
      label={label}
      description={hint ?? t('form.dayHint')}
      autoComplete="off"
      defaultValue={typed?.[0] ?? writeDay(value)}
      error={error}
      className="short"
    />
  );
};

/** 2026-12-24 as 24.12.2026. */
export const writeDay = (day: string): string => day.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/, '$3.$2.$1');

/** The other's text beside mine, when somebody was faster: nothing is lost. */
export const BothVersions = ({ failure, mine, theirs }: { failure?: FormFailure | undefined; mine: string; theirs: string }) => {
  const { t } = useText();
  if (failure?.problem.code !== 'changedMeanwhile') return null;
  return (
    <div className="both">
      <section>
        <h2 className="aksel-label">{t('form.theirs')}</h2>
        <p className="words">{theirs}</p>
      </section>
      <section>
        <h2 className="aksel-label">{t('form.mine')}</h2>
        <p className="words">{mine}</p>
      </section>
    </div>
  );
};
