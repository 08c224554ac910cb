import type { Read } from './reader/types.ts';
import type { Wrong } from './reader/unreadable.ts';
import { type ReaderLimits, runReader } from './run-reader.ts';

const small = { milliseconds: 20_000, bytes: 512 * 1024 * 1024, heapMegabytes: 256 };

export const run = (bytes: Buffer | string, limits: Partial<ReaderLimits> = {}): Promise<Read | Wrong> =>
  runReader(Buffer.from(bytes), { language: 'fi', tell: () => {}, limits: { ...small, ...limits } });

export const readOf = async (bytes: Buffer | string): Promise<Read> => {
  const read = await run(bytes);
  if (typeof read === 'string') throw new Error(read);
  return read;
};

export const cv = [
  'Työkokemus',
  '2015–2018 Kokki, Ravintola Oy',
  'Valmistin lounaita ja tilasin raaka-aineet.',
  'Kielitaito: suomi äidinkieli, ruotsi B1',
];

export const briefly = ({ kind, found }: Read): string[] => [
  kind,
  ...found.map((one) =>
    one.kind === 'experience'
      ? `${one.what.title}, ${one.what.place}`
      : one.kind === 'language'
        ? `${one.what.code} ${one.what.level}`
        : one.kind,
  ),
];
export const found = ['Kokki, Ravintola Oy', 'fi native', 'sv B1'];
