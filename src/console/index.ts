/** The officers' console at `/can-bo`: loaded when somebody opens it for the first time. */
import type { Router } from "express";
import type { AccessParts } from "./access/parts.ts";
import { accessRoutes } from "./access/routes.ts";
import { type AuditParts, auditRoutes } from "./audit/routes.ts";
import { type DossierParts, dossierRoutes } from "./dossiers/dossier-routes.ts";
import { type ImportParts, importRoutes } from "./dossiers/import-routes.ts";
import { createGate, type GateSource } from "./gate/gate.ts";
import type { ExcelParts } from "./knowledge/excel/routes.ts";
import type { KnowledgeParts } from "./knowledge/open-item.ts";
import { knowledgeRoutes } from "./knowledge/routes.ts";
import { type LearningParts, learningRoutes } from "./learning/learning-routes.ts";
import { type DeliveryParts, deliveryRoutes } from "./operations/delivery-routes.ts";
import { taskRoutes } from "./operations/task-routes.ts";
import { type ZaloParts, zaloRoutes } from "./operations/zalo-routes.ts";
import { type RecallParts, recallRoutes } from "./recall/recall-routes.ts";
import type { Route } from "./route.ts";
import { createRouter, type RouterParts } from "./router.ts";
import { settingsRoutes } from "./settings/routes.ts";
import { type TodayParts, todayRoutes } from "./today/routes.ts";
import { queueRoutes } from "./work/queue-routes.ts";
import { tryRoutes } from "./work/try-routes.ts";
import { workRoutes } from "./work/work-routes.ts";

export type ConsoleParts = RouterParts &
  AccessParts &
  AuditParts &
  KnowledgeParts &
  ExcelParts &
  GateSource &
  TodayParts &
  DeliveryParts &
  ZaloParts &
  DossierParts &
  ImportParts &
  LearningParts &
  RecallParts;

/** Every route of the console; the guard test goes through them. */
export const consoleRoutes = (parts: ConsoleParts): readonly Route[] => [
  ...accessRoutes(parts),
  ...todayRoutes(parts),
  ...taskRoutes(parts),
  ...importRoutes(parts),
  ...dossierRoutes(parts),
  ...deliveryRoutes(parts),
  ...zaloRoutes(parts),
  ...knowledgeRoutes({ ...parts, gate: createGate(parts) }),
  ...queueRoutes(parts),
  ...workRoutes(parts),
  ...tryRoutes(parts),
  ...learningRoutes(parts),
  ...recallRoutes(parts),
  ...settingsRoutes(parts),
  ...auditRoutes(parts),
];

export const createConsoleRouter = (parts: ConsoleParts): Router => createRouter(consoleRoutes(parts), parts);

export { createImportJobs } from "./dossiers/import-jobs.ts";
