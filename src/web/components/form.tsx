import { Checkbox, Radio, RadioGroup, Select, TextField } from '@navikt/ds-react';
import { createContext, type ReactNode, useContext, useId } from 'react';
import { Form } from 'react-router';
import { isDay } from '../../kernel/clock.ts';
import { type Draft, draftForm } from '../draft.ts';
import type { FormFailure } from '../page.ts';
import { useText } from '../text.tsx';
import { Once, usePageForm } from './draft.tsx';
import { fieldId } from './failures.tsx';

type FormState = { failure: FormFailure | undefined; typed: Draft | null };

const FormContext = createContext<FormState>({ failure: undefined, typed: null });

const useField = (name: string) => {
  const { failure, typed } = useContext(FormContext);
  return {
    id: fieldId(name),
    error: failure?.problem.fields.find((problem) => problem.field === name)?.message,
    typed: typed?.[name],
  };
};

/** Somebody who was slower sees both texts and saves over the newest; whoever mends or goes on stays with the version they began from. */
const versionOf = (failure: FormFailure | undefined, typed: Draft | null, version: number): number =>
  failure?.problem.code === 'changedMeanwhile' ? version : Number(typed?.version?.[0] ?? version);

/**
 * The page's one form, which works without script. `failure` is the page's action data: what was typed comes back, with what to mend; the
 * page shows the summary on top (Page). `version` is the version of the record it was filled in from, so that nobody overwrites somebody
 * else's text unseen. What else can be pressed on the page is a `Press`: a button of this form, so that what is written here stays.
 */
export const PostForm = ({
  failure,
  version,
  className,
  hasFile = false,
  children,
}: {
  failure?: FormFailure | undefined;
  version?: number;
  className?: string;
  /** A file may go with it: the page's handle says how large (`upload`). What was chosen cannot be shown again. */
  hasFile?: boolean;
  children: ReactNode;
}) => {
  const draft = usePageForm();
  const typed = failure?.typed ?? draft;
  return (
    <FormContext value={{ failure, typed }}>
      <Form
        id={draftForm}
        method="post"
        encType={hasFile ? 'multipart/form-data' : undefined}
        noValidate
        reloadDocument
        className={className ?? 'form'}
      >
        <Once />
        {version === undefined ? null : (
          <input type="hidden" name="version" value={versionOf(failure, typed, version)} />
        )}
        {children}
      </Form>
    </FormContext>
  );
};

/** A form with a file in it. What was written comes back with what to mend; the file that was chosen cannot be shown again. */
export const UploadForm = ({ failure, children }: { failure?: FormFailure | undefined; children: ReactNode }) => (
  <FormContext value={{ failure, typed: failure?.typed ?? null }}>
    <form method="post" encType="multipart/form-data" className="form">
      {children}
    </form>
  </FormContext>
);

/** A file of the person's own. `accept`: what the browser offers first; what is sent is looked at by its content. */
export const FileInput = ({ name, label, hint, accept }: Field & { accept: string }) => {
  const { id, error } = useField(name);
  const hintId = useId();
  const errorId = useId();
  const described = [hint ? hintId : '', error ? errorId : ''].filter(Boolean).join(' ');
  return (
    <div className="text-area">
      <label htmlFor={id} className="aksel-form-field__label aksel-label">
        {label}
      </label>
      {hint ? (
        <p id={hintId} className="hint">
          {hint}
        </p>
      ) : null}
      <input
        id={id}
        type="file"
        name={name}
        accept={accept}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className="file-input"
      />
      {error ? (
        <p id={errorId} className="field-error">
          {error}
        </p>
      ) : null}
    </div>
  );
};

/** A small form of buttons only, several on a page, where nothing is written. */
export const ButtonForm = ({
  version,
  className,
  children,
}: {
  version?: number;
  className?: string;
  children: ReactNode;
}) => (
  <Form method="post" reloadDocument className={className ?? 'form'}>
    <Once />
    {version === undefined ? null : <input type="hidden" name="version" value={version} />}
    {children}
  </Form>
);

/** What a list is searched by. On a page without a form of its own, what is typed here stays too. */
export const SearchForm = ({ className = 'filters', children }: { className?: string; children: ReactNode }) => (
  <FormContext value={{ failure: undefined, typed: usePageForm() }}>
    <form id={draftForm} method="get" className={className}>
      {children}
    </form>
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
  const { typed } = useContext(FormContext);
  const ticked = typed ? (typed[name]?.includes(value) ?? false) : isTicked;
  return (
    <Checkbox name={name} value={value} defaultChecked={ticked} description={hint}>
      {label}
    </Checkbox>
  );
};

/** Ticks that belong together, under one question. `part`: where several questions are one field, what each after the first is called. */
export const Ticks = ({
  legend,
  name,
  part,
  children,
}: {
  legend: string;
  name: string;
  part?: string | undefined;
  children: ReactNode;
}) => {
  const { id, error: ofField } = useField(name);
  const error = part === undefined ? ofField : undefined;
  const errorId = useId();
  return (
    <fieldset
      className="ticks"
      id={part === undefined ? id : `${id}-${part}`}
      tabIndex={-1}
      aria-describedby={error ? errorId : undefined}
    >
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

/** A day, written as the reader's language writes it (24.12.2026; in English 24 Dec 2026, and the Finnish way too). */
export const DayInput = ({ name, label, hint, value = '' }: Field & { value?: string }) => {
  const { t, day } = useText();
  const { id, error, typed } = useField(name);
  return (
    <TextField
      id={id}
      name={name}
      label={label}
      description={hint ?? t('form.dayHint')}
      autoComplete="off"
      defaultValue={typed?.[0] ?? (isDay(value) ? day(value) : value)}
      error={error}
      className="short"
    />
  );
};

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
