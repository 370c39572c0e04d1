/** The number of a law is copied to the letter: nothing inside it is spelled out. Over the real general questions. */
import { loadAssistant } from "../../src/wiring/assistant.ts";
import { dossiersOf, SEEN, textOf } from "./builders.ts";

const NOW = Date.parse("2026-11-25T09:00:00+07:00");
const assistant = await loadAssistant({ dossiers: dossiersOf({}), now: () => NOW });

/** "03/2025/NQ-HĐND", "168/BHXH-QLT". */
const NUMBER = /\d+(?:\/\d{4})?\/\p{Lu}[\p{Lu}\d-]+/gu;

test("every number of a law in the basis of a general question is in its answer as it stands", async () => {
  const changed: string[] = [];
  for (const { id, basis } of assistant.current().knowledge.faqs.values()) {
    const content = { kind: "text" as const, text: `#HD:${id}` };
    const from = { oaId: "1", citizenId: "2" };
    const said = textOf(
      await assistant.responder.respond({ from, content, state: { ...SEEN, lastAt: NOW }, now: NOW }),
    );
    changed.push(...(basis?.match(NUMBER) ?? []).filter((number) => !said.includes(number)).map((n) => `${id}: ${n}`));
  }
  expect(changed).toEqual([]);
});
