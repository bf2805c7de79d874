/** Where the browser is. The address holds the whole state of a screen, so that a link shows a colleague the same thing. */

class Here {
  path = $state(location.pathname);
  search = $state(location.search);
  readonly params = $derived(new URLSearchParams(this.search));

  constructor() {
    addEventListener("popstate", () => this.#read());
  }

  #read(): void {
    this.path = location.pathname;
    this.search = location.search;
  }

  /** Go to an address; `replace` leaves no step behind (sliders, selections). */
  go(address: string, { replace = false, keepScroll = false } = {}): void {
    const from = location.pathname;
    if (replace) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    this.#read();
    if (!keepScroll && location.pathname !== from) scrollTo(0, 0);
  }

  /** The present address with some parameters changed; null removes one. */
  with(changes: Record<string, string | number | readonly string[] | null>): string {
    const params = new URLSearchParams(this.search);
    for (const [key, value] of Object.entries(changes)) {
      params.delete(key);
      if (value === null || value === "") continue;
      for (const one of Array.isArray(value) ? value : [value]) params.append(key, String(one));
    }
    const text = params.toString();
    return this.path + (text ? `?${text}` : "");
  }

  get(name: string): string {
    return this.params.get(name) ?? "";
  }

  all(name: string): string[] {
    return this.params.getAll(name);
  }
}

export const here = new Here();

/** Links within the screens change the address without loading the page anew; all others are the browser's. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element).closest("a");
  const address = link?.getAttribute("href");
  if (!link || !address?.startsWith("/") || address.startsWith("/api/") || link.target || link.hasAttribute("download")) return;
  event.preventDefault();
  here.go(address);
}
