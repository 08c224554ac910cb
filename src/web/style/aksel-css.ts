import type { CSSOptions } from 'vite';

type PostCss = Exclude<NonNullable<CSSOptions['postcss']>, string>;
type Plugin = Exclude<
  Extract<NonNullable<PostCss['plugins']>[number], { postcssPlugin: string; prepare?: unknown }>,
  (...given: never[]) => unknown
>;
type OnceExit = Extract<NonNullable<Plugin['OnceExit']>, (...given: never[]) => unknown>;
type Root = Extract<Parameters<OnceExit>[0], { type: 'root' }>;
type Helpers = Parameters<OnceExit>[1];

/** The parts of Aksel our components use. A class of another part has no style until its name is added here. */
export const akselParts = [
  'body-long',
  'body-short',
  'button',
  'checkbox',
  'detail',
  'error-message',
  'fieldset',
  'form-field',
  'heading',
  'label',
  'link',
  'radio',
  'radio-buttons',
  'select',
  'sr-only',
  'text-field',
  'typo',
];

const partOf = (className: string): string => className.replace(/^\.aksel-/, '').replace(/(__|--).*$/, '');

const isUsed = (selector: string): boolean => {
  if (selector.includes(':-webkit-any')) return false;
  if (/\[data-color="(?!accent|neutral|danger)\w/.test(selector)) return false;
  return (selector.match(/\.aksel-[\w-]+/g) ?? []).every((name) => akselParts.includes(partOf(name)));
};

const dropUnusedRules = (root: Root): void => {
  root.walkRules(/aksel-|data-color/, (rule) => {
    const kept = rule.selectors.filter(isUsed);
    if (kept.length > 0) rule.selectors = kept;
    else rule.remove();
  });
};

/** Aksel's dark scheme stands under a class that a script would set. Here it follows the device, without script. */
const followDevice = (root: Root, { AtRule }: Helpers): void => {
  root.walkRules(/\.(dark|light)\b/, (rule) => {
    if (rule.selectors.includes(':root')) {
      rule.selectors = [':root'];
      return;
    }
    if (!rule.selectors.includes('.dark')) {
      rule.remove();
      return;
    }
    const media = new AtRule({ name: 'media', params: '(prefers-color-scheme: dark)' });
    media.append(rule.clone({ selectors: [':root'] }));
    rule.replaceWith(media);
  });
};

const isTheirs = (property: string): boolean => /^--(ax|__ax)/.test(property);

/** What tokens.css sets itself need not be set before by Aksel. */
const dropOverridden = (root: Root): void => {
  const ours = new Set<string>();
  root.walkDecls(/^--ax-/, (declaration) => {
    const isOurs = declaration.parent?.type === 'rule' && declaration.parent.parent?.type === 'root';
    if (isOurs) ours.add(declaration.prop);
  });
  root.walkAtRules('layer', (layer) => {
    layer.walkDecls(/^--ax-/, (declaration) => {
      if (ours.has(declaration.prop)) declaration.remove();
    });
  });
};

/** Drops custom properties of Aksel nobody reads, round by round, as one may have been read only by another. */
const dropUnreadProperties = (root: Root): void => {
  for (;;) {
    const read = new Set<string>();
    root.walkDecls((declaration) => {
      for (const [, name] of declaration.value.matchAll(/var\(\s*(--[\w-]+)/g)) if (name) read.add(name);
    });
    let dropped = 0;
    root.walkDecls(/^--/, (declaration) => {
      if (!isTheirs(declaration.prop) || read.has(declaration.prop)) return;
      declaration.remove();
      dropped += 1;
    });
    if (dropped === 0) return;
  }
};

const dropEmpty = (root: Root): void => {
  root.walkRules((rule) => {
    if (rule.nodes.length === 0) rule.remove();
  });
  root.walkAtRules('media', (media) => {
    if (media.nodes?.length === 0) media.remove();
  });
};

/** At build time: Aksel's style sheets with only what we use of them, and with the dark scheme of the device. */
export const akselCss = (): Plugin => ({
  postcssPlugin: 'tuttu-aksel',
  OnceExit(root, helpers) {
    if (root.type !== 'root') return;
    dropUnusedRules(root);
    followDevice(root, helpers);
    dropOverridden(root);
    dropUnreadProperties(root);
    dropEmpty(root);
  },
});
