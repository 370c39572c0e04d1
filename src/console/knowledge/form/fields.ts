/** What a form is made of: one description draws it, reads it back, and names its fields in differences. */
export type Option = { readonly value: string; readonly name: string };

/** `null`: empty means "not known"; `absent`: empty means that it is not there; neither: it must be filled in. */
type Empty = { readonly empty?: "null" | "absent" };
type Named = { readonly name: string; readonly label: string; readonly hint?: string };

export type Field =
  | (Named &
      Empty & {
        readonly type: "text";
        readonly short?: true;
        readonly rows?: number;
        readonly max?: number;
        readonly suggest?: readonly string[];
      })
  /** A whole number; `money`: written with dots. */
  | (Named & Empty & { readonly type: "number"; readonly money?: true })
  | (Named & Empty & { readonly type: "day" })
  /** Opening hours, `07:00 - 11:00` a line. `none`: the box that says that there are none, which is known too. */
  | (Named & Empty & { readonly type: "spans"; readonly none?: string })
  /** A list of sentences, one a line. */
  | (Named & Empty & { readonly type: "lines"; readonly rows?: number })
  | (Named & Empty & { readonly type: "choice"; readonly options: readonly Option[] })
  | (Named & Empty & { readonly type: "checks"; readonly options: readonly Option[] })
  /** True, or not there. */
  | (Named & { readonly type: "flag" })
  | GroupField
  | ListField;

/** Fields that stand together under one name of the record. */
export type GroupField = Named &
  Empty & {
    readonly type: "group";
    readonly fields: readonly Field[];
  };

export type ListField = Named &
  Empty & {
    readonly type: "list";
    /** "một mức phí": what the button adds. */
    readonly one: string;
    readonly title: (entry: Record<string, unknown>) => string;
    readonly fields: readonly Field[];
    readonly blank: Readonly<Record<string, unknown>>;
  };

export type Section = {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly fields: readonly Field[];
};

export type FormSpec = readonly Section[];

export const fieldsOf = (spec: FormSpec): readonly Field[] => spec.flatMap(({ fields }) => fields);
