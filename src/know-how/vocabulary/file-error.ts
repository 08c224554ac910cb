/** What is wrong with a vocabulary file, and where. Lines and columns start from 1; a CSV column is given by its name. */
export class VocabularyFileError extends Error {
  readonly file: string;
  readonly line: number | undefined;
  readonly column: string | number | undefined;
  readonly reason: string;

  constructor(at: { file: string; line?: number | undefined; column?: string | number | undefined }, reason: string) {
    const place = [at.file, at.line && `line ${at.line}`, at.column !== undefined && `column ${at.column}`];
    super(`${place.filter(Boolean).join(', ')}: ${reason}`);
    this.name = 'VocabularyFileError';
    this.file = at.file;
    this.line = at.line;
    this.column = at.column;
    this.reason = reason;
  }
}
