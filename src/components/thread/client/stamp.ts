import { find } from '../../../browser/find.ts';

/** A copy of what a template of the discussion holds: always one element. */
export function stamp(
  section: HTMLElement,
  name: 'comment' | 'gone' | 'own' | 'confirm' | 'report',
): HTMLElement {
  const { content } = find(section, `template[data-template=${name}]`) as HTMLTemplateElement;
  return document.importNode(find(content, '*'), true);
}
