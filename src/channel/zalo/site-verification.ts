/** Proof to Zalo that the domain is ours (zalo-oa.md §1.6): a file at the root, and a tag in the home page. */
import { Invalid } from "../../errors.ts";

/** The file Zalo asks for: `path` at the site's root, kept there for good. Throws `Invalid` on an odd code. */
export function verificationFile(code: string): { readonly path: string; readonly html: string } {
  const tag = verificationTag(code);
  return {
    path: `/zalo_verifier${code}.html`,
    html: `<!doctype html>\n<html><head>${tag}</head><body></body></html>\n`,
  };
}

/** The tag for the head of the home page. Throws `Invalid` on an odd code, which might break out of the page. */
export function verificationTag(code: string): string {
  if (!/^[\w-]{1,128}$/.test(code)) {
    throw new Invalid("zalo.verification", "the Zalo verification code must be letters, digits, - and _ only");
  }
  return `<meta name="zalo-platform-site-verification" content="${code}">`;
}
