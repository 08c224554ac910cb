import { RouterContextProvider } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { Problem } from '../../kernel/problem.ts';
import { type PageContext, pageContext } from '../../web/page.ts';
import { asNotNow, keepDraft } from './keep-draft.ts';

type Args = Parameters<ReturnType<typeof keepDraft>>[0];

const post = (): Args => {
  const context = new RouterContextProvider();
  // Only what keepDraft looks at.
  context.set(pageContext, { t: (key: string) => key, requestId: 'r1' } as PageContext);
  const body = new URLSearchParams({ text: 'Hoidin äitiäni', language: 'fi' });
  return { request: new Request('http://tuttu.test/know-how', { method: 'POST', body }), params: {}, context };
};

afterEach(() => {
  vi.restoreAllMocks();
});

test("a fault at our end brings back everything typed, and is logged with the request's number", async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const answer = await keepDraft(async (args) => {
    await args.request.formData();
    throw new Error('disk full');
  })(post());
  expect(answer).toMatchObject({
    init: { status: 500 },
    data: { typed: { text: ['Hoidin äitiäni'], language: ['fi'] }, problem: { code: 'failure' } },
  });
  expect(logged.mock.calls[0]?.[0]).toContain('r1');
});

test('what the page explains otherwise goes on as it is', async () => {
  const refusal = new Response(null, { status: 404 });
  await expect(
    keepDraft(async () => {
      throw refusal;
    })(post()),
  ).rejects.toBe(refusal);
});

test('a small decision made meanwhile is no text to compare', async () => {
  await expect(asNotNow(Promise.reject(new Problem('changedMeanwhile')))).rejects.toMatchObject({ code: 'notNow' });
  await expect(asNotNow(Promise.reject(new Problem('notFound')))).rejects.toMatchObject({ code: 'notFound' });
});
