/** The officers' console at `/can-bo`: loaded when somebody opens it for the first time. */
import type { Router } from "express";
import type { AccessParts } from "./access/parts.ts";
import { accessRoutes } from "./access/routes.ts";
import { type AuditParts, auditRoutes } from "./audit/routes.ts";
import type { Route } from "./route.ts";
import { createRouter, type RouterParts } from "./router.ts";
import { todayRoutes } from "./today/routes.ts";

export type ConsoleParts = RouterParts & AccessParts & AuditParts;

/** Every route of the console; the guard test goes through them. */
export const consoleRoutes = (parts: ConsoleParts): readonly Route[] => [
  ...accessRoutes(parts),
  ...todayRoutes(),
  ...auditRoutes(parts),
];

export const createConsoleRouter = (parts: ConsoleParts): Router => createRouter(consoleRoutes(parts), parts);
