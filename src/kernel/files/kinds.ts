/** Bytes of a file at most. */
export const mostOfFile = 10 * 1024 * 1024;

/** The kinds of files that are taken, with the endings of their names; the first is the usual one. */
export const fileKinds = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
  },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  jpg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  png: { mediaType: 'image/png', endings: ['png'] },
  txt: { mediaType: 'text/plain', endings: ['txt'] },
} as const;

export type FileKind = keyof typeof fileKinds;
export type MediaType = (typeof fileKinds)[FileKind]['mediaType'];

/** What a file input offers first. */
export const acceptedFiles = Object.values(fileKinds)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(',');

/** Why a file is not taken: `files.wrong.<reason>` in the message files. */
export const fileWrongs = ['empty', 'tooLarge', 'kind', 'ending', 'twoKinds', 'macros', 'broken'] as const;
export type FileWrong = (typeof fileWrongs)[number];

/** Thrown inwards; `keepFile` makes a field of it that a person can mend. */
export class WrongFile extends Error {
  readonly wrong: FileWrong;

  constructor(wrong: FileWrong) {
    super(wrong);
    this.wrong = wrong;
  }
}
