import type { MediaType } from './kinds.ts';

declare module '../tables.ts' {
  interface Tables {
    storedFile: {
      cityId: string;
      id: string;
      customerId: string | null;
      givenBy: string;
      name: string;
      mediaType: MediaType;
      size: number;
      sha256: Buffer;
      givenAt: Date;
    };
    storedFilePart: { cityId: string; fileId: string; no: number; sealed: Buffer };
  }
}
