/** Routes of signing in, one-time links, one's own account, and the officers. */
import type { Route } from "../route.ts";
import { accountRoutes } from "./account.ts";
import { officersRoutes } from "./officers.ts";
import type { AccessParts } from "./parts.ts";
import { signInRoutes } from "./sign-in.ts";
import { startRoutes } from "./start.ts";

export const accessRoutes = (parts: AccessParts): readonly Route[] => [
  ...signInRoutes(parts),
  ...startRoutes(parts),
  ...accountRoutes(parts),
  ...officersRoutes(parts),
];
