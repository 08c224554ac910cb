import { Checkbox, Radio, RadioGroup, Select, TextField } from '@navikt/ds-react';
import { createContext, type ReactNode, useContext, useId } from 'react';
import { Form } from 'react-router';
import type { FormFailure } from '../page.ts';
import { useText } from '../text.tsx';
import { fieldId, formName } from './failures.tsx';

type FormState = { failure: FormFailure | undefined; form: string | undefined };

const FormContext = createContext<FormState>({ failure: undefined, form: undefined });

const useField = (name: string) => {
  const { failure, form } = useContext(FormContext);
  return {
    id: fieldId(name, form),
    error: failure?.problem.fields.find((problem) => problem.field === name)?.message,
    typed: failure?.typed[name],
  };
};

/**
 * A form that works without script. `failure` is the page's action data: what was typed comes back, with what to mend; the page shows
 * the summary on top (Page). `version` is the version of the record it was filled in from, so that nobody overwrites somebody else's
 * text unseen. `form` names it where a page has several forms with the same fields: each then shows only its own mendings.
 */
export const PostForm = ({
  failure,
  version,
  action,
  className,
  form,
  children,
}: {
  failure?: FormFailure | undefined;
  version?: number;
  action?: string;
  className?: string;
  form?: string;
  children: ReactNode;
}) => (
  <FormContext value={{ failure: failure?.typed[formName]?.[0] === form ? failure : undefined, form }}>
    <Form method="post" action={action} noValidate reloadDocument className={className ?? 'form'}>
      {form === undefined ? null : <input type="hidden" name={formName} value={form} />}
      {/* Sent twice by an impatient thumb, it works once. The browser keeps the server's key. */}
      <input
        type="hidden"
        name="once"
        defaultValue={import.meta.env.SSR ? crypto.randomUUID() : ''}
        suppressHydrationWarning
      />
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      {children}
    </Form>
  </FormContext>
);

type Field = { name: string; label: string; hint?: string };

export const TextInput = ({
  name,
  label,
  hint,
  value = '',
  type = 'text',
  autoComplete,
  inputMode,
}: Field & {
  value?: string;
  type?: 'text' | 'email' | 'tel';
  autoComplete?: string;
  inputMode?: 'text' | 'numeric';
}) => {
  const { id, error, typed } = useField(name);
  return (
    <TextField
      id={id}
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
export const TextArea = ({
  name,
  label,
  hint,
  value = '',
  rows = 6,
  hideLabel = false,
  most,
}: Field & {
  value?: string;
  rows?: number;
  hideLabel?: boolean;
  /** How many characters there is room for; said, not enforced while writing. */
  most?: number;
}) => {
  const { t } = useText();
  const { id, error, typed } = useField(name);
  const hintId = useId();
  const errorId = useId();
  const hints = [hint, most ? t('form.most', { most }) : ''].filter(Boolean).join(' ');
  const described = [hints ? hintId : '', error ? errorId : ''].filter(Boolean).join(' ');
  return (
    <div className="text-area">
      <label htmlFor={id} className={hideLabel ? 'aksel-sr-only' : 'aksel-form-field__label aksel-label'}>
        {label}
      </label>
      {hints ? (
        <p id={hintId} className="hint">
          {hints}
        </p>
      ) : null}
      <textarea
        id={id}
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
export const Choice = ({
  name,
  label,
  hint,
  options,
  value,
}: Field & { options: readonly Option[]; value?: string | null }) => {
  const { id, error, typed } = useField(name);
  return (
    <RadioGroup
      id={id}
      name={name}
      legend={label}
      description={hint}
      defaultValue={typed?.[0] ?? value ?? undefined}
      error={error}
    >
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
  const { id, error, typed } = useField(name);
  return (
    <Select id={id} name={name} label={label} description={hint} defaultValue={typed?.[0] ?? value} error={error}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
};

/** Yes or nothing. Several with one name are several answers. */
export const Tick = ({
  name,
  value = 'yes',
  label,
  hint,
  isTicked = false,
}: {
  name: string;
  value?: string;
  label: string;
  hint?: string;
  isTicked?: boolean;
}) => {
  const { failure } = useContext(FormContext);
  const ticked = failure ? (failure.typed[name]?.includes(value) ?? false) : isTicked;
  return (
    <Checkbox name={name} value={value} defaultChecked={ticked} description={hint}>
      {label}
    </Checkbox>
  );
};

/** Ticks that belong together, under one question. */
export const Ticks = ({ legend, name, children }: { legend: string; name: string; children: ReactNode }) => {
  const { id, error } = useField(name);
  const errorId = useId();
  return (
    <fieldset className="ticks" id={id} tabIndex={-1} aria-describedby={error ? errorId : undefined}>
      <legend className="aksel-label">{legend}</legend>
      {children}
      {error ? (
        <p id={errorId} className="field-error">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
};

/** A day, written the Finnish way (24.12.2026) or picked where the browser helps. */
export const DayInput = ({ name, label, hint, value = '' }: Field & { value?: string }) => {
  const { t } = useText();
  const { id, error, typed } = useField(name);
  return (
    <TextField
      id={id}
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
export const BothVersions = ({
  failure,
  mine,
  theirs,
}: {
  failure?: FormFailure | undefined;
  mine: string;
  theirs: string;
}) => {
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
