import type { Form } from '../../../web/page.ts';
import { type OneAnswer, oneAnswer } from '../../vouching/answer-request.ts';

type AskedSkill = { skillId: number; uri: string };

const chosenIn = (form: Form, asked: readonly AskedSkill[]): OneAnswer[] =>
  asked
    .filter(({ skillId }) => form.text(`answer-${skillId}`) !== '')
    .map(({ skillId, uri }) =>
      form.read(oneAnswer, {
        skill: uri,
        answer: form.text(`answer-${skillId}`),
        how: form.text(`how-${skillId}`),
        since: form.text(`since-${skillId}`),
        until: form.text(`until-${skillId}`),
      }),
    );

/** What was pressed, for each skill asked about: all declined, or as chosen; one that is not chosen is left out, and the use case says so. */
export const answersIn = (form: Form, asked: readonly AskedSkill[]): OneAnswer[] =>
  form.text('do') === 'decline'
    ? asked.map(({ uri: skill }) => ({ skill, answer: 'declined', how: '', since: '', until: '' }))
    : chosenIn(form, asked);
