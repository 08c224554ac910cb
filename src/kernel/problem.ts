/**
 * A refusal or failure with a code of ours, an HTTP status and values for its sentence. The edge turns it into a page in the reader's language
 * or an RFC 9457 problem document; `problem.<code>` in the message files says what happened and what to do.
 */
export type ProblemCode = keyof typeof statuses;

const statuses = {
  notFound: 404,
  linkOver: 404,
  notSignedIn: 401,
  notYourRole: 403,
  chooseRole: 403,
  originRefused: 403,
  badInput: 400,
  methodNotAllowed: 405,
  unsupportedType: 415,
  tooLarge: 413,
  tooMany: 429,
  changedMeanwhile: 412,
  versionUnreadable: 412,
  versionMissing: 428,
  keyReused: 422,
  stillWorking: 409,
  notNow: 409,
  ownLink: 409,
  restricted: 423,
  withdrawn: 410,
  unavailable: 503,
  failure: 500,
} as const;

export type FieldProblem = { field: string; message: string; values?: Record<string, string | number> };

export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly fields: FieldProblem[];
  readonly values: Record<string, string | number>;
  /** The record as it stands now, for a writer who lost the race (412). */
  readonly current: unknown;

  constructor(
    code: ProblemCode,
    more: { fields?: FieldProblem[]; values?: Record<string, string | number>; current?: unknown } = {},
  ) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.status = statuses[code];
    this.fields = more.fields ?? [];
    this.values = more.values ?? {};
    this.current = more.current;
  }
}

export const notFound = (): Problem => new Problem('notFound');

/** A field that cannot be taken as it is; `message` is a key of the message files. */
export const badField = (field: string, message: string, values: Record<string, string | number> = {}): Problem =>
  new Problem('badInput', { fields: [{ field, message, values }] });
