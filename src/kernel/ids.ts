/** A random, time-ordered id (UUID version 7, RFC 9562). Ids are made here, never by the database. */
export type Id<Of extends string> = string & { readonly of?: Of };

/** Two hex digits. */
const asHex = (byte: number): string => byte.toString(16).padStart(2, '0');

/** The millisecond of the latest id and how many came in it: those made by one process within one are in the order in which they were made (RFC 9562, 6.2, method 1). */
let latest = 0;
let count = 0;

const countIn = (now: number, random: number): number => {
  // Begins anywhere in the lower half, so that it is not to be guessed and has room to grow; ever more in one millisecond begin anew.
  const isNext = now === latest && count < 0xfff;
  count = isNext ? count + 1 : random & 0x7ff;
  latest = now;
  return count;
};

export const newId = <Of extends string>(now: number = Date.now()): Id<Of> => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(now / 2 ** 32));
  view.setUint32(2, now % 2 ** 32);
  view.setUint16(6, 0x7000 | countIn(now, view.getUint16(6)));
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  const hex = Array.from(bytes, asHex).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(value);
