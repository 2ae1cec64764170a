import { find } from '../../../browser/find.ts';
import type { OwnList } from './ownList.ts';
import type { OwnRecords } from './ownRecords.ts';
import type { Sender } from './sending.ts';
import type { View } from './view.ts';
import type { WriteBox } from './writeBox.ts';

/** What every step of writing works with. */
export interface WritingContext {
  readonly view: View;
  readonly box: WriteBox;
  readonly records: OwnRecords;
  readonly sender: Sender;
  readonly list: OwnList;
}

/** The space under a comment, emptied: for the box, a report or a question. */
export function spaceUnder({ box }: Pick<WritingContext, 'box'>, item: HTMLElement): HTMLElement {
  const space = find(item, ':scope > [data-under]');
  if (space.contains(box.form)) box.goHome();
  space.replaceChildren();
  return space;
}
