import { useRef, useState } from 'react';
import { Send } from '../../web/components/actions.tsx';
import { Choice, PostForm } from '../../web/components/form.tsx';
import { Empty } from '../../web/components/layout.tsx';
import type { FormFailure } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import type { Found } from './fetch-skills.ts';
import { type Combobox, useCombobox } from './use-combobox.ts';

const listId = 'skills';
const optionId = (at: number): string => `skill-${at}`;

const Options = ({ combobox }: { combobox: Combobox }) => {
  const { t } = useText();
  const { answer, active, choose, isOpen } = combobox;
  return (
    <div
      id={listId}
      role="listbox"
      tabIndex={-1}
      aria-label={t('knowHow.search.choose')}
      className="skill-search__list"
      hidden={!isOpen}
    >
      {(answer?.found ?? []).map((one, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: arrow keys and Enter work in the field, which keeps the focus
        <div
          key={one.uri}
          id={optionId(at)}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(one)}
        >
          {one.label}
          {one.apart ? <span className="hint">{one.apart}</span> : null}
        </div>
      ))}
    </div>
  );
};

/** What a screen reader says while the list changes. */
const useSaid = ({ answer, isOpen, isReady }: Combobox, chosen: Found | null): string => {
  const { t } = useText();
  if (!isReady) return '';
  if (answer?.isFailed) return t('knowHow.search.failed');
  if (isOpen) return t('knowHow.search.count', { count: answer?.found.length ?? 0 });
  if (answer?.found.length === 0) return t('knowHow.search.none', { query: answer.query });
  return chosen ? t('knowHow.search.chosen', { label: chosen.label }) : '';
};

const Field = ({
  combobox,
  query,
  fieldRef,
}: {
  combobox: Combobox;
  query: string;
  fieldRef: React.RefObject<HTMLInputElement | null>;
}) => {
  const { t } = useText();
  const { isReady, isOpen, active } = combobox;
  const asCombobox = isReady
    ? {
        role: 'combobox',
        'aria-autocomplete': 'list' as const,
        'aria-expanded': isOpen,
        'aria-controls': listId,
        'aria-activedescendant': isOpen && active >= 0 ? optionId(active) : undefined,
      }
    : {};
  return (
    <>
      <label htmlFor="skill-query" className="aksel-form-field__label aksel-label">
        {t('knowHow.search.label')}
      </label>
      <p id="skill-hint" className="hint">
        {t('knowHow.search.hint')}
      </p>
      <div className="skill-search__row">
        <input
          ref={fieldRef}
          id="skill-query"
          name="q"
          type="text"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={200}
          defaultValue={query}
          aria-describedby="skill-hint"
          className="text-area__input"
          onInput={(event) => combobox.type(event.currentTarget.value)}
          onKeyDown={combobox.onKeyDown}
          onBlur={combobox.close}
          {...asCombobox}
        />
        <Send kind="secondary">{t('knowHow.search.go')}</Send>
      </div>
    </>
  );
};

/**
 * Finds a skill by its name and sends it in the field `uri`. Without script: a search, then a choice among what it found. With script what is
 * found stands below the field while one types, and a choice there becomes the one to send.
 */
export const SkillSearch = ({
  query,
  found,
  near = [],
  failure,
  version,
  send,
}: {
  query: string;
  found: readonly Found[];
  /** To choose among where the search has found nothing, or nothing has been searched for. */
  near?: readonly Found[];
  failure: FormFailure | undefined;
  version?: number;
  /** What the button that sends the choice says. */
  send: string;
}) => {
  const { t, language } = useText();
  const [chosen, setChosen] = useState<Found | null>(null);
  const fieldRef = useRef<HTMLInputElement>(null);
  const onChoose = (one: Found) => {
    setChosen(one);
    if (fieldRef.current) fieldRef.current.value = one.label;
  };
  const combobox = useCombobox({ language, onChoose });
  const said = useSaid(combobox, chosen);
  const isNear = !chosen && found.length === 0;
  const options = (chosen ? [chosen] : isNear ? near : found).map(({ uri, label, apart }) => ({
    value: uri,
    label,
    ...(apart === null ? {} : { hint: apart }),
  }));
  return (
    <>
      <search>
        <form method="get" className="skill-search">
          <Field combobox={combobox} query={query} fieldRef={fieldRef} />
          <Options combobox={combobox} />
          <p className="skill-search__said" role="status">
            {said}
          </p>
        </form>
      </search>
      {isNear && query !== '' ? <Empty>{t('knowHow.search.none', { query })}</Empty> : null}
      {options.length > 0 ? (
        <PostForm failure={failure} {...(version === undefined ? {} : { version })}>
          <Choice
            key={chosen?.uri ?? ''}
            name="uri"
            label={t(isNear ? 'knowHow.search.near' : 'knowHow.search.choose')}
            options={options}
            value={chosen?.uri ?? null}
          />
          <Send>{send}</Send>
        </PostForm>
      ) : null}
    </>
  );
};
