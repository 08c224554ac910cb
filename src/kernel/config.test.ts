import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const real = {
  DATABASE_URL: 'postgres://tuttu@db/tuttu',
  TUTTU_SECRET: 'x'.repeat(32),
  TUTTU_URL: 'https://tuttu.example.fi/',
  TUTTU_LOGIN: 'https://id.example.fi|tuttu|secret',
  TUTTU_STAFF_LOGIN: 'https://staff.example.fi|tuttu|secret',
};

test('without any setting it is the demo on the embedded database', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    demo: true,
    databaseUrl: undefined,
    url: 'http://localhost:3000',
  });
});

test('takes an empty variable as one that is not set', () => {
  expect(readConfig({ PORT: '' }).port).toBe(3000);
});

test('reads a real deployment', () => {
  expect(readConfig(real)).toMatchObject({
    demo: false,
    url: 'https://tuttu.example.fi',
    login: { issuer: 'https://id.example.fi', clientId: 'tuttu', clientSecret: 'secret' },
  });
});

test('plugs in an outside model only when told to, under TLS or on this machine', () => {
  expect(readConfig({}).outsideModel).toBeUndefined();
  const named = (text: string) => readConfig({ TUTTU_MODEL: text }).outsideModel;
  expect(named('Kielimalli|https://model.example.fi/score|key')).toEqual({
    name: 'Kielimalli',
    address: 'https://model.example.fi/score',
    key: 'key',
  });
  expect(named('Kielimalli|http://127.0.0.1:8080/score')).toMatchObject({ key: undefined });
});

test('sends text messages only through a gateway that is named, under TLS or on this machine', () => {
  expect(readConfig({}).sms).toBeUndefined();
  expect(readConfig({ TUTTU_SMS: 'Turku|https://sms.example.fi/send|key' }).sms).toEqual({
    name: 'Turku',
    address: 'https://sms.example.fi/send',
    key: 'key',
  });
});

test('needs the whole word to put made-up people into an outside database', () => {
  expect(() => readConfig({ DATABASE_URL: real.DATABASE_URL, TUTTU_DEMO: 'yes' })).toThrow('TUTTU_DEMO');
  expect(readConfig({ DATABASE_URL: real.DATABASE_URL, TUTTU_DEMO: 'only-made-up-people' }).demo).toBe(true);
});

test.each([
  ['PORT', { PORT: 'http' }],
  ['PORT', { PORT: '70000' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://db' }],
  ['TUTTU_SECRET', { ...real, TUTTU_SECRET: undefined }],
  ['TUTTU_SECRET', { ...real, TUTTU_SECRET: 'short' }],
  ['TUTTU_URL', { ...real, TUTTU_URL: undefined }],
  ['TUTTU_LOGIN', { ...real, TUTTU_LOGIN: 'https://id.example.fi' }],
  ['TUTTU_STAFF_LOGIN', { ...real, TUTTU_STAFF_LOGIN: undefined }],
  ['SMTP_URL', { SMTP_URL: 'mail.example.fi' }],
  ['TUTTU_MODEL', { TUTTU_MODEL: 'https://model.example.fi' }],
  ['TUTTU_MODEL', { TUTTU_MODEL: '|https://model.example.fi' }],
  ['TUTTU_MODEL', { TUTTU_MODEL: 'Malli|http://model.example.fi/score' }],
  ['TUTTU_MODEL', { TUTTU_MODEL: 'Malli|https://me:secret@model.example.fi/score' }],
  ['TUTTU_MODEL', { TUTTU_MODEL: 'Malli|file:///etc/passwd' }],
  ['TUTTU_MODEL', { TUTTU_MODEL: 'Malli|https://model.example.fi|key|more' }],
  ['TUTTU_SMS', { TUTTU_SMS: 'Turku|https://sms.example.fi/send' }],
  ['TUTTU_SMS', { TUTTU_SMS: 'Turun kaupunki|https://sms.example.fi/send|key' }],
  ['TUTTU_SMS', { TUTTU_SMS: 'Turku|http://sms.example.fi/send|key' }],
  ['TUTTU_URL', { TUTTU_URL: 'localhost:3000' }],
  ['TUTTU_JOB_ADVERTS', { TUTTU_JOB_ADVERTS: 'https://adverts.example.fi:6000|key' }],
  ['TUTTU_LOGIN', { TUTTU_LOGIN: 'ftp://id.example.fi|tuttu|secret' }],
])('names %s when it is off', (name, environment) => {
  expect(() => readConfig(environment)).toThrow(name);
});

test.each([
  [
    'Malli|http://localhost:6000/score',
    'TUTTU_MODEL: has an address with port 6000, which programs and browsers never connect to; choose another port',
  ],
  ['Malli|model.example.fi/score', 'TUTTU_MODEL: has an address that does not start with https:// or http://'],
])('says in one sentence why no connection could be made to %s', (setting, sentence) => {
  expect(() => readConfig({ TUTTU_MODEL: setting })).toThrow(
    new ConfigError(`The configuration cannot be used:\n  ${sentence}`),
  );
});

test('names every variable that is off at once', () => {
  expect(() => readConfig({ PORT: '0', SMTP_URL: 'x' })).toThrow(/PORT[\s\S]*SMTP_URL/);
});
