/** A form as a browser without script would send it, read from the page's HTML. */
export type PageForm = {
  action: string;
  method: string;
  fields: Record<string, string[]>;
  /** Fields a person writes into. */
  textFields: string[];
  /** What each of its buttons adds. */
  buttons: { name: string; value: string }[];
};

const readEntities = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>]|$)`, 'i').exec(tag);
  return found ? readEntities(found[1] ?? '') : undefined;
};

const addFields = (html: string, form: PageForm): void => {
  const add = (name: string, value: string) => {
    form.fields[name] = [...(form.fields[name] ?? []), value];
  };
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const type = attribute(tag, 'type') ?? 'text';
    if (!name) continue;
    const isTick = type === 'checkbox' || type === 'radio';
    if (isTick && attribute(tag, 'checked') === undefined) continue;
    if (!isTick && type !== 'hidden') form.textFields.push(name);
    add(name, attribute(tag, 'value') ?? (isTick ? 'on' : ''));
  }
  for (const [, open = '', text = ''] of html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(`<textarea ${open}>`, 'name');
    if (!name) continue;
    form.textFields.push(name);
    add(name, readEntities(text).replace(/^\n/, ''));
  }
  for (const [, open = '', options = ''] of html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const name = attribute(`<select ${open}>`, 'name');
    const all = [...options.matchAll(/<option\b[^>]*>/g)].map(([tag]) => tag);
    const chosen = all.find((tag) => attribute(tag, 'selected') !== undefined) ?? all[0];
    if (name && chosen) add(name, attribute(chosen, 'value') ?? '');
  }
  for (const [tag] of html.matchAll(/<button\b[^>]*>/g)) {
    const [name, value] = [attribute(tag, 'name'), attribute(tag, 'value')];
    if (name) form.buttons.push({ name, value: value ?? '' });
  }
};

/** All forms of a page whose address is `path`, but for those of the frame around every page. */
export const formsOf = (html: string, path: string): PageForm[] => {
  const inMain = /<main\b[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  return [...inMain.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, open = '', inside = '']) => {
    const tag = `<form ${open}>`;
    const form: PageForm = {
      action: attribute(tag, 'action') ?? path,
      method: (attribute(tag, 'method') ?? 'get').toUpperCase(),
      fields: {},
      textFields: [],
      buttons: [],
    };
    addFields(inside, form);
    return form;
  });
};

/** What the browser sends when the first button is pressed. */
export const filled = (form: PageForm): Record<string, string[]> => {
  const [button] = form.buttons;
  return button ? { ...form.fields, [button.name]: [button.value] } : form.fields;
};
