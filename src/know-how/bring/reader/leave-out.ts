import type { PrivateKind } from './types.ts';

const street =
  '(?:katu|tie|kuja|polku|rinne|kaari|tori|väylä|raitti|ranta|penger|aukio|puistikko|bulevardi|gatan|vägen|stigen|gränden|gata|väg|allén)';

/** What is private by its shape, wherever in a text it stands. A flat's letter and number belong to the street. */
const shapes: readonly { kind: PrivateKind; shape: RegExp; isNot?: RegExp }[] = [
  { kind: 'identityCode', shape: /(?<![\p{L}\d])\d{6}[-+A-FU-Y]\d{3}[0-9A-Z](?![\p{L}\d])/giu },
  { kind: 'email', shape: /[^\s<>()[\],;:"@]{1,64}@[^\s<>()[\],;:"@]{1,200}\.\p{L}{2,24}/gu },
  {
    kind: 'phone',
    shape:
      /(?<![\p{L}\d.,/])(?:\+\d{1,3}|00\d{2,3}|0(?:4\d{1,2}|50|[2-9]|1\d|20|29))(?:[\s()-]{0,2}\d){5,10}(?![\d.,/]*\d)/gu,
    // "05 2015 - 06 2016" is a time.
    isNot: /^0\d\s(?:19|20)\d{2}\s?-/,
  },
  {
    kind: 'address',
    shape: new RegExp(
      `(?<!\\p{L})\\p{Lu}[\\p{L}-]{0,40}${street}\\s\\d{1,4}(?:\\s?[a-zA-Z](?![\\p{L}]))?(?:\\s\\d{1,4}(?!\\d))?`,
      'gu',
    ),
  },
  {
    kind: 'address',
    shape:
      /(?<!\p{L})\d{1,5}\w{0,2}(?:\s\p{Lu}\p{L}{1,30}){0,3}\s(?:Street|Road|Avenue|Lane|Drive|Square|Terrace|Boulevard)(?!\p{L})/gu,
  },
  { kind: 'address', shape: /(?<![\p{L}\d.,])(?:FI-)?\d{5}\s+\p{Lu}\p{L}{2,30}(?:\s\p{Lu}{2,30})?(?!\p{L})/gu },
  {
    kind: 'birthDate',
    shape: /(?<!\p{L})(?:s\.|synt\.|f\.|född|syntynyt|born)\s?(?:on\s)?\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}/giu,
  },
];

/** A line that says what it is about and nothing else is kept of it. */
const labelled: readonly { kind: PrivateKind; label: RegExp }[] = [
  {
    kind: 'birthDate',
    label:
      /^(syntymäaika|syntymäpäivä|syntynyt|födelsedatum|födelsetid|född|date of birth|birth ?date|born)(?!\p{L})/iu,
  },
  {
    kind: 'identityCode',
    label: /^(henkilötunnus|hetu|sotu|personbeteckning|personnummer|identity code|social security)(?!\p{L})/iu,
  },
  {
    kind: 'address',
    label:
      /^(kotiosoite|lähiosoite|katuosoite|postiosoite|osoite|hemadress|postadress|adress|home address|address)\s?:/iu,
  },
  {
    kind: 'phone',
    label: /^(puhelinnumero|puhelin|puh|gsm|telefonnummer|telefon|mobil|tel|phone|mobile)\s?[.:]?\s?[\d+]/iu,
  },
];

/** What stays of a line of contacts when the contacts are gone. */
const emptyLabels =
  /^[\s,;:|/•·.()-]*(?:(?:puhelinnumero|puhelin|puh|gsm|matkapuhelin|sähköpostiosoite|sähköposti|s-posti|email|e-mail|e-post|mail|osoite|kotiosoite|adress|address|phone|mobile|mobil|telefon|tel|henkilötunnus|hetu|suomi|finland)[\s,;:|/•·.()-]*)*$/iu;

/** A line without what is private, and what that was; null where nothing is left of it. */
export const leaveOut = (line: string): { text: string | null; kinds: PrivateKind[] } => {
  const label = labelled.find((one) => one.label.test(line.trim()));
  if (label) return { text: null, kinds: [label.kind] };
  const kinds: PrivateKind[] = [];
  let text = line;
  for (const { kind, shape, isNot } of shapes)
    text = text.replace(shape, (found) => {
      if (isNot?.test(found)) return found;
      kinds.push(kind);
      return '';
    });
  if (kinds.length === 0) return { text: line, kinds };
  const rest = text
    .replace(/\(\s*\)/g, '')
    .replace(/[ ]{2,}/g, ' ')
    .replace(/^[\s,;|•·]+|[\s,;|•·]+$/g, '');
  return { text: emptyLabels.test(rest) ? null : rest, kinds };
};
