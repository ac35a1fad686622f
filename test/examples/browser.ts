/** A browser without a screen: it keeps cookies, follows redirects, and fills in the login form. */
export class Browser {
  /** By host, then by name. */
  readonly #cookies = new Map<string, Map<string, string>>();

  /** Sends a request with the cookies of its host. Redirects are returned. */
  async fetch(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const { host } = new URL(address);
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('cookie', [...jar].map((pair) => pair.join('=')).join('; '));
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const each of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  /** Opens a page that leads to the login of a dev tenant, signs in, and returns the page. */
  async signIn(address: string, username: string): Promise<string> {
    const login = await this.#visit(address);
    const credentials = new URLSearchParams({ username, password: 'orgdesk' });
    const page = await this.#visit(login.url, { method: 'POST', body: credentials });
    return page.text();
  }

  async #visit(
    address: string,
    init: RequestInit = {},
  ): Promise<{ url: string; text: () => Promise<string> }> {
    let url = address;
    let response = await this.fetch(url, init);
    for (;;) {
      const location = response.headers.get('location');
      if (location === null) return { url, text: () => response.text() };
      url = new URL(location, url).href;
      response = await this.fetch(url);
    }
  }
}
