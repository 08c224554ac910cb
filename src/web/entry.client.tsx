import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { isLanguage } from '../kernel/languages.ts';
import { TextProvider, textOfCatalogue } from './text.tsx';

const { lang } = document.documentElement;
const catalogue = JSON.parse(document.getElementById('texts')?.textContent ?? '{}');

startTransition(() => {
  hydrateRoot(
    document,
    <TextProvider text={textOfCatalogue(isLanguage(lang) ? lang : 'fi', catalogue)}>
      <HydratedRouter />
    </TextProvider>,
  );
});
