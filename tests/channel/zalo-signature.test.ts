import fc from "fast-check";
import { createVerifier, signZaloBody } from "../../src/channel/zalo/signature.ts";
import { Invalid } from "../../src/errors.ts";
import { APP, readSample, SECRET } from "./zalo-samples.ts";

const vector = JSON.parse(readSample("_signature_vector")) as Record<string, string>;
const vectorParts = {
  appId: vector.app_id!,
  rawBody: Buffer.from(vector.raw_body!),
  timestamp: vector.timestamp!,
  secret: vector.oa_secret_key!,
};
const verify = createVerifier(vectorParts.appId, [vectorParts.secret]);
const accepts = (header: string | undefined, rawBody: Uint8Array = vectorParts.rawBody) =>
  verify(rawBody, vectorParts.timestamp, header);
const right = vector.header_value!;
const mac = right.slice("mac=".length);

test("the published vector is signed and verified", () => {
  expect(signZaloBody(vectorParts)).toBe(right);
  expect(accepts(right)).toBe(true);
});

test.each([` mac = ${mac} `, mac, `mac ${mac}`])("the header may be written as %p", (header) => {
  expect(accepts(header)).toBe(true);
});

test.each([
  undefined,
  "",
  "mac=",
  `mac=${mac.slice(1)}`,
  `mac=${mac}0`,
  `mac=${mac.toUpperCase()}`,
  `mac=${mac}, mac=${mac}`,
  `sha256=${mac}`,
  "mac=" + "z".repeat(64),
  `mac=${vector.mac_if_reserialised_wrongly}`,
  " ".repeat(1_000_000) + mac,
])("a header like %p is refused", (header) => {
  expect(accepts(header)).toBe(false);
});

test("a body that was parsed and written again is refused", () => {
  expect(accepts(right, Buffer.from(JSON.stringify(JSON.parse(vector.raw_body!))))).toBe(false);
});

test("during a reset both the old and the new secret are valid, and no third", () => {
  const both = createVerifier(APP, ["new", "old"]);
  const rawBody = Buffer.from("{}");
  const signedWith = (secret: string) =>
    both(rawBody, "1", signZaloBody({ appId: APP, rawBody, timestamp: "1", secret }));
  expect([signedWith("new"), signedWith("old"), signedWith("other")]).toEqual([true, true, false]);
});

test("a verifier without a secret cannot be built", () => {
  expect(() => createVerifier(APP, [])).toThrow(Invalid);
  expect(() => createVerifier(APP, [SECRET, " "])).toThrow(Invalid);
  expect(() => createVerifier("", [SECRET])).toThrow(Invalid);
});

test("whatever is signed verifies, and any flipped bit of body, timestamp or mac fails", () => {
  const text = fc.string({ minLength: 1, unit: "grapheme" });
  const cases = fc.record({
    rawBody: fc.uint8Array({ minLength: 1, maxLength: 400 }),
    timestamp: fc.stringMatching(/^\d{11,13}$/),
    secret: fc.stringMatching(/^\w{8,40}$/),
    appId: fc.stringMatching(/^\d{10,19}$/),
    bit: fc.nat(),
    digit: fc.nat(63),
    other: text,
  });
  fc.assert(
    fc.property(cases, ({ bit, digit, other, ...parts }) => {
      const check = createVerifier(parts.appId, [parts.secret]);
      const header = signZaloBody(parts);
      expect(check(parts.rawBody, parts.timestamp, header)).toBe(true);
      const flipped = Uint8Array.from(parts.rawBody);
      flipped[bit % flipped.length]! ^= 1 << (bit % 8);
      expect(check(flipped, parts.timestamp, header)).toBe(false);
      expect(check(parts.rawBody, `${parts.timestamp}0`, header)).toBe(false);
      const at = "mac=".length + digit;
      const wrongDigit = header[at] === "0" ? "1" : "0";
      expect(check(parts.rawBody, parts.timestamp, header.slice(0, at) + wrongDigit + header.slice(at + 1))).toBe(
        false,
      );
      expect(check(parts.rawBody, parts.timestamp, other)).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test("100,000 random mutations of a right signature: none accepted, none crashes", () => {
  const random = fc.sample(fc.tuple(fc.nat(63), fc.nat(0xffff)), 100_000);
  const accepted = random.filter(([at, code]) => {
    const letter = String.fromCharCode(code);
    return letter !== mac[at] && accepts(`mac=${mac.slice(0, at)}${letter}${mac.slice(at + 1)}`);
  });
  expect(accepted).toEqual([]);
});
