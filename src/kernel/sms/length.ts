/** GSM 03.38, the alphabet of text messages; a sign of the second list takes two places. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const doubled = '\f^{}\\[~]|€';

/** Whether a text goes as one message: 160 places of GSM's alphabet, or 70 (UTF-16 units) where a sign is not in it. */
export const fitsOneSms = (text: string): boolean => {
  const signs = [...text];
  const isGsm = signs.every((sign) => basic.includes(sign) || doubled.includes(sign));
  if (!isGsm) return text.length <= 70;
  return signs.reduce((places, sign) => places + (doubled.includes(sign) ? 2 : 1), 0) <= 160;
};
