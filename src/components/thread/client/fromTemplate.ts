import { find } from '../../../browser/find.ts';

/** A copy of the one element in a template of the discussion. */
export function fromTemplate(
  section: HTMLElement,
  name: 'comment' | 'gone' | 'named' | 'own' | 'confirm' | 'forget' | 'report',
): HTMLElement {
  const { content } = find(section, `template[data-template=${name}]`) as HTMLTemplateElement;
  return document.importNode(find(content, '*'), true);
}
