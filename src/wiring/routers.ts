/** Pages beside those of rooms, put together for app.ts: linking, Zalo's proof of the domain, the simulator. */
import type { RequestHandler, Router } from "express";
import { verificationFile } from "../channel/zalo/site-verification.ts";
import { PUBLIC_BASE } from "../public/index.ts";
import type { FakeZalo } from "../simulator/index.ts";
import { linkPage } from "../web/link-page.ts";

export const SIMULATOR_BASE = "/mo-phong";

export type Mounted = { readonly at: string; readonly router: Router | RequestHandler };

export async function wireRouters(
  siteVerification: string | null,
  simulator: FakeZalo | undefined,
  examples: readonly string[],
): Promise<readonly Mounted[]> {
  const routers: Mounted[] = [{ at: "/zalo/lien-ket", router: linkPage }];
  if (siteVerification) {
    const file = verificationFile(siteVerification);
    routers.push({ at: file.path, router: (_req, res) => void res.type("html").send(file.html) });
  }
  if (simulator) {
    // Loaded only for the demo, as Redis' client is only where there is a Redis.
    const { createSimulatorRouter } = await import("../simulator/index.ts");
    const router = createSimulatorRouter(simulator, { examples, publicPages: PUBLIC_BASE });
    routers.push({ at: SIMULATOR_BASE, router });
  }
  return routers;
}
