import { fileURLToPath } from "node:url";
import express, { type Router } from "express";
import { designAssets } from "../../web/design/assets.ts";
import type { FakeZalo } from "../platform/index.ts";
import { perform } from "./actions.ts";
import { guard } from "./guard.ts";
import { renderPage } from "./layout.ts";
import { Live } from "./live.ts";

export type SimulatorOptions = {
  /** Questions to tap. */
  readonly examples?: readonly string[];
  /** Where the public pages are; absent: none to link. */
  readonly publicPages?: string;
  /** Host names under which the page may be opened, without the port. Default: names of this machine only. */
  readonly hosts?: readonly string[];
};

const ASSETS = fileURLToPath(new URL("./assets/", import.meta.url));

const EXAMPLES = [
  "làm khai sinh cần gì",
  "dang ky ket hon het bao nhieu tien",
  "mất căn cước làm lại ở đâu, bao lâu",
  "sao y 3 ban, moi ban 5 trang het nhiu",
  "H12.34-260804-0583",
  "nhà tôi mới có người mất",
  "mấy giờ mở cửa",
  "gặp cán bộ",
] as const;

/** The same ids at every start, so that a conversation kept in the database finds its person again. */
const SAMPLE_PEOPLE = [
  { id: "4170358264915320001", name: "Chú Ba (ghe lưới)" },
  { id: "4170358264915320002", name: "Chị Tư" },
] as const;
const SAMPLE_VISITOR = { id: "4170358264915320003", name: "Khách ẩn danh" } as const;

/**
 * The page with a phone, its live stream and its orders. For demo mode only: whoever opens it acts as any citizen.
 * Mount it under one path: `app.use("/mo-phong", createSimulatorRouter(fake))`, before any body parser.
 */
export function createSimulatorRouter(fake: FakeZalo, options: SimulatorOptions = {}): Router {
  for (const { id, name } of SAMPLE_PEOPLE) fake.citizen(id, name);
  fake.anonymous(SAMPLE_VISITOR.id, SAMPLE_VISITOR.name);
  const live = new Live(fake);
  const router = express.Router();
  router.use(guard(options.hosts));

  router.get("/", (request, response) => {
    const wanted = typeof request.query.nguoi === "string" ? request.query.nguoi : SAMPLE_PEOPLE[0].id;
    if (!fake.people.some((person) => person.id === wanted)) return void response.redirect(request.baseUrl);
    const examples = options.examples ?? EXAMPLES;
    const view = {
      fake,
      base: request.baseUrl,
      citizenId: wanted,
      examples,
      publicPages: options.publicPages ?? null,
      sequence: live.sequence,
    };
    response.type("html").send(renderPage(view));
  });

  router.get("/live", (request, response) => live.join(request, response));

  router.post("/act", express.json({ limit: "32kb" }), (request, response) => {
    const outcome = perform(fake, request.body);
    if (outcome.kind === "refused") return void response.status(400).json({ error: outcome.why });
    if (outcome.changed) live.faultsChanged();
    response.json(outcome.go ? { go: `${request.baseUrl}${outcome.go}` } : {});
  });

  router.use("/chu", designAssets.router);
  for (const name of ["phone.css", "phone.js", "icon.svg"])
    router.get(`/${name}`, (_request, response) => response.sendFile(name, { root: ASSETS, cacheControl: false }));
  return router;
}
