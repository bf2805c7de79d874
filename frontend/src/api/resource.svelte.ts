/** Something asked of the server: asked again when what the question depends on changes, the earlier answer kept on the screen meanwhile. */
import { Fault } from "./client";

export class Resource<T> {
  value = $state.raw<T | undefined>();
  fault = $state.raw<Fault | undefined>();
  busy = $state(true);
  #turn = $state(0);

  /** `question` is called within an effect: every reactive value that it reads before its first `await` asks anew. */
  constructor(question: (signal: AbortSignal) => Promise<T>) {
    $effect(() => {
      void this.#turn;
      const control = new AbortController();
      this.busy = true;
      question(control.signal)
        .then((value) => {
          if (control.signal.aborted) return;
          this.value = value;
          this.fault = undefined;
          this.busy = false;
        })
        .catch((error: unknown) => {
          if (control.signal.aborted) return;
          this.fault = error instanceof Fault ? error : new Fault(0, "Unforeseen", String(error));
          this.busy = false;
        });
      return () => control.abort();
    });
  }

  again(): void {
    this.#turn += 1;
  }
}
