import type { CDPSession, Page } from 'playwright-core';

/** One stop of the Tab key as a screen reader says it. */
export interface Stop {
  readonly role: string;
  readonly name: string;
}

interface Node {
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
}

/** The role and the accessible name of what has the focus, as Chromium computes them. */
async function focused(session: CDPSession): Promise<Stop> {
  const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' });
  const { nodes } = await session.send('Accessibility.getPartialAXTree', {
    ...(result.objectId !== undefined && { objectId: result.objectId }),
    fetchRelatives: false,
  });
  const [node] = nodes as readonly Node[];
  return { role: node?.role?.value ?? '', name: spoken(node?.name?.value) };
}

const spoken = (text: string | undefined): string => (text ?? '').replaceAll(/\s+/g, ' ').trim();

/** The accessible names of everything of one role on the open screen, in order, as Chromium computes them. */
export async function namesOf(page: Page, role: 'radio' | 'group'): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', {
    expression: `document.querySelector('[data-screen]:not([hidden])')`,
  });
  const { nodes } = await session.send('Accessibility.queryAXTree', {
    ...(result.objectId !== undefined && { objectId: result.objectId }),
    role,
  });
  await session.detach();
  return (nodes as readonly (Node & { readonly ignored: boolean })[])
    .filter(({ ignored }) => !ignored)
    .map(({ name }) => spoken(name?.value));
}

/** Presses Tab from where the focus is until it leaves the page, and says what is met on the way. */
export async function stopsOf(page: Page): Promise<readonly Stop[]> {
  const session = await page.context().newCDPSession(page);
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const isInPage = await page.evaluate(() => document.activeElement?.closest('main') != null);
    if (!isInPage) break;
    stops.push(await focused(session));
    if (stops.length > 60) throw new Error('Tab goes round in circles.');
  }
  await session.detach();
  return stops;
}
