/** Light or dark: what the system wants until the reader chooses; the choice is kept in this browser. */

type Choice = "light" | "dark";

class Theme {
  #system = matchMedia("(prefers-color-scheme: dark)");
  #dark = $state(this.#system.matches);
  #chosen = $state<Choice | null>(localStorage.getItem("theme") as Choice | null);

  constructor() {
    this.#system.addEventListener("change", (event) => (this.#dark = event.matches));
    this.#apply();
  }

  get current(): Choice {
    return this.#chosen ?? (this.#dark ? "dark" : "light");
  }

  toggle(): void {
    this.#chosen = this.current === "dark" ? "light" : "dark";
    localStorage.setItem("theme", this.#chosen);
    this.#apply();
  }

  #apply(): void {
    if (this.#chosen) document.documentElement.dataset["theme"] = this.#chosen;
  }
}

export const theme = new Theme();
