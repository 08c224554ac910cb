import type { Language } from '../../kernel/languages.ts';

/** Where open jobs come from. Nothing about any person is sent there: it is asked for a municipality's adverts and no more. */
export type AdvertSource = {
  /** Made up for the demo. */
  isDemo: boolean;
  /**
   * One page of a municipality's open jobs, or of those without a fixed place (`null`), counted from 0, at most `size` of them, as the interface
   * answers. Throws SourceTrouble.
   */
  page(asked: { municipality: string | null; page: number; size: number }): Promise<unknown>;
  /** The address of the original. */
  linkOf(outsideId: string, language: Language): string;
  /** The original itself, where we made it up. */
  original?(outsideId: string): Original | undefined;
};

export type Original = { title: string; employer: string; text: string; language: Language };

/** Why open jobs could not be read, in words for the operator. `mayPass`: it may be over the next time. */
export class SourceTrouble extends Error {
  readonly mayPass: boolean;
  constructor(message: string, { mayPass }: { mayPass: boolean }) {
    super(message);
    this.name = 'SourceTrouble';
    this.mayPass = mayPass;
  }
}

declare module '../../kernel/work.ts' {
  interface Services {
    /** Null where the operator has set none. */
    adverts: AdvertSource | null;
  }
}
