import { expect, test } from 'vitest';
import { boundaryOf, readMultipart } from './multipart.ts';

const encoded = async (form: FormData): Promise<{ boundary: string; bytes: Buffer }> => {
  const response = new Response(form);
  const boundary = boundaryOf(response.headers.get('content-type') ?? '') ?? '';
  return { boundary, bytes: Buffer.from(await response.arrayBuffer()) };
};

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const aForm = (content: Buffer | string, name = 'cv "oma" ä.pdf') => {
  const form = new FormData();
  form.append('what', 'yksi\r\n--kaksi');
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
  form.append('after', '');
  return form;
};

const read = async (form: FormData, { piece = 1000, most = 1_000_000 } = {}) => {
  const { boundary, bytes } = await encoded(form);
  return readMultipart(inPieces(bytes, piece), { boundary, most });
};

test.each([1, 2, 7, 64, 1000, 100_000])('the same whatever the pieces are: %i bytes at a time', async (piece) => {
  const content = Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 7) % 256));
  const { fields, file, isTooLarge } = await read(aForm(content), { piece });
  expect(fields).toEqual([
    ['what', 'yksi\r\n--kaksi'],
    ['after', ''],
  ]);
  expect(file).toMatchObject({ field: 'file', name: 'cv "oma" ä.pdf', size: 3000 });
  expect(Buffer.concat(file?.pieces ?? []).equals(content)).toBe(true);
  expect(isTooLarge).toBe(false);
});

test('a file over the limit is told, and nothing of it is kept', async () => {
  expect(await read(aForm('x'.repeat(1001)), { most: 1000 })).toMatchObject({ file: null, isTooLarge: true });
  expect(await read(aForm('x'.repeat(1000)), { most: 1000 })).toMatchObject({
    file: { size: 1000 },
    isTooLarge: false,
  });
});

test('no file chosen is none; an empty one is one', async () => {
  expect((await read(aForm('', ''))).file).toBeNull();
  expect((await read(aForm('', 'tyhjä.txt'))).file).toMatchObject({ name: 'tyhjä.txt', size: 0 });
});

test('what is cut short, or no form at all, gives what there is of it', async () => {
  const { boundary, bytes } = await encoded(aForm('sisältö'));
  for (const cut of [0, 10, 60, 200, bytes.length - 30])
    expect(await readMultipart(inPieces(bytes.subarray(0, cut), 50), { boundary, most: 100 })).toMatchObject({
      isTooLarge: false,
    });
  const endless = inPieces(Buffer.from(`--x\r\n${'a'.repeat(100_000)}`), 1000);
  expect(await readMultipart(endless, { boundary: 'x', most: 100 })).toEqual({
    fields: [],
    file: null,
    isTooLarge: false,
  });
});

test.each([
  ['multipart/form-data; boundary=abc', 'abc'],
  ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
  ['multipart/form-data', null],
  ['text/plain; boundary=abc', null],
  [undefined, null],
])('%s', (type, boundary) => {
  expect(boundaryOf(type)).toBe(boundary);
});
