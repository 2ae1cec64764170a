/** What a feed holds, the newest: readers of feeds keep the older ones, and each essay is in it with its full text. */
export const inFeed = <Essay>(newestFirst: readonly Essay[]): readonly Essay[] => newestFirst.slice(0, 30);
