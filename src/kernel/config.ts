import { resolve } from 'node:path';
import { z } from 'zod';
import { whyUnreachable } from './reachable-address.ts';
import { productFolder } from './root.ts';

const port = z.coerce.number().int().min(1).max(65535);
/** Said at the start rather than at the first connection, which would fail for ever. */
const url = z.string().superRefine((address, context) => {
  const message = whyUnreachable(address);
  if (message !== null) context.addIssue({ code: 'custom', message, continue: false });
});
/** The word that switches the demo on beside an outside database: nobody writes it by accident. */
const demoWord = 'only-made-up-people';

const provider = z
  .string()
  .transform((text) => text.split('|'))
  .pipe(z.tuple([url, z.string().min(1), z.string().min(1)]))
  .transform(([issuer, clientId, clientSecret]) => ({ issuer, clientId, clientSecret }));

const adverts = z
  .string()
  .transform((text) => text.split('|'))
  .pipe(
    z.tuple([
      url.regex(/^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1)[:/]/, 'starts with https://'),
      z.string().min(1),
    ]),
  )
  .transform(([address, key]) => ({ address, key }));

/** Words of customers go there: over the network only under TLS. */
const isSafeFor = ({ protocol, hostname, username, password }: URL): boolean =>
  username === '' &&
  password === '' &&
  (protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)));

const model = z
  .string()
  .transform((text) => text.split('|'))
  .pipe(
    z
      .tuple([
        z.string().trim().min(1, 'begins with the name customers see').max(60),
        url.refine(
          (address) => isSafeFor(new URL(address)),
          'is name|address|key: an https address (http only on this machine) without a password in it',
        ),
      ])
      .rest(z.string().min(1))
      .refine(({ length }) => length <= 3, 'is name|address|key'),
  )
  .transform(([name, address, key]) => ({ name, address, key }));

const sms = z
  .string()
  .transform((text) => text.split('|'))
  .pipe(
    z.tuple(
      [
        z
          .string()
          .trim()
          .min(1, 'begins with the name people see as the sender')
          .max(11, 'has a sender of 11 signs at most'),
        url.refine(
          (address) => isSafeFor(new URL(address)),
          'is name|address|key: an https address (http only on this machine) without a password in it',
        ),
        z.string().min(1),
      ],
      'is name|address|key',
    ),
  )
  .transform(([name, address, key]) => ({ name, address, key }));

/** Every setting the product reads. Anything else in the environment is not ours. */
const settings = z
  .object({
    PORT: port.default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    TUTTU_DATA: z.string().min(1).default('data'),
    TUTTU_URL: url.optional(),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'starts with postgres://')
      .optional(),
    DATABASE_MIGRATOR_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'starts with postgres://')
      .optional(),
    DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
    TUTTU_DEMO: z.enum(['no', demoWord]).optional(),
    TUTTU_SECRET: z.string().min(32, 'has at least 32 characters').optional(),
    TUTTU_LOGIN: provider.optional(),
    TUTTU_STAFF_LOGIN: provider.optional(),
    TUTTU_JOB_ADVERTS: adverts.optional(),
    TUTTU_MODEL: model.optional(),
    TUTTU_SMS: sms.optional(),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//, 'starts with smtp:// or smtps://')
      .optional(),
    MAIL_FROM: z.string().min(3).default('Tuttu <tuttu@localhost>'),
    TUTTU_REQUESTS: z.coerce.number().int().min(60).default(600),
    LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  })
  .check((context) => {
    const value = context.value;
    const real = value.TUTTU_DEMO === 'no' || (value.DATABASE_URL !== undefined && value.TUTTU_DEMO === undefined);
    const need = (name: 'TUTTU_SECRET' | 'TUTTU_LOGIN' | 'TUTTU_STAFF_LOGIN' | 'TUTTU_URL', why: string) => {
      if (real && value[name] === undefined)
        context.issues.push({ code: 'custom', path: [name], message: why, input: value[name] });
    };
    need('TUTTU_SECRET', 'is needed to encrypt identity codes: 32 random characters or more, kept safe');
    need('TUTTU_URL', 'is needed: the address people use, such as https://tuttu.example.fi');
    need('TUTTU_LOGIN', "is needed: issuer|client id|client secret of the customers' and businesses' log-in");
    need('TUTTU_STAFF_LOGIN', "is needed: issuer|client id|client secret of the staff's log-in");
  });

export type Config = {
  port: number;
  host: string;
  /** Where people reach us, without a slash at the end. */
  url: string;
  dataFolder: string;
  /** Set when an outside PostgreSQL is used; otherwise the embedded database is started. */
  databaseUrl: string | undefined;
  migratorUrl: string | undefined;
  poolSize: number;
  /** The demo's people, log-in and mailbox are there. */
  demo: boolean;
  secret: string | undefined;
  login: LoginProvider | undefined;
  staffLogin: LoginProvider | undefined;
  /** Where open jobs are read from, beside challenges; off without it. */
  adverts: { address: string; key: string } | undefined;
  /** The outside model that may be asked where customers agree; none unless the operator plugs one in. */
  outsideModel: OutsideModelAddress | undefined;
  /** Where text messages go out. */
  sms: { name: string; address: string; key: string } | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  /** How many requests a minute one person may make. */
  requestsAMinute: number;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
};

/** `name` is shown to customers; `key` goes along as a bearer token. */
export type OutsideModelAddress = { name: string; address: string; key: string | undefined };

export type LoginProvider = { issuer: string; clientId: string; clientSecret: string };

export class ConfigError extends Error {}

/** Reads and checks the whole configuration at once. Throws ConfigError with a line for each variable that is off. */
export const readConfig = (environment: Record<string, string | undefined>): Config => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = settings.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${String(issue.path[0])}: ${issue.message}`);
    throw new ConfigError(`The configuration cannot be used:\n${lines.join('\n')}`);
  }
  const value = result.data;
  return {
    port: value.PORT,
    host: value.HOST,
    url: (value.TUTTU_URL ?? `http://localhost:${value.PORT}`).replace(/\/$/, ''),
    dataFolder: resolve(productFolder, value.TUTTU_DATA),
    databaseUrl: value.DATABASE_URL,
    migratorUrl: value.DATABASE_MIGRATOR_URL ?? value.DATABASE_URL,
    poolSize: value.DATABASE_POOL,
    demo: value.TUTTU_DEMO === undefined ? value.DATABASE_URL === undefined : value.TUTTU_DEMO === demoWord,
    secret: value.TUTTU_SECRET,
    login: value.TUTTU_LOGIN,
    staffLogin: value.TUTTU_STAFF_LOGIN,
    adverts: value.TUTTU_JOB_ADVERTS,
    outsideModel: value.TUTTU_MODEL,
    sms: value.TUTTU_SMS,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    requestsAMinute: value.TUTTU_REQUESTS,
    logLevel: value.LOG_LEVEL,
  };
};
