/** The pages alone, over any knowledge and without learning: for thousands of records and for what a start cannot show. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import type { Knowledge } from "../../src/knowledge/index.ts";
import { createPublicRouter, type VersionStore } from "../../src/public/index.ts";
import type { Understander } from "../../src/understanding/index.ts";
import { scripted } from "../conversation/builders.ts";
import { type Page, visit } from "./site.ts";

export const NO_VERSIONS: VersionStore = { keep: async () => {}, find: async () => null };

export type LightSite = {
  readonly port: number;
  visit(path: string, headers?: Record<string, string>): Promise<Page>;
  close(): Promise<void>;
};

export type LightOptions = {
  readonly knowledge: () => Knowledge | null;
  readonly understander?: Understander;
  readonly today?: () => string;
  readonly publicUrl?: string | null;
  readonly oaId?: string | null;
};

export async function startLightSite(options: LightOptions): Promise<LightSite> {
  const understander = options.understander ?? scripted({});
  const app = express();
  app.use(
    "/thu-tuc",
    createPublicRouter({
      learnt: () => {
        const knowledge = options.knowledge();
        return knowledge && { knowledge, understander };
      },
      today: options.today ?? (() => "2026-11-25"),
      publicUrl: options.publicUrl ?? null,
      oaId: options.oaId ?? null,
      versions: NO_VERSIONS,
    }),
  );
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    visit: (path, headers) => visit(`http://127.0.0.1:${port}${path}`, headers),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
