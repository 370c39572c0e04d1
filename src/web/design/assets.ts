/** Style sheets and pictures that pages link: read once, named after their content, kept by browsers for good. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import express, { type Router } from "express";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

export type Assets = {
  readonly router: Router;
  /** The address of one file; it changes when the file does. Throws for a name that was not given. */
  href(name: string): string;
};

/** `at`: the path under which the router is mounted. `folder`: where the files are; only those named are served. */
export function createAssets(at: string, folder: URL, names: readonly string[]): Assets {
  const files = new Map(
    names.map((name) => {
      const body = readFileSync(fileURLToPath(new URL(name, folder)));
      const hash = createHash("sha256").update(body).digest("hex").slice(0, 10);
      return [name, { body, hash }] as const;
    }),
  );
  const router = express.Router();
  for (const [name, { body, hash }] of files) {
    router.get(`/${name}`, (request, response) => {
      // Only an address that changes with its content may be kept for good; a font's name carries its version.
      const isExact = request.query.v === hash || extname(name) === ".woff2";
      response.set("Cache-Control", isExact ? "public, max-age=31536000, immutable" : "no-cache");
      response.set("Content-Type", TYPES[extname(name)] ?? "application/octet-stream");
      response.send(body);
    });
  }
  return {
    router,
    href(name) {
      const file = files.get(name);
      if (!file) throw new Error(`no such asset: ${name}`);
      return `${at}/${name}?v=${file.hash}`;
    },
  };
}

export const DESIGN_PATH = "/giao-dien";
/** What every page of the program may link: the design system, its typeface and the icon. */
export const designAssets = createAssets(DESIGN_PATH, new URL("./assets/", import.meta.url), [
  "design.css",
  "icon.svg",
  "source-sans-3-5.3.1-latin.woff2",
  "source-sans-3-5.3.1-vietnamese.woff2",
]);
