/** The public door of the conversation. */
export { newsReply, newsTemplate } from "./answers/dossier/news.ts";
export { erasedReply } from "./answers/privacy.ts";
export { cannotWait } from "./cannot-wait.ts";
export { mayGoOn } from "./may-go-on.ts";
export { NOTICE_VERSION } from "./notice.ts";
export { payloads } from "./payloads.ts";
export type { Decision, Effect, Responder, Turn } from "./respond.ts";
export { createResponder, type ResponderParts } from "./responder.ts";
export { FRESH, type State, stateSchema } from "./state.ts";
