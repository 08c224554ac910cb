import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { loadRecogniser } from './recogniser/load-recogniser.ts';
import { recogniseLines } from './recogniser/recognise-lines.ts';

type RecogniseCommand = {
  input: Readable;
  output: Writable;
  dataFolder: string;
  limit?: number | undefined;
  floor?: number | undefined;
};

/**
 * `tuttu recognise`: reads texts as JSON lines and writes the skills found in them as JSON lines, one for one and in
 * order, with the vocabulary in use. Returns how many lines were read and how many of them were bad.
 * Throws VocabularyFileError when the imported vocabulary is broken.
 */
export const recogniseCommand = async (command: RecogniseCommand): Promise<{ lines: number; bad: number }> => {
  const { input, output, dataFolder, limit, floor } = command;
  const { recogniser } = await loadRecogniser(dataFolder);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const write = async (line: string): Promise<void> => {
    if (!output.write(line)) await once(output, 'drain');
  };
  return recogniseLines(lines, recogniser, write, { limit, floor });
};
