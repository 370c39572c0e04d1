/**
 * Is this a possible Vietnamese syllable (folded)? Onset and rhyme from two closed lists. Used to tell a typing slip
 * ("sihn", "kys") from a real word that we merely do not know.
 */
const ONSETS = "b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(" ");

const RHYMES = new Set(
  (
    "a ac ach ai am an ang anh ao ap at au ay e ec em en eng enh eo ep et ech eu i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu " +
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oem oen oeo oet oi om on ong op ot oi u ua uan uang uat uay uc ue uech uen uenh " +
    "ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uynh uyt uyu y yem yen yet yeu uyn uau uai"
  ).split(" "),
);

const cache = new Map<string, boolean>();

function check(word: string): boolean {
  if (RHYMES.has(word)) return true;
  for (let length = 1; length <= 3 && length < word.length; length++) {
    const [onset, rhyme] = [word.slice(0, length), word.slice(length)];
    // "gi" has its i already: "giy" and "giia" are none.
    if (onset === "gi" && /^[iy]/.test(rhyme)) continue;
    if (ONSETS.includes(onset) && RHYMES.has(rhyme)) return true;
  }
  return false;
}

/** `word` must be folded. */
export function isSyllable(word: string): boolean {
  if (word.length > 7) return false;
  const known = cache.get(word);
  if (known !== undefined) return known;
  const answer = check(word);
  if (cache.size < 20_000) cache.set(word, answer);
  return answer;
}
