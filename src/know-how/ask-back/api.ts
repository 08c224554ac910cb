import { z } from 'zod';
import { type ApiCall, type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { languages } from '../../kernel/languages.ts';
import { answerQuestions, answersInput } from './answer-questions.ts';
import { begin, beginInput, readOpenings } from './openings.ts';
import { readQuestions } from './read-questions.ts';

const customer = ['customer'] as const;
const storyParams = z.object({ storyId: z.string() });
const told = z.object({ id: z.string(), version: z.number(), suggestions: z.number() });
const question = z.object({ key: z.string(), question: z.string() });

const sayIn = ({ outside, session }: Pick<ApiCall, 'outside' | 'session'>) => {
  const language = session.actor?.language ?? 'fi';
  return (key: string) => outside.say(language, `ask.${key}`);
};

/** Asking back: short questions about a story, and those to begin from while a profile is thin. */
export const askBackApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/stories/:storyId/questions',
    roles: customer,
    summary: 'Short questions about a story of mine, the most telling first, with my words each is about',
    params: storyParams,
    answer: z.object({
      storyId: z.string(),
      language: z.enum(languages),
      version: z.number(),
      questions: z.array(question.extend({ words: z.array(z.string()) })),
    }),
    call: async (call) => {
      const say = sayIn(call);
      const { questions, ...story } = await call.run(readQuestions, call.params.storyId);
      return {
        ...story,
        questions: questions.map(({ key, ask, words }) => ({ key, question: ask ?? say(key), words })),
      };
    },
  }),
  apiRoute({
    method: 'POST',
    url: '/stories/:storyId/answers',
    roles: customer,
    summary:
      'Answer questions about a story: answers go to its end, and what is found in them is suggested. An empty answer passes a question over',
    isVersioned: true,
    params: storyParams,
    body: answersInput,
    answer: told,
    example: { answers: [{ key: 'howMany', answer: 'Paikalla oli noin 40 ihmistä.' }] },
    call: ({ run, params, body, version }) =>
      run(answerQuestions, { storyId: params.storyId, version, answers: body.answers }),
  }),
  apiRoute({
    method: 'GET',
    url: '/questions',
    roles: customer,
    summary: 'Questions to begin from, while I have told little',
    answer: z.object({ isThin: z.boolean(), questions: z.array(question) }),
    call: async (call) => {
      const say = sayIn(call);
      const { isThin, openings } = await call.run((work) => readOpenings(work), undefined);
      return { isThin, questions: openings.map((key) => ({ key, question: say(key) })) };
    },
  }),
  apiRoute({
    method: 'POST',
    url: '/questions/answers',
    roles: customer,
    summary: 'Answer questions to begin from, with or without words of my own beside: a story is made of them',
    body: beginInput,
    answer: told,
    example: { answers: [{ key: 'home', answer: 'Laitan ruoan ja korjaan polkupyörät.' }], language: 'fi' },
    call: ({ run, body }) => run(begin, body),
  }),
];
