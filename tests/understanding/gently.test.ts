/** Learning again while the server answers: others get their turn, and what comes out is the same. */
import { createUnderstander, createUnderstanderGently } from "../../src/understanding/index.ts";
import { realKnowledge } from "../conversation/real-knowledge.ts";

test("learning in pieces lets others have their turn and understands the same", async () => {
  let turns = 0;
  let learning = true;
  const others = () => {
    turns += 1;
    if (learning) setImmediate(others);
  };
  setImmediate(others);
  const gently = await createUnderstanderGently(realKnowledge);
  learning = false;
  expect(turns).toBeGreaterThan(10);
  const atOnce = createUnderstander(realKnowledge);
  for (const text of ["lam khai sinh can gi", "mất căn cước", "alo", "giá vàng hôm nay"]) {
    expect(gently.understand(text, { topic: null })).toEqual(atOnce.understand(text, { topic: null }));
  }
}, 60_000);
