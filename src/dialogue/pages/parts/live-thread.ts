/** What the script of a thread's page needs: where it asks, and what it says. */
export type LivePage = {
  /** The page itself; its stream is below it. */
  path: string;
  /** Where the draft is kept. */
  draftPath: string;
  said: { new: string; ended: string; saved: string };
};

/**
 * Runs in the browser, on a thread's page: what comes is put where it stands in the page as it would be opened anew, and said politely; the focus stays, and what has it
 * is left as it is. While the page is hidden it follows nothing. What is typed is kept on the server a moment after each pause, and never once it is being sent. Stands on its own: its
 * source is put into the page.
 */
export const liveThread = ({ path, draftPath, said }: LivePage): void => {
  const byId = (id: string) => document.getElementById(id);
  const say = (text: string) => {
    const place = byId('live-said');
    if (place) place.textContent = text;
  };
  const isUsed = (element: Element) => element.contains(document.activeElement);
  const replace = (id: string, page: Document) => {
    const [old, next] = [byId(id), page.getElementById(id)];
    if (old && next && !isUsed(old) && old.innerHTML !== next.innerHTML) old.replaceWith(next);
  };
  /** Puts in what is new; true when somebody else wrote some of it. */
  const putMessages = (page: Document): boolean => {
    const [list, next] = [document.querySelector('#talk ol.messages'), page.querySelector('#talk ol.messages')];
    if (!list || !next) {
      replace('talk', page);
      return next !== null;
    }
    let isNew = false;
    for (const message of [...next.children]) {
      const old = byId(message.id);
      if (!old) {
        list.append(message);
        isNew ||= !message.classList.contains('message--mine');
      } else if (!isUsed(old) && old.innerHTML !== message.innerHTML) old.replaceWith(message);
    }
    return isNew;
  };
  const readAnew = async (): Promise<void> => {
    const response = await fetch(path, { headers: { accept: 'text/html' } });
    if (!response.ok) return;
    // Styles and scripts have been here since the page was opened; another answer's are not let in by its nonce.
    const text = (await response.text()).replace(/<(style|script)\b[\s\S]*?<\/\1>/g, '');
    const page = new DOMParser().parseFromString(text, 'text/html');
    const isNew = putMessages(page);
    replace('promised', page);
    replace('unread', page);
    replace('closings', page);
    const [newest, next] = [
      document.querySelector('input[name="newestId"]'),
      page.querySelector('input[name="newestId"]'),
    ];
    if (newest instanceof HTMLInputElement && next instanceof HTMLInputElement) newest.value = next.value;
    if (isNew) say(said.new);
  };
  let isReading = false;
  let isWanted = false;
  const refresh = async (): Promise<void> => {
    isWanted = true;
    if (isReading) return;
    isReading = true;
    while (isWanted) {
      isWanted = false;
      await readAnew().catch(() => {});
    }
    isReading = false;
  };

  let stream: EventSource | null = null;
  let isOver = false;
  const follow = () => {
    if (stream || isOver || document.visibilityState === 'hidden') return;
    stream = new EventSource(`${path}/live`);
    stream.addEventListener('changed', () => void refresh());
    stream.addEventListener('closed', () => {
      isOver = true;
      rest();
      say(said.ended);
    });
  };
  const rest = () => {
    stream?.close();
    stream = null;
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') return rest();
    if (!stream && !isOver) void refresh();
    follow();
  });
  window.addEventListener('pagehide', rest);
  window.addEventListener('pageshow', follow);
  follow();

  const form = byId('draft');
  const text = form?.querySelector('textarea[name="text"]');
  if (!(form instanceof HTMLFormElement) || !(text instanceof HTMLTextAreaElement)) return;
  let kept = text.value;
  let isSent = false;
  let waiting = 0;
  let saving: AbortController | null = null;
  const save = async (isLeaving = false): Promise<void> => {
    window.clearTimeout(waiting);
    if (isSent || saving || text.value === kept) return;
    const words = text.value;
    saving = new AbortController();
    try {
      const response = await fetch(draftPath, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: words }),
        keepalive: isLeaving,
        signal: saving.signal,
      });
      const place = byId('draft-saved');
      if (response.ok) kept = words;
      if (response.ok && place) place.textContent = words === '' ? '' : said.saved;
    } catch {
      // It stays in the field, and is tried again when more is typed.
    }
    saving = null;
  };
  form.addEventListener('input', () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(save, 1200);
  });
  form.addEventListener('submit', () => {
    isSent = true;
    window.clearTimeout(waiting);
    saving?.abort();
  });
  window.addEventListener('pagehide', () => void save(true));
  window.addEventListener('pageshow', () => {
    isSent = false;
  });
};
