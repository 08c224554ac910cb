import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type Found, fetchSkills } from './fetch-skills.ts';

type Answer = { query: string; found: Found[]; isFailed: boolean };

const pause = 150;

/** What was found for what is typed, a moment after the last key; older answers never overtake newer ones. */
const useAnswer = (query: string, language: string, isAsking: boolean): Answer | null => {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    if (!isAsking || query.trim().length < 2) return setAnswer(null);
    const abort = new AbortController();
    const timer = setTimeout(() => {
      fetchSkills(query.trim(), language, abort.signal)
        .then((found) => setAnswer({ query: query.trim(), found, isFailed: false }))
        .catch(() => {
          if (!abort.signal.aborted) setAnswer({ query: query.trim(), found: [], isFailed: true });
        });
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query, language, isAsking]);
  return answer;
};

export type Combobox = {
  /** False until the script runs: before that the field is a plain one. */
  isReady: boolean;
  answer: Answer | null;
  isOpen: boolean;
  /** The option the arrow keys stand on; -1 for none. */
  active: number;
  type(value: string): void;
  choose(one: Found): void;
  close(): void;
  onKeyDown(event: KeyboardEvent<HTMLInputElement>): void;
};

/** Keys and state of a combobox with a list (ARIA Authoring Practices, "Combobox with list autocomplete"). */
export const useCombobox = ({ language, onChoose }: { language: string; onChoose(one: Found): void }): Combobox => {
  const [isReady, setIsReady] = useState(false);
  const [query, setQuery] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const [active, setActive] = useState(-1);
  const answer = useAnswer(query, language, isAsking);
  const count = answer?.found.length ?? 0;
  const isOpen = isAsking && count > 0;
  useEffect(() => setIsReady(true), []);
  const close = () => {
    setIsAsking(false);
    setActive(-1);
  };
  const choose = (one: Found) => {
    close();
    onChoose(one);
  };
  const step = useRef<Record<string, () => void>>({});
  step.current = {
    ArrowDown: () => setActive((active + 1) % count),
    ArrowUp: () => setActive(active <= 0 ? count - 1 : active - 1),
    Escape: close,
    Enter: () => {
      const one = answer?.found[active];
      if (one) choose(one);
    },
  };
  return {
    isReady,
    answer,
    isOpen,
    active,
    choose,
    close,
    type: (value) => {
      setQuery(value);
      setIsAsking(true);
      setActive(-1);
    },
    onKeyDown: (event) => {
      if (event.key === 'Tab') return close();
      // Enter without a chosen option sends the search, as it does without script.
      if (!isOpen || (event.key === 'Enter' && active < 0)) return;
      const act = step.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    },
  };
};
