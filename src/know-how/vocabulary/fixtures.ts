import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { normaliseVocabulary } from './normalise.ts';
import type { Skill, Vocabulary } from './types.ts';

/** A skill for a test: what matters is said, the rest is empty. */
export const aSkill = (id: string, given: Partial<Skill> & { fi?: string; sv?: string; en?: string } = {}): Skill => {
  const { fi = '', sv = '', en = '', ...rest } = given;
  return {
    uri: `http://example.org/skill/${id}`,
    kind: 'skill',
    labels: { fi, sv, en },
    names: { fi: [], sv: [], en: [] },
    description: { fi: '', sv: '', en: '' },
    broader: [],
    ...rest,
  };
};

export const aVocabulary = (skills: Skill[]): Vocabulary => normaliseVocabulary({ source: 'esco', skills, groups: [] });

const made: string[] = [];
afterAll(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A new temporary folder holding the files given; it goes away after the file's last test. */
export const folderWith = async (files: Record<string, string | Uint8Array> = {}): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'tuttu-vocabulary-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
};

const crcTable = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});
const crc32 = (bytes: Uint8Array): number => {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
};

/** A zip of the files given (APPNOTE 6.3, deflate). `declared` lies about the unpacked size. */
export const zipOf = (files: Record<string, string | Uint8Array>, declared?: number): Buffer => {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declared ?? bytes.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(locals.length, 8);
  end.writeUInt16LE(locals.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
};
