import { createVersionStore } from "../../src/storage/version-store.ts";
import { DATABASES, type OpenDatabase } from "../support/databases.ts";

describe.each(DATABASES)("published versions on $name", ({ open }) => {
  let opened: OpenDatabase;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.remove());

  const first = { id: "tach-ho", version: "aaaaaaaaaaaa", content: '{"fees":[]}', publishedAt: 1_000 };

  test("a version is kept as it was first published, however often it comes again", async () => {
    const store = createVersionStore(opened.database);
    await store.keep("procedure", [first]);
    await store.keep("procedure", [{ ...first, content: "{}", publishedAt: 2_000 }]);
    expect(await store.find("procedure", ["tach-ho"], "aaaaaaaaaaaa")).toEqual(first);
  });

  test("a version is found under any of a record's ids, and under no other", async () => {
    const store = createVersionStore(opened.database);
    await store.keep("procedure", [first, { ...first, version: "bbbbbbbbbbbb" }]);
    expect((await store.find("procedure", ["tach-so", "tach-ho"], "bbbbbbbbbbbb"))?.version).toBe("bbbbbbbbbbbb");
    expect(await store.find("procedure", ["tach-so"], "bbbbbbbbbbbb")).toBeNull();
    expect(await store.find("procedure", [], "bbbbbbbbbbbb")).toBeNull();
    expect(await store.find("procedure", ["tach-ho"], "cccccccccccc")).toBeNull();
  });

  test("procedures and fields are kept apart", async () => {
    const store = createVersionStore(opened.database);
    await store.keep("field", [first]);
    expect(await store.find("procedure", ["tach-ho"], "aaaaaaaaaaaa")).toBeNull();
    expect(await store.find("field", ["tach-ho"], "aaaaaaaaaaaa")).toEqual(first);
  });

  test("what was kept is there for the next process", async () => {
    await createVersionStore(opened.database).keep("procedure", [first]);
    expect(await createVersionStore(await opened.again()).find("procedure", ["tach-ho"], "aaaaaaaaaaaa")).toEqual(
      first,
    );
  });
});
