/** The public pages under `/thu-tuc`: which address shows what. No sign-in, no script, nothing kept of the visitor. */
import express, { type RequestHandler, type Router } from "express";
import { shortCodeOf } from "../knowledge/index.ts";
import { strictPolicy } from "../web/design/document.ts";
import { findField } from "./fields.ts";
import { browsePage } from "./pages/browse.ts";
import { carryOf } from "./pages/carry.ts";
import { coveragePage } from "./pages/coverage.ts";
import { fieldPage } from "./pages/field.ts";
import { openingPage } from "./pages/plain.ts";
import { printFieldPage } from "./pages/print-field.ts";
import { printProcedurePage } from "./pages/print-procedure.ts";
import { procedurePage } from "./pages/procedure.ts";
import { fieldHref, procedureHref, publicAssets } from "./shell.ts";
import { fieldList } from "./versions/field-list.ts";
import { versionOf, versionOfContent } from "./versions/published.ts";
import { changesSince, fieldChangesSince, readSheet } from "./versions/sheet.ts";
import {
  addressOf,
  codesFor,
  found,
  moved,
  notFound,
  oaOf,
  one,
  type PublicOptions,
  queryOf,
  recordOf,
  type Visit,
} from "./visit.ts";

export function createPublicRouter(options: PublicOptions): Router {
  const router = express.Router();
  router.use(strictPolicy);
  router.use("/kieu", publicAssets.router);

  /** Runs a page once there is knowledge; before, says that we are opening. */
  const page =
    (show: (visit: Visit) => string | Promise<string>): RequestHandler =>
    async (request, response) => {
      const learnt = options.learnt();
      // Asked again at every visit: what ended at midnight must not be read from a copy. A 304 costs a weak line little.
      response.set("Cache-Control", "no-cache").type("html");
      if (!learnt) return void response.status(503).set("Retry-After", "5").send(openingPage());
      const text = await show({ ...learnt, today: options.today(), request, response });
      if (!response.headersSent) response.send(text);
    };

  router.get(
    "/",
    page((visit) => (queryOf(visit.request) === "" ? browsePage(visit.knowledge) : found(visit))),
  );
  router.get(
    "/tinh-trang",
    page(({ knowledge, today }) => coveragePage(knowledge, today)),
  );

  router.get(
    "/linh-vuc/:slug",
    page(async (visit) => {
      const { knowledge, request, today } = visit;
      const field = findField(one(request, "slug"), knowledge);
      if (!field) return notFound(visit, one(request, "slug"));
      if (field.slug !== one(request, "slug")) return moved(visit, fieldHref(field.slug));
      const sheet = readSheet(request.query, today);
      const slugs = [field.slug, ...(field.former_slugs ?? [])];
      const since = sheet && (await fieldChangesSince(sheet, { name: field.name, slugs }, knowledge, options.versions));
      return fieldPage({ field, knowledge, page: Number(request.query.trang ?? 1), since });
    }),
  );
  router.get(
    "/linh-vuc/:slug/in",
    page((visit) => {
      const { knowledge, request, today } = visit;
      const field = findField(one(request, "slug"), knowledge);
      if (!field) return notFound(visit, one(request, "slug"));
      if (field.slug !== one(request, "slug")) return moved(visit, `${fieldHref(field.slug)}/in`);
      const version = versionOfContent(JSON.stringify(fieldList(field.name, knowledge)));
      const codes = codesFor(visit, options, fieldHref(field.slug), { version, day: today });
      return printFieldPage({ field, knowledge, today, codes });
    }),
  );

  router.get(
    "/:id",
    page(async (visit) => {
      const { knowledge, request, today } = visit;
      const procedure = recordOf(visit);
      if (!procedure) return notFound(visit, one(request, "id"));
      if (procedure.id !== one(request, "id")) return moved(visit, procedureHref(procedure.id));
      const sheet = readSheet(request.query, today);
      const since = sheet && (await changesSince(sheet, procedure, options.versions, today));
      const path = procedureHref(procedure.id);
      const parts = {
        shortCode: shortCodeOf(procedure.id, knowledge),
        oaId: oaOf(knowledge, options),
        address: addressOf(visit, options),
      };
      return procedurePage({ procedure, knowledge, today, since, carry: carryOf(parts, path, `${path}/in`) });
    }),
  );
  router.get(
    "/:id/in",
    page((visit) => {
      const { knowledge, request, today } = visit;
      const procedure = recordOf(visit);
      if (!procedure) return notFound(visit, one(request, "id"));
      if (procedure.id !== one(request, "id")) return moved(visit, `${procedureHref(procedure.id)}/in`);
      const codes = codesFor(visit, options, procedureHref(procedure.id), {
        version: versionOf(procedure),
        day: today,
      });
      return printProcedurePage({ procedure, knowledge, today, codes });
    }),
  );
  router.use(page((visit) => notFound(visit, visit.request.path)));
  return router;
}
