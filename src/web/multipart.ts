/** A file chosen in a form. Its name is what a stranger's browser says; its bytes come in pieces as they came, so that nothing large is copied. */
export type Upload = { field: string; name: string; pieces: Buffer[]; size: number };

export type Multipart = { fields: [name: string, value: string][]; file: Upload | null; isTooLarge: boolean };

const mostOfHead = 16_000;
const mostOfFields = 200_000;

/** The boundary of a form with files, out of its content type; null for any other. */
export const boundaryOf = (contentType: string | undefined): string | null => {
  const found = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType ?? '');
  return found?.[1] ?? found?.[2] ?? null;
};

/** Browsers write quotes and line ends of a name as %22, %0D and %0A (HTML, "multipart/form-data encoding"). */
const unescaped = (name: string): string => name.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n');

const headOf = (head: string): { name: string; fileName: string | null } => {
  const disposition = /^content-disposition:.*$/im.exec(head)?.[0] ?? '';
  const part = (key: string) => new RegExp(`[;\\s]${key}="([^"]*)"`, 'i').exec(disposition)?.[1];
  const fileName = part('filename');
  return { name: unescaped(part('name') ?? ''), fileName: fileName === undefined ? null : unescaped(fileName) };
};

type Part = { name: string; fileName: string | null; pieces: Buffer[] };

/**
 * Reads a form with a file (RFC 7578) as it comes in, piece by piece. Up to `most` bytes of files are kept; of more, none is, and the rest is read
 * and thrown away, so that its sender gets an answer and not a broken connection. What is no such form gives what could be read of it.
 */
export const readMultipart = async (
  chunks: AsyncIterable<Buffer>,
  { boundary, most }: { boundary: string; most: number },
): Promise<Multipart> => {
  const mark = Buffer.from(`\r\n--${boundary}`);
  const fields: Multipart['fields'] = [];
  let file: Upload | null = null;
  let isTooLarge = false;
  let size = 0;
  let fieldSize = 0;
  let part: Part | null = null;
  let isOver = false;
  // The first boundary stands without the line end that goes before all others.
  let rest: Buffer = Buffer.from('\r\n');

  const keep = (bytes: Buffer): void => {
    if (!part || bytes.length === 0) return;
    if (part.fileName === null) {
      fieldSize += bytes.length;
      if (fieldSize <= mostOfFields) part.pieces.push(bytes);
      return;
    }
    size += bytes.length;
    isTooLarge ||= size > most;
    if (isTooLarge) part.pieces.splice(0);
    else part.pieces.push(bytes);
  };
  const finish = (): void => {
    if (!part) return;
    const { name, fileName, pieces } = part;
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    if (fileName === null) fields.push([name, Buffer.concat(pieces).toString('utf8')]);
    else if (fileName !== '' || length > 0) file ??= { field: name, name: fileName, pieces, size: length };
    part = null;
  };
  /** Takes one step over what has come; false when it needs more. */
  const step = (): boolean => {
    const at = rest.indexOf(mark);
    if (at < 0) {
      const safe = Math.max(0, rest.length - mark.length);
      keep(rest.subarray(0, safe));
      rest = rest.subarray(safe);
      return false;
    }
    const afterMark = at + mark.length;
    if (rest.subarray(afterMark, afterMark + 2).toString('latin1') === '--') {
      keep(rest.subarray(0, at));
      finish();
      isOver = true;
      return false;
    }
    const headEnd = rest.indexOf('\r\n\r\n', afterMark);
    if (headEnd < 0) {
      isOver = rest.length - afterMark > mostOfHead;
      return false;
    }
    keep(rest.subarray(0, at));
    finish();
    part = { ...headOf(rest.subarray(afterMark, headEnd).toString('utf8')), pieces: [] };
    rest = rest.subarray(headEnd + 4);
    // A part without a body: its boundary follows at once, its line end already read.
    if (rest.subarray(0, mark.length - 2).equals(mark.subarray(2))) rest = Buffer.concat([Buffer.from('\r\n'), rest]);
    return true;
  };
  for await (const chunk of chunks) {
    if (isOver) continue;
    rest = Buffer.concat([rest, chunk]);
    while (step());
  }
  return { fields, file: isTooLarge ? null : file, isTooLarge };
};
