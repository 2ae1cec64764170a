/** A group of one to nine people that a reader of all releases can isolate by subtraction. `from` = `to`: within one release. */
export interface Exposure {
  readonly table: string;
  readonly group: string;
  readonly from: string;
  readonly to: string;
  readonly people: number;
}
