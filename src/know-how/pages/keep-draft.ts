import { data } from 'react-router';
import { Problem } from '../../kernel/problem.ts';
import { type FormFailure, type formAction, pageContext } from '../../web/page.ts';

type Action = ReturnType<typeof formAction>;

/**
 * Wraps the action of a page where somebody writes their own words: a fault at our end brings the page back with everything typed, and is
 * logged with the request's number. Refusals go on as they are.
 */
export const keepDraft =
  (act: Action): Action =>
  async (args) => {
    const copy = args.request.clone();
    try {
      return await act(args);
    } catch (error) {
      if (!(error instanceof Error) || error instanceof Problem) throw error;
      const { t, requestId } = args.context.get(pageContext);
      console.error(`Tuttu: request ${requestId} failed`, error);
      const form = await copy.formData();
      const problem = {
        code: 'failure' as const,
        title: t('problem.failure.title'),
        what: t('knowHow.failed'),
        fields: [],
      };
      const typed = Object.fromEntries([...form.keys()].map((key) => [key, form.getAll(key).map(String)]));
      return data<FormFailure>({ problem, typed }, { status: 500 });
    }
  };

/** A small decision that somebody made already in another window: the page opens again with how things are now. */
export const asNotNow = async <Output>(act: Promise<Output>): Promise<Output> => {
  try {
    return await act;
  } catch (error) {
    throw error instanceof Problem && error.code === 'changedMeanwhile' ? new Problem('notNow') : error;
  }
};
