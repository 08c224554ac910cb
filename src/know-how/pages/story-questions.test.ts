import { RouterContextProvider } from 'react-router';
import { expect, test, vi } from 'vitest';
import { type PageContext, pageContext } from '../../web/page.ts';
import { action } from './story-questions.tsx';

const press = async (fields: Record<string, string>, run: () => Promise<unknown>) => {
  const context = new RouterContextProvider();
  const t = (key: string) => key;
  const app = { say: (_language: string, key: string) => key, run };
  context.set(pageContext, { t, app, language: 'fi', actor: { role: 'customer' } } as unknown as PageContext);
  const body = new URLSearchParams({ asked: 'did', version: '1', ...fields });
  const request = new Request('http://tuttu.test/know-how/stories/s1/questions', { method: 'POST', body });
  return action({ request, params: { storyId: 's1' }, context } as unknown as Parameters<typeof action>[0]);
};

test('an empty press is told to answer or pass over, and passes nothing over', async () => {
  const run = vi.fn(async () => ({ id: 's1', version: 1, suggestions: 0 }));
  expect(await press({ what: 'answer', did: ' ' }, run)).toMatchObject({
    data: { problem: { fields: [{ field: 'did', message: 'ask.answerOne' }] } },
  });
  expect(run).not.toHaveBeenCalled();
});

test('answers in which nothing new is found are said to be saved, and that nothing new was found', async () => {
  const run = vi.fn(async () => ({ id: 's1', version: 2, suggestions: 0 }));
  const answer = await press({ what: 'answer', did: 'Vain sitä' }, run);
  expect(answer instanceof Response && answer.headers.get('location')).toBe('/know-how/stories/s1?done=nothingNew');
});
