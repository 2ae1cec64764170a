/** As much as the tests use of tableschema, the reader of the first version of the standard, which has no types. */
declare module 'tableschema' {
  export class Table {
    static load(path: string, options: { readonly schema: object }): Promise<Table>;
    read(options: { readonly keyed: true }): Promise<readonly Readonly<Record<string, unknown>>[]>;
  }
}
