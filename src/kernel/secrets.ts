import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keys derived from the operator's one secret (HKDF-SHA-256), each for one purpose. */
export type Secrets = {
  /** AES-256-GCM: 12-byte nonce, 16-byte tag, text. */
  encrypt(text: string): Buffer;
  decrypt(sealed: Buffer): string;
  /** The same for what is no text; bytes in several pieces are sealed as if they were one, without being put together first. */
  encryptBytes(...pieces: readonly Buffer[]): Buffer;
  decryptBytes(sealed: Buffer): Buffer;
  /** Keyed hash for looking a value up without storing it. */
  lookup(text: string): Buffer;
  /** A keyed whole number of 32 bits, as good as drawn and always the same for the same text. */
  drawn(text: string): number;
};

const derive = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'tuttu', purpose, 32));

export const createSecrets = (secret: string): Secrets => {
  const cipherKey = derive(secret, 'identity-code');
  const lookupKey = derive(secret, 'lookup');
  const drawKey = derive(secret, 'draw');
  const encryptBytes = (...pieces: readonly Buffer[]): Buffer => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce);
    const body = pieces.map((piece) => cipher.update(piece));
    body.push(cipher.final());
    return Buffer.concat([nonce, cipher.getAuthTag(), ...body]);
  };
  const decryptBytes = (sealed: Buffer): Buffer => {
    const decipher = createDecipheriv('aes-256-gcm', cipherKey, sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
  };
  return {
    encrypt: (text) => encryptBytes(Buffer.from(text, 'utf8')),
    decrypt: (sealed) => decryptBytes(sealed).toString('utf8'),
    encryptBytes,
    decryptBytes,
    lookup: (text) => createHmac('sha256', lookupKey).update(text).digest(),
    drawn: (text) => createHmac('sha256', drawKey).update(text).digest().readUInt32BE(),
  };
};

/** The secret of a laptop's data folder, made at the first start. A real deployment gives TUTTU_SECRET. */
export const secretOfFolder = (dataFolder: string): string => {
  const file = join(dataFolder, 'secret');
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
};

/** A bearer secret to hand out, and what is stored of it. */
export const newToken = (prefix = ''): string => prefix + randomBytes(32).toString('base64url');
export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
