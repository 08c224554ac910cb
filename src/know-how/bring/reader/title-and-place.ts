import type { PortableProfile } from '../../profile/portable.ts';

type Kind = PortableProfile['experiences'][number]['kind'];

export const isLetters = (text: string): boolean => /\p{L}{3}/u.test(text);

/** Words that tell that a name is an employer's, a school's or an association's. */
export const isOrganisation = (text: string): boolean =>
  /(?<!\p{L})(oy|oyj|ab|ky|ry|rf|rp|ltd|inc|plc|gmbh|llc|tmi|co|osk|säätiö|yhdistys|kaupunki|kunta|seurakunta|yliopisto|opisto|ammattikorkeakoulu|koulu|lukio|peruskoulu|ammattiopisto|sairaala|päiväkoti|virasto|stad|kommun|församling|skola|gymnasium|universitet|yrkeshögskola|sjukhus|förening|university|college|school|hospital|institute|city of|association)(?!\p{L})|(?:opisto|koulu|lukio|yliopisto|sairaala|kaupunki|kunta|seura|yhdistys|skolan?|universitetet|sjukhuset|kommun|stad)(?:ssa|ssä|lla|llä|n)?$/iu.test(
    text.trim(),
  );

/** What parts a title from a place on one line. */
const partings = /\t|\s[|•·@]\s|\s[–—-]\s|\s?\/\s|[,;]\s|\s(?:at|hos|vid)\s/;

export const trimmed = (text: string): string =>
  text
    .replace(/^[\s,;:|()•·–—-]+|[\s,;:|(•·–—-]+$/g, '')
    .replace(/\(\s*\)/g, '')
    .trim();

/** Words that say the kind and nothing else, as the documents that leave Tuttu have them. */
const kindWords: Record<string, Kind> = {
  ...{ työ: 'work', arbete: 'work', work: 'work', opinnot: 'study', studier: 'study', studies: 'study' },
  ...{ 'hoiva ja huolenpito': 'care', 'vård och omsorg': 'care', 'caring for others': 'care' },
  ...{ vapaaehtoistyö: 'volunteering', frivilligarbete: 'volunteering', volunteering: 'volunteering' },
  ...{ harrastus: 'hobby', hobby: 'hobby' },
};
const kindSaid = (piece: string): Kind | undefined => kindWords[piece.toLowerCase()];

/** A place is short, and longer ones tell something. */
const longestPlace = 60;
const mostPlaceWords = 6;

/** Words of a sentence, and of people: what tells of them is nobody's place of work. */
const sentenceWords =
  /(?<!\p{L})(minä|minun|mun|olin|oli|olen|ollut|joka|jolla|jota|jonka|jossa|joita|että|kun|koska|jolloin|sekä|jag|min|mitt|mina|är|var|hade|har|som|att|när|eftersom|tog|hand om|i|my|his|her|our|was|were|had|have|who|which|that|because|when|while|took|care of)(?!\p{L})|(?<!\p{L})(isä|isää|isän|isäni|isääni|äiti|äitiä|äidin|äitini|äitiäni|vanhempi\p{L}*|puoliso\p{L}*|vaimo\p{L}*|mieheni|miestäni|lapse\p{L}*|lapsia|poika\p{L}*|tytär\p{L}*|mummo\p{L}*|vaari\p{L}*|pappa\p{L}*|mamma\p{L}*|pappas|far|fars|mor|mors|maka|make|dotter|father|mother|mum|dad|wife|husband|son|daughter|parents)(?!\p{L})/iu;
/** "Hoidin isää", "vårdade pappa", "cared for": begins with what was done. */
const beginsWithVerb =
  /^(?:\p{L}+(?:[stdlkpvr]in|oin|ein|imme)\s\p{Ll}|\p{L}+ade\s|\p{L}+ed\s(?:for|the|a|an|in|with|after|up|and|\p{Ll}+)(?!\p{L}))/u;
/** Places that are written small: "ravintola Kaskis", "kotona". */
const smallPlace =
  /^(?:ravintola|kahvila|hotelli|kauppa|päiväkoti|koulu|kirjasto|kotona|koti|työpaja|restaurang|hotell|café|butik|daghem|skola|bibliotek|hemma|restaurant|hotel|shop|school|library|home)(?!\p{L})/u;

/** Careful: businesses may see a place, so what is not plainly one is left to what was done, which they do not. */
const isPlace = (text: string): boolean => {
  if (text.length > longestPlace || text.split(/\s+/).length > mostPlaceWords || sentenceWords.test(text)) return false;
  if (isOrganisation(text)) return true;
  return (
    !/[.!?]$/.test(text) && !beginsWithVerb.test(text) && (/^[\p{Lu}\p{N}"”'(]/u.test(text) || smallPlace.test(text))
  );
};

/** "Omaishoitaja: hoidin isää": what stands after a colon tells what was done. */
const atColon = (line: string): { name: string; told: string } => {
  const colon = /(?<=\p{L}{3}[^:]{0,110}):\s+(?=\S)/u.exec(line);
  const told = colon ? trimmed(line.slice(colon.index + 1)) : '';
  if (!colon || isPlace(told)) return { name: line.replace(/:\s+/, '\t'), told: '' };
  return { name: line.slice(0, colon.index), told };
};

export type Headed = { title: string; place: string; told: string; said: Kind | undefined };

/** Which of an entry's first words are what I was, which where, and which tell what I did: the place is what plainly is one. */
export const titleAndPlace = (header: readonly string[]): Headed => {
  const lines = header.map(atColon);
  const all = lines
    .flatMap(({ name }) => name.split(partings))
    .map(trimmed)
    .filter(isLetters);
  const said = all.slice(1).map(kindSaid).find(Boolean);
  const pieces = all.filter((piece, at) => at === 0 || !kindSaid(piece));
  const [first = '', second, ...others] = pieces;
  const isTurned = isOrganisation(first) && second !== undefined && !isOrganisation(second);
  const title = isTurned ? second : first;
  const rest = isTurned ? [first, ...others] : pieces.slice(1);
  const notPlace = rest.findIndex((piece) => !isPlace(piece));
  const places = notPlace < 0 ? rest : rest.slice(0, notPlace);
  const told = [rest.slice(places.length).join(', '), ...lines.map((line) => line.told)];
  return { title, place: places.join(', '), told: told.filter(Boolean).join('\n'), said };
};
