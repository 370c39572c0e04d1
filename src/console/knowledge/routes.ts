/** Routes of everything about the knowledge. */
import type { Route } from "../route.ts";
import { editRoutes } from "./edit-routes.ts";
import { type ExcelParts, excelRoutes } from "./excel/routes.ts";
import { historyRoutes } from "./history-routes.ts";
import { listRoutes } from "./list-routes.ts";
import { releaseRoutes } from "./release-routes.ts";
import { type ReviewParts, reviewRoutes } from "./review-routes.ts";
import { withdrawRoutes } from "./withdraw-routes.ts";

export const knowledgeRoutes = (parts: ReviewParts & ExcelParts): readonly Route[] => [
  ...excelRoutes(parts),
  ...editRoutes(parts),
  ...listRoutes(parts),
  ...reviewRoutes(parts),
  ...withdrawRoutes(parts),
  ...historyRoutes(parts),
  ...releaseRoutes(parts),
];
