const esco = 'http://data.europa.eu/esco/skill/';

/** Languages as ESCO names them, for those that can be told as a limit. */
const codes: Readonly<Record<string, string>> = {
  '0e3493f4-0cad-4fbc-8e02-025f169b8114': 'fi',
  '7ee51257-8947-4b69-9bdf-322baf0a6398': 'sv',
  '6d3edede-8951-4621-a835-e04323300fa0': 'en',
  '1b7e6f56-bc73-4bcc-81ae-09252175d418': 'et',
  '6891bbce-20bf-4afc-bd5e-75bdf54c0165': 'ru',
  '33859d93-987c-4caa-a0a9-6159ea7bbc2a': 'ar',
  '2874065e-6ca3-430c-912a-467da3c23704': 'ku',
  '58cabf75-2520-4358-a210-2cbc628f4aa2': 'fa',
  '354b948c-7eef-4ebc-bfd6-f60d7d5acb62': 'uk',
  'f1a08ec9-32d2-4e52-ba4a-66e049019be8': 'sq',
  'bf60009d-8afb-4306-9b0d-cfe2f66ab08f': 'vi',
  '1fe42b38-cd42-4fc7-ae77-14e4c9e96295': 'zh',
  'aa66a033-8522-40e9-a5c0-ff2593e2669c': 'tr',
  '14ee9f76-3524-43d5-8a1a-5ba8283f8bd7': 'es',
  '4812a4ea-dc55-4dc6-b9b0-4a59bba2c647': 'de',
  'e747e77e-0ea1-4001-8b07-1d11946b5f1b': 'fr',
  'f3e9b964-0c2d-46c4-a895-8b3583054d69': 'pl',
};

/** The code of a language told as an ESCO URI or, as some adverts have it, as a code. Undefined for what is neither. */
export const languageCodeOf = (told: string): string | undefined =>
  /^[a-z]{2,3}$/.test(told) ? told : told.startsWith(esco) ? codes[told.slice(esco.length)] : undefined;
