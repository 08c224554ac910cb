/** UUIDs as 16 bytes each, one after the other: a million take 16 MB, where strings would take a hundred. */
export type PackedIds = Uint8Array;

const bytes = 16;

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export const packIds = (count: number): PackedIds => new Uint8Array(count * bytes);

export const writeId = (ids: PackedIds, at: number, id: string): void => {
  let place = at * bytes;
  for (let index = 0; index < id.length; index += 2) {
    if (id[index] === '-') index += 1;
    ids[place] = Number.parseInt(id.slice(index, index + 2), 16);
    place += 1;
  }
};

export const readId = (ids: PackedIds, at: number): string => {
  let id = '';
  for (let byte = 0; byte < bytes; byte += 1) {
    if (byte === 4 || byte === 6 || byte === 8 || byte === 10) id += '-';
    id += hex[ids[at * bytes + byte] ?? 0];
  }
  return id;
};

/** As PostgreSQL orders uuids: byte by byte. */
export const compareIds = (ids: PackedIds, one: number, other: number): number => {
  for (let byte = 0; byte < bytes; byte += 1) {
    const difference = (ids[one * bytes + byte] ?? 0) - (ids[other * bytes + byte] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** Where an id stands among the first `count`, which are in ascending order; -1 when it is not there. */
export const findId = (ids: PackedIds, count: number, id: string): number => {
  const wanted = packIds(1);
  writeId(wanted, 0, id);
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    let difference = 0;
    for (let byte = 0; byte < bytes && difference === 0; byte += 1)
      difference = (ids[middle * bytes + byte] ?? 0) - (wanted[byte] ?? 0);
    if (difference === 0) return middle;
    if (difference < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};
