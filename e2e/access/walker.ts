export type Step = { status: number; headers: Headers; text: string };

/** Somebody clicking: keeps cookies, follows redirects, sends forms from a page of ours. */
export class Walker {
  readonly cookies = new Map<string, string>();
  /** Where the last step led. */
  path = '/';
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  /** One request, nothing followed. */
  async send(
    method: string,
    path: string,
    form?: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Step> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = form ? new URLSearchParams(form).toString() : undefined;
    const type: Record<string, string> = form ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
    const response = await fetch(new URL(path, this.url), {
      method,
      body,
      headers: { cookie, ...type, ...headers },
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line)?.slice(1) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  private async follow(step: Step): Promise<Step> {
    let last = step;
    for (let count = 0; count < 15; count += 1) {
      const to = last.headers.get('location');
      if (!to || last.status < 300 || last.status >= 400) return last;
      const next = new URL(to, this.url);
      this.path = next.pathname + next.search;
      last = await this.send('GET', this.path);
    }
    return last;
  }

  async get(path: string): Promise<Step> {
    this.path = path;
    return this.follow(await this.send('GET', path));
  }

  async post(path: string, form: Record<string, string>): Promise<Step> {
    return this.follow(await this.send('POST', path, form, { origin: this.url }));
  }
}
