// Finnish personal identity code: DDMMYY, sign of the century, individual number, check character.
// Source: Digital and Population Data Services Agency, "The personal identity code" (new signs since 1.1.2023, decree 330/2022).
const centuries: Record<string, number> = {
  '+': 1800,
  ...Object.fromEntries([...'-YXWVU'].map((sign) => [sign, 1900])),
  ...Object.fromEntries([...'ABCDEF'].map((sign) => [sign, 2000])),
};
const checkCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY';

const checkOf = (digits: string): string => checkCharacters.charAt(Number(digits) % 31);

/** True for a well-formed code of a day that exists, with the right check character. */
export const isIdentityCode = (code: string): boolean => {
  const match = /^(\d{2})(\d{2})(\d{2})([-+A-FU-Y])(\d{3})([0-9A-Y])$/.exec(code);
  if (!match) return false;
  const [, day = '', month = '', year = '', sign = '', number = '', check] = match;
  const date = new Date(Date.UTC((centuries[sign] ?? 0) + Number(year), Number(month) - 1, Number(day)));
  const exists = date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1;
  return exists && Number(number) >= 2 && checkOf(day + month + year + number) === check;
};

/** What a well-formed code says of its holder: the year of birth and, by the individual number, the sex in the population register. */
export const toldByIdentityCode = (code: string): { birthYear: number; gender: 'female' | 'male' } => ({
  birthYear: (centuries[code.charAt(6)] ?? 0) + Number(code.slice(4, 6)),
  gender: Number(code.slice(7, 10)) % 2 === 0 ? 'female' : 'male',
});

/** A code for a made-up person: individual numbers 900-999 are never given to anyone. Odd ones are men's. */
export const demoIdentityCode = (birthYear: number, index: number, isMan = false): string => {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = two((index % 28) + 1) + two((Math.floor(index / 28) % 12) + 1) + two(birthYear % 100);
  const number = String(900 + 2 * (Math.floor(index / 336) % 50) + (isMan ? 1 : 0));
  return date + (birthYear >= 2000 ? 'A' : '-') + number + checkOf(date + number);
};
