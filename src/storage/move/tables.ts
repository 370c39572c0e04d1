/** Every table of a database with its columns, as the database itself lists them: new migrations need nothing here. */
import { type Kysely, sql } from "kysely";
import { isPostgres } from "../dialect.ts";

// biome-ignore lint/suspicious/noExplicitAny: it goes over all tables
export type AnyDb = Kysely<any>;
export type Row = Record<string, string | number | null>;
export type Table = {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The column that the database counts up, or null. */
  readonly counted: string | null;
};

const PAGE = 2_000;

type Column = { name: string; column: string; type: string; counted: string };

/** In the order of their names, without kysely's own. */
export async function tablesOf(db: AnyDb): Promise<Table[]> {
  const { rows } = await (isPostgres(db) ? columnsOnPostgres : columnsOnSqlite).execute(db);
  return [...Map.groupBy(rows, ({ name }) => name)].map(([name, of]) => ({
    name,
    columns: of.map(({ column, type }) => ({ name: column, type })),
    counted: of.find(({ counted }) => counted === "YES")?.column ?? null,
  }));
}

const columnsOnSqlite = sql<Column>`select m.name, p.name as "column", lower(p.type) as type,
  case when p.pk = 1 and m.sql like '%autoincrement%' then 'YES' else 'NO' end as counted
  from sqlite_master m join pragma_table_info(m.name) p
  where m.type = 'table' and m.name not like 'sqlite%' and m.name not like 'kysely%' order by m.name, p.cid`;

const columnsOnPostgres = sql<Column>`
    select c.table_name as name, c.column_name as "column", c.data_type as type, c.is_identity as counted
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.table_name not like 'kysely%'
    order by c.table_name collate "C", c.ordinal_position`;

/** All rows of a table, some at a time, in any order. On PostgreSQL `db` must be a transaction. */
export async function* pagesOf(db: AnyDb, table: Table): AsyncGenerator<Row[]> {
  const columns = sql.join(table.columns.map(({ name }) => sql.ref(name)));
  if (isPostgres(db)) {
    await sql`declare rows_of no scroll cursor for select ${columns} from ${sql.table(table.name)}`.execute(db);
    for (;;) {
      const { rows } = await sql<Row>`fetch ${sql.raw(String(PAGE))} from rows_of`.execute(db);
      if (rows.length > 0) yield rows;
      if (rows.length < PAGE) break;
    }
    await sql`close rows_of`.execute(db);
    return;
  }
  let after = -1;
  for (;;) {
    const { rows } = await sql<
      Row & { rowid_: number }
    >`select rowid as rowid_, ${columns} from ${sql.table(table.name)}
      where rowid > ${after} order by rowid limit ${PAGE}`.execute(db);
    after = rows.at(-1)?.rowid_ ?? after;
    if (rows.length > 0) yield rows.map(({ rowid_, ...row }) => row as Row);
    if (rows.length < PAGE) return;
  }
}
