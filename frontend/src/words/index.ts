/** The words of the interface. English now; another language is another file with the same keys, chosen here. */
import { en } from "./en";

export const words = en;
