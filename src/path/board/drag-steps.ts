type Words = { lifted: string; cannot: string; moving: string };

/**
 * Runs in the browser, on the board only: a card dragged to another column does what the button or link for that column does that stands in its
 * "Move to". Nothing is possible by dragging that is not by them. Says in the live region what happens. Stands on its own: its source is put into the page.
 */
export const dragSteps = (board: HTMLElement, says: HTMLElement, words: Words): void => {
  let lifted: HTMLElement | null = null;
  const say = (text: string, step: string, column = '') => {
    says.textContent = text.replace('{step}', step).replace('{column}', column);
  };
  const nameOf = (one: HTMLElement | null) => one?.querySelector('h2, h3')?.textContent ?? '';
  const columnAt = (event: Event) => (event.target as HTMLElement).closest<HTMLElement>('[data-column]');
  const wayTo = (column: HTMLElement) =>
    lifted?.querySelector<HTMLElement>(
      `[data-way="${column.dataset.column}"] button, [data-way="${column.dataset.column}"] a`,
    );
  for (const card of board.querySelectorAll<HTMLElement>('[data-step]')) card.draggable = true;
  board.addEventListener('dragstart', (event) => {
    lifted = (event.target as HTMLElement).closest<HTMLElement>('[data-step]');
    if (!lifted) return;
    event.dataTransfer?.setData('text/plain', nameOf(lifted));
    for (const column of board.querySelectorAll<HTMLElement>('[data-column]'))
      column.classList.toggle('board__column--open', Boolean(wayTo(column)));
    say(words.lifted, nameOf(lifted));
  });
  board.addEventListener('dragover', (event) => {
    const column = columnAt(event);
    if (column && wayTo(column)) event.preventDefault();
  });
  board.addEventListener('drop', (event) => {
    const column = columnAt(event);
    const way = column && wayTo(column);
    if (!column || !way) return;
    event.preventDefault();
    say(words.moving, nameOf(lifted), nameOf(column));
    way.click();
  });
  board.addEventListener('dragend', (event) => {
    for (const column of board.querySelectorAll('.board__column--open')) column.classList.remove('board__column--open');
    if (event.dataTransfer?.dropEffect === 'none') say(words.cannot, nameOf(lifted));
    lifted = null;
  });
};
