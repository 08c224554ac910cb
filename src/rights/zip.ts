import { crc32, deflateRawSync } from 'node:zlib';

export type ZipFile = { name: string; bytes: Buffer };

const dosTime = (at: Date): { time: number; day: number } => ({
  time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
  day: ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
});

/** What a local header and the directory at the end both say of a file (APPNOTE.TXT 4.4): UTF-8 name, deflated. */
const commonPart = (name: Buffer, bytes: Buffer, packed: Buffer, at: Date): Buffer => {
  const { time, day } = dosTime(at);
  const part = Buffer.alloc(26);
  part.writeUInt16LE(20, 0);
  part.writeUInt16LE(0x0800, 2);
  part.writeUInt16LE(8, 4);
  part.writeUInt16LE(time, 6);
  part.writeUInt16LE(day, 8);
  part.writeUInt32LE(crc32(bytes), 10);
  part.writeUInt32LE(packed.length, 14);
  part.writeUInt32LE(bytes.length, 18);
  part.writeUInt16LE(name.length, 22);
  return part;
};

/** Packs files into a ZIP archive, dated `at`. For what fits into memory; no file over 4 GB. */
export const zip = (files: readonly ZipFile[], at: Date): Buffer => {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const title = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(bytes);
    const common = commonPart(title, bytes, packed, at);
    const body = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, title, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), common, rest, title]));
    bodies.push(body);
    offset += body.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listed, end]);
};
