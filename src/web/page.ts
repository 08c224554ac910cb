import { createContext, data, type RouterContextProvider, redirect } from 'react-router';
import type { ZodType, z } from 'zod';
import type { App } from '../app.ts';
import type { Actor, Role } from '../kernel/actor.ts';
import type { City } from '../kernel/cities.ts';
import { problemOf } from '../kernel/http/problems.ts';
import { isId } from '../kernel/ids.ts';
import type { Language } from '../kernel/languages.ts';
import { mostInteger } from '../kernel/numbers.ts';
import type { Posted } from '../kernel/posted-once.ts';
import { type FieldProblem, Problem } from '../kernel/problem.ts';
import type { Values } from '../kernel/say.ts';
import { hashOf } from '../kernel/secrets.ts';
import type { Session } from '../kernel/session.ts';
import { line } from '../kernel/words.ts';
import type { GuestWork, UseCase } from '../kernel/work.ts';
import type { MessageKey } from '../messages/index.ts';
import { type Draft, draftOf, pressField } from './draft.ts';
import type { Upload } from './multipart.ts';

/**
 * What a route module says of itself in `export const handle`. A page without one is never served.
 * `script`: prefixes of the message keys its script needs, beside those of the frame; a page that leaves it out ships no script at all.
 */
export type PageHandle = {
  roles: readonly Role[] | 'anyone' | 'signedIn';
  script?: readonly string[];
  /** The page's form takes a file: of so many bytes at most. */
  upload?: number;
  /** Opens by a link that only its holder should know: search engines are told to leave it out. */
  isUnlisted?: boolean;
};

/** What every loader and action gets from the server. */
export type PageContext = {
  app: App;
  session: Session | null;
  /** Set on every page whose handle names roles. */
  actor: Actor | null;
  city: City | null;
  language: Language;
  nonce: string;
  requestId: string;
  /** What was sent by a form whose session had ended: its words, and whether they come back by themselves after the log-in. */
  unsaved: { words: readonly string[]; comesBack: boolean };
  /** What is half written in the page's form: it is shown in it again. */
  draft: Draft | null;
  /** What is done, where the address does not say it (`done.<key>`). */
  done: string | null;
  /** The file sent with the page's form; null where none was chosen. */
  upload: Upload | null;
  /** A file was sent and was larger than the page takes: nothing of it has been kept. */
  isTooLarge: boolean;
  t(key: MessageKey, values?: Values): string;
};

export const pageContext = createContext<PageContext>();

type Arguments = {
  request: Request;
  params: Record<string, string | undefined>;
  context: Readonly<RouterContextProvider>;
};

export type Page = Omit<PageContext, 'actor'> & {
  actor: Actor;
  request: Request;
  query: URLSearchParams;
  /** What is looked for, from the address: one line of at most 200 characters; empty where nothing is, or nothing that can be read. */
  asked(name: string): string;
  /** A path parameter; the id of a record. */
  param(name: string): string;
  run<Input, Output>(useCase: UseCase<Input, Output>, input: Input): Promise<Output>;
  /** As somebody without an account, by a link for this city: whoever is logged in in the browser has nothing to do with it. */
  runAsGuest<Input, Output>(
    cityId: string,
    useCase: (work: GuestWork, input: Input) => Promise<Output>,
    input: Input,
  ): Promise<Output>;
};

const searchWords = line(200, { least: 0 });

const open = (
  { request, params, context }: Arguments,
  nextPosted: () => Posted | undefined = () => undefined,
): Page => {
  const page = context.get(pageContext);
  const query = new URL(request.url).searchParams;
  const actorOrThrow = () => {
    if (!page.actor) throw new Problem('notSignedIn');
    return page.actor;
  };
  return {
    ...page,
    get actor() {
      return actorOrThrow();
    },
    request,
    query,
    asked: (name) => searchWords.safeParse(query.get(name) ?? '').data ?? '',
    param: (name) => params[name] ?? '',
    run: (useCase, input) => page.app.run(actorOrThrow(), useCase, input, { posted: nextPosted() }),
    runAsGuest: (cityId, useCase, input) => {
      const { language, requestId } = page;
      return page.app.runAsGuest(
        { personId: null, name: '', role: 'guest', cityId, language, requestId },
        useCase,
        input,
      );
    },
  };
};

/** A failed form as its page shows it again: what is wrong with which field, and what was typed. */
export type FormFailure = {
  problem: {
    code: Problem['code'];
    title: string;
    what: string;
    /** `label`: what the page calls the field, to be told above the form. */
    fields: { field: string; message: string; label?: string }[];
    /** The record as it stands now, when somebody else was faster. */
    current?: unknown;
  };
  typed: Draft;
};

const toResponse = (problem: Problem) =>
  data({ code: problem.code, values: problem.values }, { status: problem.status });

/** What a page can explain, such as a refusal or a database away for a moment; a fault of ours stays as it is, to be logged. */
const explained = (error: unknown): unknown => {
  if (error instanceof Response) return error;
  const problem = problemOf(error);
  return problem.code === 'failure' ? error : toResponse(problem);
};

/** Wraps a loader: a Problem becomes the page that explains it. */
export const pageLoader =
  <T>(load: (page: Page) => Promise<T> | T) =>
  async (args: Arguments): Promise<T> => {
    try {
      return await load(open(args));
    } catch (error) {
      throw explained(error);
    }
  };

export type Form = {
  text(name: string): string;
  all(name: string): string[];
  has(name: string): boolean;
  /** The version of the record this form was filled in from. */
  version: number;
  /** Reads fields by a schema. Throws badInput with a message for each field; `also` is what else the page found wrong, told in the same round. */
  read<S extends ZodType>(schema: S, values: Record<string, unknown>, also?: readonly FieldProblem[]): z.output<S>;
};

/** Problems of a schema as messages: a schema's own message is a key; what zod says by itself becomes a plain one. */
export const fieldProblems = (error: z.ZodError): FieldProblem[] =>
  error.issues.map((issue) => ({
    field: String(issue.path[0] ?? 'form'),
    message: /^[a-zA-Z]+\.[\w.]+$/.test(issue.message) ? issue.message : 'form.check',
    values: { most: 'maximum' in issue ? Number(issue.maximum) : 0 },
  }));

/** A version as records have them; -1, which no record has, for what is none. */
const versionIn = (sent: unknown): number => {
  const version = Number(sent);
  return Number.isInteger(version) && version >= 0 && version <= mostInteger ? version : -1;
};

/** Reads what was sent; what the pressed button carries comes before what stands in the form. */
const readForm = (form: FormData, pressed: URLSearchParams | null): Form => ({
  text: (name) =>
    String(pressed?.get(name) ?? form.get(name) ?? '')
      .normalize('NFC')
      .replaceAll('\r\n', '\n'),
  all: (name) => form.getAll(name).map((value) => String(value).normalize('NFC')),
  has: (name) => pressed?.has(name) || form.has(name),
  version: versionIn(pressed?.get('version') ?? form.get('version') ?? 0),
  read: (schema, values, also = []) => {
    const result = schema.safeParse(values);
    const faults = result.success ? [] : fieldProblems(result.error);
    if (!result.success || also.length > 0) throw new Problem('badInput', { fields: [...also, ...faults] });
    return result.data;
  },
});

const typedIn = (form: FormData): Draft =>
  Object.fromEntries([...new Set(form.keys())].map((key) => [key, form.getAll(key).map(String)]));

/** What a page calls its fields, by their names. */
type Labels = Record<string, MessageKey>;

const failure = (page: Page, problem: Problem, form: FormData, labels: Labels): FormFailure => ({
  problem: {
    code: problem.code,
    title: page.t(`problem.${problem.code}.title`, problem.values),
    what: page.t(`problem.${problem.code}.what`, problem.values),
    fields: problem.fields.map(({ field, message, values }) => ({
      field,
      message: page.app.say(page.language, message, values ?? {}),
      ...(labels[field] ? { label: page.t(labels[field]) } : {}),
    })),
    current: problem.current,
  },
  typed: typedIn(form),
});

/** A form sent twice by an impatient thumb does its work once: each carries a key of its own (`PostForm`). */
const postedBy = (form: FormData, { url }: Request): (() => Posted | undefined) => {
  const once = form.get('once');
  if (typeof once !== 'string' || !isId(once)) return () => undefined;
  const kind = form.has(pressField) ? 'press' : 'form';
  const bodyHash = hashOf(JSON.stringify([...form.entries()]));
  let count = 0;
  return () => {
    count += 1;
    return { key: `${kind} ${once} ${count}`, route: `POST ${new URL(url).pathname}`, bodyHash };
  };
};

/** A button beside a half-written form did its work: where that leads back to the same page, the page opens with the draft in it. */
const withDraft = ({ request, context }: Arguments, response: Response, form: FormData) => {
  const draft = draftOf(form.entries());
  const here = new URL(request.url);
  const to = new URL(response.headers.get('location') ?? '', here);
  if (!draft || to.pathname !== here.pathname) return response;
  context.set(pageContext, { ...context.get(pageContext), draft, done: to.searchParams.get('done') });
  return null;
};

/**
 * Wraps an action: on success it goes to another page; what the person can mend comes back to the same page with everything they typed.
 * `labels` name the page's fields in the list of what to mend.
 */
export const formAction =
  (act: (page: Page, form: Form) => Promise<Response>, labels: Labels = {}) =>
  async (args: Arguments) => {
    const form = await args.request.formData().catch(() => new FormData());
    const page = open(args, postedBy(form, args.request));
    const carried = form.get(pressField);
    const pressed = typeof carried === 'string' ? new URLSearchParams(carried) : null;
    try {
      const response = await act(page, readForm(form, pressed));
      return pressed ? withDraft(args, response, form) : response;
    } catch (error) {
      if (
        error instanceof Problem &&
        ['badInput', 'changedMeanwhile', 'notNow', 'tooMany', 'restricted'].includes(error.code)
      )
        return data(failure(page, error, form, labels), { status: error.status });
      throw explained(error);
    }
  };

/** Goes to a page of ours, which then says that it is done (`done.<key>` in the message files). */
export const goTo = (path: string, done?: string): Response =>
  redirect(done ? `${path}${path.includes('?') ? '&' : '?'}done=${done}` : path, 303);
