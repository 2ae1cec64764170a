/** Where a scale of shares ends: the next fifth past every mark, so that small shares can be told from each other. */
export function scaleEnd(marks: readonly number[]): number {
  return Math.min(1, Math.max(1, Math.ceil(Math.max(0, ...marks) * 5)) / 5);
}
