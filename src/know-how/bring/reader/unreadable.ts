/** Why a document could not be read; `bring.wrong.<code>` in the message files says it and what to do. */
export const wrongs = [
  'empty',
  'tooLarge',
  'tooLong',
  'encrypted',
  'broken',
  'hostile',
  'noText',
  'picture',
  'oldWord',
  'packed',
  'unknownKind',
  'nothingInIt',
  'tooSlow',
  'tooHeavy',
  'failure',
] as const;
export type Wrong = (typeof wrongs)[number];

export class Unreadable extends Error {
  readonly wrong: Wrong;

  constructor(wrong: Wrong) {
    super(wrong);
    this.name = 'Unreadable';
    this.wrong = wrong;
  }
}
