/** Every store of the console at once: loaded with the console itself, when somebody opens it. */
import type { Mac } from "../../console/audit/chain.ts";
import type { Database } from "../database.ts";
import { createActivityStore } from "./activity.ts";
import { createAuditStore } from "./audit-log.ts";
import { createDeliveryStore } from "./deliveries.ts";
import { createDossierDeskStore } from "./dossiers.ts";
import { createKnowledgeStore } from "./knowledge.ts";
import { createLearningStore } from "./learning.ts";
import { createOfficerStore } from "./officers.ts";
import { createRecallStore } from "./recall.ts";
import { createSessionStore, createTryStore } from "./sessions.ts";

export function createConsoleStores(database: Database, mac: Mac) {
  return {
    officers: createOfficerStore(database, mac),
    sessions: createSessionStore(database, mac),
    tries: createTryStore(database, mac),
    audit: createAuditStore(database, mac),
    knowledge: createKnowledgeStore(database, mac),
    activity: createActivityStore(database),
    recall: createRecallStore(database, mac),
    learning: createLearningStore(database, mac),
    deliveries: createDeliveryStore(database, mac),
    dossiers: createDossierDeskStore(database, mac),
  };
}
