/** Finnish numbers that take text messages: 04x, 050 and 0457. */
const finnishMobile = /^\+358(4\d|50)\d{4,9}$/;
const anyNumber = /^\+[1-9]\d{6,14}$/;

/**
 * A mobile number as people write it (040 123 4567, +358 40 1234567, 00358 40..., +46 70-123 45 67) in the form E.164; null for what is none, or a Finnish number
 * that takes no text messages.
 */
export const readPhoneNumber = (typed: string): string | null => {
  const written = typed.normalize('NFKC').replace(/[\s().\-–/]/g, '');
  const number = written
    .replace(/^00/, '+')
    .replace(/^0(?=[45])/, '+358')
    .replace(/^358(?=[45])/, '+358')
    .replace(/^\+3580/, '+358');
  if (!anyNumber.test(number)) return null;
  return number.startsWith('+358') && !finnishMobile.test(number) ? null : number;
};
