type Field = Pick<HTMLTextAreaElement, 'name' | 'value' | 'defaultValue'>;
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
type Listening = { addEventListener(name: string, act: () => void): void };

/**
 * Runs in the browser, on pages where somebody writes their own words: what is typed and not sent is kept in the tab when they leave by a link,
 * and brought back when they return. Sent, it is forgotten. A field whose saved text has changed meanwhile gets nothing back. Stands on its own:
 * its source is put into the page.
 */
export const keepTyped = (
  form: Listening & { fields: readonly Field[] },
  { store, key, page }: { store: Store; key: string; page: Listening },
): void => {
  let isSent = false;
  const readKept = (): Record<string, unknown> => {
    try {
      const kept: unknown = JSON.parse(store.getItem(key) ?? '{}');
      return typeof kept === 'object' && kept !== null ? { ...kept } : {};
    } catch {
      return {};
    }
  };
  const keep = () => {
    if (isSent) return;
    const typed = form.fields.filter(({ value, defaultValue }) => value !== defaultValue);
    if (typed.length === 0) store.removeItem(key);
    else
      store.setItem(
        key,
        JSON.stringify(Object.fromEntries(typed.map(({ name, value, defaultValue }) => [name, [defaultValue, value]]))),
      );
  };
  const kept = readKept();
  for (const field of form.fields) {
    const one = kept[field.name];
    if (!Array.isArray(one) || one[0] !== field.defaultValue || field.value !== field.defaultValue) continue;
    field.value = String(one[1]);
  }
  form.addEventListener('input', keep);
  form.addEventListener('submit', () => {
    isSent = true;
    store.removeItem(key);
  });
  page.addEventListener('pagehide', keep);
  page.addEventListener('pageshow', () => {
    isSent = false;
  });
};
