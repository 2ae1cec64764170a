/**
 * The oldest browsers in which the survey, the receipt and the discussions work, by their names in MDN’s data: the last for Windows
 * 7 and 8 and for an iPhone 7, whose owners cannot update (docs/decisions/0028-the-oldest-browsers.md).
 */
export const floor = { chrome: '109', edge: '109', firefox: '115', safari: '15', safari_ios: '15' } as const;

export const floorInWords = `Chrome and Edge ${floor.chrome}, Firefox ${floor.firefox}, Safari and iOS ${floor.safari_ios}`;
