import { useText } from '../../../web/text.tsx';

/** How large a file is, in words: 12 kt, 2,4 Mt. */
export const useFileSize = (): ((bytes: number) => string) => {
  const { t } = useText();
  return (bytes) =>
    bytes < 1_000_000
      ? t('dialogue.files.kilobytes', { size: Math.max(1, Math.round(bytes / 1000)) })
      : t('dialogue.files.megabytes', { size: Math.round(bytes / 100_000) / 10 });
};
