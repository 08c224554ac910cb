import { expect, test } from 'vitest';
import { createSecrets } from '../kernel/secrets.ts';
import { draftOf, wordsOf } from './draft.ts';
import { openLost, sealLost } from './lost-draft.ts';

test('a draft is what was written, without what the buttons carry', () => {
  const sent = new URLSearchParams(
    'once=1&version=3&text=Hei+sinne&languages=fi&languages=sv&page-language=sv&press=do%3DmarkRead',
  );
  expect(draftOf(sent)).toEqual({ version: ['3'], text: ['Hei sinne'], languages: ['fi', 'sv'] });
  expect(draftOf(new URLSearchParams('once=1&version=3&text=+&page-language=sv'))).toBeNull();
});

test('words are told from keys and choices', () => {
  expect(wordsOf({ text: ['Hoidin äitiäni'], language: ['fi'], version: ['1'] })).toEqual(['Hoidin äitiäni']);
});

const secrets = createSecrets('only for tests, and long enough for that');
const lost = {
  personId: 'p1',
  path: '/know-how',
  draft: { text: [`Hoidin äitiäni ${'kotona ja pihalla '.repeat(250)}`] },
};
const cookiesOf = (parts: readonly string[]) => parts.map((part, at) => `tuttu_draft_${at}=${part}`).join('; ');

test('a draft whose session ended comes back to its writer, from their own browser', () => {
  const parts = sealLost(secrets, lost);
  expect(parts?.join('').length).toBeLessThan(6500);
  expect(openLost(secrets, `a=1; ${cookiesOf(parts ?? [])}; b=2`)).toEqual(lost);
});

test('one that was tampered with, or is too long for cookies, is not kept', () => {
  const [first = ''] = sealLost(secrets, lost) ?? [];
  expect(openLost(secrets, cookiesOf([`x${first.slice(1)}`]))).toBeNull();
  expect(openLost(secrets, 'a=1')).toBeNull();
  const noise = Array.from({ length: 20_000 }, (_, at) => String.fromCodePoint(33 + ((at * at * 7919) % 9001))).join(
    '',
  );
  expect(sealLost(secrets, { ...lost, draft: { text: [noise] } })).toBeNull();
});
