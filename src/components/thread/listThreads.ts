import { listEssays } from '../../essay/listEssays.ts';
import { textOf } from '../../essay/textOf.ts';
import { charted } from '../../figures/estimates/figureOf.ts';
import type { ThreadName } from '../../thread/feed.ts';

/** A discussion of the site, with the title of its page. */
export interface ListedThread extends ThreadName {
  readonly title: string;
  /** The language and direction of the title, where they are not the site’s. */
  readonly own?: ReturnType<typeof textOf>;
}

/** Every discussion there is: those of the essays, newest first, then those of the charts. */
export async function listThreads(): Promise<readonly ListedThread[]> {
  return [
    ...(await listEssays()).map(({ entry: { id, data } }) => ({
      kind: 'essay' as const,
      id,
      title: data.title,
      own: textOf(data),
    })),
    ...charted.map(({ slug, name }) => ({ kind: 'chart' as const, id: slug, title: name })),
  ];
}

/** The links to them, by kind and id: what shows the latest comments asks for these, so that no page grows with the essays. */
export type ThreadLinks = Readonly<
  Record<
    string,
    { readonly href: string; readonly textContent: string; readonly lang?: string; readonly dir?: string }
  >
>;
