import { type Upload, uploadOf } from "./upload.ts";

/** The fields of a form that was sent, each as one line of text or as a list. */
export class Form {
  readonly #fields: ReadonlyMap<string, readonly string[]>;
  /** The file that was chosen; null: none. */
  readonly upload: Upload | null;

  /** `body`: as `express.urlencoded` reads it. */
  constructor(body: unknown) {
    const entries = typeof body === "object" && body !== null ? Object.entries(body as Record<string, unknown>) : [];
    this.upload = typeof body === "object" && body !== null ? uploadOf(body) : null;
    this.#fields = new Map(
      entries.map(([name, value]) => [
        name,
        (Array.isArray(value) ? value : [value]).map((each) => String(each ?? "")),
      ]),
    );
  }

  /** Without white space around it; "" when it was not sent. */
  text(name: string): string {
    return (this.#fields.get(name)?.[0] ?? "").trim();
  }

  /** As it was typed: passwords. */
  raw(name: string): string {
    return this.#fields.get(name)?.[0] ?? "";
  }

  all(name: string): readonly string[] {
    return this.#fields.get(name) ?? [];
  }

  has(name: string): boolean {
    return this.#fields.has(name);
  }

  names(): readonly string[] {
    return [...this.#fields.keys()];
  }
}
