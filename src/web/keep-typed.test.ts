import { expect, test } from 'vitest';
import { keepTyped } from './keep-typed.ts';

const aTab = () => {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  };
  const listener = () => {
    const acts = new Map<string, () => void>();
    return { acts, addEventListener: (name: string, act: () => void) => acts.set(name, act) };
  };
  /** The page opens with what the server has saved. As in a browser, from its source alone. */
  const open = (saved = '', key = 'typed aino /know-how') => {
    const text = { name: 'text', value: saved, defaultValue: saved };
    const form = { ...listener(), fields: [text] };
    const page = listener();
    const run: typeof keepTyped = new Function(`return (${keepTyped.toString()})`)();
    run(form, { store, key, page });
    const type = (value: string) => {
      text.value = value;
      form.acts.get('input')?.();
    };
    return { text, type, send: () => form.acts.get('submit')?.(), leave: () => page.acts.get('pagehide')?.() };
  };
  return { open, kept };
};

test('what is typed comes back after a visit to another page, and once sent it does not', () => {
  const tab = aTab();
  const first = tab.open();
  first.type('Leivoin pullaa');
  first.leave();
  const second = tab.open();
  expect(second.text.value).toBe('Leivoin pullaa');
  second.send();
  second.leave();
  expect(tab.open().text.value).toBe('');
  expect(tab.kept.size).toBe(0);
});

test("nobody gets another's, nor a text back over one that has changed meanwhile; what is emptied is forgotten", () => {
  const tab = aTab();
  const mine = tab.open('Eka');
  mine.type('Toka');
  mine.leave();
  expect(tab.open('', 'typed ville /know-how').text.value).toBe('');
  expect(tab.open('Kolmas').text.value).toBe('Kolmas');
  expect(tab.open('Eka').text.value).toBe('Toka');
  mine.type('Eka');
  expect(tab.open('Eka').text.value).toBe('Eka');
});
