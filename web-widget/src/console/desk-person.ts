/** The signed-in person, as the desk needs to know them. */
export interface DeskPerson {
  /** Shown name, as enrolled. */
  readonly name: string;
  readonly role: string;
  /** Service ids. */
  readonly services: readonly string[];
  /** Pin of the root set; empty before the first one is published. */
  readonly pin: string;
}
