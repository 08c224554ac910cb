const decode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const isMostlyZero = (bytes: Uint8Array, parity: 0 | 1): boolean => {
  const start = bytes.subarray(0, 2000);
  let zeros = 0;
  for (let at = parity; at < start.length; at += 2) if (start[at] === 0) zeros += 1;
  return zeros > start.length / 4;
};

/** A text's encoding: its mark where it has one; UTF-8 where it is that; UTF-16 by its zeros; else the Windows one (ä is E4 there as in Latin-1). */
export const decodeText = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (isMostlyZero(bytes, 1)) return new TextDecoder('utf-16le').decode(bytes);
  if (isMostlyZero(bytes, 0)) return new TextDecoder('utf-16be').decode(bytes);
  return decode(bytes, 'utf-8') ?? new TextDecoder('windows-1252').decode(bytes);
};
