import { type FileKind, fileKinds, WrongFile } from './kinds.ts';

const most = 120;

/** What a name leads elsewhere with, or hides its ending with: folders, signs of other systems' shells, signs nobody sees, turned directions. */
const unsafe = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufffd"*:<>?|;%]/gu;

const bare = (name: string): string =>
  (name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replace(unsafe, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');

/**
 * A file's name as it is kept: without folders and signs that mislead, at most 120 characters, with an ending that agrees with what the file is. One
 * without any ending gets it. Throws WrongFile ('ending') where name and content disagree: whoever opens it would be led astray.
 */
export const cleanName = (given: string, kind: FileKind): string => {
  const name = bare(given);
  const { endings } = fileKinds[kind];
  const [, stem = name, ending] = /^(.*)\.([\p{L}\p{N}]{1,10})$/u.exec(name) ?? [];
  if (ending !== undefined && !endings.some((one) => one === ending.toLowerCase())) throw new WrongFile('ending');
  const kept = [...stem].slice(0, most).join('').trim() || 'tuttu';
  return `${kept}.${ending?.toLowerCase() ?? endings[0]}`;
};
