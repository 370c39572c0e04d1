/** What officers published lies over the files: it wins, it follows releases where untouched, and is exported whole. */
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportFiles } from "../../src/knowledge/export-files.ts";
import { loadKnowledge, type Published } from "../../src/knowledge/index.ts";
import { wordsVersion } from "../../src/understanding/index.ts";
import { realKnowledge } from "../conversation/real-knowledge.ts";

const load = (published: Published, dir = "procedures-data") =>
  loadKnowledge(dir, "intents", "2026-11-25", [], "errors", published);
const birth = realKnowledge.procedures.get("dang-ky-khai-sinh")!;
const edited = { ...birth, result: "Giấy khai sinh (bản của trung tâm)" };
const faq = {
  ...[...realKnowledge.faqs.values()][0]!,
  id: "cho_giu_xe",
  question: "Có chỗ giữ xe không?",
  variants: ["gửi xe ở đâu"],
};
const PUBLISHED: Published = {
  items: [
    { kind: "procedure", id: birth.id, content: edited },
    { kind: "faq", id: faq.id, content: faq },
    { kind: "centre", id: "centre", content: { ...realKnowledge.centre, address: "Số 1, đường Thử" } },
  ],
  withdrawals: [],
};

test("what is published wins, and the seed is told beside it", async () => {
  const { knowledge, seeds, setAside } = await load(PUBLISHED);
  expect(knowledge?.procedures.get(birth.id)?.result).toBe(edited.result);
  expect(knowledge?.faqs.get(faq.id)?.question).toBe(faq.question);
  expect(knowledge?.centre.address).toBe("Số 1, đường Thử");
  expect(knowledge?.version).not.toBe(realKnowledge.version);
  expect((seeds.get(`procedure/${birth.id}`) as typeof birth).result).toBe(birth.result);
  expect([seeds.has(`faq/${faq.id}`), setAside]).toEqual([false, []]);
});

test("an item that no longer fits is set aside and the files answer; when it is only tried out it is an error", async () => {
  const broken: Published = {
    items: [
      { kind: "procedure", id: birth.id, content: { ...birth, topic: "khong_con_chu_de_nay" } },
      PUBLISHED.items[2]!,
    ],
    withdrawals: [],
  };
  const used = await load(broken);
  expect(used.setAside).toEqual([`procedure/${birth.id}`]);
  expect(used.knowledge?.procedures.get(birth.id)?.topic).toBe(birth.topic);
  expect(used.knowledge?.centre.address).toBe("Số 1, đường Thử");
  const tried = await load({ ...broken, strict: true });
  expect(tried.knowledge).toBeNull();
  expect(tried.problems.filter(({ level }) => level === "error")).not.toEqual([]);
});

test("only words make something new to learn", async () => {
  const { knowledge } = await load({
    items: [PUBLISHED.items[0]!],
    withdrawals: [{ kind: "procedure", id: birth.id, part: "fees.0" }],
  });
  expect(wordsVersion(knowledge!)).toBe(wordsVersion(realKnowledge));
  const { knowledge: taught } = await load({ items: [PUBLISHED.items[1]!], withdrawals: [] });
  expect(wordsVersion(taught!)).not.toBe(wordsVersion(realKnowledge));
});

test("an export read back is what was published, and the rest as it was", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mot-cua-xuat-"));
  try {
    const to = join(folder, "procedures-data");
    const files = await exportFiles("procedures-data", to, PUBLISHED);
    expect(files).toEqual(["centre.yaml", "hoi-dap/trung-tam.yaml", "thu-tuc/ho-tich/dang-ky-khai-sinh.yaml"]);
    const { knowledge, problems } = await load({ items: [], withdrawals: [] }, to);
    expect(problems.filter(({ level }) => level === "error")).toEqual([]);
    expect(knowledge?.procedures.get(birth.id)).toEqual(edited);
    expect(knowledge?.faqs.get(faq.id)).toEqual(faq);
    expect(knowledge?.procedures.size).toBe(realKnowledge.procedures.size);
    await expect(exportFiles("procedures-data", to, PUBLISHED)).rejects.toThrow();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
