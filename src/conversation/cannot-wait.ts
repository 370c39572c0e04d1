/** What is answered even while an officer has the word: a danger to life, and what a person may ask about their data at any time. */
import type { Content } from "../channel/message.ts";
import type { Understander } from "../understanding/understanding.ts";
import { privacyCommand } from "./answers/privacy.ts";
import { payloads } from "./payloads.ts";

export function cannotWait(content: Content, understander: Understander): boolean {
  const text = content.kind === "text" ? content.text : "caption" in content ? content.caption : undefined;
  if (text === undefined || text.trim() === "") return false;
  if (text === payloads.erase || text === payloads.privacy || privacyCommand(text) !== null) return true;
  return understander.understand(text, { topic: null, procedure: null, aspect: null }).emergency !== null;
}
