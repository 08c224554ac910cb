import { type Draft, emptyDraft, type Progress } from './draft.ts';
import { isEscoSkills, readEscoCsv } from './esco-csv.ts';
import { VocabularyFileError } from './file-error.ts';
import { isSkillLines, readJsonLines } from './json-lines.ts';
import { normaliseVocabulary } from './normalise.ts';
import { openSources, type Source } from './sources.ts';
import { labelIn, type Vocabulary } from './types.ts';

const gather = async (path: string, files: Source[], onProgress: Progress): Promise<Draft> => {
  const draft = emptyDraft();
  if (files.some(isEscoSkills)) await readEscoCsv(files, draft, onProgress);
  else if (files.some(isSkillLines)) await readJsonLines(files, draft, onProgress);
  else
    throw new VocabularyFileError(
      { file: path },
      'holds no vocabulary: skills_fi.csv, skills_sv.csv or skills_en.csv of the ESCO download, or skills.jsonl',
    );
  return draft;
};

/**
 * Reads a whole vocabulary from a folder or a .zip: ESCO's official CSV download (one or more of our languages, zips in
 * the folder too) or the JSON-lines form. Other files are left alone.
 * Throws VocabularyFileError with file, line and column; then nothing has been read. Source: ESCO, European Union.
 */
export const readVocabulary = async (path: string, onProgress: Progress = () => {}): Promise<Vocabulary> => {
  const { files, close } = await openSources(path);
  try {
    const { skills, groups, occupations } = await gather(path, files, onProgress);
    const nameless = [...skills.values()].find((skill) => labelIn(skill.labels, 'fi').trim() === '');
    if (nameless) throw new VocabularyFileError({ file: path }, `${nameless.uri} has no name in any language`);
    const named = [...groups.values()].filter((group) => labelIn(group.labels, 'fi') !== '');
    const work = [...occupations.values()].filter(({ labels }) => labelIn(labels, 'fi').trim() !== '');
    return normaliseVocabulary({ source: 'esco', skills: [...skills.values()], groups: named, occupations: work });
  } finally {
    close();
  }
};
