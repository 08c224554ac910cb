import type { Language } from '../../kernel/languages.ts';
import { Actions, Send } from '../../web/components/actions.tsx';
import { ButtonForm } from '../../web/components/form.tsx';
import { WhySuggested } from '../../web/components/why-suggested.tsx';
import { useText } from '../../web/text.tsx';
import type { OutsideView } from '../outside-model/rules.ts';

type Suggested = {
  id: string;
  label: string;
  /** What tells it from another of nearly the same name on the page. */
  apart: string | null;
  words: string[];
  version: number;
  /** What each part gives to the score (0..1), and the score. */
  parts: Record<string, number>;
  score: number | null;
  /** The log's row it was suggested by: a person can be asked to look at it. */
  suggestionId: string | null;
  /** What an outside model thinks of it, where one was asked. */
  outsideView: OutsideView | null;
};

type Shown = { one: Suggested; language: Language; outsideModel: string };

/** One suggestion: what it is, the words it was found in, and the customer's three answers. */
export const Suggestion = ({ one, language, outsideModel }: Shown) => {
  const { t } = useText();
  const { id, label, apart, words, version, outsideView, parts, score, suggestionId } = one;
  const about = <span className="aksel-sr-only">: {label}</span>;
  return (
    <li className="suggestion">
      <h3 className="suggestion__label">{label}</h3>
      {apart ? <p className="hint">{apart}</p> : null}
      {words.length > 0 ? (
        <p>
          {t('knowHow.because')} <q lang={language}>{words.join(' … ')}</q>
        </p>
      ) : null}
      {outsideView ? <p className="quiet">{t(`outsideModel.view.${outsideView}`, { name: outsideModel })}</p> : null}
      <WhySuggested about={label} score={score} parts={Object.entries(parts).map(([name, got]) => ({ name, got }))}>
        {suggestionId ? (
          <p>
            <a href={`/ask-a-person/new?suggestion=${suggestionId}`}>
              {t('knowHow.askPerson')}
              {about}
            </a>
          </p>
        ) : null}
      </WhySuggested>
      <ButtonForm version={version} className="suggestion__form">
        <input type="hidden" name="knowHowId" value={id} />
        <Actions>
          <Send small kind="secondary" name="what" value="keep">
            {t('knowHow.keep')}
            {about}
          </Send>
          <Send small kind="tertiary" name="what" value="drop">
            {t('knowHow.drop')}
            {about}
          </Send>
          <a href={`/know-how/${id}/change`} data-variant="tertiary" className="aksel-button aksel-button--small">
            <span className="aksel-label aksel-label--small">
              {t('knowHow.change')}
              {about}
            </span>
          </a>
        </Actions>
      </ButtonForm>
    </li>
  );
};
