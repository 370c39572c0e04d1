/** What whoever holds a code may read: the progress, and how old it is. */
import { formatInstant } from "../../../calendar/index.ts";
import { type Dossier, type DossierLookup, progressBar, progressOf } from "../../../dossiers/index.ts";
import { type Block, line } from "../../answer.ts";

export const progressBlocks = ({ code, status }: Pick<Dossier, "code" | "status">): Block[] => [
  line(`Hồ sơ ${code}`),
  line(progressBar(status)),
  line(progressOf(status).next),
];

/** The source is down: what is said is what it last told us, and when. */
export const asOf = ({ dossier, freshness }: Extract<DossierLookup, { kind: "found" }>): Block[] =>
  freshness === "current"
    ? []
    : [
        line(
          `Hệ thống một cửa đang không trả lời; đây là tình trạng em biết lúc ${formatInstant(dossier.knownAt)}, có thể đã khác.`,
        ),
      ];
