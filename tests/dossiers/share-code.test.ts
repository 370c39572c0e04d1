import { mayGoOn } from "../../src/conversation/index.ts";
import { bareDesk, readShareCode } from "../../src/dossiers/index.ts";

const desk = bareDesk({ find: async () => ({ kind: "unknown-code" }) });

test("a shared code is read back however it is spelled, and answered at once", () => {
  for (let i = 0; i < 500; i++) {
    const { code, key } = desk.newShare();
    for (const spelled of [code, code.toLowerCase(), code.replaceAll("-", ""), code.replaceAll("-", " "), `${code}.`]) {
      expect(readShareCode(spelled)).toBe(code);
      expect(mayGoOn(spelled)).toBe(false);
    }
    expect(desk.shareKey(code)).toBe(key);
  }
});

test.each(["TD-7K3M", "td", "TD-7K3M-9QX21", "H12.34-260804-0583", "TD-0000-1111", ""])("%j is none", (text) => {
  expect(readShareCode(text)).toBeNull();
});
