import type { Table } from './description.ts';
import { sampleMark } from '../figures/standardNote.ts';

/** A figure’s table; its caption says so where its numbers are made up. */
export const markedTable = (table: Table, madeUp: boolean): Table =>
  madeUp ? { ...table, caption: `${table.caption} ${sampleMark}.` } : table;
