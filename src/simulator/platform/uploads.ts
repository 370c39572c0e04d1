import { type Answer, type ApiRequest, invalid, refuse, succeed } from "./answer.ts";
import { newSecret } from "./ids.ts";

const MEGABYTE = 1024 * 1024;
const LIFE_MS = 7 * 86_400_000;
const PER_MONTH = 5000;
const MONTH_MS = 30 * 86_400_000;

type UploadKind = "image" | "gif" | "file";

const RULES: Record<UploadKind, { limit: number; fits: (bytes: Buffer, name: string) => boolean }> = {
  image: { limit: MEGABYTE, fits: (bytes) => isPng(bytes) || isJpeg(bytes) },
  gif: { limit: 5 * MEGABYTE, fits: (bytes) => bytes.subarray(0, 4).toString("latin1") === "GIF8" },
  file: { limit: 5 * MEGABYTE, fits: (_bytes, name) => /\.(pdf|docx?|csv)$/i.test(name) },
};

/** Uploads (§4.8): multipart field `file`, limits of size and type, ids that live seven days. */
export class Uploads {
  readonly #now: () => number;
  readonly #until = new Map<string, number>();
  #month: number[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** False: unknown or older than seven days; the platform then says -100. */
  has(id: string): boolean {
    return (this.#until.get(id) ?? 0) > this.#now();
  }

  async accept(kind: UploadKind, request: ApiRequest): Promise<Answer> {
    const file = await readFile(request);
    if (!file) return invalid("file");
    const rule = RULES[kind];
    if (file.bytes.length > rule.limit) return refuse(-210, "file is over limit");
    if (file.bytes.length === 0 || !rule.fits(file.bytes, file.name)) return invalid("file");
    this.#month = this.#month.filter((at) => at > this.#now() - MONTH_MS);
    if (this.#month.length >= PER_MONTH) return refuse(-211, "Out of quota");
    this.#month.push(this.#now());
    const id = newSecret();
    this.#until.set(id, this.#now() + LIFE_MS);
    return succeed(kind === "file" ? { token: id } : { attachment_id: id });
  }
}

async function readFile(request: ApiRequest): Promise<{ bytes: Buffer; name: string } | null> {
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) return null;
  try {
    const form = await new Response(new Uint8Array(request.body), { headers: { "content-type": type } }).formData();
    const file = form.get("file");
    if (file === null || typeof file === "string") return null;
    return { bytes: Buffer.from(await file.arrayBuffer()), name: file.name };
  } catch {
    return null; // not a multipart body after all
  }
}

const isPng = (bytes: Buffer): boolean => bytes.subarray(0, 8).toString("hex") === "89504e470d0a1a0a";
const isJpeg = (bytes: Buffer): boolean => bytes.subarray(0, 3).toString("hex") === "ffd8ff";
