/** Who is at work: asked once, and read by everything that offers a change. */
import { api } from "./client";
import type { SessionAnswer } from "./types";

class Session {
  value = $state.raw<SessionAnswer | undefined>();
  get mayChange(): boolean {
    return this.value !== undefined && !this.value.read_only;
  }
  async load(): Promise<void> {
    this.value = await api.session().catch(() => undefined);
  }
}

export const session = new Session();
